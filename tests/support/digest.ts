import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { World } from './world.ts'

/** What every table holds, as one digest each: two are equal when nothing was written in between. Mail on its way is sent first. */
export async function digests(world: World): Promise<Readonly<Record<string, string>>> {
  await world.services.mail.deliver()
  const db = world.services.db.read as unknown as Kysely<Record<string, unknown>>
  const tables = (await db.introspection.getTables()).map((table) => table.name).sort()
  const entries = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(db)
      const lines = rows.map((row) => JSON.stringify(row)).sort()
      return [table, `${rows.length} rows, ${createHash('sha256').update(lines.join('\n')).digest('hex')}`] as const
    }),
  )
  return Object.fromEntries(entries)
}
