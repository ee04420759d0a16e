import { expect, test } from 'vitest'
import { LONGEST_NORMALISED, normalised, readWhole, tidied } from './text.ts'

test('a text is normalised within its bound, and left as it is beyond it', () => {
  expect(normalised('e\u0301', 'NFC')).toBe('é')
  expect(normalised('２', 'NFKC')).toBe('2')
  const long = 'e\u0301'.repeat(LONGEST_NORMALISED)
  expect(normalised(long, 'NFC')).toBe(long)
})

test('a text is tidied within its bound and some space, and left for its bound to refuse beyond that', () => {
  expect(tidied(`  Sam \u202eObi${' '.repeat(1500)}`, 120)).toBe('Sam Obi')
  const long = `${' '.repeat(2200)}Sam`
  expect(tidied(long, 120)).toBe(long)
})

test.each<[string, number | null]>([
  ['0', 0],
  ['7', 7],
  ['007', 7],
  ['2147483647', 2_147_483_647],
  ['2147483648', null],
  ['99999999999', null],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['1e3', null],
  ['0x10', null],
  [' 7', null],
  ['7\n', null],
  ['٣', null],
])('%j is the number %s', (text, number) => expect(readWhole(text)).toBe(number))
