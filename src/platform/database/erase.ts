import { type Kysely, sql } from 'kysely'
import type { ReaderOrTx, Tx } from './tables.ts'

type Any = Kysely<Record<string, { organisation_id: string }>>

/** Every table that has rows of organisations, as the database itself lists them, so that a new one can't be forgotten. */
export async function tablesOfOrganisations(db: ReaderOrTx): Promise<readonly string[]> {
  const tables = await db.introspection.getTables()
  const schema = tables.some((table) => table.schema) ? await currentSchema(db) : undefined
  return tables
    .filter((table) => !table.isView && table.schema === schema)
    .filter((table) => table.columns.some((column) => column.name === 'organisation_id'))
    .map((table) => table.name)
    .sort()
}

/**
 * Erases everything that one organisation owns, its memberships and its audit lines included.
 * @returns how many rows of each table there were
 */
export async function eraseOwned(tx: Tx, organisationId: string): Promise<Readonly<Record<string, number>>> {
  const any = tx as unknown as Any
  const erased: Record<string, number> = {}
  const tables = await tablesOfOrganisations(tx)
  // Counted first: deleting a row takes along those that belong to it.
  for (const table of tables) {
    const { rows } = await any
      .selectFrom(table)
      .select((e) => e.fn.countAll().as('rows'))
      .where('organisation_id', '=', organisationId)
      .executeTakeFirstOrThrow()
    if (Number(rows) > 0) erased[table] = Number(rows)
  }
  for (const table of tables) await any.deleteFrom(table).where('organisation_id', '=', organisationId).execute()
  return erased
}

async function currentSchema(db: ReaderOrTx): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db)
  return rows[0]?.name
}
