import type { Selectable } from 'kysely'
import { type Owned, type OwnedTx, prepared } from '../../platform/index.ts'
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
  /** UTC instant. */
  readonly startedAt: string
  readonly completion: Completion | null
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
    startedAt: row.started_at,
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

export async function insertAssessment(
  own: OwnedTx,
  row: Pick<AssessmentTable, 'id' | 'framework_id' | 'edition' | 'digest' | 'programme' | 'scope' | 'lead' | 'started_at'>,
): Promise<void> {
  await own
    .insert('assessment', {
      ...row,
      declined_digest: null,
      status: 'in-progress',
      revision: 1,
      revision_reason: null,
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
