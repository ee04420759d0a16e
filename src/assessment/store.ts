import type { Selectable } from 'kysely'
import { type Owned, type OwnedTx, prepared } from '../platform/index.ts'
import { type Answer, EMPTY, FIELDS, type Field, type FieldValues, unanswered } from './answer.ts'
import { type AnswerState, answerState, type Exemption, type Scope } from './rules.ts'
import type { AnswerChangeTable, AnswerConflictTable, AnswerTable, AssessmentTable } from './tables.ts'

export interface Assessment {
  readonly id: string
  readonly frameworkId: string
  readonly edition: string
  /** Of the edition's words this assessment is pinned to. */
  readonly digest: string
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

const oneAnswer = prepared((own: Owned, assessmentId: string, indicatorId: string) =>
  own.select('answer').select(ANSWER).where('assessment_id', '=', assessmentId).where('indicator_id', '=', indicatorId),
)

export async function answerOf(own: Owned, assessmentId: string, indicatorId: string): Promise<Answer> {
  const [row] = await oneAnswer(own, assessmentId, indicatorId)
  return row ? toAnswer(row) : unanswered(indicatorId)
}

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

type AnswerRow = Omit<Selectable<AnswerTable>, 'organisation_id'>
type ChangeRow = Omit<Selectable<AnswerChangeTable>, 'organisation_id'>
type Saved = Omit<AnswerRow, 'assessment_id' | 'indicator_id'>

const addAnswer = prepared((own: OwnedTx, row: AnswerRow) => own.insert('answer', row))
const changeAnswer = prepared((own: OwnedTx, assessmentId: string, indicatorId: string, row: Saved) =>
  own.update('answer').set(row).where('assessment_id', '=', assessmentId).where('indicator_id', '=', indicatorId),
)
const addChange = prepared((own: OwnedTx, row: ChangeRow) => own.insert('answer_change', row))

/** Writes the next revision of an answer and its history. */
export async function writeAnswer(
  own: OwnedTx,
  assessmentId: string,
  before: Answer,
  accepted: Partial<Record<Field, string>>,
  by: { readonly personId: string; readonly at: string },
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
      person_id: by.personId,
      at: by.at,
    })
  }
  return revision
}

/** Puts an answer off, or takes that back. Its words are not touched. */
export async function writeSkipped(
  own: OwnedTx,
  assessmentId: string,
  before: Answer,
  by: { readonly personId: string; readonly at: string },
): Promise<void> {
  if (before.updatedAt === null) await writeAnswer(own, assessmentId, before, {}, by)
  await own
    .update('answer')
    .set({ skipped: 'yes', state: answerState({ ...before, skipped: true }) })
    .where('assessment_id', '=', assessmentId)
    .where('indicator_id', '=', before.indicatorId)
    .execute()
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

export interface StoredConflict {
  readonly id: string
  readonly indicatorId: string
  readonly field: Field
  readonly value: string
  /** The revision its writer was looking at. */
  readonly basedOn: number
  readonly personId: string
  readonly at: string
}

const unsettled = (own: Owned, assessmentId: string) =>
  own
    .select('answer_conflict')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .where('settled_at', 'is', null)
    .orderBy('id')
const everyUnsettled = prepared(unsettled)
const unsettledAbout = prepared((own: Owned, assessmentId: string, indicatorId: string) =>
  unsettled(own, assessmentId).where('indicator_id', '=', indicatorId),
)

/** Versions still waiting for a choice, oldest first. */
export async function openConflicts(own: Owned, assessmentId: string, indicatorId?: string): Promise<readonly StoredConflict[]> {
  const rows = await (indicatorId ? unsettledAbout(own, assessmentId, indicatorId) : everyUnsettled(own, assessmentId))
  return rows.map(toConflict)
}

/** A conflict, settled or not. */
export async function findConflict(
  own: Owned,
  assessmentId: string,
  indicatorId: string,
  id: string,
): Promise<(StoredConflict & { readonly settled: boolean }) | null> {
  const row = await own
    .select('answer_conflict')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .where('indicator_id', '=', indicatorId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...toConflict(row), settled: row.settled_at !== null } : null
}

function toConflict(row: Selectable<AnswerConflictTable>): StoredConflict {
  return {
    id: row.id,
    indicatorId: row.indicator_id,
    field: row.field as Field,
    value: row.value,
    basedOn: row.based_on,
    personId: row.person_id,
    at: row.at,
  }
}

type At = { readonly assessmentId: string; readonly indicatorId: string }

export async function insertConflict(own: OwnedTx, at: At, conflict: Omit<StoredConflict, 'indicatorId'>): Promise<void> {
  await own
    .insert('answer_conflict', {
      id: conflict.id,
      assessment_id: at.assessmentId,
      indicator_id: at.indicatorId,
      field: conflict.field,
      value: conflict.value,
      based_on: conflict.basedOn,
      person_id: conflict.personId,
      at: conflict.at,
      settled_at: null,
    })
    .execute()
}

export async function changeConflict(own: OwnedTx, at: At, id: string, value: string, when: string): Promise<void> {
  await own
    .update('answer_conflict')
    .set({ value, at: when })
    .where('assessment_id', '=', at.assessmentId)
    .where('indicator_id', '=', at.indicatorId)
    .where('id', '=', id)
    .execute()
}

const exemptions = prepared((own: Owned, assessmentId: string) =>
  own.select('exemption').selectAll().where('assessment_id', '=', assessmentId).orderBy('standard'),
)

export async function exemptionsOf(own: Owned, assessmentId: string): Promise<readonly Exemption[]> {
  const rows = await exemptions(own, assessmentId)
  return rows.map((row) => ({
    standard: row.standard,
    mark: row.mark,
    level: row.level,
    awardedOn: row.awarded_on,
    expiresOn: row.expires_on,
  }))
}

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
