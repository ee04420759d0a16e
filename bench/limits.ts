import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { node } from '../scripts/prepare.mjs'

/** What the machine itself can do, measured in the same run and on the same disk. */

/** Durable SQLite commits of `bytes` bytes, one at a time, as the program sets its database. @returns commits a second */
export function bareCommits(folder: string, bytes: number, seconds: number): number {
  const database = new DatabaseSync(join(folder, `bare-${process.hrtime.bigint()}.db`))
  database.exec('pragma journal_mode = wal; pragma synchronous = full; create table words (id integer primary key, words text)')
  const insert = database.prepare('insert into words (words) values (?)')
  const words = 'x'.repeat(bytes)
  let commits = 0
  const began = performance.now()
  while (performance.now() - began < seconds * 1000) {
    database.exec('begin immediate')
    insert.run(words)
    database.exec('commit')
    commits++
  }
  const perSecond = (commits / (performance.now() - began)) * 1000
  database.close()
  return perSecond
}

/** Milliseconds for this Node to start and end with nothing to do; the best of three. */
export function bareNodeStart(): number {
  return Math.min(
    ...Array.from({ length: 3 }, () => {
      const began = performance.now()
      spawnSync(node, ['-e', ''])
      return performance.now() - began
    }),
  )
}
