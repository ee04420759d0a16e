import type { MemberVisit } from '../accounts/index.ts'
import {
  type Assessment,
  type AssessmentRecord,
  buildRecord,
  editionOf,
  findAssessment,
  lastCompletion,
  type Seal,
  type Sealed,
  sealedRevision,
  sealsOf,
} from '../assessment/index.ts'
import type { Edition } from '../frameworks/index.ts'
import { actionsOf } from '../plan/index.ts'
import { type Day, found, isId, Problem, today } from '../platform/index.ts'

/** What a report is made from. */
export interface Reported {
  readonly assessment: Assessment
  readonly edition: Edition
  readonly record: AssessmentRecord
  /** Null while what is shown is not sealed. */
  readonly seal: Sealed | null
  /** Every sealed revision, newest first, without what it says. */
  readonly revisions: readonly Seal[]
  readonly today: Day
}

/**
 * A sealed revision as it was sealed, or the assessment as it stands while it is open. The development plan is always today's:
 * people act on it all year, and its own seal is in the sealed record.
 * @param revision from the address; empty for the newest
 * @throws Problem `not-found` for an assessment or revision that is not this organisation's
 */
export async function openReport(
  visit: MemberVisit,
  assessmentId: string | undefined,
  revision: string | undefined,
): Promise<Reported> {
  const assessment = found(assessmentId && isId(assessmentId) ? await findAssessment(visit.own, assessmentId) : null)
  const revisions = await sealsOf(visit.own, assessment.id)
  const day = today(visit.clock)
  const wanted = chosen(assessment, revisions, revision)
  const seal = wanted && found(await sealedRevision(visit.own, assessment.id, wanted.revision))
  const sealed = seal && unseal(seal)
  // A correction may have taken newer words since: what was sealed is read in the words it was sealed with.
  const edition = await editionOf(visit.db.read, sealed?.framework ?? assessment)
  const record = sealed ?? (await buildRecord(visit.db.read, visit.own, assessment, edition, day, null))
  return { assessment, edition, record, seal, revisions, today: day }
}

/** The day the newest sealed revision was completed, while a correction of it is open; null otherwise. */
export async function completedBefore(visit: MemberVisit, { record, revisions }: Reported): Promise<Day | null> {
  if (record.completion !== null || revisions.length === 0) return null
  return (await lastCompletion(visit.own, record.assessmentId))?.completedOn ?? null
}

/** The same record with the plan as it is today. */
export async function withPlanOfToday(visit: MemberVisit, { record }: Reported): Promise<AssessmentRecord> {
  const actions = await actionsOf(visit.own, record.assessmentId)
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

function chosen(assessment: Assessment, revisions: readonly Seal[], revision: string | undefined): Seal | null {
  if (revision) return found(revisions.find((each) => String(each.revision) === revision))
  return assessment.status === 'complete' ? (revisions[0] ?? null) : null
}

function unseal(seal: Sealed): AssessmentRecord {
  const record = JSON.parse(seal.content) as AssessmentRecord
  if (record.format !== 'mentormark-assessment/1') throw new Problem('broken', { cause: new Error(`sealed as ${record.format}`) })
  return record
}
