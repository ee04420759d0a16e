import type { Selectable } from 'kysely'
import { type Owned, type OwnedTx, prepared } from '../../platform/index.ts'
import { EMPTY, type Field, type FieldValues, isField } from '../answer.ts'
import type { AnswerChangeTable } from '../tables.ts'

type ChangeRow = Omit<Selectable<AnswerChangeTable>, 'organisation_id'>

/** Adds one field of one save. */
export const addChange = prepared((own: OwnedTx, row: ChangeRow) => own.insert('answer_change', row))

/** The values as they stood at a revision, from the history. */
export async function valuesAt(own: Owned, assessmentId: string, indicatorId: string, revision: number): Promise<FieldValues> {
  return (await writtenAt(own, assessmentId, indicatorId, revision)).values
}

/** The same, with the id of whoever had written each; a field that nobody had written in has none. */
export async function writtenAt(
  own: Owned,
  assessmentId: string,
  indicatorId: string,
  revision: number,
): Promise<{ readonly values: FieldValues; readonly writers: Partial<Record<Field, string>> }> {
  const changes = await own
    .select('answer_change')
    .select(['field', 'value', 'person_id'])
    .where('assessment_id', '=', assessmentId)
    .where('indicator_id', '=', indicatorId)
    .where('revision', '<=', revision)
    .orderBy('revision')
    .execute()
  const values: Record<Field, string> = { ...EMPTY }
  const writers: Partial<Record<Field, string>> = {}
  for (const { field, value, person_id } of changes) {
    if (!isField(field)) continue
    values[field] = value
    writers[field] = person_id
  }
  return { values, writers }
}

/** Who last changed a field and when, from the history; null when nobody has. */
export async function lastSavedBy(
  own: Owned,
  assessmentId: string,
  indicatorId: string,
  field: Field,
): Promise<{ readonly personId: string; readonly at: string } | null> {
  const row = await own
    .select('answer_change')
    .select(['person_id', 'at'])
    .where('assessment_id', '=', assessmentId)
    .where('indicator_id', '=', indicatorId)
    .where('field', '=', field)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { personId: row.person_id, at: row.at } : null
}

/**
 * Every save of these indicators, in order: what the person's pace is told from.
 * @param after what was saved by then is left out: answers that came from another assessment
 */
export async function savesOf(
  own: Owned,
  assessmentId: string,
  indicators: ReadonlySet<string>,
  after: string,
): Promise<readonly { readonly indicatorId: string; readonly at: string }[]> {
  const rows = await own
    .select('answer_change')
    .select(['indicator_id as indicatorId', 'at'])
    .where('assessment_id', '=', assessmentId)
    .where('at', '>', after)
    .orderBy('at')
    .limit(20_000)
    .execute()
  return rows.filter(({ indicatorId }) => indicators.has(indicatorId))
}
