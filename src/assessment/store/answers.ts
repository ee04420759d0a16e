import type { Selectable } from 'kysely'
import { type Owned, type OwnedTx, prepared } from '../../platform/index.ts'
import { type Answer, type Field, type FieldValues, unanswered } from '../answer.ts'
import { type AnswerState, answerState } from '../rules.ts'
import type { AnswerTable } from '../tables.ts'
import { addChange } from './history.ts'

/** Named, because forty rows with their long ids again and again take twice as long to read. */
const ANSWER = [
  'indicator_id',
  'revision',
  'examples',
  'evidence',
  'rating',
  'less_relevant_reason',
  'notes',
  'skipped',
  'carried',
  'updated_at',
] as const

function toAnswer(row: Pick<Selectable<AnswerTable>, (typeof ANSWER)[number]>): Answer {
  return {
    indicatorId: row.indicator_id,
    revision: row.revision,
    values: {
      examples: row.examples,
      evidence: row.evidence,
      rating: row.rating,
      lessRelevantReason: row.less_relevant_reason,
      notes: row.notes,
    },
    skipped: row.skipped === 'yes',
    carried: row.carried === 'yes',
    updatedAt: row.updated_at,
  }
}

const everyAnswer = prepared((own: Owned, assessmentId: string) =>
  own.select('answer').select(ANSWER).where('assessment_id', '=', assessmentId),
)

export async function answersOf(own: Owned, assessmentId: string): Promise<ReadonlyMap<string, Answer>> {
  const rows = await everyAnswer(own, assessmentId)
  return new Map(rows.map((row) => [row.indicator_id, toAnswer(row)]))
}

const everyState = prepared((own: Owned, assessmentId: string) =>
  own.select('answer').select(['indicator_id', 'state']).where('assessment_id', '=', assessmentId),
)

/** What each answer comes to, by indicator; those never saved are missing. */
export async function answerStates(own: Owned, assessmentId: string): Promise<ReadonlyMap<string, AnswerState>> {
  const rows = await everyState(own, assessmentId)
  return new Map(rows.map((row) => [row.indicator_id, row.state]))
}

/** The same of several assessments at once, by assessment; one without any answer is missing. */
export async function answerStatesOfEach(
  own: Owned,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, AnswerState>>> {
  if (assessmentIds.length === 0) return new Map()
  const rows = await own
    .select('answer')
    .select(['assessment_id', 'indicator_id', 'state'])
    .where('assessment_id', 'in', assessmentIds)
    .execute()
  const each = Map.groupBy(rows, (row) => row.assessment_id)
  return new Map([...each].map(([id, answers]) => [id, new Map(answers.map((row) => [row.indicator_id, row.state]))]))
}

const oneAnswer = prepared((own: Owned, assessmentId: string, indicatorId: string) =>
  own.select('answer').select(ANSWER).where('assessment_id', '=', assessmentId).where('indicator_id', '=', indicatorId),
)

export async function answerOf(own: Owned, assessmentId: string, indicatorId: string): Promise<Answer> {
  const [row] = await oneAnswer(own, assessmentId, indicatorId)
  return row ? toAnswer(row) : unanswered(indicatorId)
}

type AnswerRow = Omit<Selectable<AnswerTable>, 'organisation_id'>
type Saved = Omit<AnswerRow, 'assessment_id' | 'indicator_id'>

const addAnswer = prepared((own: OwnedTx, row: AnswerRow) => own.insert('answer', row))
const changeAnswer = prepared((own: OwnedTx, assessmentId: string, indicatorId: string, row: Saved) =>
  own.update('answer').set(row).where('assessment_id', '=', assessmentId).where('indicator_id', '=', indicatorId),
)

/** Who writes an answer, and when. */
export interface Writer {
  readonly personId: string
  readonly at: string
  /** Where fields are put back or copied: whose words they are. */
  readonly writers?: Partial<Record<Field, string>>
}

/** Writes the next revision of an answer and its history. */
export async function writeAnswer(
  own: OwnedTx,
  assessmentId: string,
  before: Answer,
  accepted: Partial<Record<Field, string>>,
  by: Writer,
): Promise<number> {
  const revision = before.revision + 1
  const values: FieldValues = { ...before.values, ...accepted }
  const row: Saved = {
    revision,
    state: answerState({ values, skipped: false }),
    examples: values.examples,
    evidence: values.evidence,
    rating: values.rating,
    less_relevant_reason: values.lessRelevantReason,
    notes: values.notes,
    skipped: '',
    carried: '',
    updated_at: by.at,
    updated_by: by.personId,
  }
  if (before.updatedAt === null) {
    await addAnswer(own, { assessment_id: assessmentId, indicator_id: before.indicatorId, ...row })
  } else {
    await changeAnswer(own, assessmentId, before.indicatorId, row)
  }
  for (const [field, value] of Object.entries(accepted)) {
    await addChange(own, {
      assessment_id: assessmentId,
      indicator_id: before.indicatorId,
      revision,
      field,
      value,
      person_id: by.writers?.[field as Field] ?? by.personId,
      at: by.at,
    })
  }
  return revision
}

/** Puts an answer off, or takes that back. Its words are not touched. */
export async function writeSkipped(own: OwnedTx, assessmentId: string, before: Answer, by: Writer): Promise<void> {
  if (before.updatedAt === null) await writeAnswer(own, assessmentId, before, {}, by)
  await own
    .update('answer')
    .set({ skipped: 'yes', state: answerState({ ...before, skipped: true }) })
    .where('assessment_id', '=', assessmentId)
    .where('indicator_id', '=', before.indicatorId)
    .execute()
}

/** Marks an answer as being just as it came from another assessment. Saving anything takes that back. */
export async function markCarried(own: OwnedTx, assessmentId: string, indicatorId: string): Promise<void> {
  await own
    .update('answer')
    .set({ carried: 'yes' })
    .where('assessment_id', '=', assessmentId)
    .where('indicator_id', '=', indicatorId)
    .execute()
}

/** The indicators whose answers are as they came from another assessment. */
export async function carriedIn(own: Owned, assessmentId: string): Promise<ReadonlySet<string>> {
  const rows = await own
    .select('answer')
    .select('indicator_id')
    .where('assessment_id', '=', assessmentId)
    .where('carried', '=', 'yes')
    .execute()
  return new Set(rows.map((row) => row.indicator_id))
}
