import { chmodSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { type Database, DatabaseUnavailable, migrate, openSqlite, type Tx } from './index.ts'

/** An operator's own data folder, which everybody on the machine may look into. */
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentormark-open-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const NAMES = ['mentormark.db', 'mentormark.db-wal', 'mentormark.db-shm']
const modes = () => NAMES.map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8))

test('only its owner can read a database, and what lies beside it', async () => {
  const db = openSqlite(join(folder, 'mentormark.db'))
  await migrate(db, migrations)
  expect(modes()).toEqual(['600', '600', '600'])
  await db.close()
})

test('a database that anybody could read is theirs alone from the next start', async () => {
  const file = join(folder, 'mentormark.db')
  const before = openSqlite(file)
  await migrate(before, migrations)
  for (const name of NAMES) chmodSync(join(folder, name), 0o644)
  const db = openSqlite(file)
  expect(modes()).toEqual(['600', '600', '600'])
  expect(await db.healthy()).toBe(true)
  await db.close()
  await before.close()
})

test('an empty file is a new database', async () => {
  writeFileSync(join(folder, 'mentormark.db'), '')
  const db = openSqlite(join(folder, 'mentormark.db'))
  await migrate(db, migrations)
  expect(modes()).toEqual(['600', '600', '600'])
  await db.close()
})

describe('the file can’t be used', () => {
  let file: string
  let db: Database
  beforeEach(async () => {
    file = join(folder, 'mentormark.db')
    db = openSqlite(file)
    await migrate(db, migrations)
  })
  afterEach(() => db.close())

  const count = (key: string) => (tx: Tx) =>
    sql`insert into throttle (key, count, resets_at) values (${key}, 1, '2026-01-01')`.execute(tx)
  const keys = async () =>
    (await sql<{ key: string }>`select substr(key, 1, 9) as key from throttle order by key`.execute(db.read)).rows.map(
      ({ key }) => key,
    )

  test('another process is writing: saves wait for it, and nothing else does', async () => {
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    let longest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const writing = db.housekeep(count('waited'))
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(await keys()).toEqual([])
    expect(await db.healthy()).toBe(true)
    other.exec('commit')
    await writing
    clearInterval(watch)
    expect(await keys()).toEqual(['waited'])
    expect(longest).toBeLessThan(250)
    other.close()
  })

  test('another process writes for ever: saves give up in the end, and go on when it is gone', async () => {
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    const began = performance.now()
    const outcomes = await Promise.allSettled([db.housekeep(count('one')), db.housekeep(count('two'))])
    expect(outcomes).toMatchObject(Array(2).fill({ status: 'rejected', reason: expect.any(DatabaseUnavailable) }))
    expect(performance.now() - began).toBeGreaterThan(4_000)
    other.close()
    await db.housekeep(count('three'))
    expect(await keys()).toEqual(['three'])
  })

  test('the disk is full: nothing is half written, and it goes on when there is room', async () => {
    await db.housekeep((tx) => sql`pragma max_page_count = 1`.execute(tx))
    const large = 'large'.padEnd(400_000, '.')
    const outcomes = await Promise.allSettled([
      db.housekeep(count('beside')),
      db.housekeep(async (tx) => {
        await count(large)(tx)
        await count('after')(tx)
      }),
    ])
    expect(outcomes).toMatchObject(Array(2).fill({ status: 'rejected', reason: expect.any(DatabaseUnavailable) }))
    expect((outcomes[0] as PromiseRejectedResult).reason.message).toBe(
      "The database file can't be used: disk full (database or disk is full).",
    )
    expect(await keys()).toEqual([])
    await db.housekeep((tx) => sql`pragma max_page_count = 100000`.execute(tx))
    await db.housekeep(count(large))
    expect(await keys()).toEqual(['large....'])
  })

  test('the file was put aside: nothing is acknowledged until it is back', async () => {
    await db.housekeep(count('before'))
    renameSync(file, `${file}.aside`)
    await expect(db.housekeep(count('meanwhile'))).rejects.toThrow(/was moved, deleted or replaced while Mentormark is running/)
    expect(await db.healthy()).toBe(false)
    renameSync(`${file}.aside`, file)
    await db.housekeep(count('after'))
    expect(await keys()).toEqual(['after', 'before'])
    expect(await db.healthy()).toBe(true)
  })

  test('another file was put in its place, or its log deleted', async () => {
    rmSync(`${file}-wal`)
    await expect(db.housekeep(count('without its log'))).rejects.toThrow(DatabaseUnavailable)
    rmSync(file)
    writeFileSync(file, '')
    await expect(db.housekeep(count('into another'))).rejects.toThrow(DatabaseUnavailable)
  })
})
