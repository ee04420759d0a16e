import { describe, expect, it } from 'vitest'
import { encodeSave, parseDraft, same } from './draft.ts'

describe('a request', () => {
  it('names each field it sends; what is not chosen is absent, what was emptied is empty', () => {
    const body = encodeSave(
      { basedOn: 7, fields: { rating: [], examples: ['1.1.a', '1.1.b'], evidence: '', notes: 'a & b\n“c”' } },
      'tkn',
      'alice',
    )
    expect([...new URLSearchParams(body)]).toEqual([
      ['token', 'tkn'],
      ['person', 'alice'],
      ['basedOn', '7'],
      ['fields', 'rating'],
      ['fields', 'examples'],
      ['examples', '1.1.a'],
      ['examples', '1.1.b'],
      ['fields', 'evidence'],
      ['evidence', ''],
      ['fields', 'notes'],
      ['notes', 'a & b\n“c”'],
    ])
  })
})

describe('a draft', () => {
  const draft = { version: 1, action: '/a', basedOn: 7, fields: { notes: 'x', examples: ['a'] }, at: '2026-03-05T10:42:00Z' }

  it('is read as it was written', () => {
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft)
  })

  it.each([
    ['nothing', null],
    ['not JSON', '{'],
    ['another version', JSON.stringify({ ...draft, version: 2 })],
    ['no fields', JSON.stringify({ ...draft, fields: null })],
    ['a field that is no text', JSON.stringify({ ...draft, fields: { notes: 3 } })],
    ['no revision', JSON.stringify({ ...draft, basedOn: 'seven' })],
    ['a broken batch', JSON.stringify({ ...draft, sent: {} })],
  ])('is not read from %s', (_, json) => {
    expect(parseDraft(json)).toBeNull()
  })
})

it('values are the same by content', () => {
  expect(same(['a', 'b'], ['a', 'b'])).toBe(true)
  expect(same(['a', 'b'], ['b'])).toBe(false)
  expect(same([], '')).toBe(false)
  expect(same(null, '')).toBe(false)
})
