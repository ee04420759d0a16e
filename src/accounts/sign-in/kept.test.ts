import { expect, test } from 'vitest'
import { FORM_BYTES, form } from '../../platform/index.ts'
import { keep, readKept, writeKept } from './kept.ts'

const sent = form(
  [
    ['token', 'old'],
    ['notes', 'Two lines\nand “quotes” & <tags>'],
    ['passphraseNow', 'never carried'],
    ['areas', 'E09000001'],
    ['areas', 'E09000002'],
  ],
  [],
  ['minutes.pdf'],
)

test('everything is carried but the token and passphrases', () => {
  const kept = readKept(writeKept(keep('/a?b=c', sent)) ?? '')
  expect(kept).toEqual({
    address: '/a?b=c',
    page: 'old',
    fields: [
      ['notes', 'Two lines\nand “quotes” & <tags>'],
      ['areas', 'E09000001'],
      ['areas', 'E09000002'],
    ],
    files: ['minutes.pdf'],
  })
})

test('more than a form can carry is not carried', () => {
  expect(writeKept(keep('/a', form([['notes', 'x'.repeat(FORM_BYTES)]], [], [])))).toBeNull()
})

test.each([
  '',
  'not json',
  '[]',
  '{}',
  JSON.stringify({ address: 'https://elsewhere.example/', page: '', fields: [], files: [] }),
  JSON.stringify({ address: '//elsewhere.example', page: '', fields: [], files: [] }),
  JSON.stringify({ address: '/a', fields: [['name', 'of nobody knows whose page']], files: [] }),
  JSON.stringify({ address: '/a', page: '', fields: [['name', 1]], files: [] }),
])('%s was not kept by us', (text) => expect(readKept(text)).toBeNull())
