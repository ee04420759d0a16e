import type { Kept } from '../evidence/index.ts'
import { eachRow, type Owned } from '../platform/index.ts'
import { isBeingCorrected } from './store/corrections.ts'

/** Evidence that is not forgotten, however long ago it was removed. */
export const evidenceKept: Kept = {
  /** What was sealed can be shown for as long as the seal stands. */
  async isOnRecord(own, sha256) {
    const row = await own
      .select('sealed_assessment')
      .select('revision')
      .where('content', 'like', `%"${sha256}"%`)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  },
  /** A correction that is discarded puts back what was taken away in it. */
  async mayComeBack(own, subject) {
    const [, assessmentId = ''] = subject.split('/')
    return isBeingCorrected(own, assessmentId)
  },
}

/** How many assessments an organisation has, and how many of them are completed. */
export async function countAssessments(own: Owned): Promise<{ readonly all: number; readonly completed: number }> {
  const row = await own
    .select('assessment')
    .select((e) => [e.fn.countAll().as('all'), e.fn.count('completed_on').as('completed')])
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), completed: Number(row.completed) }
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

/** What a person gave as the reasons of corrections, oldest first, and how those ended. */
export async function correctionsBy(own: Owned, personId: string) {
  return own
    .select('correction')
    .select(['assessment_id as assessment', 'revision', 'reason', 'opened_at as openedAt', 'outcome', 'closed_at as closedAt'])
    .where('opened_by', '=', personId)
    .orderBy('opened_at')
    .orderBy('opening')
    .execute()
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
