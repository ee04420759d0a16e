import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/databases.ts'
import { NO_ORGANISATION } from '../platform/audit.ts'
import type { Context, Services } from '../platform/context.ts'
import { type Database, ownedBy } from '../platform/database/index.ts'
import { loadPack, registerBuiltIn } from './actions.ts'
import { compilePack } from './pack/read.ts'
import { findEdition, listEditions, pinnedEdition } from './store.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')
const minimal = fixture('minimal')
const everything = fixture('everything')
const reworded = minimal.replace('A volunteer reads', 'Somebody reads')
const restructured = minimal.replace('id: "4.1"', 'id: "4.2"').replace('core: false', 'core: true')

let db: Database
let discard: () => Promise<void>
let context: Context
beforeEach(async () => {
  ;({ db, discard } = await freshDatabase())
  const services = { db, clock: { now: () => new Date('2026-03-04T10:00:00.000Z') } } as Services
  context = { ...services, actor: { kind: 'system', name: 'test' } }
})
afterEach(() => discard())

const statement = async () => (await findEdition(db.read, 'reading-friends', 'published'))?.indicators.at(-1)?.statement
const trail = async () =>
  (await ownedBy(db.read, NO_ORGANISATION).select('activity').select(['action', 'subject', 'actor']).orderBy('id').execute()).map(
    ({ action, subject, actor }) => `${actor} ${action} ${subject}`,
  )

describe('loading a pack', () => {
  test('adds an edition that is then listed and found', async () => {
    expect(await loadPack(context, minimal, 'pack.yaml')).toMatchObject({ ok: true, outcome: 'added' })
    await loadPack(context, everything, 'pack.yaml')
    expect((await listEditions(db.read)).map(({ id, edition, title, loadedAt }) => [id, edition, title, loadedAt])).toEqual([
      ['reading-friends', '2.0-draft', 'Reading Friends Standard', '2026-03-04T10:00:00.000Z'],
      ['reading-friends', 'published', 'Reading Friends Standard', '2026-03-04T10:00:00.000Z'],
    ])
    expect(await statement()).toBe('A volunteer reads with each child.')
    expect(await findEdition(db.read, 'reading-friends', '1999')).toBeNull()
    expect(await findEdition(db.read, 'nobody', 'published')).toBeNull()
  })

  test('is on the audit trail', async () => {
    await loadPack(context, minimal, 'pack.yaml')
    expect(await trail()).toEqual(['system:test framework.loaded framework/reading-friends/edition/published'])
  })

  test('again changes nothing', async () => {
    await loadPack(context, minimal, 'pack.yaml')
    expect(await loadPack(context, `# the same\n${minimal}`, 'pack.yaml')).toMatchObject({ ok: true, outcome: 'unchanged' })
    expect(await trail()).toHaveLength(1)
  })

  test('in other words leaves the old words to what is pinned to them', async () => {
    const loaded = await loadPack(context, minimal, 'pack.yaml')
    const pinned = loaded.ok ? loaded.edition.digest : ''
    await loadPack(context, reworded, 'pack.yaml')
    expect((await pinnedEdition(db.read, pinned)).indicators.at(-1)?.statement).toBe('A volunteer reads with each child.')
    expect(await statement()).toBe('Somebody reads with each child.')
    expect(await listEditions(db.read)).toHaveLength(1)
    await loadPack(context, minimal, 'pack.yaml')
    expect(await statement()).toBe('A volunteer reads with each child.')
  })

  test('in other words replaces the words', async () => {
    await loadPack(context, minimal, 'pack.yaml')
    await statement()
    expect(await loadPack(context, reworded, 'pack.yaml')).toMatchObject({ ok: true, outcome: 'reworded' })
    expect(await statement()).toBe('Somebody reads with each child.')
  })

  test('that differs in structure is refused, saying how, and changes nothing', async () => {
    await loadPack(context, minimal, 'pack.yaml')
    expect(await loadPack(context, restructured, 'pack.yaml')).toMatchObject({
      ok: false,
      because: 'structure',
      changes: ['The indicators differ: 4.1 would go; 4.2 would be new.', 'Indicator 1.2 becomes core.'],
    })
    expect(await statement()).toBe('A volunteer reads with each child.')
    expect(await trail()).toHaveLength(1)
  })

  test('with faults is refused with all of them', async () => {
    const loaded = await loadPack(
      context,
      minimal.replace('core: false', 'core: no').replace('id: steady', 'id: STEADY'),
      'pack.yaml',
    )
    expect(loaded).toMatchObject({ ok: false, because: 'faults', faults: [{ line: 10 }, { line: 36 }] })
    expect(await listEditions(db.read)).toEqual([])
  })

  test('is not for people who are signed in', async () => {
    const person: Context = { ...context, actor: { kind: 'person', id: 'p', name: 'Ada', email: 'ada@example.org' } }
    await expect(loadPack(person, minimal, 'pack.yaml')).rejects.toMatchObject({ kind: 'not-allowed' })
  })
})

describe('the packs that come with the program', () => {
  const register = (...packs: readonly string[]) =>
    registerBuiltIn(
      context,
      packs.map((pack) => compilePack(pack, 'pack.yaml')),
    )

  test('are there after the first start, and later starts change nothing', async () => {
    await register(minimal, everything)
    await register(minimal, everything)
    expect(await listEditions(db.read)).toHaveLength(2)
    expect(await trail()).toEqual([
      'system:start-up framework.registered framework/reading-friends/edition/published',
      'system:start-up framework.registered framework/reading-friends/edition/2.0-draft',
    ])
  })

  test('bring their improved words', async () => {
    await register(minimal)
    await register(reworded)
    expect(await statement()).toBe('Somebody reads with each child.')
  })

  test('leave words alone that were loaded by hand', async () => {
    await register(minimal)
    await loadPack(context, reworded, 'pack.yaml')
    await register(minimal)
    expect(await statement()).toBe('Somebody reads with each child.')
  })

  test('may not change structure', async () => {
    await register(minimal)
    await expect(register(restructured)).rejects.toThrow(/differs from it in more than words[\s\S]*4\.2 would be new/)
  })
})

test('an edition changed behind the program’s back is not used', async () => {
  await loadPack(context, minimal, 'pack.yaml')
  const { content } = await db.read.selectFrom('framework_edition').select('content').executeTakeFirstOrThrow()
  // A digest this process has not met yet, so that the content is read.
  const tampered = { content: content.replace('Rota', 'Nothing'), digest: 'f'.repeat(64) }
  await db.housekeep((tx) => tx.updateTable('framework_edition').set(tampered).execute())
  await expect(statement()).rejects.toThrow('its digest does not fit')
})
