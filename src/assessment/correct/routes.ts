import { type MemberVisit, may } from '../../accounts/index.ts'
import { Problem, type Routes } from '../../platform/index.ts'
import { correctAssessment, discardCorrection } from '../actions/correct.ts'
import { type Opened, openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { changesSince, snapshotOf } from '../return-to.ts'
import { canBe, stageOf } from '../rules.ts'
import { digestOf } from '../snapshot.ts'
import { findCorrection, toPickUp } from '../store/corrections.ts'
import { CORRECT_FIELDS, DISCARD_FIELDS, readCorrection, readSeen } from './form.ts'
import { type CorrectModel, correctPage, type DiscardModel, discardPage } from './page.tsx'

export function correctRoutes(routes: Routes): void {
  routes.get(paths.correct.pattern, may('correct-assessment'), async (visit, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    if (!canBe(stageOf(opened.assessment), 'correct')) throw new Problem('stale')
    const model = await correctModel(visit, opened)
    return visit.show(correctPage({ ...model, values: { reason: '', resume: null }, error: null }))
  })

  routes.post(paths.correct.pattern, may('correct-assessment'), CORRECT_FIELDS, async (visit, form, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    const at = { organisation: visit.organisation.id, assessment: opened.assessment.id }
    const model = await correctModel(visit, opened)
    const read = readCorrection(form, model.toPickUp)
    if (!read.ok) {
      if (!canBe(stageOf(opened.assessment), 'correct')) throw new Problem('stale')
      return visit.show(correctPage({ ...model, ...read }), 422)
    }
    const { reason, resume } = read.value
    const revision = await correctAssessment(visit, at.organisation, at.assessment, readSeen(form), reason, resume)
    return visit.go(paths.taskList.to(at), `Revision ${revision} is open. What you completed before can still be read.`)
  })

  routes.get(paths.discard.pattern, may('correct-assessment'), async (visit, c) =>
    visit.show(discardPage({ ...(await discardModel(visit, c.req.param('assessment'))), changedMeanwhile: false })),
  )

  routes.post(paths.discard.pattern, may('correct-assessment'), DISCARD_FIELDS, async (visit, form, c) => {
    const { assessment } = await openAssessment(visit, c.req.param('assessment'))
    const at = { organisation: visit.organisation.id, assessment: assessment.id }
    const seen = { ...readSeen(form), changes: form.get('changes') }
    const done = await discardCorrection(visit, at.organisation, at.assessment, seen)
    if (!done) return visit.show(discardPage({ ...(await discardModel(visit, assessment.id)), changedMeanwhile: true }), 409)
    return visit.go(paths.taskList.to(at), 'The correction is discarded. Everything is as you completed it.')
  })
}

async function correctModel(visit: MemberVisit, opened: Opened): Promise<Omit<CorrectModel, 'values' | 'error'>> {
  const { organisationId, assessment, edition } = opened
  const discarded = await toPickUp(visit.own, assessment)
  return {
    organisationId,
    assessment,
    edition,
    toPickUp: discarded && {
      opening: discarded.opening,
      reason: discarded.reason,
      discardedAt: discarded.closedAt ?? discarded.openedAt,
      changed: discarded.discarded.changed,
    },
  }
}

/** @throws Problem `stale` where no correction is open */
async function discardModel(visit: MemberVisit, id: string | undefined): Promise<Omit<DiscardModel, 'changedMeanwhile'>> {
  const { organisationId, assessment, edition } = await openAssessment(visit, id)
  const correction = await findCorrection(visit.own, assessment.id, assessment.opening)
  if (!correction || !assessment.completion || !canBe(stageOf(assessment), 'discard')) throw new Problem('stale')
  // First, so that what is changed while the rest is read counts as changed afterwards.
  const digest = digestOf(await snapshotOf(visit.own, assessment))
  return {
    organisationId,
    assessment,
    edition,
    changes: await changesSince(visit.own, assessment, correction.openedWith),
    digest,
    completedOn: assessment.completion.completedOn,
  }
}
