import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assessmentPaths as paths } from '../../src/assessment/index.ts'
import { type At, autosave, complete, indicatorAddress, indicatorsOf, rate, startAssessment } from '../support/assessments.ts'
import { digests } from '../support/digest.ts'
import { alice, bob, chelsea, dev, type MemberPersona, signIn } from '../support/personas.ts'
import type { Fields } from '../support/visitor.ts'
import { createWorld, type World } from '../support/world.ts'

/** What the server answers a page that saves itself: `src/browser/contract.ts`, one test for each kind of reply. */

let world: World
let lead: MemberPersona
let owner: MemberPersona
let at: At
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  lead = await dev(world, owner.organisation)
})
afterAll(() => world.end())
beforeEach(async () => {
  at = await startAssessment(lead)
})

const save = (basedOn: number, fields: Fields, besides: Fields = {}) =>
  autosave(lead.browser, at, '1.1', basedOn, fields, besides)
const page = () => lead.browser.get(indicatorAddress(at, '1.1'))

describe('saved', () => {
  test('says so with the revision, the time and what was changed', async () => {
    expect(await save(0, { evidence: 'A theory of change', rating: 'good' })).toEqual({
      status: 200,
      said: { state: 'saved', revision: 1, savedAt: '10:00', changed: ['evidence', 'rating'] },
    })
    expect((await page()).page.valueOf('evidence')).toBe('A theory of change')
  })

  test('is never kept by anything in between', async () => {
    const reply = await lead.browser.post(
      indicatorAddress(at, '1.1'),
      { basedOn: '0', fields: 'notes', notes: 'x' },
      { accept: 'application/json' },
    )
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/)
    expect(reply.headers.get('set-cookie')).toBeNull()
  })

  test('only the fields that are named are changed', async () => {
    await save(0, { evidence: 'First', notes: 'Second', examples: ['1', '2'] })
    await save(1, { notes: '' }, { evidence: 'Sent along, but not named' })
    const { page: shown } = await page()
    expect([shown.valueOf('evidence'), shown.valueOf('notes')]).toEqual(['First', ''])
    expect(shown.form(indicatorAddress(at, '1.1')).fields.filter(([name]) => name === 'examples')).toHaveLength(2)
  })

  test('a choice taken back is sent as nothing', async () => {
    await save(0, { rating: 'good', examples: ['1'] })
    await save(1, { rating: [], examples: [] }, { fields: ['rating', 'examples'] })
    const { fields } = (await page()).page.form(indicatorAddress(at, '1.1'))
    expect(fields.filter(([name]) => name === 'rating' || name === 'examples')).toEqual([])
  })

  test('sent again because the reply was lost, it changes nothing and is no conflict', async () => {
    const sent = [0, { evidence: 'Said once' }] as const
    await save(...sent)
    const before = await digests(world)
    expect((await save(...sent)).said).toMatchObject({ state: 'saved', revision: 1, changed: [] })
    expect(await digests(world)).toEqual(before)
  })

  test('nothing named, or nothing known, changes nothing', async () => {
    const before = await digests(world)
    for (const fields of [[], ['skipped'], ['__proto__'], ['revision', 'updated_by']])
      expect((await save(0, {}, { fields, skipped: 'yes' })).status).toBe(200)
    expect(await digests(world)).toEqual(before)
  })
})

describe('conflict', () => {
  test('both texts come back, with who wrote the other and where to choose', async () => {
    await autosave(owner.browser, at, '1.1', 0, { evidence: 'What Alice wrote' })
    const { status, said } = await save(0, { evidence: 'What Dev wrote', notes: 'No trouble here' })
    expect([status, said.state, said.revision, said.changed]).toEqual([200, 'conflict', 2, ['notes']])
    expect(said.conflicts).toEqual([
      {
        id: expect.any(String),
        field: 'evidence',
        fieldLabel: 'Your evidence',
        by: 'Alice Okafor',
        href: expect.stringContaining('/indicators/1.1/versions/'),
      },
    ])
    expect((await lead.browser.get(said.conflicts?.[0]?.href ?? '')).page.words).toContain('What Alice wrote')
  })

  test('going on typing keeps one version, the latest, under the same address', async () => {
    await autosave(owner.browser, at, '1.1', 0, { evidence: 'What Alice wrote' })
    const first = await save(0, { evidence: 'What Dev' })
    const second = await save(0, { evidence: 'What Dev wrote' })
    const again = await save(0, { evidence: 'What Dev wrote' })
    expect(second.said.conflicts?.[0]?.id).toBe(first.said.conflicts?.[0]?.id)
    expect(again.said.conflicts?.[0]?.id).toBe(first.said.conflicts?.[0]?.id)
    expect((await page()).page.links.filter(({ href }) => href.includes('/versions/'))).toHaveLength(1)
    expect((await lead.browser.get(second.said.conflicts?.[0]?.href ?? '')).page.words).toContain('What Dev wrote')
  })
})

test('invalid: the message for each field, and everything else is saved', async () => {
  const { status, said } = await save(0, { evidence: 'x'.repeat(20_001), notes: 'Fine', rating: 'splendid' })
  expect(status).toBe(422)
  expect(said).toMatchObject({
    problem: 'invalid',
    errors: { evidence: expect.stringContaining('20,000 characters or fewer'), rating: 'Choose one of the ratings' },
  })
  expect((await page()).page.valueOf('notes')).toBe('Fine')
})

test('signed out: says so, and saves nothing', async () => {
  await lead.browser.post('/sign-out')
  const before = await digests(world)
  const { status, said } = await save(0, { evidence: 'After signing out' })
  expect([status, said.problem]).toEqual([401, 'signed-out'])
  expect(await digests(world)).toEqual(before)
  await signIn(lead.browser, lead.email)
  expect((await save(0, { evidence: 'After signing out' })).status).toBe(200)
})

test('a session that ran out: the same', async () => {
  const visitor = world.visitor()
  await signIn(visitor, lead.email)
  world.clock.advance(31 * 24 * 60 * 60 * 1000)
  const { status, said } = await autosave(visitor, at, '1.1', 0, { evidence: 'A month later' })
  expect([status, said.problem]).toEqual([401, 'signed-out'])
  world.clock.set('2026-03-04T10:00:00.000Z')
})

test('forged: no token, or one of another browser', async () => {
  const before = await digests(world)
  const stranger = await bob(world)
  const theirs = (await stranger.browser.get('/account')).page.valueOf('token') ?? ''
  for (const token of ['', 'x', theirs, 'A'.repeat(43)]) {
    const { status, said } = await save(0, { evidence: 'Forged' }, { token })
    expect([status, said.problem]).toEqual([403, 'forged'])
  }
  expect((await digests(world)).answer).toEqual(before.answer)
})

test('not allowed: a viewer, and words that are somebody else’s', async () => {
  const viewer = await chelsea(world, lead.organisation)
  expect(await autosave(viewer.browser, at, '1.1', 0, { evidence: 'Not mine to write' })).toMatchObject({
    status: 403,
    said: { problem: 'not-allowed' },
  })
  // Left in this browser by someone who used it before.
  expect(await save(0, { evidence: 'What Alice typed' }, { person: owner.id })).toMatchObject({
    status: 403,
    said: { problem: 'not-allowed' },
  })
  expect((await page()).page.valueOf('evidence')).toBe('')
  expect((await save(0, { evidence: 'What Dev typed' }, { person: lead.id })).status).toBe(200)
})

test('stale: completed meanwhile', async () => {
  await rate(lead.browser, at, await indicatorsOf(lead.browser, at))
  await complete(lead, at)
  const before = await digests(world)
  const { status, said } = await save(1, { evidence: 'One more thing' })
  expect([status, said]).toEqual([409, { problem: 'stale', message: expect.stringMatching(/./) }])
  expect(await digests(world)).toEqual(before)
})

test('stale: an indicator outside what is assessed, until it is; one that there is not is not found', async () => {
  const send = (indicator = '1.3') => autosave(lead.browser, at, indicator, 0, { evidence: 'Too early' })
  expect(await send()).toMatchObject({ status: 409, said: { problem: 'stale' } })
  expect(await send('9.9')).toMatchObject({ status: 404, said: { problem: 'not-found' } })
  await lead.browser.post(paths.extend.to(at))
  expect((await send()).status).toBe(200)
})

test('a standard that a mark covers takes no new words, until the mark is withdrawn', async () => {
  const exemption = paths.exemption.to({ ...at, standard: '8' })
  const mark = { level: 'Gold', 'awardedOn-day': '2', 'awardedOn-month': '6', 'awardedOn-year': '2025' }
  await autosave(lead.browser, at, '8.1', 0, { evidence: 'Typed before' })
  await lead.browser.fillIn(exemption, exemption, mark)

  const before = await digests(world)
  const late = { evidence: 'Typed on a page that was open' }
  const { status, said } = await autosave(lead.browser, at, '8.1', 1, late)
  expect([status, said]).toEqual([409, { problem: 'stale', message: expect.stringMatching(/./) }])
  const page = await lead.browser.post(indicatorAddress(at, '8.1'), {
    basedOn: '1',
    ...late,
    rating: 'good',
    notes: 'No',
    do: 'continue',
  })
  expect(page.status).toBe(409)
  expect(page.page.words).toContain('What you had written')
  for (const words of [late.evidence, 'Good', 'No']) expect(page.text).toContain(`${words}</textarea>`)
  expect((await lead.browser.post(indicatorAddress(at, '8.1'), { basedOn: '1', do: 'skip' })).status).toBe(409)
  expect(await digests(world)).toEqual(before)
  // Other standards are not touched by it.
  expect((await autosave(lead.browser, at, '7.1', 0, { evidence: 'Elsewhere' })).status).toBe(200)

  await lead.browser.post(paths.withdrawExemption.to({ ...at, standard: '8' }))
  expect((await autosave(lead.browser, at, '8.1', 1, late)).status).toBe(200)
})
