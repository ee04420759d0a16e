import { unturned } from '../../platform/index.ts'

/**
 * What people typed, made safe to typeset, in a time that grows with its length and no faster. The words are never changed: what is dropped cannot be seen, and what is added is an
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
  const typed = clean(text).trim().split('\n').map(withoutSpacesAround)
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

/** By hand: a pattern for spaces at the end of a line tries again at each of many spaces in its middle. */
function withoutSpacesAround(line: string): string {
  let [start, end] = [0, line.length]
  while (start < end && line[start] === ' ') start++
  while (end > start && line[end - 1] === ' ') end--
  return line.slice(start, end)
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
  return composed(unturned(text).toWellFormed())
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\uFEFF]/gu, (character) => (character === '\n' ? character : ''))
}

/**
 * In normal form C. Putting marks in order takes the square of how many follow each other: a row of more than any letter of any
 * language carries is left as it was typed.
 */
function composed(text: string): string {
  return text
    .split(rowOfMarks)
    .map((part, place) => (place % 2 === 0 ? part.normalize('NFC') : part))
    .join('')
}

/** Unicode calls text with at most 30 marks in a row stream-safe (Standard Annex 15). */
const rowOfMarks = /(\p{M}{31,})/u

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
