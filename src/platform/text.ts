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
