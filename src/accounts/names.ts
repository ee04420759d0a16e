import type { ReaderOrTx } from '../platform/database/tables.ts'

/** People's names by id. Someone who has been erased is left out. */
export async function namesOf(db: ReaderOrTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)].filter((id) => id !== '').slice(0, 500)
  if (asked.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', asked).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
