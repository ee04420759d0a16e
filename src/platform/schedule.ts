import type { Log } from './log.ts'
import { underWay } from './under-way.ts'

/** Something the program does by itself, again and again. */
export interface Schedule {
  /** No more after this; what is under way is told to stop. Resolves once it has ended. */
  stop(): Promise<void>
}

/**
 * Does `work` after a while, and then again each time `every` has passed since it ended: never twice at once. What it throws
 * is logged, and it is tried again next time. Waiting does not keep the process alive. Work that takes long looks at `signal`, and
 * ends where it can go on next time.
 */
export function schedule(options: {
  readonly name: string
  readonly log: Log
  /** Milliseconds. */
  readonly after: number
  /** Milliseconds. */
  readonly every: number
  readonly work: (signal: AbortSignal) => Promise<unknown>
}): Schedule {
  const { name, log, after, every, work } = options
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let timer = wait(after)

  function wait(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      running = once()
    }, milliseconds).unref()
  }

  async function once(): Promise<void> {
    const end = underWay.begin(`schedule ${name}`)
    try {
      await work(stopping.signal)
    } catch (error) {
      log.error({ schedule: name, err: error }, 'scheduled work failed')
    }
    end()
    if (!stopping.signal.aborted) timer = wait(every)
  }

  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
