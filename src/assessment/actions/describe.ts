import { mustAllow } from '../../accounts/index.ts'
import { audit, type Context, ownedBy, Problem } from '../../platform/index.ts'
import { ordinalOf } from '../return-to.ts'
import { canBe, stageOf } from '../rules.ts'
import { findAssessment, updateAssessment } from '../store/assessments.ts'

/** What tells an assessment from others of the same year. */
export interface AssessmentDescription {
  /** Null for all the mentoring an organisation does. */
  readonly programme: string | null
  readonly lead: string
}

/**
 * Says anew which programme an assessment is about and who leads it. Saying what stands there already does nothing.
 * @throws Problem `not-found`, `not-allowed`; `stale` when the assessment has been completed
 */
export async function describeAssessment(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  { programme, lead }: AssessmentDescription,
): Promise<void> {
  await ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'start-assessment')
    const assessment = await findAssessment(own, assessmentId)
    if (!assessment) throw new Problem('not-found')
    if (!canBe(stageOf(assessment), 'describe')) throw new Problem('stale')
    const changed = [assessment.programme !== programme && 'programme', assessment.lead !== lead && 'lead'].filter(Boolean)
    if (changed.length === 0) return
    await updateAssessment(own, assessmentId, { programme, lead, ordinal: await ordinalOf(own, { ...assessment, programme }) })
    await audit(tx, ctx, {
      organisationId,
      action: 'assessment.described',
      subject: `assessment/${assessmentId}`,
      detail: { changed },
    })
  })
}
