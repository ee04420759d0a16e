import { createHash } from 'node:crypto'
import { mustAllow } from '../../accounts/index.ts'
import { audit, type Context, canonicalJson, instant, ownedBy, Problem, today } from '../../platform/index.ts'
import { unanswered } from '../answer.ts'
import { buildRecord } from '../build-record.ts'
import { exemptStandards, gapsOf, indicatorsInScope, MUST_CLOSE } from '../rules.ts'
import { answersOf } from '../store/answers.ts'
import { type Completion, findAssessment, updateAssessment } from '../store/assessments.ts'
import { exemptionsOf } from '../store/exemptions.ts'
import { insertSealed, sealsOf } from '../store/sealed.ts'
import { surroundingsOf } from '../surroundings.ts'
import { editionOf } from './start.ts'

/**
 * Completes an assessment: what it says is sealed as canonical JSON with its SHA-256, and never edited again.
 * @param revision the one it was completed from the sight of: another that was opened since is not sealed by an old form
 * @returns the seal, lower-case hex, also when it was completed in just these words already; null when something must be
 * answered first
 * @throws Problem `not-found`, `not-allowed`; `stale` when it has been completed in other words, or is at another revision
 */
export async function completeAssessment(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  revision: number,
  completion: Completion,
): Promise<string | null> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'complete-assessment')
    const assessment = await findAssessment(own, assessmentId)
    if (!assessment) throw new Problem('not-found')
    if (assessment.revision !== revision) throw new Problem('stale')
    if (assessment.status === 'complete') {
      const [seal] = await sealsOf(own, assessmentId)
      if (seal && canonicalJson(assessment.completion) === canonicalJson(completion)) return seal.sha256
      throw new Problem('stale')
    }
    const edition = await editionOf(tx, assessment)
    const day = today(ctx.clock)

    const answers = await answersOf(own, assessmentId)
    const exempt = exemptStandards(await exemptionsOf(own, assessmentId), day)
    const counts = await surroundingsOf(own, assessmentId)
    const open = indicatorsInScope(edition, assessment.scope).some((indicator) =>
      gapsOf(
        edition,
        answers.get(indicator.id) ?? unanswered(indicator.id),
        exempt.has(indicator.standard),
        counts(indicator.id),
      ).some((gap) => MUST_CLOSE.has(gap)),
    )
    if (open) return null

    const content = canonicalJson(await buildRecord(tx, own, assessment, edition, day, completion))
    const sha256 = createHash('sha256').update(content).digest('hex')
    await insertSealed(own, assessmentId, { revision: assessment.revision, sha256, content, sealedAt: instant(ctx.clock) })
    await updateAssessment(own, assessmentId, {
      status: 'complete',
      completed_on: completion.completedOn,
      completed_by: completion.completedBy,
      completed_by_role: completion.completedByRole,
      next_review_on: completion.nextReviewOn,
      reviewed_by: completion.reviewedBy,
    })
    await audit(tx, ctx, {
      organisationId,
      action: 'assessment.completed',
      subject: `assessment/${assessmentId}`,
      detail: { revision: assessment.revision, sha256 },
    })
    return sha256
  })
}

/**
 * Opens a completed assessment again as its next revision. What was sealed stays as it is and can still be read.
 * @param completed the revision to be corrected
 * @returns the number of the revision that is open, also when it was opened for just this reason already
 * @throws Problem `not-found`, `not-allowed`; `stale` when it is open for another reason, or another was completed since
 */
export async function correctAssessment(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  completed: number,
  reason: string,
): Promise<number> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'correct-assessment')
    const assessment = await findAssessment(own, assessmentId)
    if (!assessment) throw new Problem('not-found')
    const revision = completed + 1
    if (assessment.status !== 'complete') {
      if (assessment.revision === revision && assessment.revisionReason === reason) return revision
      throw new Problem('stale')
    }
    if (assessment.revision !== completed) throw new Problem('stale')
    await updateAssessment(own, assessmentId, {
      status: 'in-progress',
      revision,
      revision_reason: reason,
      completed_on: null,
      completed_by: null,
      completed_by_role: null,
      next_review_on: null,
      reviewed_by: null,
    })
    await audit(tx, ctx, {
      organisationId,
      action: 'assessment.reopened',
      subject: `assessment/${assessmentId}`,
      detail: { revision },
    })
    return revision
  })
}
