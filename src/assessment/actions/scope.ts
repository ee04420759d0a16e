import { mustAllow } from '../../accounts/index.ts'
import type { Edition } from '../../frameworks/index.ts'
import { audit, type Context, type Owned, ownedBy, Problem } from '../../platform/index.ts'
import { asideIn } from '../aside.ts'
import { canBe, hasCore, type Scope, stageOf } from '../rules.ts'
import { type Assessment, findAssessment, updateAssessment } from '../store/assessments.ts'
import { editionOf } from './start.ts'

/**
 * Goes on from the core indicators to all of them. Nothing already answered changes, and what was set aside comes back.
 * @throws Problem `not-found`, `not-allowed`; `stale` when it has been completed
 */
export async function extendToAll(ctx: Context, organisationId: string, assessmentId: string): Promise<void> {
  await changeScope(ctx, organisationId, assessmentId, 'all', async () => true)
}

/**
 * Goes through the core indicators alone. What was done about the others is kept, set aside: it counts nowhere, and comes back when
 * they are added again.
 * @param sure false changes nothing where something would be set aside, so that it is asked first
 * @returns whether it was done
 * @throws Problem `not-found`, `not-allowed`; `stale` when it has been completed, or goes on from a completed one
 */
export async function narrowToCore(ctx: Context, organisationId: string, assessmentId: string, sure: boolean): Promise<boolean> {
  return changeScope(ctx, organisationId, assessmentId, 'core', async (own, assessment, edition) => {
    if (assessment.continues || !hasCore(edition)) throw new Problem('stale')
    return sure || (await asideIn(own, assessment.id, edition, 'core')).length === 0
  })
}

async function changeScope(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  scope: Scope,
  may: (own: Owned, assessment: Assessment, edition: Edition) => Promise<boolean>,
): Promise<boolean> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'start-assessment')
    const assessment = await findAssessment(own, assessmentId)
    if (!assessment) throw new Problem('not-found')
    if (!canBe(stageOf(assessment), 'change-scope')) throw new Problem('stale')
    if (assessment.scope === scope) return true
    if (!(await may(own, assessment, await editionOf(tx, assessment)))) return false
    await updateAssessment(own, assessmentId, { scope })
    await audit(tx, ctx, {
      organisationId,
      action: scope === 'all' ? 'assessment.extended' : 'assessment.narrowed',
      subject: `assessment/${assessmentId}`,
      detail: { scope },
    })
    return true
  })
}
