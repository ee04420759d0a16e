import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY, FIELDS, type FieldValues } from './answer.ts'
import { merge } from './merge.ts'

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
