import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, inline, plain, prose, webAddress } from './text.ts'

describe('typed text', () => {
  it('keeps its lines, and its blank lines as a gap', () => {
    expect(prose('  one\r\ntwo\n\n\nthree  \n')).toEqual([
      { text: 'one', rtl: false, gap: false },
      { text: 'two', rtl: false, gap: false },
      { text: 'three', rtl: false, gap: true },
    ])
    expect(prose(' \n ')).toEqual([])
  })

  it('is one line where one line is wanted', () => {
    expect(inline(' Lantern\nYard ').text).toBe('Lantern Yard')
  })

  it.each([
    ['مرحبا', true],
    ['«שלום» to all', true],
    ['3. مرحبا', true],
    ['Hello مرحبا', false],
    ['😀', false],
  ])('%s runs from right to left: %s', (text, rtl) => {
    expect(inline(text).rtl).toBe(rtl)
  })

  it('loses only what cannot be seen', () => {
    expect(inline('a\u0000b\u0007c\uFEFFd\ud83de').text).toBe('abcd\uFFFDe')
  })

  it('turns none of our own words around, and still runs from right to left', () => {
    expect(inline('River\u202ebank\u202c \u2066Mentoring').text).toBe('Riverbank Mentoring')
    expect(prose('\u2067one\ntwo\u2069').map(({ text }) => text)).toEqual(['one', 'two'])
    expect(exact('\u202eab').text).toBe('ab')
    const hebrew = 'שלום\u200f (2026)'
    expect(inline(hebrew)).toEqual({ text: hebrew, rtl: true, gap: false })
  })

  it('can break inside an address, and never changes it', () => {
    const address = 'safeguarding.lead@a-very-long-organisation-name.example.org'
    const { text, parts = [] } = inline(`Ask ${address} first`)
    expect(text).toBe(`Ask ${address} first`)
    expect(parts.flat().join('')).toBe(text)
    const [before, pieces, after] = parts
    expect([before, after]).toEqual(['Ask ', ' first'])
    expect(pieces).toEqual(expect.arrayContaining(['.lead@', '-long']))
    expect(plain(address)).toBe(address)
    expect(exact('f'.repeat(64))).toEqual({ text: 'f'.repeat(64), rtl: false, gap: false })
  })

  it('breaks shorter words where there is less room, and none that fit', () => {
    expect(inline('Programmkoordinatorin').parts).toBeUndefined()
    expect(inline('Programmkoordinatorin', 16).parts).toEqual([['Programm', 'koordina', 'torin']])
    expect(inline('Coordinator', 16).parts).toBeUndefined()
  })

  it('never breaks after a hyphen, which readers leave out at the end of a line', () => {
    const pieces = inline('a-very-long-address/'.repeat(9) + '-'.repeat(40)).parts?.flat() ?? []
    expect(pieces.slice(0, -1).filter((piece) => piece.endsWith('-') && !/^-+$/.test(piece))).toEqual([])
  })

  it('leaves scripts without spaces to the typesetter, which knows their words', () => {
    for (const text of [
      '我们每年与每位导师见面两次并记录下来以便以后查阅我们的工作情况',
      'เราพบกับพี่เลี้ยงแต่ละคนปีละสองครั้งและจดบันทึกไว้',
    ])
      expect(inline(text).parts).toBeUndefined()
  })

  it('keeps a break that somebody typed, where a word may end', () => {
    expect(inline('safe\u200bguarding').text).toBe('safe\u200bguarding')
  })

  it('never breaks a letter from its accent or a family from its members', () => {
    const families = '👩‍👧‍👦'.repeat(30)
    expect(inline(families).parts?.flat().join('|')).not.toMatch(/\u200d\||\|\u200d/)
  })

  it('says the same words, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const squeezed = (words: string) => words.normalize('NFC').replace(/[\s\p{Cc}\uFEFF\u202a-\u202e\u2066-\u2069]+/gu, '')
        expect(
          squeezed(
            prose(text)
              .map((line) => line.text)
              .join('\n'),
          ),
        ).toBe(squeezed(text))
      }),
    )
  })
})

it.each([
  ['https://example.org/a b', 'https://example.org/a%20b'],
  ['http://example.org', 'http://example.org/'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['shared drive', null],
])('the address %s becomes %s', (url, expected) => {
  expect(webAddress(url)).toBe(expected)
})
