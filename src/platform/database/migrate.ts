import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { DatabaseUnavailable } from './failures.ts'
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
 * @throws NewerDatabase, DatabaseUnavailable
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
  return database.withSchema((schema) => takeSteps(database, schema, migrations))
}

async function takeSteps(
  database: Database,
  schema: Kysely<never>,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: schema as unknown as Kysely<unknown>,
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
    if ((error as { code?: string }).code === NOT_PERMITTED) throw mayNotChangeTables(error)
    throw error
  }
  return (results ?? []).map((result) => result.migrationName)
}

/** PostgreSQL's code for a role that may not do what it tries. */
const NOT_PERMITTED = '42501'

function mayNotChangeTables(cause: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    'The role in DATABASE_URL may not make or change tables, which this version of Mentormark has to. Run “npm run mentormark -- database update” as the role that owns them (docs/operating.md), then start again.',
    { cause },
  )
}
