import { parentPort } from 'node:worker_threads'
import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import type { Answer, Hint, Question } from './guessing.ts'

// The thread that guesses how many guesses a passphrase would take: see `guessing.ts`, which starts it.

/** How much of a passphrase is looked at. The work grows faster than the length, and more would not change the answer. */
const LOOKED_AT = 64

/** At least 100,000,000 guesses: "safely unguessable" against someone who must ask us each time, and costly with a stolen hash. */
const STRONG_ENOUGH = 3

const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  maxLength: LOOKED_AT,
})

parentPort?.on('message', ({ id, spellings, known }: Question) => {
  parentPort?.postMessage({ id, hint: weaknessIn(spellings, known) } satisfies Answer)
})

function weaknessIn(spellings: Question['spellings'], known: Question['known']): Hint | null {
  for (const spelling of spellings) {
    const result = estimator.check(spelling, [...known])
    if (result.score < STRONG_ENOUGH) return hintOf(result)
  }
  return null
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
