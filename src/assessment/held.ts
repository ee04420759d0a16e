import type { Owned } from '../platform/index.ts'

/** True when a sealed record names the file with this digest: what was sealed can be shown for as long as the seal stands. */
export async function isOnRecord(own: Owned, sha256: string): Promise<boolean> {
  const row = await own
    .select('sealed_assessment')
    .select('revision')
    .where('content', 'like', `%"${sha256}"%`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How many assessments an organisation has, and how many of them are completed. */
export async function countAssessments(own: Owned): Promise<{ readonly all: number; readonly completed: number }> {
  const rows = await own
    .select('assessment')
    .select((e) => ['status', e.fn.countAll().as('assessments')])
    .groupBy('status')
    .execute()
  const of = (wanted: string | null) =>
    rows.filter(({ status }) => wanted === null || status === wanted).reduce((sum, row) => sum + Number(row.assessments), 0)
  return { all: of(null), completed: of('complete') }
}

/** Assessments that name somebody as who leads, completed or reviewed them. */
export async function assessmentsNaming(own: Owned, name: string) {
  const rows = await own.select('assessment').selectAll().orderBy('id').execute()
  const named = (text: string | null) => text?.toLowerCase().includes(name.toLowerCase()) ?? false
  return rows
    .filter((row) => named(row.lead) || named(row.completed_by) || named(row.reviewed_by))
    .map((row) => ({
      id: row.id,
      framework: `${row.framework_id} ${row.edition}`,
      programme: row.programme,
      startedAt: row.started_at,
      lead: row.lead,
      completedOn: row.completed_on,
      completedBy: row.completed_by,
      completedByRole: row.completed_by_role,
      reviewedBy: row.reviewed_by,
    }))
}

/** Everything a person ever wrote into answers, save by save, and the versions of theirs that met another's. */
export async function writtenBy(own: Owned, personId: string) {
  const saves = await own
    .select('answer_change')
    .select(['assessment_id as assessment', 'indicator_id as indicator', 'revision', 'field', 'value', 'at'])
    .where('person_id', '=', personId)
    .orderBy('at')
    .execute()
  const otherVersions = await own
    .select('answer_conflict')
    .select(['assessment_id as assessment', 'indicator_id as indicator', 'field', 'value', 'at', 'settled_at as settledAt'])
    .where('person_id', '=', personId)
    .orderBy('at')
    .execute()
  return { saves, otherVersions }
}
