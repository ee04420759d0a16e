import { mustAllow } from '../../accounts/index.ts'
import { audit, type Context, instant, type OwnedTx, ownedBy, Problem } from '../../platform/index.ts'
import { canBe, type Exemption, stageOf } from '../rules.ts'
import { findAssessment } from '../store/assessments.ts'
import { deleteExemption, exemptionsOf, insertExemption } from '../store/exemptions.ts'

/**
 * Records the quality mark that stands in for a standard, or replaces what was recorded, and `also` what came with it, in one
 * transaction. Answers given earlier stay as they are.
 * @throws Problem `not-found`, `not-allowed`; `stale` when the assessment has been completed
 */
export async function recordExemption(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  exemption: Exemption,
  also?: (own: OwnedTx) => Promise<void>,
): Promise<void> {
  await ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'claim-exemption')
    await mustBeOpen(own, assessmentId)
    await deleteExemption(own, assessmentId, exemption.standard)
    await insertExemption(own, assessmentId, exemption, instant(ctx.clock))
    await audit(tx, ctx, {
      organisationId,
      action: 'exemption.recorded',
      subject: `assessment/${assessmentId}/standard/${exemption.standard}`,
      detail: { mark: exemption.mark, level: exemption.level, awardedOn: exemption.awardedOn, expiresOn: exemption.expiresOn },
    })
    await also?.(own)
  })
}

/** Opens the standard's indicators again, with the answers they had. */
export async function withdrawExemption(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  standard: number,
): Promise<void> {
  await ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'claim-exemption')
    await mustBeOpen(own, assessmentId)
    // Withdrawn twice is withdrawn once.
    if (!(await exemptionsOf(own, assessmentId)).some((each) => each.standard === standard)) return
    await deleteExemption(own, assessmentId, standard)
    await audit(tx, ctx, {
      organisationId,
      action: 'exemption.withdrawn',
      subject: `assessment/${assessmentId}/standard/${standard}`,
    })
  })
}

async function mustBeOpen(own: ReturnType<typeof ownedBy>, assessmentId: string): Promise<void> {
  const assessment = await findAssessment(own, assessmentId)
  if (!assessment) throw new Problem('not-found')
  if (!canBe(stageOf(assessment), 'answer')) throw new Problem('stale')
}
