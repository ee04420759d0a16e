import type { Selectable } from 'kysely'
import { type Owned, type OwnedTx, prepared } from '../../platform/index.ts'
import type { Field } from '../answer.ts'
import type { AnswerConflictTable } from '../tables.ts'

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

/** Notes that somebody has chosen. What was kept stays in the table. */
export async function closeConflict(own: OwnedTx, at: At, id: string, when: string): Promise<void> {
  await own
    .update('answer_conflict')
    .set({ settled_at: when })
    .where('assessment_id', '=', at.assessmentId)
    .where('indicator_id', '=', at.indicatorId)
    .where('id', '=', id)
    .execute()
}

/** Lets a version that was settled wait for a choice again. */
export async function reopenConflict(own: OwnedTx, assessmentId: string, id: string): Promise<void> {
  await own
    .update('answer_conflict')
    .set({ settled_at: null })
    .where('assessment_id', '=', assessmentId)
    .where('id', '=', id)
    .execute()
}
