import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { migrate, openSqlite } from './index.ts'

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
