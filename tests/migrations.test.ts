import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { findAssessment } from '../src/assessment/index.ts'
import { findCorrection } from '../src/assessment/store/corrections.ts'
import { first } from '../src/migrations/0001-first.ts'
import { mailedLinks } from '../src/migrations/0002-mailed-links.ts'
import { fileSpace } from '../src/migrations/0003-file-space.ts'
import { migrations } from '../src/migrations/index.ts'
import { migrate } from '../src/platform/database/index.ts'
import { NO_ORGANISATION, ownedBy } from '../src/platform/index.ts'
import { freshDatabase } from './support/databases.ts'

/**
 * Each step as it was first used, by the SHA-256 of its text. A database that has taken a step never takes it again: one that is
 * changed afterwards makes new databases that differ from old ones, and pages that fail on the old. Mend it with another step.
 */
const FROZEN: Readonly<Record<string, string>> = {
  '0001-first': '10555682b528b5c0b23ff4f1856b0f727fdea85fc02f229b0b26cd5bf7992e2f',
  '0002-mailed-links': '5c043552203429dcc45a02df58cfee50d8afc3ded5dd5ec1f23c12f1a3f203f3',
  '0003-file-space': '44c9fc16880eabf63357072572272df964c847a4aa73ee80579fe0d362996ab4',
  '0004-corrections': '87ab103d3275c1185b9e43ea05a6877890b810def7b9b37326beef859b888a02',
  '0006-previews': '84e01cbfce99bb31eede6ceecf14f4eb4b813ffc62d21c33d7d77082ed07371d',
  '0007-report-settings': '71a7061bc62d1f693d5626b011729b002117c4f5b4c5eefdfe4af6a94024c8b6',
  '0008-sign-up-links': 'd86035c8abf9eb0b07ff2587cabed0caa291529699db25421f0817d45df39981',
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

test('a correction that was open before is taken up: what was sealed is back, and it can be discarded', async () => {
  const { db, discard } = await freshDatabase([first, mailedLinks, fileSpace])
  const [before, sealed, after] = ['2026-01-01', '2026-02-01', '2026-03-01'].map((day) => `${day}T10:00:00.000Z`) as [
    string,
    string,
    string,
  ]
  const completion = {
    completedOn: '2026-02-01',
    completedBy: 'Dev',
    completedByRole: 'Lead',
    nextReviewOn: '2027-02-01',
    reviewedBy: null,
  }
  try {
    await db.withSchema(async (schema) => {
      const old = schema as unknown as Kysely<Record<string, Record<string, unknown>>>
      const add = (table: string, ...rows: Record<string, unknown>[]) =>
        old
          .insertInto(table)
          .values(rows.map((row) => ({ organisation_id: 'o', ...row })))
          .execute()
      const organisation = { id: 'o', name: 'Old', kind: null, registrations: '[]', areas: '[]', models: '[]', marks: '[]' }
      await old
        .insertInto('organisation')
        .values({ ...organisation, created_at: before, updated_at: before })
        .execute()
      const assessment = {
        framework_id: 'f',
        edition: '1',
        digest: 'd',
        scope: 'core',
        lead: 'Sam',
        started_at: before,
        completed_on: null,
        completed_by: null,
        completed_by_role: null,
        next_review_on: null,
        reviewed_by: null,
      }
      await add(
        'assessment',
        { ...assessment, id: 'a', programme: 'New name', status: 'in-progress', revision: 2, revision_reason: 'A slip' },
        { ...assessment, id: 'b', programme: 'Club', status: 'in-progress', revision: 1, revision_reason: null },
        { ...assessment, id: 'c', programme: 'club', status: 'in-progress', revision: 1, revision_reason: null },
      )
      const record = { programme: 'Club', lead: 'Dev', scope: 'core', revisionReason: null, exemptions: [], completion }
      const content = JSON.stringify(record)
      await add('sealed_assessment', { assessment_id: 'a', revision: 1, sha256: 'x', content, sealed_at: sealed })
      const change = { assessment_id: 'a', indicator_id: '1.1', field: 'evidence', person_id: 'p' }
      await add(
        'answer_change',
        { ...change, revision: 1, value: 'one', at: before },
        { ...change, revision: 2, value: 'two', at: sealed },
        { ...change, revision: 3, value: 'three', at: after },
        { ...change, revision: 1, value: 'new', at: after, indicator_id: '1.2' },
      )
      const item = { kind: 'place', title: 'x', url: null, place: 'y', file_name: null, file_type: null, file_bytes: null }
      const about = { ...item, file_sha256: null, subject: 'assessment/a/indicator/1.1', added_by: 'p' }
      await add(
        'evidence',
        { ...about, id: 'stays', added_at: before, removed_at: null },
        { ...about, id: 'removed-since', added_at: before, removed_at: after },
        { ...about, id: 'removed-before', added_at: before, removed_at: before },
        { ...about, id: 'added-since', added_at: after, removed_at: null },
        { ...about, id: 'elsewhere', added_at: before, removed_at: null, subject: 'assessment/b/indicator/1.1' },
      )
    })
    await migrate(db, migrations)
    const own = ownedBy(db.read, 'o')
    expect(await findAssessment(own, 'a')).toMatchObject({ completion, opening: 1, planId: 'a', beganWith: 'core', ordinal: 1 })
    expect((await findCorrection(own, 'a', 1))?.openedWith).toEqual({
      answers: { '1.1': { revision: 2 } },
      unsettled: [],
      evidence: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === 'removed-since,stays'),
      exemptions: [],
      programme: 'Club',
      lead: 'Dev',
      scope: 'core',
      revisionReason: null,
    })
    expect(await findAssessment(own, 'b')).toMatchObject({ completion: null, opening: 0, ordinal: 1, continues: null })
    expect(await findAssessment(own, 'c')).toMatchObject({ ordinal: 2 })
    expect(await findCorrection(own, 'b', 0)).toBeNull()
  } finally {
    await discard()
  }
})
