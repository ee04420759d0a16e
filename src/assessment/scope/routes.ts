import { type MemberVisit, may } from '../../accounts/index.ts'
import { CHOICE, type FormFields, NO_FIELDS, Problem, type Routes } from '../../platform/index.ts'
import { extendToAll, narrowToCore } from '../actions/scope.ts'
import { asideIn } from '../aside.ts'
import { openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { canBe, hasCore, restOf, type Scope, stageOf } from '../rules.ts'
import { extendPage, narrowPage } from './page.tsx'

/** From the core indicators to all of them, and back. */
export function scopeRoutes(routes: Routes): void {
  routes.get(paths.extend.pattern, may('start-assessment'), async (visit, c) =>
    visit.show(extendPage(await modelOf(visit, c.req.param('assessment'), 'core'))),
  )

  routes.post(paths.extend.pattern, may('start-assessment'), NO_FIELDS, async (visit, _form, c) => {
    const { assessment } = await openAssessment(visit, c.req.param('assessment'))
    await extendToAll(visit, visit.organisation.id, assessment.id)
    return visit.go(
      paths.taskList.to({ organisation: visit.organisation.id, assessment: assessment.id }),
      'All the indicators are here now. Everything you had answered is as you left it.',
    )
  })

  routes.get(paths.narrow.pattern, may('start-assessment'), async (visit, c) =>
    visit.show(narrowPage(await modelOf(visit, c.req.param('assessment'), 'all'))),
  )

  routes.post(paths.narrow.pattern, may('start-assessment'), NARROW_FIELDS, async (visit, form, c) => {
    const { assessment } = await openAssessment(visit, c.req.param('assessment'))
    const at = { organisation: visit.organisation.id, assessment: assessment.id }
    const done = await narrowToCore(visit, at.organisation, at.assessment, form.get('sure') === 'yes')
    // Something would be set aside: the page says what.
    if (!done) return visit.go(paths.narrow.to(at))
    return visit.go(paths.taskList.to(at), 'You are going through the core indicators. You can add the others at any time.')
  })
}

const NARROW_FIELDS: FormFields = { sure: CHOICE }

/** @throws Problem `stale` where the scope can't be changed, or is another by now */
async function modelOf(visit: MemberVisit, id: string | undefined, from: Scope) {
  const { assessment, edition } = await openAssessment(visit, id)
  const possible = canBe(stageOf(assessment), 'change-scope') && hasCore(edition) && assessment.scope === from
  if (!possible || (from === 'all' && assessment.continues)) throw new Problem('stale')
  return {
    organisationId: visit.organisation.id,
    assessment,
    rest: restOf(edition),
    begun: await asideIn(visit.own, assessment.id, edition, 'core'),
  }
}
