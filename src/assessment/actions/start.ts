import { type Edition, findEdition } from '../../frameworks/index.ts'
import { audit, Conflict, type Context, instant, ownedBy, Problem } from '../../platform/index.ts'
import type { Scope } from '../rules.ts'
import { findAssessment, insertAssessment, updateAssessment } from '../store.ts'

export interface NewAssessment {
  /** UUIDv7 made when the form was shown, so that a double click starts one assessment. */
  readonly id: string
  readonly scope: Scope
  readonly programme: string | null
  readonly lead: string
}

/** Starts an assessment of an edition. Starting the same one twice does nothing the second time. */
export async function startAssessment(
  ctx: Context,
  organisationId: string,
  edition: Edition,
  start: NewAssessment,
): Promise<void> {
  await ctx.db
    .write(async (tx) => {
      const own = ownedBy(tx, organisationId)
      await insertAssessment(own, {
        id: start.id,
        framework_id: edition.id,
        edition: edition.edition,
        programme: start.programme,
        scope: start.scope,
        lead: start.lead,
        started_at: instant(ctx.clock),
      })
      await audit(tx, ctx, {
        organisationId,
        action: 'assessment.started',
        subject: `assessment/${start.id}`,
        detail: { framework: edition.id, edition: edition.edition, scope: start.scope },
      })
    })
    .catch((error) => {
      if (!(error instanceof Conflict)) throw error
    })
}

/** Goes on from the core indicators to all of them. Nothing already answered changes. */
export async function extendToAll(ctx: Context, organisationId: string, assessmentId: string): Promise<void> {
  await ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
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

/** The edition an assessment is pinned to. It was loaded when the assessment began, so its absence is our fault, not the person's. */
export async function editionOf(
  db: Parameters<typeof findEdition>[0],
  assessment: { frameworkId: string; edition: string },
): Promise<Edition> {
  const edition = await findEdition(db, assessment.frameworkId, assessment.edition)
  if (!edition)
    throw new Problem('broken', { cause: new Error(`edition ${assessment.frameworkId} ${assessment.edition} is missing`) })
  return edition
}
