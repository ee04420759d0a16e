import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bareCommits } from '../bench/bare-commits.ts'
import { migrations } from '../src/migrations/index.ts'
import { migrate, openSqlite } from '../src/platform/database/index.ts'

test('the limit that saves are measured against writes rows our tables take', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mentormark-'))
  const db = openSqlite(join(folder, 'mentormark.db'))
  await migrate(db, migrations)
  const bare = bareCommits(folder)
  expect(bare.perSecond(0.05)).toBeGreaterThan(0)
  bare.close()
  await db.close()
  rmSync(folder, { recursive: true })
})
