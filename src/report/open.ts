import type { MemberVisit } from '../accounts/index.ts'
import {
  type Assessment,
  type AssessmentRecord,
  buildRecord,
  editionOf,
  findOpen,
  type Seal,
  type Sealed,
  sealedRevision,
  sealsOf,
  stageOf,
} from '../assessment/index.ts'
import type { Edition } from '../frameworks/index.ts'
import { actionsOf } from '../plan/index.ts'
import { type Day, found, Problem, today } from '../platform/index.ts'

/** What a report is made from. */
export interface Reported {
  readonly assessment: Assessment
  readonly edition: Edition
  readonly record: AssessmentRecord
  /** Null while what is shown is not sealed. */
  readonly seal: Sealed | null
  /** Every sealed revision, newest first, without what it says. */
  readonly revisions: readonly Seal[]
  /** What an address says that leads to the same. */
  readonly query: { readonly revision?: number | typeof AS_IT_STANDS }
  readonly today: Day
}

/** In an address, instead of a sealed revision: a correction as it stands. */
export const AS_IT_STANDS = 'correction' as const

/**
 * A sealed revision as it was sealed, or the assessment as it stands before it is completed for the first time. While a correction is
 * open, what is sealed stays in the foreground, and the correction is shown to whoever asks for it. The development plan is always today's:
 * people act on it all year, and its own seal is in the sealed record.
 * @param revision from the address; empty for the newest that is sealed
 * @throws Problem `not-found` for an assessment or revision that is not this organisation's
 */
export async function openReport(
  visit: MemberVisit,
  assessmentId: string | undefined,
  revision: string | undefined,
): Promise<Reported> {
  const assessment = await findOpen(visit, assessmentId)
  const revisions = await sealsOf(visit.own, assessment.id)
  const day = today(visit.clock)
  const wanted = chosen(assessment, revisions, revision)
  const seal = wanted && found(await sealedRevision(visit.own, assessment.id, wanted.revision))
  const sealed = seal && unseal(seal)
  // A correction may have taken newer words since: what was sealed is read in the words it was sealed with.
  const edition = await editionOf(visit.db.read, sealed?.framework ?? assessment)
  const record = sealed ?? (await buildRecord(visit.db.read, visit.own, assessment, edition, day, null))
  const query = revision ? { revision: seal?.revision ?? AS_IT_STANDS } : {}
  return { assessment, edition, record, seal, revisions, query, today: day }
}

/** True of a correction that is shown as it stands, before it is completed. */
export function isCorrection({ assessment, seal }: Pick<Reported, 'assessment' | 'seal'>): boolean {
  return seal === null && stageOf(assessment) === 'correcting'
}

/** The same record with the plan as it is today. */
export async function withPlanOfToday(visit: MemberVisit, { assessment, record }: Reported): Promise<AssessmentRecord> {
  const actions = await actionsOf(visit.own, assessment.planId)
  return {
    ...record,
    actions: actions.map(({ id, indicatorId, action, byWhom, byWhen, priority, completedOn, whatChanged }) => ({
      id,
      indicatorId,
      action,
      byWhom,
      byWhen,
      priority,
      completedOn,
      whatChanged,
    })),
  }
}

/** @throws Problem `not-found` for a revision that is not sealed, or a correction where none is open */
function chosen(assessment: Assessment, revisions: readonly Seal[], revision: string | undefined): Seal | null {
  if (revision === AS_IT_STANDS) return stageOf(assessment) === 'correcting' ? null : found(null)
  if (revision) return found(revisions.find((each) => String(each.revision) === revision))
  return stageOf(assessment) === 'open' ? null : (revisions[0] ?? null)
}

function unseal(seal: Sealed): AssessmentRecord {
  const record = JSON.parse(seal.content) as AssessmentRecord
  if (record.format !== 'mentormark-assessment/1') throw new Problem('broken', { cause: new Error(`sealed as ${record.format}`) })
  return record
}
