import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsx } from '#jsx/jsx-runtime'
import { bytesInPage, whatFits } from './shown-back.ts'

test('the bytes of a text in a page are counted as the page writes them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(bytesInPage(text)).toBe(Buffer.byteLength(String(jsx('p', { children: text }))) - '<p></p>'.length)
    }),
  )
  expect(bytesInPage(`"'&<>`)).toBe(6 + 5 + 5 + 4 + 4)
})

test('what fits is kept in its order; what does not is named once', () => {
  const entries = [
    ['a', 'x'.repeat(10)],
    ['b', '"'.repeat(10)],
    ['b', 'y'.repeat(90)],
    ['c', 'z'],
  ] as const
  expect(whatFits(entries, 30)).toEqual({ entries: [entries[0], entries[3]], leftOut: ['b'] })
  expect(whatFits(entries, 1000)).toEqual({ entries, leftOut: [] })
})
