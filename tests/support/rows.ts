import { type Kysely, sql } from 'kysely'
import type { World } from './world.ts'

/** Every row of every table, as JSON by table: to look for what should be nowhere. Mail on its way is sent first. */
export async function everyRow(world: World): Promise<ReadonlyMap<string, readonly string[]>> {
  await world.services.mail.deliver()
  const db = world.services.db.read as unknown as Kysely<Record<string, unknown>>
  const found = new Map<string, readonly string[]>()
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db)
    found.set(
      name,
      rows.map((row) => JSON.stringify(row)),
    )
  }
  return found
}

/** The tables, with their rows, in which any of the words is. */
export async function rowsWith(world: World, ...words: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {}
  for (const [table, rows] of await everyRow(world)) {
    const matching = rows.filter((row) => words.some((word) => row.includes(word)))
    if (matching.length > 0) found[table] = matching
  }
  return found
}
