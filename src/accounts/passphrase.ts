import type { ZxcvbnResult } from '@zxcvbn-ts/core'

/** Bounds in characters as people count them (code points), after NFKC. */
export const MIN_CHARACTERS = 12
export const MAX_CHARACTERS = 200

/**
 * One spelling for what looks the same, whatever keyboard typed it (NIST SP 800-63B asks for NFKC or NFKD). Nothing is cut
 * or trimmed: spaces count. The hashing function normalises the same way; we do it first so that lengths agree too.
 * Null when the text is longer than any passphrase may be.
 */
export function normalisePassphrase(typed: string): string | null {
  // Checked before normalising as well: one character can become eighteen.
  if (typed.length > MAX_CHARACTERS * 4) return null
  const passphrase = typed.normalize('NFKC')
  return characters(passphrase) > MAX_CHARACTERS ? null : passphrase
}

/** Why a passphrase can't be used. `guessable` says what makes it so, as far as the estimator can tell. */
export type Weakness =
  | { readonly because: 'empty' }
  | { readonly because: 'short'; readonly characters: number }
  | { readonly because: 'long' }
  | { readonly because: 'guessable'; readonly hint: Hint }

export type Hint = 'common' | 'personal' | 'repeated' | 'keyboard' | 'dates' | 'words'

/** Words of this product that every attacker would try first (ASVS 5.0, 6.1.2). */
const PRODUCT_WORDS = ['mentormark', 'mentor', 'mentors', 'mentoring', 'mentee', 'mentees', 'framework', 'passphrase', 'password']

/** At least 100,000,000 guesses: "safely unguessable" against someone who must ask us each time, and costly with a stolen hash. */
const STRONG_ENOUGH = 3

/**
 * What is wrong with a new passphrase; null when it may be used. There are no rules about kinds of characters (ASVS 5.0, 6.2.5):
 * only its length, and how many guesses it would take.
 * @param typed as it came from the form
 * @param about what a stranger would know of its owner: name, e-mail address
 */
export async function weaknessOf(typed: string, about: readonly string[]): Promise<Weakness | null> {
  if (typed === '') return { because: 'empty' }
  const passphrase = normalisePassphrase(typed)
  if (passphrase === null) return { because: 'long' }
  if (characters(passphrase) < MIN_CHARACTERS) return { because: 'short', characters: characters(passphrase) }
  const { estimator } = await import('./estimator.ts')
  const known = [...PRODUCT_WORDS, ...about.flatMap(partsOf)]
  // Spaces and dashes between words make the estimator generous: "iloveyou iloveyou". It judges the words run together as well.
  for (const spelling of [passphrase, passphrase.replace(/[\p{P}\p{Z}]/gu, '')]) {
    const result = estimator.check(spelling, known)
    if (result.score < STRONG_ENOUGH) return { because: 'guessable', hint: hintOf(result) }
  }
  return null
}

function characters(text: string): number {
  return [...text].length
}

/** `Alice Okafor` → whole, and each word of three letters or more; the same for an address. */
function partsOf(text: string): readonly string[] {
  const whole = text.normalize('NFKC').toLowerCase()
  const parts = whole.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= 3)
  return [whole, parts.join(''), ...parts]
}

function hintOf(result: ZxcvbnResult): Hint {
  const dictionaries = result.sequence.map((match) => ('dictionaryName' in match ? match.dictionaryName : ''))
  if (result.feedback.warning === 'userInputs' || dictionaries.includes('userInputs')) return 'personal'
  switch (result.feedback.warning) {
    case 'topTen':
    case 'topHundred':
    case 'common':
    case 'similarToCommon':
      return 'common'
    case 'simpleRepeat':
    case 'extendedRepeat':
      return 'repeated'
    case 'straightRow':
    case 'keyPattern':
    case 'sequences':
      return 'keyboard'
    case 'dates':
    case 'recentYears':
      return 'dates'
    default:
      return 'words'
  }
}
