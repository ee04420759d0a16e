import { unturned } from '../../platform/index.ts'

/**
 * What people typed, made safe to typeset, in a time that grows with its length and no faster. The words are never changed: what is dropped cannot be seen, and nothing is added.
 */

export interface Line {
  readonly text: string
  /** Its first letter is written from right to left, so the whole line is. */
  readonly rtl: boolean
  /** A blank line came before it. */
  readonly gap: boolean
  /** The text in parts, where it has words so long that they must break; left out where it has none. */
  readonly parts?: readonly Part[]
}

/** Text as it is, or the pieces of a long word, between which a line may end, and nowhere else in it. */
export type Part = string | readonly string[]

/**
 * One line, whatever was typed: for names, titles and cells.
 * @param longest letters of a word that surely fits beside others
 */
export function inline(text: string, longest: 24 | 16 = 24): Line {
  return line(clean(text).replaceAll('\n', ' ').trim(), false, longest)
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
  return inline(text).text
}

/** The beginning of a long text on one line, up to the end of a word where there is one. */
export function shortened(text: string, longest: number): string {
  const words = inline(text).text.replace(/\s+/g, ' ')
  if (words.length <= longest) return words
  // Never half of a character.
  const cut = words.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
  const end = cut.lastIndexOf(' ')
  return `${end > longest / 2 ? cut.slice(0, end) : cut}…`
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

function line(text: string, gap = false, longest: 24 | 16 = 24): Line {
  const parts = breakable(text, longest)
  return { text, rtl: startsRightToLeft.test(text), gap, ...(parts.length > 0 ? { parts } : {}) }
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
  if (!rowOfMarks.test(text)) return text.normalize('NFC')
  return text
    .split(rowOfMarks)
    .map((part, place) => (place % 2 === 0 ? part.normalize('NFC') : part))
    .join('')
}

/** Unicode calls text with at most 30 marks in a row stream-safe (Standard Annex 15). */
const rowOfMarks = /(\p{M}{31,})/u

/** Of scripts that are written without spaces, the typesetter itself knows where a line may end. */
const WITHOUT_SPACES = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
const LETTER = `[^\\s${WITHOUT_SPACES.map((script) => `\\p{Script=${script}}`).join('')}]`
/** Words that may be wider than what they stand in. Most texts have none, which is told more quickly. */
const LONG_WORD = {
  24: { maybe: /\S{25}/, surely: new RegExp(`${LETTER}{25,}`, 'gu') },
  16: { maybe: /\S{17}/, surely: new RegExp(`${LETTER}{17,}`, 'gu') },
} as const

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Long addresses and unbroken strings would run off the page: they may break after punctuation, or every so often. Said by taking the
 * text apart, because a character that says it would be copied along with the words. Never after a hyphen: readers that copy a text
 * leave one out at the end of a line, because most were put there by a typesetter.
 */
function breakable(text: string, longest: 24 | 16): readonly Part[] {
  const { maybe, surely } = LONG_WORD[longest]
  if (text.length <= longest || !maybe.test(text)) return []
  const parts: Part[] = []
  let begun = 0
  for (const { 0: word, index } of text.matchAll(surely)) {
    parts.push(text.slice(begun, index), piecesOf(word, longest / 2))
    begun = index + word.length
  }
  return parts.length === 0 ? [] : [...parts, text.slice(begun)].filter((part) => part !== '')
}

function piecesOf(word: string, most: number): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  let length = 0
  for (const { segment } of graphemes.segment(word)) {
    const after = /[/._@?&=:]$/.test(piece) && length > 3
    const before = /^[-\u2010\u00ad]/.test(segment) && length > 3
    if (after || before || (length >= most && !/[-\u2010\u00ad]$/.test(piece))) {
      pieces.push(piece)
      piece = ''
      length = 0
    }
    piece += segment
    length += 1
  }
  return [...pieces, piece]
}
