import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assessmentPaths as paths } from '../../src/assessment/index.ts'
import { ownedBy } from '../../src/platform/index.ts'
import { type At, autosave, complete, indicatorAddress, indicatorsOf, rate, startAssessment } from '../support/assessments.ts'
import { alice, chelsea, dev, esi, type MemberPersona } from '../support/personas.ts'
import type { Fields, Reply, Visitor } from '../support/visitor.ts'
import { createWorld, type World } from '../support/world.ts'

/** Dev and Esi have the same indicator open, without scripts. Whatever they do, no word of either is lost. */

let world: World
let leader: MemberPersona
let colleague: MemberPersona
let at: At
/** The same page, opened by each at the same moment. */
let devs: Reply
let esis: Reply

beforeAll(async () => {
  world = await createWorld()
  const owner = await alice(world)
  leader = await dev(world, owner.organisation)
  colleague = await esi(world, owner.organisation)
})
afterAll(() => world.end())
beforeEach(async () => {
  at = await startAssessment(leader)
  await openBoth()
})

const address = () => indicatorAddress(at, '1.1')
async function openBoth(): Promise<void> {
  devs = await leader.browser.get(address())
  esis = await colleague.browser.get(address())
}
const save = (browser: Visitor, page: Reply, fields: Fields) => browser.fillIn(page, address(), { ...fields, do: 'save' })
const stands = async (field: string) => (await leader.browser.get(address())).page.valueOf(field)
const rating = async () =>
  (await leader.browser.get(address())).page.form(address()).fields.find(([name]) => name === 'rating')?.[1]
/** Everything that was ever saved into a field, oldest first. */
const history = async (field: string) =>
  (
    await ownedBy(world.services.db.read, at.organisation)
      .select('answer_change')
      .select('value')
      .where('assessment_id', '=', at.assessment)
      .where('field', '=', field)
      .orderBy('revision')
      .execute()
  ).map(({ value }) => value)

test('changes to different fields come together', async () => {
  await save(leader.browser, devs, { evidence: 'What Dev knows' })
  const second = await save(colleague.browser, esis, { rating: 'good', notes: 'What Esi notes' })
  expect(second.location).toBe(address())
  expect([await stands('evidence'), await stands('notes'), await rating()]).toEqual(['What Dev knows', 'What Esi notes', 'good'])
})

test('the same change twice is no conflict', async () => {
  await save(leader.browser, devs, { evidence: 'Agreed in the meeting' })
  expect((await save(colleague.browser, esis, { evidence: 'Agreed in the meeting' })).location).toBe(address())
})

test('what one person did not touch stays as the other left it', async () => {
  await save(leader.browser, devs, { evidence: 'New words', examples: ['1'] })
  await save(colleague.browser, esis, { 'new-action': 'Ask mentors', do: 'add-action' })
  expect(await stands('evidence')).toBe('New words')
})

describe('the same field', () => {
  let versions: Reply
  beforeEach(async () => {
    await save(leader.browser, devs, { evidence: 'Dev: a theory of change' })
    const second = await save(colleague.browser, esis, { evidence: 'Esi: a handbook', notes: 'Also kept' })
    versions = await colleague.browser.get(second.location ?? '')
  })

  test('both are shown side by side, with who wrote which, and everything else was saved', async () => {
    expect(versions.page.heading).toContain('Your evidence: two versions')
    expect(versions.page.words).toContain('By Dev Achterberg Dev: a theory of change')
    expect(versions.page.words).toMatch(/By you, 10:00(am)? on 4 March 2026 Esi: a handbook/)
    expect(await stands('evidence')).toBe('Dev: a theory of change')
    expect(await stands('notes')).toBe('Also kept')
  })

  test('everyone who opens the indicator is told, and it can’t be completed until it is settled', async () => {
    const page = await leader.browser.get(address())
    expect(page.page.words).toContain('There are two versions of the same words')
    const [link] = page.page.links.filter(({ href }) => href.includes('/versions/'))
    expect((await leader.browser.get(link?.href ?? '')).page.words).toContain('By Esi Mensah')
    await rate(leader.browser, at, (await indicatorsOf(leader.browser, at)).slice(1))
    await autosave(leader.browser, at, '1.1', 9, { rating: 'good' })
    const asked = await leader.browser.get(paths.complete.to(at))
    expect(asked.page.words).toContain('1 thing needs an answer')
    expect(asked.page.words).toMatch(/1\.1 Aims and methods Choose between two versions of the same words/)
  })

  test('someone who only reads is told of it, and not asked to choose', async () => {
    const reader = await chelsea(world, at.organisation)
    const page = await reader.browser.get(address())
    expect(page.page.words).toContain('both versions are kept: your evidence.')
    expect(page.page.words).toContain('Dev: a theory of change')
    expect(page.page.links.filter(({ href }) => href.includes('/versions/'))).toEqual([])
    expect(() => page.page.form(address())).toThrow('no form leads to')
    expect(page.page.words).not.toContain('choose that rating')
    expect((await leader.browser.get(address())).page.words).toContain('choose that rating')
    expect((await reader.browser.get(paths.lookOver.to(at))).page.words).not.toContain('Choose between two versions')
  })

  test.each([
    ['keeping what stands', { choose: 'stands' }, 'Dev: a theory of change'],
    ['using the other', { choose: 'kept' }, 'Esi: a handbook'],
    ['joining them', { choose: 'joined' }, 'Dev: a theory of change\n\nEsi: a handbook'],
    ['joining them in other words', { choose: 'joined', joined: 'Both: it’s in the handbook' }, 'Both: it’s in the handbook'],
  ])('is settled by %s', async (_, choice, outcome) => {
    const to =
      versions.page
        .all('form')
        .map((form) => form.attributes.get('action'))
        .find((action) => action?.includes('/versions/')) ?? ''
    const settled = await colleague.browser.fillIn(versions, to, choice)
    expect(settled.location).toBe(address())
    const page = await colleague.browser.get(address())
    expect(page.page.words).toContain('Both versions stay in the history.')
    expect(page.page.words).not.toContain('There are two versions')
    expect(await stands('evidence')).toBe(outcome)
    // Pressed twice, or found in another window: there is nothing more to do.
    expect((await colleague.browser.fillIn(versions, to, choice)).location).toBe(address())
    expect((await leader.browser.get(to)).location).toBe(address())
    expect(await stands('evidence')).toBe(outcome)
  })

  test('nobody replaces a version they have not seen', async () => {
    const to =
      versions.page
        .all('form')
        .map((form) => form.attributes.get('action'))
        .find((action) => action?.includes('/versions/')) ?? ''
    await save(leader.browser, await leader.browser.get(address()), { evidence: 'Dev: second thoughts' })
    const reply = await colleague.browser.fillIn(versions, to, { choose: 'joined', joined: 'My careful joining' })
    expect(reply.status).toBe(409)
    expect(reply.page.errors).toEqual([
      { text: expect.stringContaining('has changed since you opened this page'), href: '#versions' },
    ])
    expect(reply.page.byId('versions')).not.toBeNull()
    expect(reply.page.words).toContain('Dev: second thoughts')
    expect(reply.page.valueOf('joined')).toBe('My careful joining')
    expect(await stands('evidence')).toBe('Dev: second thoughts')
    await colleague.browser.fillIn(reply, to, { choose: 'joined' })
    expect(await stands('evidence')).toBe('My careful joining')
  })

  test('words joined after somebody else settled it are shown, not dropped', async () => {
    const to =
      versions.page
        .all('form')
        .map((form) => form.attributes.get('action'))
        .find((action) => action?.includes('/versions/')) ?? ''
    await leader.browser.fillIn(to, to, { choose: 'stands' })
    const reply = await colleague.browser.fillIn(versions, to, { choose: 'joined', joined: 'My careful joining' })
    expect(reply.status).toBe(409)
    expect(reply.page.words).toContain('My careful joining')
  })

  test('choosing nothing, or joining too much, is asked again', async () => {
    const to =
      versions.page
        .all('form')
        .map((form) => form.attributes.get('action'))
        .find((action) => action?.includes('/versions/')) ?? ''
    expect((await colleague.browser.fillIn(versions, to, {})).page.errors).toEqual([
      { text: 'Choose one of the two versions', href: '#versions' },
    ])
    const long = await colleague.browser.fillIn(versions, to, { choose: 'joined', joined: 'x'.repeat(20_001) })
    expect([long.status, long.page.errors[0]?.href]).toEqual([422, '#joined'])
    expect(long.page.descriptionOf('joined')).toContain('must be 20,000 characters or fewer')
    expect(long.page.valueOf('joined')).toHaveLength(20_001)
  })

  test('whatever was saved is in the history', async () => {
    const to =
      versions.page
        .all('form')
        .map((form) => form.attributes.get('action'))
        .find((action) => action?.includes('/versions/')) ?? ''
    await colleague.browser.fillIn(versions, to, { choose: 'kept' })
    expect(await history('evidence')).toEqual(['Dev: a theory of change', 'Esi: a handbook'])
  })
})

test('two ratings, and two sets of ticks: one of each is chosen', async () => {
  await save(leader.browser, devs, { rating: 'excellent', examples: ['1'] })
  let page = await save(colleague.browser, esis, { rating: 'developing', examples: ['2', '3'] })
  for (const field of ['Example evidence you have', 'Your rating']) {
    const shown = await colleague.browser.get(page.location ?? '')
    expect(shown.page.heading).toContain(`${field}: two versions`)
    expect(shown.text).not.toContain('name="joined"')
    page = await colleague.browser.fillIn(shown, page.location ?? '', { choose: 'kept' })
  }
  expect(page.location).toBe(address())
  expect(await rating()).toBe('developing')
  const ticked = (await leader.browser.get(address())).page.form(address()).fields.filter(([name]) => name === 'examples')
  expect(ticked.map(([, value]) => value)).toEqual(['2', '3'])
})

test('sealed meanwhile: nothing is saved, and every word is on the page to be copied', async () => {
  await rate(leader.browser, at, await indicatorsOf(leader.browser, at))
  await openBoth()
  expect((await complete(leader, at)).status).toBe(303)
  const reply = await save(colleague.browser, esis, { evidence: 'One more thing', 'new-action': 'Ask the trustees' })
  expect([reply.status, reply.page.heading]).toEqual([409, 'This has moved on'])
  expect(reply.page.words).toContain('One more thing')
  expect(reply.page.words).toContain('Ask the trustees')
  expect(await history('evidence')).not.toContain('One more thing')
})

test('two windows of one person are two versions as well', async () => {
  const other = await leader.browser.get(address())
  await save(leader.browser, devs, { evidence: 'In the first window' })
  const second = await save(leader.browser, other, { evidence: 'In the second window' })
  const page = await leader.browser.get(second.location ?? '')
  expect(page.page.words).toContain('By you In the first window')
  expect(page.page.words).toContain('In the second window')
})

test('in a hurry: eight saves of one field at the same moment, and each of the eight texts is somewhere', async () => {
  const texts = Array.from({ length: 8 }, (_, number) => `Text number ${number}`)
  const people = [leader, colleague]
  const replies = await Promise.all(
    texts.map((evidence, number) => {
      const person = people[number % 2] as MemberPersona
      return autosave(person.browser, at, '1.1', 0, { evidence })
    }),
  )
  expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200))
  const kept = (
    await ownedBy(world.services.db.read, at.organisation)
      .select('answer_conflict')
      .select('value')
      .where('assessment_id', '=', at.assessment)
      .execute()
  ).map(({ value }) => value)
  expect([...(await history('evidence')), ...kept].sort()).toEqual(texts)
})
