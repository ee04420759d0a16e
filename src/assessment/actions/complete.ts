import { createHash } from 'node:crypto'
import { mustAllow } from '../../accounts/index.ts'
import { actorId, audit, type Context, canonicalJson, instant, ownedBy, Problem, today } from '../../platform/index.ts'
import { unanswered } from '../answer.ts'
import { buildRecord } from '../build-record.ts'
import { exemptStandards, gapsOf, indicatorsInScope, MUST_CLOSE, stageOf } from '../rules.ts'
import { answersOf } from '../store/answers.ts'
import { type Completion, findAssessment, updateAssessment } from '../store/assessments.ts'
import { closeCorrection } from '../store/corrections.ts'
import { exemptionsOf } from '../store/exemptions.ts'
import { insertSealed, sealsOf } from '../store/sealed.ts'
import { surroundingsOf } from '../surroundings.ts'
import { editionOf } from './start.ts'

/** What a form was shown for, so that nothing is closed, opened or discarded from the sight of something else. */
export interface Seen {
  readonly revision: number
  /** How many corrections had been opened: a discarded one's revision number is used again. */
  readonly opening: number
}

/**
 * Completes an assessment: what it says is sealed as canonical JSON with its SHA-256, and never edited again.
 * @param seen what it was completed from the sight of: another revision that was opened since is not sealed by an old form
 * @returns the seal, lower-case hex, also when it was completed in just these words already; null when something must be
 * answered first
 * @throws Problem `not-found`, `not-allowed`; `stale` when it has been completed in other words, or is at another revision
 */
export async function completeAssessment(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  seen: Seen,
  completion: Completion,
): Promise<string | null> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'complete-assessment')
    const assessment = await findAssessment(own, assessmentId)
    if (!assessment) throw new Problem('not-found')
    if (assessment.revision !== seen.revision || assessment.opening !== seen.opening) throw new Problem('stale')
    if (assessment.status === 'complete') {
      const [seal] = await sealsOf(own, assessmentId)
      if (seal && canonicalJson(assessment.completion) === canonicalJson(completion)) return seal.sha256
      throw new Problem('stale')
    }
    const edition = await editionOf(tx, assessment)
    const day = today(ctx.clock)

    const answers = await answersOf(own, assessmentId)
    const exempt = exemptStandards(await exemptionsOf(own, assessmentId), day)
    const counts = await surroundingsOf(own, assessment)
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
    const at = instant(ctx.clock)
    await insertSealed(own, assessmentId, { revision: assessment.revision, sha256, content, sealedAt: at })
    const by = { personId: actorId(ctx.actor), at }
    if (stageOf(assessment) === 'correcting') await closeCorrection(own, assessmentId, assessment.opening, by, null)
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
