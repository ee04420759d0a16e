import { mustAllow } from '../../accounts/index.ts'
import { type Edition, pinnedEdition } from '../../frameworks/index.ts'
import { audit, type Context, instant, newId, ownedBy, Problem, type ReaderOrTx } from '../../platform/index.ts'
import type { Scope } from '../rules.ts'
import { type Assessment, findAssessment, insertAssessment, updateAssessment } from '../store/assessments.ts'

export interface NewAssessment {
  /** UUIDv7 made when the form was shown, so that a double click starts one assessment. */
  readonly id: string
  readonly scope: Scope
  readonly programme: string | null
  readonly lead: string
}

/**
 * Starts an assessment of an edition. Starting the same one twice does nothing the second time; a form that was gone back to and
 * says something else now starts another.
 * @returns the id of the assessment that says so
 */
export async function startAssessment(
  ctx: Context,
  organisationId: string,
  edition: Edition,
  start: NewAssessment,
): Promise<string> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'start-assessment')
    const known = await findAssessment(own, start.id)
    if (known && saysTheSame(known, edition, start)) return known.id
    const id = known ? newId() : start.id
    await insertAssessment(own, {
      id,
      framework_id: edition.id,
      edition: edition.edition,
      digest: edition.digest,
      programme: start.programme,
      scope: start.scope,
      lead: start.lead,
      started_at: instant(ctx.clock),
    })
    await audit(tx, ctx, {
      organisationId,
      action: 'assessment.started',
      subject: `assessment/${id}`,
      detail: { framework: edition.id, edition: edition.edition, scope: start.scope },
    })
    return id
  })
}

function saysTheSame(known: Assessment, edition: Edition, start: NewAssessment): boolean {
  const { frameworkId, programme, scope, lead } = known
  return (
    frameworkId === edition.id &&
    known.edition === edition.edition &&
    programme === start.programme &&
    // It may have been extended since.
    (scope === start.scope || scope === 'all') &&
    lead === start.lead
  )
}

/** Goes on from the core indicators to all of them. Nothing already answered changes. */
export async function extendToAll(ctx: Context, organisationId: string, assessmentId: string): Promise<void> {
  await ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'start-assessment')
    const assessment = await findAssessment(own, assessmentId)
    if (!assessment) throw new Problem('not-found')
    if (assessment.status === 'complete') throw new Problem('stale')
    if (assessment.scope === 'all') return
    await updateAssessment(own, assessmentId, { scope: 'all' })
    await audit(tx, ctx, {
      organisationId,
      action: 'assessment.extended',
      subject: `assessment/${assessmentId}`,
      detail: { scope: 'all' },
    })
  })
}

/** The edition an assessment is pinned to, in the words it had when the assessment began. */
export function editionOf(db: ReaderOrTx, assessment: { readonly digest: string }): Promise<Edition> {
  return pinnedEdition(db, assessment.digest)
}
