import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { deedOf } from './deeds.ts'
import type { Database } from './index.ts'

/**
 * A handle for a library that makes its own statements: each is read from what is committed, or written durably as a
 * transaction of its own. It offers no transactions, because a library's awaits must not hold everyone else's writes.
 */
export function autocommit(database: Database): Kysely<never> {
  const connection: DatabaseConnection = {
    executeQuery<R>(query: CompiledQuery) {
      return (
        deedOf(query.sql)
          ? database.housekeep((tx) => tx.executeQuery<R>(query as CompiledQuery<R>))
          : database.read.executeQuery<R>(query as CompiledQuery<R>)
      ) as ReturnType<typeof database.read.executeQuery<R>>
    },
    // biome-ignore lint/correctness/useYield: nothing streams through this handle
    async *streamQuery() {
      throw new Error('streaming is not offered here')
    },
  }
  const unsupported = async () => {
    throw new Error('transactions are not offered here: use Database.write')
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: unsupported,
    commitTransaction: unsupported,
    rollbackTransaction: unsupported,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
  const sqlite = database.engine === 'sqlite'
  return new Kysely({
    dialect: {
      createAdapter: () => (sqlite ? new SqliteAdapter() : new PostgresAdapter()),
      createDriver: () => driver,
      createIntrospector: (db) => (sqlite ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
      createQueryCompiler: () => (sqlite ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
    },
  })
}
