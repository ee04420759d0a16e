import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may } from '../../accounts/index.ts'
import { Problem, type Routes } from '../../platform/index.ts'
import { describeAssessment } from '../actions/describe.ts'
import { findOpen } from '../open.ts'
import { paths } from '../paths.ts'
import { canBe, stageOf } from '../rules.ts'
import type { Assessment } from '../store/assessments.ts'
import { DESCRIPTION_FIELDS, readDescription } from './form.ts'
import { describePage } from './page.tsx'

export function describeRoutes(routes: Routes): void {
  routes.get(paths.describe.pattern, may('start-assessment'), async (visit, c) => {
    const assessment = await open(visit, c)
    const values = { programme: assessment.programme ?? '', lead: assessment.lead }
    return visit.show(describePage({ organisationId: visit.organisation.id, assessment, values, errors: {} }))
  })

  routes.post(paths.describe.pattern, may('start-assessment'), DESCRIPTION_FIELDS, async (visit, form, c) => {
    const assessment = await open(visit, c)
    const organisation = visit.organisation.id
    const read = readDescription(form)
    if (!read.ok) return visit.show(describePage({ organisationId: organisation, assessment, ...read }), 422)
    await describeAssessment(visit, organisation, assessment.id, read.value)
    return visit.go(paths.taskList.to({ organisation, assessment: assessment.id }), 'Saved.')
  })
}

async function open(visit: MemberVisit, c: HonoContext): Promise<Assessment> {
  const assessment = await findOpen(visit, c.req.param('assessment'))
  if (!canBe(stageOf(assessment), 'describe')) throw new Problem('stale')
  return assessment
}
