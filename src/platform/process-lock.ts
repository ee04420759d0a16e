import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { newId } from './ids.ts'

/**
 * A file that a process keeps locked for as long as it runs, however it ends: others can tell by it whether it still does, also
 * from another container or, where the file system has locks, another machine. Node has no locks on files; SQLite, which is here
 * anyway, has them on each of its own.
 */
export interface ProcessLock {
  readonly id: string
  release(): void
}

const ENDING = '.lock'

/** Null where a file can't be locked. The folder must exist. */
export function holdLock(folder: string): ProcessLock | null {
  const id = newId()
  const file = join(folder, `${id}${ENDING}`)
  // Nobody finds it before it is locked.
  const unlocked = `${file}.new`
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(unlocked, { timeout: 0 })
    // Nothing is ever written, so there is nothing to keep a journal of.
    database.exec('pragma journal_mode = memory; begin exclusive')
    renameSync(unlocked, file)
  } catch {
    database?.close()
    rmSync(unlocked, { force: true })
    return null
  }
  const held = database
  return {
    id,
    release() {
      rmSync(file, { force: true })
      held.close()
    },
  }
}

/** The id in the name of a lock file; null when the name is another's. */
export function lockIn(name: string): string | null {
  return name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : null
}

/** True when the process that made the lock runs, or when that can't be told. Never asked about one's own. */
export function isHeld(folder: string, id: string): boolean {
  let database: DatabaseSync | null = null
  try {
    const file = pathToFileURL(join(folder, `${id}${ENDING}`))
    // Never made here: it may have been released a moment ago.
    file.searchParams.set('mode', 'rw')
    database = new DatabaseSync(file, { timeout: 0 })
    database.exec('pragma journal_mode = memory; begin exclusive; rollback')
    return false
  } catch {
    return true
  } finally {
    database?.close()
  }
}
