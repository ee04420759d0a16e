import { Worker } from 'node:worker_threads'

/** What makes a passphrase guessable, as far as can be told. */
export type Hint = 'common' | 'personal' | 'repeated' | 'keyboard' | 'dates' | 'words'

export interface Question {
  readonly id: number
  readonly spellings: readonly string[]
  readonly known: readonly string[]
}

export interface Answer {
  readonly id: number
  readonly hint: Hint | null
}

/** How long the thread waits for the next passphrase, in milliseconds. People who are refused one try another. */
const IDLE = 30_000

/** Built, it stands beside the program. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './estimator.ts' : './estimator.js', import.meta.url)

interface Asked {
  readonly answered: (hint: Hint | null) => void
  readonly failed: (error: Error) => void
}

let thread: Worker | null = null
let idle: NodeJS.Timeout | undefined
let questions = 0
const asked = new Map<number, Asked>()

/**
 * Why somebody could guess a passphrase; null when it would take them too long. Told by a thread of its own: it takes tens of
 * milliseconds in which nobody else would be answered, and word lists of sixty megabytes, given back when nobody has chosen a
 * passphrase for a while.
 * @param spellings ways of writing the same passphrase; one that can be guessed is enough
 * @param known what a stranger would know of its owner
 */
export function guessable(spellings: readonly string[], known: readonly string[]): Promise<Hint | null> {
  return new Promise((answered, failed) => {
    clearTimeout(idle)
    questions += 1
    asked.set(questions, { answered, failed })
    thread ??= start()
    // While someone waits, the thread keeps the program alive; an idle one does not.
    thread.ref()
    thread.postMessage({ id: questions, spellings, known } satisfies Question)
  })
}

function start(): Worker {
  const started = new Worker(THREAD, { execArgv: [] })
  started.on('message', ({ id, hint }: Answer) => {
    asked.get(id)?.answered(hint)
    asked.delete(id)
    if (asked.size === 0) rest(started)
  })
  started.on('error', (error) => stop(started, error instanceof Error ? error : new Error(String(error))))
  started.on('exit', () => stop(started, new Error('The thread that judges passphrases has ended')))
  return started
}

function rest(resting: Worker): void {
  resting.unref()
  idle = setTimeout(() => {
    thread = null
    void resting.terminate()
  }, IDLE)
  idle.unref()
}

/** Whoever still waits is told; the next passphrase starts a fresh thread. */
function stop(ended: Worker, error: Error): void {
  if (thread !== ended) return
  thread = null
  for (const { failed } of asked.values()) failed(error)
  asked.clear()
}
