import { mustAllow } from '../../accounts/index.ts'
import { actorId, audit, type Context, instant, type OwnedTx, ownedBy, Problem } from '../../platform/index.ts'
import { changesSince, returnTo, snapshotOf } from '../return-to.ts'
import { canBe, stageOf } from '../rules.ts'
import { digestOf } from '../snapshot.ts'
import { type Assessment, findAssessment, updateAssessment } from '../store/assessments.ts'
import { closeCorrection, findCorrection, insertCorrection, toPickUp } from '../store/corrections.ts'
import type { Seen } from './complete.ts'

/**
 * Opens a completed assessment to be corrected, as its next revision. What was sealed stays as it is, and in the foreground, until
 * the correction is completed.
 * @param seen the revision to be corrected
 * @param resume the correction that was discarded and is picked up where it was left, by its opening; null for none
 * @returns the number of the revision that is open, also when it was opened for just this reason already
 * @throws Problem `not-found`, `not-allowed`; `stale` when it is open for another reason, another was completed or opened since, or
 * there is nothing to pick up
 */
export async function correctAssessment(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  seen: Seen,
  reason: string,
  resume: number | null = null,
): Promise<number> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    const assessment = await mayCorrect(ctx, own, assessmentId)
    const [revision, opening] = [seen.revision + 1, seen.opening + 1]
    if (!canBe(stageOf(assessment), 'correct')) {
      const same = assessment.revision === revision && assessment.opening === opening && assessment.revisionReason === reason
      if (same) return revision
      throw new Problem('stale')
    }
    if (assessment.revision !== seen.revision || assessment.opening !== seen.opening) throw new Problem('stale')
    const pickedUp = resume === null ? null : await toPickUp(own, assessment)
    if (resume !== null && pickedUp?.opening !== resume) throw new Problem('stale')

    await insertCorrection(own, assessmentId, {
      opening,
      revision,
      reason,
      openedAt: instant(ctx.clock),
      openedBy: actorId(ctx.actor),
      openedWith: await snapshotOf(own, assessment),
    })
    await updateAssessment(own, assessmentId, { status: 'in-progress', revision, opening, revision_reason: reason })
    if (pickedUp?.discarded) await returnTo(own, ctx, assessment, pickedUp.discarded.with)
    await audit(tx, ctx, {
      organisationId,
      action: 'assessment.reopened',
      subject: `assessment/${assessmentId}`,
      detail: { revision, opening, ...(resume === null ? {} : { resumed: resume }) },
    })
    return revision
  })
}

/**
 * Discards the correction that is open: everything is as it was sealed, but for the development plan. What was discarded is kept, and
 * can be picked up again.
 * @param seen with `changes`, which is `digestOf` what the page said would be discarded
 * @returns false, with nothing done, when more has been changed since
 * @throws Problem `not-found`, `not-allowed`; `stale` when it has been completed, or is another one
 */
export async function discardCorrection(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  seen: Seen & { readonly changes: string },
): Promise<boolean> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    const assessment = await mayCorrect(ctx, own, assessmentId)
    const correction = await findCorrection(own, assessmentId, seen.opening)
    if (assessment.opening !== seen.opening || correction?.revision !== seen.revision) throw new Problem('stale')
    // Discarded twice is discarded once.
    if (correction.outcome === 'discarded') return true
    if (!canBe(stageOf(assessment), 'discard')) throw new Problem('stale')

    const standing = await snapshotOf(own, assessment)
    if (digestOf(standing) !== seen.changes) return false
    const changed = await changesSince(own, assessment, correction.openedWith)
    await returnTo(own, ctx, assessment, correction.openedWith)
    await updateAssessment(own, assessmentId, {
      status: 'complete',
      revision: correction.revision - 1,
      revision_reason: correction.openedWith.revisionReason,
    })
    const by = { personId: actorId(ctx.actor), at: instant(ctx.clock) }
    await closeCorrection(own, assessmentId, correction.opening, by, { with: standing, changed })
    await audit(tx, ctx, {
      organisationId,
      action: 'assessment.correction-discarded',
      subject: `assessment/${assessmentId}`,
      detail: { revision: correction.revision, opening: correction.opening, indicators: changed.indicators },
    })
    return true
  })
}

async function mayCorrect(ctx: Context, own: OwnedTx, assessmentId: string): Promise<Assessment> {
  await mustAllow(own, ctx, 'correct-assessment')
  const assessment = await findAssessment(own, assessmentId)
  if (!assessment) throw new Problem('not-found')
  return assessment
}
