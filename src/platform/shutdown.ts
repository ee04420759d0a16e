import { inspect } from 'node:util'
import type { Log } from './log.ts'
import type { UnderWay } from './under-way.ts'

/** The end of the process: asked for by whoever runs it, or because something failed that nobody expected. */
export interface Shutdown {
  /** True from the moment it begins: no more visitors should be sent here. */
  readonly begun: boolean
  /** What must be done before the process ends. Called once. */
  onStop(stop: () => Promise<void>): void
}

/** What the process ends with after an error that nobody expected (EX_SOFTWARE of sysexits.h): the supervisor starts it again. */
export const FAILED = 70

/** How long the end may take in all, in milliseconds: whoever asked is waiting, and ends it harder after a while. */
const LONGEST = 12_000
/**
 * The same signal within this time is the same wish, in milliseconds: the keys that end a program reach the whole group of
 * processes, and npm and `scripts/start.mjs` each pass on what they got.
 */
const SAME_WISH = 1000
/** Unexpected errors that are logged; one that comes back with every turn of the event loop must not fill the disk. */
const MOST_LOGGED = 20

/**
 * Ends the process in order, once: on SIGTERM and SIGINT with 0, and at once when asked again. After an error that nobody heard
 * with `FAILED`: it is logged, what is under way is finished, and the supervisor starts the program again. That is the last
 * net: an error belongs to whoever can say what to do about it.
 */
export function endInOrder({ log, underWay }: { readonly log: Log; readonly underWay: UnderWay }): Shutdown {
  let askedAt: number | null = null
  let code = 0
  let errors = 0
  let stop: () => Promise<void> = async () => {}

  async function end(): Promise<void> {
    const limit = setTimeout(() => leave('what was under way did not end in time'), LONGEST)
    try {
      await stop()
    } catch (error) {
      log.error({ err: error }, 'stopping failed')
    }
    clearTimeout(limit)
    log.flush(() => process.exit(code))
  }

  function leave(why: string): void {
    log.error({ under_way: underWay.names() }, why)
    log.flush(() => process.exit(code))
  }

  function asked(signal: NodeJS.Signals): void {
    const now = performance.now()
    if (askedAt === null) {
      askedAt = now
      log.info({ signal, under_way: underWay.count }, 'stopping')
      void end()
    } else if (now - askedAt > SAME_WISH) leave('asked again to stop: ending at once')
  }

  function unexpected(kind: string, error: unknown): void {
    errors += 1
    if (errors <= MOST_LOGGED) {
      const err = error instanceof Error ? error : new Error(inspect(error).slice(0, 500))
      log.fatal({ kind, err, under_way: underWay.names() }, 'an error that nobody expected: stopping, to be started again')
    }
    code = FAILED
    if (askedAt !== null) return
    askedAt = performance.now()
    void end()
  }

  process.on('SIGTERM', asked)
  process.on('SIGINT', asked)
  process.on('uncaughtException', (error) => unexpected('uncaughtException', error))
  process.on('unhandledRejection', (reason) => unexpected('unhandledRejection', reason))
  // Lines for people, such as the address at the start, may have lost their reader: that is nobody's misfortune.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

  return {
    get begun() {
      return askedAt !== null
    },
    onStop(given) {
      stop = given
    },
  }
}
