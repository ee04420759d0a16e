import { mustAllow } from '../../accounts/index.ts'
import { type Edition, pinnedEdition } from '../../frameworks/index.ts'
import { audit, type Context, instant, newId, ownedBy, type ReaderOrTx } from '../../platform/index.ts'
import { ordinalFor, yearOf } from '../names.ts'
import type { Scope } from '../rules.ts'
import { type Assessment, findAssessment, insertAssessment, namesInYear } from '../store/assessments.ts'

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
    const startedAt = instant(ctx.clock)
    const name = { id, programme: start.programme, startedAt, ordinal: 1, goesOn: false }
    await insertAssessment(own, {
      id,
      plan_id: id,
      ordinal: ordinalFor(name, await namesInYear(own, yearOf(startedAt))),
      framework_id: edition.id,
      edition: edition.edition,
      digest: edition.digest,
      programme: start.programme,
      scope: start.scope,
      lead: start.lead,
      started_at: startedAt,
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
  const { frameworkId, programme, beganWith, lead } = known
  return (
    frameworkId === edition.id &&
    known.edition === edition.edition &&
    programme === start.programme &&
    beganWith === start.scope &&
    lead === start.lead
  )
}

/** The edition an assessment is pinned to, in the words it had when the assessment began. */
export function editionOf(db: ReaderOrTx, assessment: { readonly digest: string }): Promise<Edition> {
  return pinnedEdition(db, assessment.digest)
}
