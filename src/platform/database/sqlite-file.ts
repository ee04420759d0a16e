import { chmodSync, closeSync, openSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseUnavailable } from './failures.ts'
import { isBusy } from './sqlite-faults.ts'

/**
 * Pages of 4 kB that may wait in the log before they are moved to the database. At SQLite's own 1,000 that happens every few
 * commits of many people's saves, which write the same pages again; the log stays under 20 MB.
 */
const CHECKPOINT_AFTER = 4000

/** The mode of a file that only its owner reads and writes. */
const OWNER_ONLY = 0o600

/** How long one process waits for another that is writing, in milliseconds: its transactions, not its other visitors. */
export const BUSY = 5000

/**
 * SQLite waits by holding the whole process. A read has to wait only while another process opens or mends the database, so it may
 * take this long, in milliseconds; a write waits outside SQLite. At the start nobody else is held, and steps of the schema take
 * their time.
 */
export const HELD = { reading: 100, writing: 0, starting: 30_000 } as const

/**
 * Sessions and hashes are in it: nobody else on this machine reads it, whoever may look into its folder. SQLite gives what it puts
 * beside the database the database's own mode; what was made before, by us or by a restore, is made so now.
 */
export function keepToOwner(file: string): void {
  try {
    // Only a file that is new is opened here: closing one that SQLite has open would let go of SQLite's locks on it.
    closeSync(openSync(file, 'wx', OWNER_ONLY))
  } catch {
    for (const each of [file, `${file}-wal`, `${file}-shm`]) tighten(each)
  }
}

function tighten(file: string): void {
  try {
    chmodSync(file, OWNER_ONLY)
  } catch {
    // It isn't there, or isn't ours to change: whether it can be opened, SQLite says itself.
  }
}

/** @param held how long a statement may wait for another process, and this one with it, once the connection is open */
export function connect(file: string, held: number): DatabaseSync {
  try {
    const connection = new DatabaseSync(file, { timeout: BUSY })
    writeAhead(connection)
    connection.exec('pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -16000')
    connection.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_AFTER}`)
    // The first look at the file may have to mend what a kill has left.
    connection.prepare('select count(*) from sqlite_schema').get()
    connection.exec(`pragma busy_timeout = ${held}`)
    return connection
  } catch (error) {
    throw new DatabaseUnavailable(`The database file ${file} can't be opened: ${(error as Error).message}.`, { cause: error })
  }
}

/** A new file is changed over once, and SQLite does not wait for another process that is doing so: we do. */
function writeAhead(connection: DatabaseSync): void {
  for (let waited = 0; ; waited += 50) {
    try {
      connection.exec('pragma journal_mode = wal')
      return
    } catch (error) {
      if (!isBusy(error) || waited >= BUSY) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
}

/**
 * A file that was deleted or put aside while it is open goes on being written to, and all of that is gone with the next start.
 * @returns throws DatabaseUnavailable while the files in place are not those that are open
 */
export function watchPlace(file: string): () => void {
  const files = [file, `${file}-wal`]
  const identity = (path: string) => {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false })
    return found && `${found.dev}:${found.ino}`
  }
  const opened = files.map(identity)
  return () => {
    if (files.every((path, index) => identity(path) === opened[index])) return
    throw new DatabaseUnavailable(
      `The database file ${file} was moved, deleted or replaced while Mentormark is running. Put it back as it was, or stop Mentormark before you change it.`,
    )
  }
}
