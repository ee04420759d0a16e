import { guessable, type Hint } from './guessing.ts'
import { fold, runTogether } from './spelling.ts'

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

/** Why a passphrase can't be used. */
export type Weakness =
  | { readonly because: 'empty' }
  | { readonly because: 'short'; readonly characters: number }
  | { readonly because: 'long' }
  | { readonly because: 'guessable'; readonly hint: Hint }

/** Words of this product that every attacker would try first (ASVS 5.0, 6.1.2). */
export const PRODUCT_WORDS = [
  'mentormark',
  'mentor',
  'mentors',
  'mentoring',
  'mentee',
  'mentees',
  'framework',
  'passphrase',
  'password',
]

/**
 * What is wrong with a new passphrase; null when it may be used. There are no rules about kinds of characters (ASVS 5.0, 6.2.5):
 * only its length, and how many guesses it would take.
 * @param typed as it came from the form
 * @param about what a stranger would know of its owner: name, e-mail address
 * @param owner whose turn it takes to be judged: a network address, or the id of somebody who has signed in. Their tries have
 *   been counted before
 * @throws Problem `busy`
 */
export async function weaknessOf(typed: string, about: readonly string[], owner: string): Promise<Weakness | null> {
  if (typed === '') return { because: 'empty' }
  const passphrase = normalisePassphrase(typed)
  if (passphrase === null) return { because: 'long' }
  if (characters(passphrase) < MIN_CHARACTERS) return { because: 'short', characters: characters(passphrase) }
  // Spaces and dashes between words make the estimator generous: "iloveyou iloveyou". It judges the words run together as well.
  const spellings = [passphrase, runTogether(passphrase)]
  const known = [...PRODUCT_WORDS, ...about.flatMap(partsOf)]
  const hint = (await guessable({ spellings, known }, owner)) ?? (isMadeOf(passphrase, known) ? 'personal' : null)
  return hint && { because: 'guessable', hint }
}

/** So many characters of one's own, at least, besides words that a stranger knows. */
const MIN_OWN = 4

/**
 * True when there is next to nothing in it but words that a stranger knows, numbers and signs: "Maya Mentoring 2024". The estimator
 * counts each of them as one more thing to guess.
 */
function isMadeOf(passphrase: string, known: readonly string[]): boolean {
  const whole = fold(passphrase)
  const longestFirst = known.filter((word) => word !== '').sort((one, other) => other.length - one.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), whole)
  return rest !== whole && characters(rest.replace(/[\p{N}\p{P}\p{Z}]/gu, '')) < MIN_OWN
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
