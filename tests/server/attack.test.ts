import { describe, expect, test } from 'vitest'
import { Journal } from '../attack/journal.ts'
import { ATTACKS } from '../attack/kinds/index.ts'
import { oddities } from '../attack/mutations.ts'
import { readOptions } from '../attack/options.ts'
import { numbersFrom } from '../attack/scene.ts'
import { WORST } from '../attack/worst.ts'

const names = ATTACKS.map(({ name }) => name)

describe('what may be attacked', () => {
  const refused = [
    'http://mentormark.example:3000',
    'http://10.0.0.1:3000',
    'https://127.0.0.1:3000',
    'http://127.0.0.1',
    'localhost:3000',
    'http://127.0.0.1.evil.example:80',
    'http://user@evil.example:3000',
  ]
  test.each(refused)('not %s', (url) => {
    expect(() => readOptions(['--url', url], names)).toThrow(/only a server on this machine/)
  })

  test.each(['http://127.0.0.1:3000', 'http://localhost:3000'])('%s', (url) => {
    expect(readOptions(['--url', url], names).url?.port).toBe('3000')
  })

  test('an attack that there is', () => {
    expect(() => readOptions(['--only', 'everything'], names)).toThrow(/it is one of requests, /)
    expect(readOptions(['--only', 'texts', '--only', 'uploads'], names).only).toEqual(['texts', 'uploads'])
  })

  test.each(['0', '-1', '1.5', 'long'])('not for %s seconds', (seconds) => {
    expect(() => readOptions([`--seconds=${seconds}`], names)).toThrow(/whole number/)
  })
})

describe('from the same seed', () => {
  const first = (seed: number) =>
    Array.from(
      { length: 600 },
      (() => {
        const odd = oddities(seed)
        return () => odd.next().value
      })(),
    )
  test('come the same odd requests, and others from another', () => {
    expect(first(5)).toEqual(first(5))
    expect(first(5)).not.toEqual(first(6))
  })

  test('come the same numbers', () => {
    const [one, same, other] = [numbersFrom(5), numbersFrom(5), numbersFrom(6)]
    const few = (next: () => number) => Array.from({ length: 10 }, next)
    const numbers = few(one)
    expect(few(same)).toEqual(numbers)
    expect(few(other)).not.toEqual(numbers)
    expect(Math.min(...numbers) >= 0 && Math.max(...numbers) < 1).toBe(true)
  })
})

test.each(Object.entries(WORST))('the worst text “%s” is as long as it should be, or a little shorter', (_, make) => {
  for (const length of [200, 20_000]) {
    expect(make(length).length).toBeLessThanOrEqual(length)
    expect(make(length).length).toBeGreaterThan(length - 8)
  }
})

test('the same finding is told once, and counted each time', () => {
  const journal = new Journal('')
  journal.find('stall', 'another visitor waited 1200 ms')
  journal.find('stall', 'another visitor waited 3400 ms')
  journal.find('stall', 'somebody waited to sign up')
  expect(journal.findings.map(({ what }) => what)).toEqual(['another visitor waited 1200 ms', 'somebody waited to sign up'])
  expect([journal.countOf('stall'), journal.failed]).toEqual([3, true])
})
