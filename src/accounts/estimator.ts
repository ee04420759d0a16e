import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'

/** How much of a passphrase is looked at. The work grows faster than the length, and more would not change the answer. */
const LOOKED_AT = 64

/**
 * Guesses how many guesses a passphrase would take. A megabyte and a half of word lists: import this module when the first
 * passphrase is chosen, not at start-up.
 */
export const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  maxLength: LOOKED_AT,
})
