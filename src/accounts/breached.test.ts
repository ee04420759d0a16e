import { expect, test } from 'vitest'
import { breachedPassphrases } from './breached.ts'
import { guessable } from './guessing.ts'

const list = breachedPassphrases()

test('there are more than forty thousand, none too short to be chosen, and each but once', () => {
  expect(list.length).toBeGreaterThan(44_150)
  expect(list.filter((each) => each.length < 12)).toEqual([])
  expect(new Set(list).size).toBe(list.length)
})

test('every fiftieth of the four thousand commonest is refused', async () => {
  const sample = list.slice(0, 4000).filter((_, place) => place % 50 === 0)
  expect(sample).toHaveLength(80)
  const passed: string[] = []
  for (const each of sample) if ((await guessable({ spellings: [each], known: [] }, 'test')) === null) passed.push(each)
  expect(passed).toEqual([])
})
