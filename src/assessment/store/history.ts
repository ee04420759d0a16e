import type { Selectable } from 'kysely'
import { type Owned, type OwnedTx, prepared } from '../../platform/index.ts'
import { EMPTY, FIELDS, type Field, type FieldValues } from '../answer.ts'
import type { AnswerChangeTable } from '../tables.ts'

type ChangeRow = Omit<Selectable<AnswerChangeTable>, 'organisation_id'>

/** Adds one field of one save. */
export const addChange = prepared((own: OwnedTx, row: ChangeRow) => own.insert('answer_change', row))

/** The values as they stood at a revision, from the history. */
export async function valuesAt(own: Owned, assessmentId: string, indicatorId: string, revision: number): Promise<FieldValues> {
  const changes = await own
    .select('answer_change')
    .select(['field', 'value'])
    .where('assessment_id', '=', assessmentId)
    .where('indicator_id', '=', indicatorId)
    .where('revision', '<=', revision)
    .orderBy('revision')
    .execute()
  const values: Record<Field, string> = { ...EMPTY }
  for (const { field, value } of changes) if (FIELDS.includes(field as Field)) values[field as Field] = value
  return values
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

/** UTC instants of every save, in order: what the person's pace is told from. */
export async function savesOf(own: Owned, assessmentId: string): Promise<readonly string[]> {
  const rows = await own
    .select('answer_change')
    .select('at')
    .where('assessment_id', '=', assessmentId)
    .orderBy('at')
    .limit(20_000)
    .execute()
  return rows.map((row) => row.at)
}
