import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../../tests/support/world.ts'
import { createThrottle, LIMITS, type Limit, perNetwork, type Throttle, waitInWords } from './throttle.ts'

const limit: Limit = { name: 'test', tries: 3, seconds: 600 }

let world: World
let throttle: Throttle
beforeAll(async () => {
  world = await createWorld()
  throttle = createThrottle(world.services)
})
afterAll(() => world.end())

const rows = async () => (await world.services.db.read.selectFrom('throttle').selectAll().execute()).length

test('so many tries, and then a wait that gets shorter', async () => {
  for (let i = 0; i < 3; i++) await throttle.attempt(limit, 'a')
  await expect(throttle.attempt(limit, 'a')).rejects.toMatchObject({ kind: 'too-many', retryAfter: 600 })
  world.clock.advance(540_500)
  await expect(throttle.attempt(limit, 'a')).rejects.toMatchObject({ retryAfter: 60 })
  await throttle.attempt(limit, 'b')
  world.clock.advance(60_000)
  await throttle.attempt(limit, 'a')
})

test('a clock that was wrong for a while locks nobody out until the day it showed', async () => {
  const right = world.clock.now()
  world.clock.advance(400 * 24 * 60 * 60 * 1000)
  for (let i = 0; i < 3; i++) await throttle.attempt(limit, 'early')
  await expect(throttle.attempt(limit, 'early')).rejects.toMatchObject({ retryAfter: 600 })
  world.clock.set(right.toISOString())
  for (let i = 0; i < 3; i++) await throttle.attempt(limit, 'early')
  await expect(throttle.attempt(limit, 'early')).rejects.toMatchObject({ retryAfter: 600 })
})

test('tries at the same moment all count', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => throttle.attempt(limit, 'together')))
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(3)
})

test('a try can be given back, and all can be forgotten', async () => {
  for (let i = 0; i < 3; i++) await throttle.attempt(limit, 'c')
  await throttle.giveBack({ limit, who: ['c'] })
  expect(await throttle.allows(limit, 'c')).toBe(true)
  expect(await throttle.allows(limit, 'c')).toBe(false)
  await throttle.clear(limit, 'c')
  expect(await throttle.allows(limit, 'c')).toBe(true)
})

test('a try that is counted against several limits is counted against none when one of them is reached', async () => {
  const wide: Limit = { name: 'wide', tries: 5, seconds: 900 }
  const both = (who: string) => [
    { limit, who: [who] },
    { limit: wide, who: ['all'] },
  ]
  for (let i = 0; i < 3; i++) await throttle.attemptAll(both('one'))
  await expect(throttle.attemptAll(both('one'))).rejects.toMatchObject({ kind: 'too-many', retryAfter: 600 })
  // Had the refused ones counted, there would be no room for these two.
  for (let i = 0; i < 2; i++) await throttle.attemptAll(both('another'))
  await expect(throttle.attemptAll(both('a third'))).rejects.toMatchObject({ retryAfter: 900 })
  await throttle.giveBack(...both('another'))
  await throttle.attemptAll(both('a third'))
})

test('a wider network has more tries, and all of them end those of the networks in it', async () => {
  const from = (address: string) => perNetwork(limit, address)
  const wide = (place: number) => `2001:db8:77:${(place * 0x100).toString(16)}::1`
  expect(from('203.0.113.7')).toEqual([{ limit, who: ['203.0.113.7'] }])
  for (let place = 0; place < 4; place++) {
    for (let i = 0; i < 3; i++) await throttle.attemptAll(from(wide(place)))
    await expect(throttle.attemptAll(from(wide(place)))).rejects.toMatchObject({ kind: 'too-many' })
  }
  await expect(throttle.attemptAll(from(wide(9)))).rejects.toMatchObject({ kind: 'too-many' })
  await throttle.attemptAll(from('2001:db8:78::1'))
})

test('guesses at one account are fewer in a day than one network, or the whole world, may make at many', () => {
  const widest = perNetwork(LIMITS.signIn, '2001:db8::1', 'a').at(-1)?.limit.tries ?? 0
  expect(LIMITS.signIn.tries).toBeLessThan(widest)
  expect(widest).toBeLessThan(LIMITS.signInDaily.tries)
  expect(LIMITS.signInDaily.tries).toBeLessThan(LIMITS.account.tries)
  expect(LIMITS.account.tries * 365).toBeLessThan(100_000_000 / 2_700)
})

test('what is reserved counts until it is known how much it was', async () => {
  const bytes: Limit = { name: 'bytes', tries: 100, seconds: 600 }
  const settle = await throttle.reserve(bytes, 60, 'house')
  expect(await throttle.reserve(bytes, 60, 'house')).toBeNull()
  expect(await throttle.reserve(bytes, 60, 'next door')).not.toBeNull()
  await settle?.(30)
  expect(await throttle.reserve(bytes, 71, 'house')).toBeNull()
  expect(await throttle.reserve(bytes, 70, 'house')).not.toBeNull()
})

test('what is settled after it has lapsed takes nothing from what was counted since', async () => {
  const bytes: Limit = { name: 'bytes', tries: 100, seconds: 600 }
  const settle = await throttle.reserve(bytes, 60, 'slow')
  world.clock.advance(600_000)
  expect(await throttle.reserve(bytes, 80, 'slow')).not.toBeNull()
  await settle?.(0)
  expect(await throttle.reserve(bytes, 21, 'slow')).toBeNull()
})

test('the table holds nobody’s address, and only what still counts', async () => {
  for (let i = 0; i < 20; i++) await throttle.attempt(limit, `someone-${i}@example.org`)
  const kept = await world.services.db.read.selectFrom('throttle').selectAll().execute()
  expect(kept.length).toBeGreaterThanOrEqual(20)
  expect(JSON.stringify(kept)).not.toContain('someone')
  world.clock.advance(601_000)
  await throttle.attempt(limit, 'one more')
  expect(await rows()).toBe(1)
})

test.each([
  [1, '1 minute'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [900, '15 minutes'],
  [3600, '60 minutes'],
  [7200, '2 hours'],
  [86_400, '24 hours'],
])('%d seconds are %s', (seconds, words) => expect(waitInWords(seconds)).toBe(words))
