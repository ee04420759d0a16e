import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alice, bob } from '../../tests/support/personas.ts'
import { createWorld, type World } from '../../tests/support/world.ts'
import { actorId, asSystem, type Context, type Owned, ownedBy } from '../platform/index.ts'
import { MOST_ITEMS, MOST_REMOVED, type NewEvidence, putBackSince } from './rules.ts'
import { evidenceAbout, evidenceAndRemoved, evidenceUnder, findEvidence } from './store.ts'
import { addEvidence, removeEvidence, restoreEvidence } from './testing.ts'

let world: World
let context: Context
let own: Owned
let ours: string
let theirs: string
/** Each test asks about an assessment of its own. */
let assessment = ''
let count = 0
beforeAll(async () => {
  world = await createWorld()
  const owner = await alice(world)
  ours = owner.organisation
  theirs = (await bob(world)).organisation
  context = { ...world.services, actor: { kind: 'person', id: owner.id, name: owner.name, email: owner.email } }
  own = ownedBy(world.services.db.read, ours)
})
afterAll(() => world.end())
beforeEach(() => {
  assessment = `assessment/${++count}`
})

const subject = (indicator: string) => `${assessment}/indicator/${indicator}`
const add = (about: string, ...items: NewEvidence[]) => addEvidence(context, ours, about, items)
const link: NewEvidence = { kind: 'link', title: 'Policy', url: 'https://example.org/policy' }
const place: NewEvidence = { kind: 'place', title: 'Consent forms', place: 'Locked cabinet' }
const file: NewEvidence = {
  kind: 'file',
  title: 'Plan',
  fileName: 'Plan.pdf',
  fileType: 'application/pdf',
  bytes: 1234,
  sha256: 'ab'.repeat(32),
}

async function auditLines() {
  const lines = await own.select('activity').select(['action', 'subject', 'actor', 'detail']).orderBy('id').execute()
  return lines.filter((line) => line.subject.startsWith(assessment))
}

describe('adding', () => {
  test('keeps all that was said, who said it and when', async () => {
    await add(subject('1.1'), link, place, file)
    const items = await evidenceAbout(own, subject('1.1'))
    const by = { subject: subject('1.1'), addedBy: actorId(context.actor), addedAt: '2026-03-04T10:00:00.000Z', preview: 'none' }
    expect(items.map(({ id: _, ...item }) => item)).toEqual([link, place, file].map((item) => ({ ...item, ...by })))
  })

  test('writes an audit line for each, without people’s words', async () => {
    await add(subject('1.1'), link, file)
    const lines = await auditLines()
    expect(lines.map(({ action }) => action)).toEqual(['evidence.added', 'evidence.added'])
    expect(lines.map(({ detail }) => JSON.parse(detail))).toEqual([
      { kind: 'link' },
      { kind: 'file', type: 'application/pdf', bytes: 1234, sha256: 'ab'.repeat(32) },
    ])
    expect(JSON.stringify(lines)).not.toContain('Policy')
  })

  test('twice adds once, even at the same moment', async () => {
    await Promise.all([add(subject('1.1'), link, link), add(subject('1.1'), link), add(subject('1.1'), place)])
    expect(await add(subject('1.1'), link)).toEqual({ ok: true, added: [] })
    expect(await evidenceAbout(own, subject('1.1'))).toHaveLength(2)
  })

  test('stops at the most there can be, and then adds none', async () => {
    const many = Array.from({ length: MOST_ITEMS }, (_, n): NewEvidence => ({ ...link, title: `Policy ${n}` }))
    expect((await add(subject('1.1'), ...many)).ok).toBe(true)
    expect(await add(subject('1.1'), link, place)).toEqual({ ok: false, because: 'full' })
    expect(await evidenceAbout(own, subject('1.1'))).toHaveLength(MOST_ITEMS)
  })

  test('is about a subject within bounds', async () => {
    await expect(add('', link)).rejects.toThrow('Not a subject')
    await expect(add('x'.repeat(201), link)).rejects.toThrow('Not a subject')
  })
})

describe('removing', () => {
  test('hides an item until it is put back, each with one audit line however often it is asked', async () => {
    const added = await add(subject('1.1'), link)
    const id = (added.ok && added.added[0]?.id) || ''
    for (const _ of [1, 2]) expect(await removeEvidence(context, ours, subject('1.1'), id)).toMatchObject(link)
    expect(await evidenceAbout(own, subject('1.1'))).toEqual([])
    expect(await findEvidence(own, id)).toMatchObject({ removed: true })
    for (const _ of [1, 2]) expect(await restoreEvidence(context, ours, subject('1.1'), id)).toMatchObject(link)
    expect(await evidenceAbout(own, subject('1.1'))).toHaveLength(1)
    expect((await auditLines()).map(({ action }) => action)).toEqual(['evidence.added', 'evidence.removed', 'evidence.restored'])
  })

  test('is listed for thirty days, latest first, beside what is there', async () => {
    const added = await add(subject('1.1'), link, place, file)
    const [first = '', second = ''] = added.ok ? added.added.map(({ id }) => id) : []
    const listed = async () => {
      const { items, removed } = await evidenceAndRemoved(own, subject('1.1'), putBackSince(world.clock.now()))
      return { items: items.map(({ title }) => title), removed: removed.map(({ title }) => title) }
    }
    const start = world.clock.now().toISOString()
    await removeEvidence(context, ours, subject('1.1'), first)
    world.clock.advance(24 * 60 * 60 * 1000)
    await removeEvidence(context, ours, subject('1.1'), second)
    expect(await listed()).toEqual({ items: ['Plan'], removed: ['Consent forms', 'Policy'] })
    world.clock.advance(29 * 24 * 60 * 60 * 1000)
    expect(await listed()).toEqual({ items: ['Plan'], removed: ['Consent forms'] })
    world.clock.set(start)
  })

  test('what was added again meanwhile is not offered, and is there once when it is put back', async () => {
    const added = await add(subject('1.1'), link)
    const id = (added.ok && added.added[0]?.id) || ''
    await removeEvidence(context, ours, subject('1.1'), id)
    await add(subject('1.1'), link)
    expect((await evidenceAndRemoved(own, subject('1.1'), '')).removed).toEqual([])
    await restoreEvidence(context, ours, subject('1.1'), id)
    expect(await evidenceAbout(own, subject('1.1'))).toHaveLength(1)
  })

  test('what was removed twice is offered once, and of very much the latest', async () => {
    const addAndRemove = async (...items: NewEvidence[]) => {
      const added = await add(subject('1.1'), ...items)
      for (const { id } of added.ok ? added.added : []) await removeEvidence(context, ours, subject('1.1'), id)
    }
    await add(subject('1.1'), place)
    await addAndRemove(...Array.from({ length: MOST_ITEMS - 1 }, (_, n): NewEvidence => ({ ...link, title: `Policy ${n}` })))
    world.clock.advance(1000)
    await addAndRemove(...Array.from({ length: MOST_ITEMS - 1 }, (_, n): NewEvidence => ({ ...link, title: `Plan ${n}` })))
    world.clock.advance(1000)
    await addAndRemove(file)
    world.clock.advance(1000)
    await addAndRemove(file)
    const { items, removed } = await evidenceAndRemoved(own, subject('1.1'), '')
    expect(items).toMatchObject([place])
    expect(removed).toHaveLength(MOST_REMOVED)
    expect(removed.filter(({ kind }) => kind === 'file')).toHaveLength(1)
    expect(removed.slice(1).every(({ title }) => title.startsWith('Plan'))).toBe(true)
  })

  test('nothing is put back where there is no room for it', async () => {
    const added = await add(subject('1.1'), place)
    const id = (added.ok && added.added[0]?.id) || ''
    await removeEvidence(context, ours, subject('1.1'), id)
    await add(subject('1.1'), ...Array.from({ length: MOST_ITEMS }, (_, n): NewEvidence => ({ ...link, title: `Policy ${n}` })))
    await expect(restoreEvidence(context, ours, subject('1.1'), id)).rejects.toMatchObject({ kind: 'stale' })
    expect(await evidenceAbout(own, subject('1.1'))).toHaveLength(MOST_ITEMS)
  })

  test('needs the subject and the organisation to be right', async () => {
    const added = await add(subject('1.1'), link)
    const id = (added.ok && added.added[0]?.id) || ''
    // Who may do anything in either: here the ids alone are asked about.
    const program = asSystem(world.services, 'test')
    for (const take of [removeEvidence, restoreEvidence]) {
      expect(await take(context, ours, subject('1.2'), id)).toBeNull()
      expect(await take(program, theirs, subject('1.1'), id)).toBeNull()
      expect(await take(context, ours, subject('1.1'), 'nothing')).toBeNull()
    }
    expect(await evidenceAbout(own, subject('1.1'))).toHaveLength(1)
  })
})

describe('looking up', () => {
  test('several subjects, or none', async () => {
    await add(subject('1.1'), link)
    await add(subject('1.2'), place)
    await add(subject('2.1'), file)
    expect(await evidenceAbout(own, [subject('1.1'), subject('1.2'), subject('1.1')])).toMatchObject([link, place])
    expect(await evidenceAbout(own, [])).toEqual([])
  })

  test('everything under a prefix and nothing beside it, whatever the characters', async () => {
    const beside = ['%', '_', '0', ' ', '-', 'A', 'a', '\u{10ffff}', '.']
    await add(`${assessment}/a_b/1`, link, place)
    await add(`${assessment}/a_b/2`, file)
    await add(`${assessment}/aXb/1`, link)
    for (const each of beside) {
      await add(`${assessment}/a_b${each}`, link)
      await add(`${assessment}/a_b/${each}`, link)
    }
    const found = await evidenceUnder(own, `${assessment}/a_b/`)
    expect(found).toHaveLength(3 + beside.length)
    expect(found.every((item) => item.subject.startsWith(`${assessment}/a_b/`))).toBe(true)
    await expect(evidenceUnder(own, `${assessment}`)).rejects.toThrow('ends in a slash')
  })

  test('never reaches another organisation', async () => {
    await add(subject('1.1'), link)
    const other = ownedBy(context.db.read, theirs)
    expect(await evidenceAbout(other, subject('1.1'))).toEqual([])
    expect(await evidenceUnder(other, `${assessment}/`)).toEqual([])
    expect(await evidenceAndRemoved(other, subject('1.1'), '')).toEqual({ items: [], removed: [] })
  })

  test('uses the index', async () => {
    if (context.db.engine !== 'sqlite') return
    const query = own.select('evidence').selectAll().where('subject', '>=', 'a/').where('subject', '<', 'a0').compile()
    const plan = await context.db.read.executeQuery<{ detail: string }>({ ...query, sql: `explain query plan ${query.sql}` })
    expect(plan.rows[0]?.detail).toContain('evidence_subject (organisation_id=? AND subject>? AND subject<?)')
  })
})
