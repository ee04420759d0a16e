import { type MemberVisit, may } from '../../accounts/index.ts'
import { dateBoxes, Problem, type Routes, today } from '../../platform/index.ts'
import { completeAssessment } from '../actions/complete.ts'
import { readSeen } from '../correct/form.ts'
import { gapRows } from '../gap-list.tsx'
import type { AssessmentLinks } from '../links.ts'
import { type OpenedWithAnswers, openWithAnswers } from '../open.ts'
import { paths } from '../paths.ts'
import { nextReview } from '../rules.ts'
import { surroundingsOf } from '../surroundings.ts'
import { COMPLETE_FIELDS, readCompletion } from './form.ts'
import { completePage } from './page.tsx'

export function completeRoutes(routes: Routes, links: AssessmentLinks): void {
  routes.get(paths.complete.pattern, may('complete-assessment'), async (visit, c) => {
    const opened = await openUnfinished(visit, c.req.param('assessment'))
    const day = today(visit.clock)
    // Of a correction: what was said the first time is there to be agreed with again.
    const before = opened.assessment.completion
    return visit.show(
      completePage({
        ...(await model(visit, opened)),
        values: {
          honest: false,
          completedBy: visit.person.name,
          completedByRole: before?.completedBy === visit.person.name ? before.completedByRole : '',
          completedOn: dateBoxes(day),
          nextReviewOn: dateBoxes(nextReview(day, opened.edition.reviewEveryMonths)),
          reviewedBy: before?.reviewedBy ?? '',
        },
        errors: {},
      }),
    )
  })

  routes.post(paths.complete.pattern, may('complete-assessment'), COMPLETE_FIELDS, async (visit, form, c) => {
    const opened = await openWithAnswers(visit, c.req.param('assessment'))
    const at = { organisation: visit.organisation.id, assessment: opened.assessment.id }
    const read = readCompletion(form, today(visit.clock), today({ now: () => new Date(opened.assessment.startedAt) }))
    if (!read.ok && opened.assessment.status === 'complete') throw new Problem('stale')
    if (!read.ok) return visit.show(completePage({ ...(await model(visit, opened)), ...read }), 422)
    const seal = await completeAssessment(visit, visit.organisation.id, opened.assessment.id, readSeen(form), read.value)
    // Somebody opened a gap since the page was shown: the page now lists it.
    if (!seal) return visit.go(paths.complete.to(at))
    return visit.go(links.results(at), 'Your assessment is completed.')
  })
}

async function openUnfinished(visit: MemberVisit, id: string | undefined): Promise<OpenedWithAnswers> {
  const opened = await openWithAnswers(visit, id)
  if (opened.assessment.status === 'complete') throw new Problem('stale')
  return opened
}

async function model(visit: MemberVisit, opened: OpenedWithAnswers) {
  const around = await surroundingsOf(visit.own, opened.assessment)
  return {
    organisationId: visit.organisation.id,
    assessmentId: opened.assessment.id,
    revision: opened.assessment.revision,
    opening: opened.assessment.opening,
    edition: opened.edition,
    gaps: gapRows(opened, around),
  }
}
