import type { Selectable } from 'kysely'
import { type Owned, type OwnedTx, prepared } from '../../platform/index.ts'
import type { Named } from '../names.ts'
import type { Scope } from '../rules.ts'
import type { AssessmentTable } from '../tables.ts'

export interface Assessment {
  readonly id: string
  readonly frameworkId: string
  readonly edition: string
  /** Of the edition's words this assessment is pinned to. */
  readonly digest: string
  /** Of newer words that its lead chose not to take; null for none. */
  readonly declinedDigest: string | null
  readonly programme: string | null
  readonly scope: Scope
  readonly lead: string
  readonly status: 'in-progress' | 'complete'
  readonly revision: number
  readonly revisionReason: string | null
  /** How many corrections have been opened: a form says which one it was shown for. */
  readonly opening: number
  /** UTC instant. */
  readonly startedAt: string
  /** 2 for the second of the same name in one year. */
  readonly ordinal: number
  /** Of its development plan, which it may share with the assessment that it goes on from. */
  readonly planId: string
  /** The scope it was started with. */
  readonly beganWith: Scope
  readonly continues: Continued | null
  /** How it was completed last. It stays while a correction is open: see `stageOf`. */
  readonly completion: Completion | null
}

/** What an assessment goes on from. */
export interface Continued {
  readonly assessmentId: string
  readonly revision: number
  /** ISO day. */
  readonly completedOn: string
}

export interface Completion {
  /** ISO day. */
  readonly completedOn: string
  readonly completedBy: string
  readonly completedByRole: string
  /** ISO day. */
  readonly nextReviewOn: string
  readonly reviewedBy: string | null
}

function toAssessment(row: Selectable<AssessmentTable>): Assessment {
  return {
    id: row.id,
    frameworkId: row.framework_id,
    edition: row.edition,
    digest: row.digest,
    declinedDigest: row.declined_digest,
    programme: row.programme,
    scope: row.scope,
    lead: row.lead,
    status: row.status,
    revision: row.revision,
    revisionReason: row.revision_reason,
    opening: row.opening,
    startedAt: row.started_at,
    ordinal: row.ordinal,
    planId: row.plan_id,
    beganWith: row.began_with,
    continues:
      row.continues_id && row.continues_revision && row.continues_completed_on
        ? { assessmentId: row.continues_id, revision: row.continues_revision, completedOn: row.continues_completed_on }
        : null,
    completion:
      row.completed_on && row.completed_by && row.completed_by_role && row.next_review_on
        ? {
            completedOn: row.completed_on,
            completedBy: row.completed_by,
            completedByRole: row.completed_by_role,
            nextReviewOn: row.next_review_on,
            reviewedBy: row.reviewed_by,
          }
        : null,
  }
}

/** Newest first. */
export async function listAssessments(own: Owned): Promise<readonly Assessment[]> {
  return (await own.select('assessment').selectAll().orderBy('id', 'desc').limit(500).execute()).map(toAssessment)
}

const assessmentById = prepared((own: Owned, id: string) => own.select('assessment').selectAll().where('id', '=', id))

export async function findAssessment(own: Owned, id: string): Promise<Assessment | null> {
  const [row] = await assessmentById(own, id)
  return row ? toAssessment(row) : null
}

/** Those that share a development plan, newest first: its own, and those that go on from it. */
export async function assessmentsOfPlan(own: Owned, planId: string): Promise<readonly Assessment[]> {
  const rows = await own.select('assessment').selectAll().where('plan_id', '=', planId).orderBy('id', 'desc').execute()
  return rows.map(toAssessment)
}

/** What was started to go on from it, newest first. */
export async function continuationsOf(own: Owned, id: string): Promise<readonly Assessment[]> {
  const rows = await own.select('assessment').selectAll().where('continues_id', '=', id).orderBy('id', 'desc').execute()
  return rows.map(toAssessment)
}

/** Of those started in one calendar year, what their names are made of. */
export async function namesInYear(own: Owned, year: string): Promise<readonly (Named & { readonly id: string })[]> {
  const rows = await own
    .select('assessment')
    .select(['id', 'programme', 'started_at', 'ordinal', 'continues_id'])
    .where('started_at', '>=', year)
    .where('started_at', '<', String(Number(year) + 1))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    programme: row.programme,
    startedAt: row.started_at,
    ordinal: row.ordinal,
    goesOn: row.continues_id !== null,
  }))
}

type NewRow = Pick<
  AssessmentTable,
  'id' | 'framework_id' | 'edition' | 'digest' | 'programme' | 'scope' | 'lead' | 'started_at' | 'ordinal' | 'plan_id'
>

/** @param continues what it goes on from, if anything */
export async function insertAssessment(own: OwnedTx, row: NewRow, continues: Continued | null = null): Promise<void> {
  await own
    .insert('assessment', {
      ...row,
      declined_digest: null,
      status: 'in-progress',
      revision: 1,
      revision_reason: null,
      opening: 0,
      began_with: row.scope,
      continues_id: continues?.assessmentId ?? null,
      continues_revision: continues?.revision ?? null,
      continues_completed_on: continues?.completedOn ?? null,
      completed_on: null,
      completed_by: null,
      completed_by_role: null,
      next_review_on: null,
      reviewed_by: null,
    })
    .execute()
}

export async function updateAssessment(
  own: OwnedTx,
  id: string,
  changes: Partial<Omit<AssessmentTable, 'organisation_id' | 'id'>>,
): Promise<void> {
  await own.update('assessment').set(changes).where('id', '=', id).execute()
}
