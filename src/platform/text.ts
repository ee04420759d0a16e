import { unturned } from './unturned.ts'

/**
 * Longest text that is normalised, in UTF-16 units: ten times as long as any name. Unicode normalisation sorts runs of combining
 * marks, in a time that grows with the square of their number: 2,000 take 5 milliseconds, and 400,000 took 18 seconds.
 */
export const LONGEST_NORMALISED = 2000

/**
 * A text in one spelling. One that is longer than any field that is normalised may be comes back as it is, for that field's own
 * bound to refuse. A test keeps `String.normalize` out of every other file.
 */
export function normalised(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  return text.length > LONGEST_NORMALISED ? text : text.normalize(form)
}

/** Blank space that may stand around a text besides what its bound allows, in UTF-16 units. */
const SPARE = 2000

/**
 * A text as it is kept: without space around it, and without what turns our own words around. One that is far beyond its bound
 * comes back as it is, for the bound to refuse.
 * @param longest its bound, in UTF-16 units
 */
export function tidied(text: string, longest: number): string {
  return text.length > longest + SPARE ? text : unturned(text).trim()
}

/**
 * What is never seen and says nothing, and comes along when people copy from a page, a mail or a phone's contacts: zero-width
 * spaces, soft hyphens, marks of direction, a file's byte order mark. All that Unicode says is not to be shown, but for what
 * belongs to the letter before it.
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}--[\u200c\u200d\p{Variation_Selector}\u{e0020}-\u{e007f}]]/gv
/** Joiners and the like, which make one sign of several: they say something only after a sign that is not ASCII, or in a keycap. */
const JOINING_NOTHING = /(^|[\p{ASCII}])(?!\ufe0f\u20e3)[\u200c\u200d\p{Variation_Selector}\u{e0020}-\u{e007f}]+/gv

/**
 * A text without what nobody sees in it. For what must be right to the letter and is often copied: e-mail addresses, links, numbers
 * and dates. What joins letters and emoji stays between them: Persian, Sinhala and a teacher of any colour need it.
 */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '').replace(JOINING_NOTHING, '$1')
}

/** What people write into a field that need not be filled in, when they have nothing to say there. */
const NOTHINGS: ReadonlySet<string> = new Set([
  'n/a',
  'na',
  'n.a',
  'n/k',
  'nk',
  'none',
  'no',
  'nil',
  'null',
  'nothing',
  'never',
  'not any',
  'not applicable',
  'does not apply',
  'doesn’t apply',
  'not known',
  'unknown',
  'don’t know',
  'not sure',
  'not yet',
  'none yet',
  'not yet known',
  'not registered',
  'no number',
  'no date',
  'no expiry',
  'no expiry date',
  'no end date',
  'does not expire',
  'doesn’t expire',
  'tbc',
  'tbd',
  'tba',
  'to be confirmed',
])
/** Longer than any of them, in UTF-16 units. */
const LONGEST_NOTHING = 60

/**
 * True for a text that says that there is nothing to say: `N/A`, `-`, `none`. One place for every number and date that may be left
 * out: who writes so has left it out.
 */
export function saysNothing(text: string): boolean {
  if (text.length > LONGEST_NOTHING) return text.trim() === ''
  const plain = normalised(withoutUnseen(text), 'NFKC').toLowerCase().replace(/'/g, '’').replace(/\s+/g, ' ').trim()
  // Brackets and full stops around it; "n / a" and "n\\a".
  const bare = plain.replace(/^[([{<]+|[)\]}>.,;]+$/g, '').replace(/ ?[/\\] ?/g, '/')
  return /^[-‐-―−_~./?]*$/.test(bare) || NOTHINGS.has(bare)
}

/** The biggest number that an `integer` of PostgreSQL can hold. */
export const MOST_INTEGER = 2_147_483_647

/**
 * A whole number from outside: digits alone, and no more than fits into every database. Null for anything else.
 * @param text of any length
 */
export function readWhole(text: string, most = MOST_INTEGER): number | null {
  if (text.length > 10 || !/^\d+$/.test(text)) return null
  const number = Number(text)
  return number <= most ? number : null
}
