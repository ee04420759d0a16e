import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may, namesOf } from '../../accounts/index.ts'
import { found, type Routes } from '../../platform/index.ts'
import { settleConflict } from '../actions/answer.ts'
import { BOUNDS } from '../answer.ts'
import { indicatorIn, openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { lastSavedBy, openConflicts } from '../store.ts'
import { canJoin, type VersionsModel, versionsPage } from './page.tsx'

export function versionsRoutes(routes: Routes): void {
  routes.get(paths.versions.pattern, may('answer-assessment'), async (visit, c) =>
    visit.show(versionsPage(await model(visit, c))),
  )

  routes.post(paths.versions.pattern, may('answer-assessment'), async (visit, form, c) => {
    const shown = await model(visit, c)
    const { conflict, indicator } = shown
    const ids = { organisationId: shown.organisationId, assessmentId: shown.assessmentId, indicatorId: indicator.id }
    const choice = form.get('choose')
    if (choice === 'joined' && canJoin(conflict.field)) {
      const joined = form.get('joined')
      const bound = BOUNDS[conflict.field]
      if (joined.length > bound) {
        const error = `The joined words must be ${bound.toLocaleString('en-GB')} characters or fewer`
        return visit.show(versionsPage({ ...shown, joined, error }), 422)
      }
      await settleConflict(visit, ids, conflict.id, joined)
    } else if (choice === 'kept' || choice === 'stands') {
      await settleConflict(visit, ids, conflict.id, choice === 'kept' ? conflict.value : shown.stands)
    } else {
      return visit.show(versionsPage(shown), 422)
    }
    const [next] = await openConflicts(visit.own, shown.assessmentId, indicator.id)
    const at = { organisation: ids.organisationId, assessment: ids.assessmentId, indicator: ids.indicatorId }
    return visit.go(
      next ? paths.versions.to({ ...at, conflict: next.id }) : paths.indicator.to(at),
      'Done. Both versions stay in the history.',
    )
  })
}

async function model(visit: MemberVisit, c: HonoContext): Promise<VersionsModel> {
  const opened = await openAssessment(visit, c.req.param('assessment'))
  const indicator = indicatorIn(opened, c.req.param('indicator'))
  const conflicts = await openConflicts(visit.own, opened.assessment.id, indicator.id)
  const conflict = found(conflicts.find((each) => each.id === c.req.param('conflict')))
  const stands = opened.answerOf(indicator.id).values[conflict.field]
  const standsBy = (await lastSavedBy(visit.own, opened.assessment.id, indicator.id, conflict.field))?.personId ?? null
  const names = await namesOf(visit.db.read, [conflict.personId, ...(standsBy ? [standsBy] : [])])
  const nameOf = (id: string | null) => (id === visit.person.id ? 'you' : ((id && names.get(id)) ?? 'someone who has left'))
  return {
    organisationId: visit.organisation.id,
    assessmentId: opened.assessment.id,
    edition: opened.edition,
    indicator,
    conflict,
    by: nameOf(conflict.personId),
    stands,
    standsBy: nameOf(standsBy),
    joined: canJoin(conflict.field) ? `${stands}\n\n${conflict.value}` : '',
    error: null,
  }
}
