import { eachRow, type Owned } from '../platform/index.ts'

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

/**
 * Everything a person ever wrote into answers, save by save, and the versions of theirs that met another's: by assessment, then by
 * indicator, oldest first. Years of it are many megabytes, so it is read while it is asked for.
 */
export function writtenBy(own: Owned, personId: string) {
  return { saves: savesBy(own, personId), otherVersions: otherVersionsBy(own, personId) }
}

async function* savesBy(own: Owned, personId: string) {
  for await (const { assessment, indicator } of eachAnswer(own))
    yield* eachRow((after: { revision: number; field: string; value: string; at: string } | null, limit) =>
      own
        .select('answer_change')
        .select(['assessment_id as assessment', 'indicator_id as indicator', 'revision', 'field', 'value', 'at'])
        .where('assessment_id', '=', assessment)
        .where('indicator_id', '=', indicator)
        .where('person_id', '=', personId)
        .where(({ eb, refTuple, tuple }) =>
          eb(refTuple('revision', 'field'), '>', tuple(after?.revision ?? 0, after?.field ?? '')),
        )
        .orderBy('revision')
        .orderBy('field')
        .limit(limit)
        .execute(),
    )
}

async function* otherVersionsBy(own: Owned, personId: string) {
  for await (const { assessment, indicator } of eachAnswer(own))
    for (const { id: _, ...version } of await own
      .select('answer_conflict')
      .select([
        'id',
        'assessment_id as assessment',
        'indicator_id as indicator',
        'field',
        'value',
        'at',
        'settled_at as settledAt',
      ])
      .where('assessment_id', '=', assessment)
      .where('indicator_id', '=', indicator)
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute())
      yield version
}

/** Every indicator that was ever saved in any assessment. */
function eachAnswer(own: Owned) {
  return eachRow((after: { assessment: string; indicator: string } | null, limit) =>
    own
      .select('answer')
      .select(['assessment_id as assessment', 'indicator_id as indicator'])
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('assessment_id', 'indicator_id'), '>', tuple(after?.assessment ?? '', after?.indicator ?? '')),
      )
      .orderBy('assessment_id')
      .orderBy('indicator_id')
      .limit(limit)
      .execute(),
  )
}
