import type { Selectable } from 'kysely'
import type { Owned, OwnedTx } from '../../platform/index.ts'
import { type Changes, isNothing, type Snapshot } from '../snapshot.ts'
import type { CorrectionTable } from '../tables.ts'

/** A correction of a completed assessment, open or ended. */
export interface Correction {
  readonly opening: number
  readonly revision: number
  readonly reason: string
  readonly openedAt: string
  /** How everything stood when it was opened. */
  readonly openedWith: Snapshot
  readonly outcome: CorrectionTable['outcome']
  readonly closedAt: string | null
  /** Of a discarded one: how everything stood then, and what it had changed. */
  readonly discarded: { readonly with: Snapshot; readonly changed: Changes } | null
}

function toCorrection(row: Selectable<CorrectionTable>): Correction {
  return {
    opening: row.opening,
    revision: row.revision,
    reason: row.reason,
    openedAt: row.opened_at,
    openedWith: JSON.parse(row.opened_with) as Snapshot,
    outcome: row.outcome,
    closedAt: row.closed_at,
    discarded:
      row.closed_with !== null && row.changed !== null
        ? { with: JSON.parse(row.closed_with) as Snapshot, changed: JSON.parse(row.changed) as Changes }
        : null,
  }
}

export async function findCorrection(own: Owned, assessmentId: string, opening: number): Promise<Correction | null> {
  const row = await own
    .select('correction')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .where('opening', '=', opening)
    .executeTakeFirst()
  return row ? toCorrection(row) : null
}

/** So many corrections in a row may have been discarded with nothing changed in them. */
const LOOKED_THROUGH = 20

/**
 * The correction of what is completed now that was discarded last and had changed something, to be picked up where it was left;
 * null when there is none.
 */
export async function toPickUp(
  own: Owned,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<(Correction & { readonly discarded: NonNullable<Correction['discarded']> }) | null> {
  const rows = await own
    .select('correction')
    .selectAll()
    .where('assessment_id', '=', id)
    .where('revision', '=', revision + 1)
    .where('outcome', '=', 'discarded')
    .orderBy('opening', 'desc')
    .limit(LOOKED_THROUGH)
    .execute()
  for (const correction of rows.map(toCorrection)) {
    const { discarded } = correction
    if (discarded && !isNothing(discarded.changed)) return { ...correction, discarded }
  }
  return null
}

export async function insertCorrection(
  own: OwnedTx,
  assessmentId: string,
  correction: Pick<Correction, 'opening' | 'revision' | 'reason' | 'openedAt' | 'openedWith'> & { readonly openedBy: string },
): Promise<void> {
  await own
    .insert('correction', {
      assessment_id: assessmentId,
      opening: correction.opening,
      revision: correction.revision,
      reason: correction.reason,
      opened_by: correction.openedBy,
      opened_at: correction.openedAt,
      opened_with: JSON.stringify(correction.openedWith),
      outcome: null,
      closed_by: null,
      closed_at: null,
      closed_with: null,
      changed: null,
    })
    .execute()
}

/** @param discarded what was discarded, of one that was not completed */
export async function closeCorrection(
  own: OwnedTx,
  assessmentId: string,
  opening: number,
  by: { readonly personId: string; readonly at: string },
  discarded: Correction['discarded'],
): Promise<void> {
  await own
    .update('correction')
    .set({
      outcome: discarded ? 'discarded' : 'completed',
      closed_by: by.personId,
      closed_at: by.at,
      closed_with: discarded && JSON.stringify(discarded.with),
      changed: discarded && JSON.stringify(discarded.changed),
    })
    .where('assessment_id', '=', assessmentId)
    .where('opening', '=', opening)
    .execute()
}

/** True while a correction of the assessment is open. */
export async function isBeingCorrected(own: Owned, assessmentId: string): Promise<boolean> {
  const row = await own
    .select('correction')
    .select('opening')
    .where('assessment_id', '=', assessmentId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
