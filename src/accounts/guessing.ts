import { Worker } from 'node:worker_threads'
import { createFairQueue, metrics, Problem } from '../platform/index.ts'
import { inTurn } from './in-turn.ts'

/** What makes a passphrase guessable, as far as can be told. */
export type Hint = 'common' | 'personal' | 'repeated' | 'keyboard' | 'dates' | 'words'

export interface Question {
  /** Ways of writing the same passphrase; one that can be guessed is enough. */
  readonly spellings: readonly string[]
  /** What a stranger would know of its owner. */
  readonly known: readonly string[]
}

/** How long the thread waits for the next passphrase, in milliseconds. People who are refused one try another. */
const IDLE = 30_000

/**
 * How long one judgement may take, starting the thread included, in milliseconds. The worst text takes a hundredth of it, so
 * past it the thread is stuck or the machine overwhelmed: the thread is ended, and whoever asked is told to try again. Letting
 * the passphrase pass instead would leave it unjudged for years.
 */
const LONGEST = 20_000

/**
 * What the thread may use, in MB: its lists take 50. Past it Node ends the thread and not the program.
 */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

/**
 * One passphrase is judged at a time. Forty people who sign up at once behind one address have room to wait, and nobody waits much
 * longer than ten seconds: the worst passphrase takes a fifth of one.
 */
const queue = createFairQueue({ atOnce: 1, mostWaiting: 45, mostEach: 45 })
metrics.gauge('passphrases_to_judge', 'New passphrases that wait to be judged.', () => queue.waiting)

/** Built, it stands beside the program. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './estimator.ts' : './estimator.js', import.meta.url)

let thread: Worker | null = null
let idle: NodeJS.Timeout | undefined

/**
 * Why somebody could guess a passphrase; null when it would take them too long. Told by a thread of its own: it takes tens of
 * milliseconds in which nobody else would be answered, and word lists of fifty megabytes, given back when nobody has chosen a
 * passphrase for a while.
 * @param owner whose turn it takes: a network address, or the id of somebody who has signed in
 * @throws Problem `busy` when too many wait, or it takes too long
 */
export function guessable(question: Question, owner: string): Promise<Hint | null> {
  return inTurn(queue, owner, () => ask(question))
}

/** Asks the thread. It is asked one question at a time. */
function ask(question: Question): Promise<Hint | null> {
  clearTimeout(idle)
  const asked = thread ?? start()
  thread = asked
  return new Promise<Hint | null>((answered, failed) => {
    const tooLong = setTimeout(() => {
      end(asked)
      failed(new Problem('busy', { retryAfter: 10, cause: new Error('a passphrase was not judged in time') }))
    }, LONGEST)
    const settle = (result: () => void) => {
      clearTimeout(tooLong)
      asked.off('message', onMessage).off('error', onError).off('exit', onExit)
      result()
    }
    const onMessage = (hint: Hint | null) =>
      settle(() => {
        rest(asked)
        answered(hint)
      })
    const onError = (error: unknown) =>
      settle(() => {
        end(asked)
        failed(error)
      })
    const onExit = () =>
      settle(() => {
        end(asked)
        failed(new Error('The thread that judges passphrases has ended'))
      })
    asked.on('message', onMessage).on('error', onError).on('exit', onExit)
    // While someone waits, the thread keeps the program alive; an idle one does not.
    asked.ref()
    asked.postMessage(question)
  })
}

function start(): Worker {
  const started = new Worker(THREAD, { execArgv: [], resourceLimits: RESOURCE_LIMITS })
  // Also heard while nobody waits: the next passphrase starts a fresh thread.
  started.on('error', () => forget(started))
  started.on('exit', () => forget(started))
  return started
}

function rest(resting: Worker): void {
  resting.unref()
  idle = setTimeout(() => end(resting), IDLE)
  idle.unref()
}

function forget(ended: Worker): void {
  if (thread === ended) thread = null
}

function end(ending: Worker): void {
  forget(ending)
  void ending.terminate()
}
