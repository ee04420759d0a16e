import { may, roleMay } from '../../accounts/index.ts'
import { CHOICE, type FormFields, Problem, type Routes } from '../../platform/index.ts'
import { keepWording, takeWording } from '../actions/wording.ts'
import { openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { newerWording } from './offer.tsx'
import { wordingPage } from './page.tsx'

const WORDING_FIELDS: FormFields = { from: CHOICE, to: CHOICE, do: CHOICE }

export function wordingRoutes(routes: Routes): void {
  routes.get(paths.wording.pattern, may('see-assessments'), async (visit, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    const newer = newerWording(visit.db, opened)
    return visit.show(wordingPage({ opened, newer, mayChoose: roleMay(visit.role, 'start-assessment') }))
  })

  routes.post(paths.wording.pattern, may('start-assessment'), WORDING_FIELDS, async (visit, form, c) => {
    const { assessment } = await openAssessment(visit, c.req.param('assessment'))
    const organisation = visit.organisation.id
    const choice = { from: form.get('from'), to: form.get('to') }
    const back = paths.taskList.to({ organisation, assessment: assessment.id })
    if (form.get('do') === 'take') {
      await takeWording(visit, organisation, assessment.id, choice)
      return visit.go(back, 'The corrected wording is in place. Every answer is as you left it.')
    }
    if (form.get('do') === 'keep') {
      await keepWording(visit, organisation, assessment.id, choice)
      return visit.go(back, 'You keep the wording you have. You can still take the corrected one: see “About this assessment”.')
    }
    throw new Problem('stale')
  })
}
