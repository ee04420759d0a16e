import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '../../tests/support/world.ts'
import { createThrottle, type Limit, networkOf, type Throttle, waitInWords } from './throttle.ts'

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
  await throttle.giveBack(limit, 'c')
  expect(await throttle.allows(limit, 'c')).toBe(true)
  expect(await throttle.allows(limit, 'c')).toBe(false)
  await throttle.clear(limit, 'c')
  expect(await throttle.allows(limit, 'c')).toBe(true)
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

describe('a network is', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s → %s', (address, network) => expect(networkOf(address)).toBe(network))
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
