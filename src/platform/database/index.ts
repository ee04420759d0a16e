import type { Kysely } from 'kysely'

export { autocommit } from './autocommit.ts'

import type { Reader, Tx } from './tables.ts'

export { eachRow } from './each-row.ts'
export { eraseOwned, tablesOfOrganisations } from './erase.ts'
export { Conflict, DatabaseUnavailable } from './failures.ts'
export { type Migration, migrate, NewerDatabase } from './migrate.ts'
export { type Owned, type OwnedTx, ofEveryone, ownedBy } from './owned.ts'
export { openPostgres, type PostgresOptions, postgresDatabase } from './postgres.ts'
export { prepared } from './prepared.ts'
export { openSqlite } from './sqlite.ts'
export type { OwnedTables, Reader, ReaderOrTx, SharedTables, Tx } from './tables.ts'

export type Engine = 'sqlite' | 'postgres'

export interface Database {
  readonly engine: Engine
  /** Reads what has been committed. */
  readonly read: Reader
  /**
   * Runs `work` in one transaction and resolves once it is durable. What `work` throws undoes it and is thrown on.
   * Transactions behave as if they ran one after another. `work` awaits nothing but its own queries: no mail, file or network.
   * A transaction that changes something and writes no audit line is refused (see `platform/audit.ts`).
   * @throws DatabaseUnavailable when the database is away; `read` does so too
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same without an audit line: only for housekeeping that no person did (mail delivery, sign-in throttles). */
  housekeep<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** For migrations at start-up, when nothing else is running: steps of the schema may take as long as they take. */
  withSchema<T>(work: (schema: Kysely<never>) => Promise<T>): Promise<T>
  /** True when the database answers, within two seconds. Never rejects. */
  healthy(): Promise<boolean>
  close(): Promise<void>
}
