import type { Owned, OwnedTx } from '../../platform/index.ts'
import type { AssessmentRecord, CompletionRecord } from '../record.ts'

export interface Sealed {
  readonly revision: number
  readonly sha256: string
  readonly content: string
  readonly sealedAt: string
}

/** Every sealed revision, newest first. */
export async function sealedRevisions(own: Owned, assessmentId: string): Promise<readonly Sealed[]> {
  const rows = await own
    .select('sealed_assessment')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => ({ revision: row.revision, sha256: row.sha256, content: row.content, sealedAt: row.sealed_at }))
}

/** How the newest sealed revision was completed; null before the first. */
export async function lastCompletion(own: Owned, assessmentId: string): Promise<CompletionRecord | null> {
  const [last] = await sealedRevisions(own, assessmentId)
  return last ? (JSON.parse(last.content) as AssessmentRecord).completion : null
}

export async function insertSealed(
  own: OwnedTx,
  assessmentId: string,
  { revision, sha256, content, sealedAt }: Sealed,
): Promise<void> {
  await own.insert('sealed_assessment', { assessment_id: assessmentId, revision, sha256, content, sealed_at: sealedAt }).execute()
}
