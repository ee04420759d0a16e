import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY, FIELDS, type FieldValues } from './answer.ts'
import { merge } from './merge.ts'
import { inWords, minutesLeft } from './pace.ts'

const values = (changes: Partial<FieldValues>): FieldValues => ({ ...EMPTY, ...changes })

describe('merging a save', () => {
  test.each([
    ['not changed by the sender', 'a', 'b', 'a', {}, 0],
    ['changed by the sender alone', 'a', 'a', 'c', { evidence: 'c' }, 0],
    ['both wrote the same', 'a', 'c', 'c', {}, 0],
    ['both changed it', 'a', 'b', 'c', {}, 1],
  ])('%s', (_name, base, stands, sent, accepted, conflicts) => {
    const outcome = merge(values({ evidence: base }), values({ evidence: stands }), { evidence: sent })
    expect(outcome.accepted).toEqual(accepted)
    expect(outcome.conflicts).toHaveLength(conflicts)
  })

  test('changes to different fields merge', () => {
    const outcome = merge(EMPTY, values({ rating: 'good' }), { evidence: 'words' })
    expect(outcome).toEqual({ accepted: { evidence: 'words' }, conflicts: [] })
  })

  test('no word sent is ever dropped', () => {
    const anyValues = fc.record(
      Object.fromEntries(FIELDS.map((field) => [field, fc.string({ maxLength: 3 })])),
    ) as fc.Arbitrary<FieldValues>
    fc.assert(
      fc.property(anyValues, anyValues, anyValues, (base, stands, sent) => {
        const { accepted, conflicts } = merge(base, stands, sent)
        for (const field of FIELDS) {
          const kept =
            accepted[field] === sent[field] ||
            conflicts.some((conflict) => conflict.field === field && conflict.sent === sent[field])
          expect(kept || sent[field] === base[field] || sent[field] === stands[field]).toBe(true)
        }
      }),
    )
  })
})

describe('time left', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 2, 4, 10, minutes)).toISOString()
  test('before there is a pace, the framework’s advice stands', () => expect(minutesLeft([], 0, 40)).toBe(400))
  test('follows the person’s own pace', () => expect(minutesLeft([at(0), at(5), at(10), at(14)], 4, 10)).toBe(40))
  test('a long lunch is not work', () => expect(minutesLeft([at(0), at(4), at(240), at(244)], 4, 10)).toBe(30))
  test('nothing is left at the end', () => expect(minutesLeft([at(0)], 40, 0)).toBe(0))
  test.each([
    [25, 'about 25 minutes'],
    [60, 'about 1 hour'],
    [95, 'about 1½ hours'],
    [400, 'about 6½ hours'],
  ])('%i minutes is %s', (minutes, words) => expect(inWords(minutes)).toBe(words))
})
