import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { first } from '../src/migrations/0001-first.ts'
import { migrations } from '../src/migrations/index.ts'
import { migrate } from '../src/platform/database/index.ts'
import { NO_ORGANISATION } from '../src/platform/index.ts'
import { freshDatabase } from './support/databases.ts'

/**
 * Each step as it was first used, by the SHA-256 of its text. A database that has taken a step never takes it again: one that is
 * changed afterwards makes new databases that differ from old ones, and pages that fail on the old. Mend it with another step.
 */
const FROZEN: Readonly<Record<string, string>> = {
  '0001-first': '10555682b528b5c0b23ff4f1856b0f727fdea85fc02f229b0b26cd5bf7992e2f',
  '0002-mailed-links': '5c043552203429dcc45a02df58cfee50d8afc3ded5dd5ec1f23c12f1a3f203f3',
  '0003-file-space': '44c9fc16880eabf63357072572272df964c847a4aa73ee80579fe0d362996ab4',
  '0009-declined-wording': '0d814b9c13224d0fd726a43affe9faddc9a10e191c31ddc4f331f2962ed9e342',
}

const folder = join(import.meta.dirname, '../src/migrations')
const steps = readdirSync(folder).filter((file) => /^\d{4}-/.test(file))

test('every step is in the list, in the order of its number', () => {
  expect(migrations.map(({ name }) => `${name}.ts`)).toEqual(steps.sort())
})

test.each(steps)('%s is as it was', (file) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8')
  const digest = createHash('sha256').update(text).digest('hex')
  expect(digest, 'Take the change back and add a step. A new step’s digest belongs in FROZEN').toBe(
    FROZEN[file.replace('.ts', '')],
  )
})

test('who has chosen a passphrase through a mailed link before counts as confirmed; nobody else does', async () => {
  const { db, discard } = await freshDatabase([first])
  try {
    const at = '2026-01-01T00:00:00.000Z'
    await db.withSchema(async (schema) => {
      const old = schema as unknown as Kysely<Record<string, Record<string, unknown>>>
      for (const id of ['reset', 'changed', 'closed']) {
        const closed_at = id === 'closed' ? at : null
        const person = { id, name: id, email: `${id}@x.example`, image: null, created_at: at, updated_at: at, closed_at }
        await old
          .insertInto('person')
          .values({ ...person, email_verified: sql`false` })
          .execute()
        const action = id === 'changed' ? 'passphrase.changed' : 'passphrase.reset'
        const line = {
          organisation_id: NO_ORGANISATION,
          id,
          at,
          actor: 'system:x',
          action,
          subject: `person/${id}`,
          detail: '{}',
        }
        await old.insertInto('activity').values(line).execute()
      }
    })
    await migrate(db, migrations)
    const people = await db.read.selectFrom('person').select(['id', 'email_verified']).orderBy('id').execute()
    expect(people.map(({ id, email_verified }) => [id, Boolean(email_verified)])).toEqual([
      ['changed', false],
      ['closed', false],
      ['reset', true],
    ])
  } finally {
    await discard()
  }
})
