import { DatabaseUnavailable } from './failures.ts'

const SQLITE_BUSY = 5

/**
 * SQLite's codes for what may pass: the file or the memory can't be used as things are, or others hold it.
 * https://www.sqlite.org/rescode.html
 */
const PASSING: Readonly<Record<number, string>> = {
  [SQLITE_BUSY]: 'busy',
  6: 'locked',
  7: 'out of memory',
  8: 'read only',
  10: 'disk I/O error',
  13: 'disk full',
  14: 'cannot be opened',
  15: 'locking failed',
}

/** What SQLite says of a file that can't be used just now, as `DatabaseUnavailable`; anything else as it is. */
export function passing(error: unknown): unknown {
  const { errcode = 0, message } = error as { errcode?: number; message?: string }
  const primary = errcode & 0xff
  if (!(primary in PASSING)) return error
  return new DatabaseUnavailable(`The database file can't be used: ${PASSING[primary]} (${message}).`, { cause: error })
}

export function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY
}

/** Does the work; what SQLite says of a file that can't be used comes out of it as `DatabaseUnavailable`. */
export function orPassing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw passing(error)
  }
}
