import { mustAllow } from '../../accounts/index.ts'
import { type Edition, findEdition, meanTheSame } from '../../frameworks/index.ts'
import { audit, type Context, type OwnedTx, ownedBy, Problem } from '../../platform/index.ts'
import { type Assessment, findAssessment, updateAssessment } from '../store/assessments.ts'
import { editionOf } from './start.ts'

/** Which words a page showed beside which: at any others, what it asks for is refused. */
export interface WordingChoice {
  /** Digest of the words the assessment has. */
  readonly from: string
  /** Digest of the newer ones. */
  readonly to: string
}

/**
 * Takes newer words of its edition for an assessment that is under way. Answers stay as they are: they hang on names that mean
 * the same. What was sealed keeps the words it was sealed with. Taking them twice does nothing the second time.
 * @throws Problem `not-found`, `not-allowed`; `stale` when the assessment has been completed, or either wording is another by now
 */
export async function takeWording(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  choice: WordingChoice,
): Promise<void> {
  await ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    const assessment = await openFor(ctx, own, assessmentId)
    if (assessment.digest === choice.to) return
    await newerWords(own, assessment, choice)
    await updateAssessment(own, assessmentId, { digest: choice.to, declined_digest: null })
    await audit(tx, ctx, {
      organisationId,
      action: 'assessment.wording-taken',
      subject: `assessment/${assessmentId}`,
      detail: { from: choice.from, to: choice.to },
    })
  })
}

/**
 * Keeps the words an assessment has: the newer ones are not offered again, and can still be taken.
 * @throws Problem as `takeWording`
 */
export async function keepWording(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  choice: WordingChoice,
): Promise<void> {
  await ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    const assessment = await openFor(ctx, own, assessmentId)
    await newerWords(own, assessment, choice)
    if (assessment.declinedDigest === choice.to) return
    await updateAssessment(own, assessmentId, { declined_digest: choice.to })
    await audit(tx, ctx, {
      organisationId,
      action: 'assessment.wording-kept',
      subject: `assessment/${assessmentId}`,
      detail: { kept: choice.from, declined: choice.to },
    })
  })
}

async function openFor(ctx: Context, own: OwnedTx, assessmentId: string): Promise<Assessment> {
  await mustAllow(own, ctx, 'start-assessment')
  const assessment = await findAssessment(own, assessmentId)
  if (!assessment) throw new Problem('not-found')
  if (assessment.status === 'complete') throw new Problem('stale')
  return assessment
}

/** The words that are in use now, where they are those that were chosen, and may be taken for what the assessment has. */
async function newerWords(own: OwnedTx, assessment: Assessment, { from, to }: WordingChoice): Promise<Edition> {
  const newer = await findEdition(own.tx, assessment.frameworkId, assessment.edition)
  if (assessment.digest !== from || newer?.digest !== to) throw new Problem('stale')
  if (!meanTheSame(await editionOf(own.tx, assessment), newer)) throw new Problem('stale')
  return newer
}
