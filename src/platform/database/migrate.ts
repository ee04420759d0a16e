import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Database, Engine } from './index.ts'

/** One step of the schema, frozen in time once released. It imports nothing of ours, so that later changes can't alter it. */
export interface Migration {
  /** Sorts after those before it: `0001-first`. */
  readonly name: string
  up(db: Kysely<never>, engine: Engine): Promise<void>
}

/** The database holds steps this program does not know: it was used by a newer version. */
export class NewerDatabase extends Error {
  constructor() {
    super('This database was used by a newer version of Mentormark. Start that version, or restore a backup made before it.')
  }
}

/**
 * Brings the schema up to date. Steps already taken are left alone.
 * @returns names of the steps taken now
 * @throws NewerDatabase
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database.schema as unknown as Kysely<unknown>,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(migrations.map(({ name, up }) => [name, { up: (tx: Kysely<never>) => up(tx, database.engine) }])),
    },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) {
    if (error instanceof Error && /previously executed migration .* is missing/.test(error.message)) throw new NewerDatabase()
    throw error
  }
  return (results ?? []).map((result) => result.migrationName)
}
