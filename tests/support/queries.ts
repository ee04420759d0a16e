import { StatementSync } from 'node:sqlite'
import { vi } from 'vitest'
import type { Database } from '../../src/platform/database/index.ts'

/**
 * How many queries that answer with rows the database was asked while `work` ran. Counted where each engine's queries all come
 * together, the prepared ones too: SQLite's own statements, and for PostgreSQL what Kysely hands to its driver.
 */
export async function queriesDuring(db: Database, work: () => Promise<unknown>): Promise<number> {
  const asked =
    db.engine === 'sqlite' ? vi.spyOn(StatementSync.prototype, 'all') : vi.spyOn(db.read.getExecutor(), 'executeQuery')
  try {
    await work()
    return asked.mock.calls.length
  } finally {
    asked.mockRestore()
  }
}
