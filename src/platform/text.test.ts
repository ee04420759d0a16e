import { expect, test } from 'vitest'
import { LONGEST_NORMALISED, normalised, readWhole, saysNothing, tidied, withoutUnseen } from './text.ts'

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

test.each([
  ['a zero-width space', '\u200b'],
  ['a soft hyphen', '\u00ad'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\ufeff'],
  ['marks of direction', '\u200e\u200f\u061c'],
  ['directions', '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'],
  ['joiners, and joiners behind something unseen', '\u200d\u200c\u200b\u200d'],
  ['signs of how to draw what is before them', '\ufe0f\u{e0067}\u{e0100}'],
  ['a letter of Korean that is nothing', '\u3164\u115f'],
])('%s is never seen, and goes wherever it stands', (_, unseen) => {
  for (const text of [
    `${unseen}ann@example.org`,
    `an${unseen}n@example.org`,
    `ann@${unseen}example.org`,
    `ann@example.org${unseen}`,
  ])
    expect(withoutUnseen(text)).toBe('ann@example.org')
})

test.each(['می‌خواهم', 'ක්‍ෂ', '👩🏾‍🏫', '❤️‍🔥', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', '1️⃣', '葛\u{e0100}'])(
  'what joins or changes a sign stays with it: %s',
  (text) => expect(withoutUnseen(text)).toBe(text),
)

test.each([
  ...['', ' ', 'N/A', 'n/a', 'N / A', 'na', 'N.A.', 'n\\a', '(n/a)', '-', '--', '–', '—', '−', '_', '.', '...', '/', '?'],
  ...['none', 'None.', 'NONE', 'nil', 'Nothing', 'no', 'not applicable', 'Not  applicable', "Don't know", 'unknown', 'TBC'],
  ...['N\u200b/A', '\u2060none', 'ｎ／ａ', 'no expiry date'],
])('%j says that there is nothing to say', (text) => expect(saysNothing(text)).toBe(true))

test.each([
  '0',
  '1',
  '12',
  'SC012345',
  'nine',
  'none of your business',
  'N/A 1123456',
  'nov',
  'Nan',
  '5 March',
  '-1',
  `${' '.repeat(90)}x`,
])('%j says something', (text) => expect(saysNothing(text)).toBe(false))
