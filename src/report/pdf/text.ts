import { unturned } from '../../platform/index.ts'

/**
 * What people typed, made safe to typeset. The words are never changed: what is dropped cannot be seen, and what is added is an
 * invisible place where a line may break.
 */

export interface Line {
  readonly text: string
  /** Its first letter is written from right to left, so the whole line is. */
  readonly rtl: boolean
  /** A blank line came before it. */
  readonly gap: boolean
}

/** One line, whatever was typed: for names, titles and cells. */
export function inline(text: string): Line {
  return line(clean(text).replaceAll('\n', ' ').trim())
}

/** Every line that says something; blank lines become the space between paragraphs. */
export function prose(text: string): readonly Line[] {
  const typed = clean(text)
    .trim()
    .split(/ *\n */)
  return typed.flatMap((words, place) => (words === '' ? [] : [line(words, typed[place - 1] === '')]))
}

/** Identifiers and digests, to be copied exactly: nothing added. */
export function exact(text: string): Line {
  return { text: clean(text), rtl: false, gap: false }
}

/** For the document's own title and author, which no line break concerns. */
export function plain(text: string): string {
  return inline(text).text.replaceAll(zeroWidthSpace, '')
}

/** Only an address a browser would fetch is ever made clickable. */
export function webAddress(url: string): string | null {
  const parsed = URL.parse(url.trim())
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.href : null
}

const startsRightToLeft = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

function line(text: string, gap = false): Line {
  return { text: breakable(text), rtl: startsRightToLeft.test(text), gap }
}

/**
 * Half a surrogate pair, control characters and byte-order marks have no shape; PDF/UA forbids some and JSON others. What was kept
 * before our forms took them out may hold characters that turn our own words around.
 */
function clean(text: string): string {
  return unturned(text)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\uFEFF]/gu, (character) => (character === '\n' ? character : ''))
}

const longestWord = 24
const zeroWidthSpace = '\u200B'
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Long addresses and unbroken strings would run off the page: let them break after punctuation, or every so often. */
function breakable(text: string): string {
  return text.replace(/\S{25,}/gu, (word) => {
    let sinceBreak = 0
    let broken = ''
    for (const { segment } of graphemes.segment(word)) {
      broken += segment
      sinceBreak += 1
      if (sinceBreak >= longestWord / 2 || (sinceBreak > 3 && /[/._\-@?&=:]/.test(segment))) {
        broken += zeroWidthSpace
        sinceBreak = 0
      }
    }
    return broken
  })
}
