import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coverageOf } from './coverage.ts'
import { filesOf, fontFolders, OTHERS, OURS } from './fonts.ts'
import { openLetters } from './letters.ts'
import { marksOnce } from './marks-once.ts'

const folders = fontFolders(import.meta.url)
const letters = openLetters(folders)
const families = (text: string) => letters.of([text]).typefaces.map(({ family }) => family)

describe('the letters of a document', () => {
  it('are our own typeface’s where they can be, so that no other font is read', () => {
    expect(letters.of(['We ask mentors – “twice a year” – what’s new… café, Zieliński, 45 % of £300, −5 ≤ 7'])).toEqual({
      typefaces: [],
      missing: [],
    })
  })

  it.each([
    ['Ọlá', ['Noto Sans']],
    ['হ্যাঁ', ['Noto Sans Bengali']],
    ['نحن، نستمع', ['Vazirmatn']],
    ['ወጣቶች 한국 โรง', ['Noto Sans Ethiopic', 'Noto Sans Thai', 'NanumGothic']],
    ['我们', ['Noto Sans SC']],
    ['若者の声', ['BIZ UDPGothic']],
    ['👩🏽‍🏫', ['Noto Emoji']],
  ])('%s needs %j', (text, expected) => {
    expect(families(text)).toEqual(expected)
  })

  it('that no font has are named, each once; what has no shape of its own needs none', () => {
    expect(letters.of(['\u{10000}\u{10000}a\u0378', '\u200d\u200e\ufe0f\u00ad\ud83d'])).toEqual({
      typefaces: [],
      missing: ['\u{10000}', '\u0378'],
    })
  })

  it('are looked for among those that our typeface does have', () => {
    const [regular = ''] = filesOf(OURS, folders)
    const has = coverageOf(regular)
    for (let code = 0x20; code < 0x3000; code++) {
      const character = String.fromCodePoint(code)
      const isOwn = letters.of([character]).typefaces.length === 0 && !letters.of([character]).missing.includes(character)
      if (isOwn && !/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}]/u.test(character))
        expect([character, has.has(character)]).toEqual([character, true])
    }
  })

  it('the template sets in our typeface what is looked for there', () => {
    const theme = readFileSync(join(import.meta.dirname, 'theme.typ'), 'utf8')
    const pattern = [...theme.matchAll(/"(\[?\\u\{[^"]+)"/g)].map(([, part = '']) => part).join('')
    const own = new RegExp(pattern, 'u')
    for (let code = 0x20; code < 0x3000; code++) {
      const character = String.fromCodePoint(code)
      if (/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(character)) continue
      const { typefaces, missing } = letters.of([character])
      if (typefaces.length === 0 && missing.length === 0) expect([character, own.test(character)]).toEqual([character, true])
    }
  })

  it('every font is there, in each of its weights', () => {
    for (const typeface of [OURS, ...OTHERS]) expect(filesOf(typeface, folders)).toHaveLength(typeface.files.length)
  })
})

it('a file that is not as expected is left as it is', () => {
  for (const text of ['', 'not a PDF', '%PDF-1.7\nstartxref\n9999\n%%EOF', '%PDF-1.7\nxref\n0 1\ntrailer\nstartxref\n9\n%%EOF']) {
    const file = Buffer.from(text)
    expect(marksOnce(file)).toBe(file)
  }
})
