import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('members are sorted by UTF-16 code units at every depth, without white space', () => {
  // The order of RFC 8785, section 3.2.3: an emoji's first code unit sorts before U+FB33.
  const value = {
    '\u20ac': 'Euro',
    '\r': 'CR',
    '\ufb33': 'Hebrew',
    '1': 'One',
    '\u{1f600}': 'Emoji',
    '\u0080': 'Control',
    '\u00f6': 'O',
  }
  expect(canonicalJson(value)).toBe(
    '{"\\r":"CR","1":"One","\u0080":"Control","\u00f6":"O","\u20ac":"Euro","\u{1f600}":"Emoji","\ufb33":"Hebrew"}',
  )
  expect(canonicalJson({ b: [{ z: 1, a: 2 }, null, true], a: {} })).toBe('{"a":{},"b":[{"a":2,"z":1},null,true]}')
})

test('numbers and strings are written as ECMAScript writes them', () => {
  expect(canonicalJson([-0, 1e21, 1e-7, 4.5, 1e30, 0.002])).toBe('[0,1e+21,1e-7,4.5,1e+30,0.002]')
  expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
})

test.each([
  ['undefined', undefined],
  ['a member that is undefined', { a: undefined }],
  ['a gap in a list', new Array(2)],
  ['not a number', Number.NaN],
  ['infinity', [Number.POSITIVE_INFINITY]],
  ['a function', () => 1],
  ['a big integer', 1n],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['half a surrogate pair', 'a\ud800'],
  ['half a surrogate pair in a name', { '\udc00': 1 }],
])('%s is refused', (_, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
})

test('any JSON value survives, whatever order its members were in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(backwards(value))).toBe(text)
    }),
  )
})

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, backwards(member)]),
  )
}
