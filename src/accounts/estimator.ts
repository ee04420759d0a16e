import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import type { Hint, Question } from './guessing.ts'
import { fold } from './spelling.ts'

// The thread that guesses how many guesses a passphrase would take: see `guessing.ts`, which starts it.

/** How much of a passphrase is looked at. The work grows faster than the length, and more would not change the answer. */
const LOOKED_AT = 48

/**
 * How many readings of `p@55w0rd` and the like are tried. The work grows with it: the library's 100 take seconds for 64 such
 * characters, and find no more than one in a hundred weak passphrases that 10 don't.
 */
const MOST_READINGS = 10

/** At least 100,000,000 guesses: "safely unguessable" against someone who must ask us each time, and costly with a stolen hash. */
const STRONG_ENOUGH = 3

/** Its name lets the estimator explain what it found there as it does for its own list of passwords. */
const BREACHED = 'passwords-breached'

const breached = await breachedPassphrases()
const isBreached = new Set(breached)

const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...english, [BREACHED]: breached },
  graphs: adjacencyGraphs,
  maxLength: LOOKED_AT,
  l33tMaxSubstitutions: MOST_READINGS,
})

parentPort?.on('message', (question: Question) => parentPort?.postMessage(weaknessIn(question)))

/** Built, the list stands beside the program; the source makes it anew. */
async function breachedPassphrases(): Promise<string[]> {
  if (!import.meta.url.endsWith('.ts')) return readFileSync(new URL('./breached.txt', import.meta.url), 'utf8').split('\n')
  return [...(await import('./breached.ts')).breachedPassphrases()]
}

function weaknessIn({ spellings, known }: Question): Hint | null {
  for (const spelling of new Set(spellings)) {
    const result = estimator.check(spelling, [...known])
    if (result.score < STRONG_ENOUGH) return hintOf(result)
  }
  // However much the estimator makes of unusual capitals, or of what stands after the part it looks at.
  return spellings.some((spelling) => isBreached.has(fold(spelling))) ? 'common' : null
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
      return dictionaries.includes(BREACHED) ? 'common' : 'words'
  }
}
