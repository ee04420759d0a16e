import { expect, test } from 'vitest'
import { utf8 } from './utf8.ts'

test.each([
  ['nothing', ''],
  ['plain letters', 'We have a handbook.'],
  ['curly quotes, other scripts and emoji', '“mentee’s voice” — ملاحظة 👋🏽 ﷽'],
  ['half of an emoji', 'a\ud83db'],
  ['more than there is room for', '‘long’ '.repeat(200_000)],
])('%s becomes the bytes that Node would write', (_name, text) => {
  expect(utf8(text).equals(Buffer.from(text))).toBe(true)
})

test('one page does not write over another', () => {
  const first = utf8('first’')
  utf8('second’')
  expect(first.toString()).toBe('first’')
})
