import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { migrations } from '../../src/migrations/index.ts'
import { type Database, migrate, openPostgres, openSqlite, postgresDatabase } from '../../src/platform/database/index.ts'

/**
 * The database this run of the suite is for, from `TEST_DATABASE`: `sqlite` (the default), `pglite` (PostgreSQL inside this
 * process), or the address of a PostgreSQL server whose user may create databases.
 */
const engine = process.env.TEST_DATABASE ?? 'sqlite'

interface FreshDatabase {
  readonly db: Database
  /** Opens it once more, as another process would; null where the engine has only one connection. */
  readonly again: (() => Promise<Database>) | null
  readonly discard: () => Promise<void>
}

/** A fresh database of this run's engine, brought as far as `steps`, and a way to be rid of it. */
export async function freshDatabase(steps = migrations): Promise<FreshDatabase> {
  const fresh = await open()
  await migrate(fresh.db, steps)
  return fresh
}

async function open(): Promise<FreshDatabase> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'mentormark-'))
    const db = openSqlite(join(folder, 'mentormark.db'))
    return {
      db,
      again: async () => openSqlite(join(folder, 'mentormark.db')),
      async discard() {
        await db.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  }
  if (engine === 'pglite') {
    // Starting PGlite takes a second; emptying it takes a moment. One serves a whole test file, one test at a time.
    pglite ??= startPglite()
    const db = await pglite
    await sql`drop schema public cascade`.execute(db.read)
    await sql`create schema public`.execute(db.read)
    return { db, again: null, discard: async () => {} }
  }
  const name = `mentormark_${process.pid}_${Math.random().toString(36).slice(2)}`
  const admin = await openPostgres(engine)
  await sql`create database ${sql.id(name)}`.execute(admin.read)
  const address = new URL(engine)
  address.pathname = `/${name}`
  const db = await openPostgres(address.href)
  return {
    db,
    again: () => openPostgres(address.href),
    async discard() {
      await db.close()
      await sql`drop database ${sql.id(name)}`.execute(admin.read)
      await admin.close()
    },
  }
}

let pglite: Promise<Database> | null = null

async function startPglite(): Promise<Database> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { PGliteDialect } = await import('kysely')
  return postgresDatabase(new PGliteDialect({ pglite: await PGlite.create() }))
}
