import type { Log } from './log.ts'

/** Something the program does by itself, again and again. */
export interface Schedule {
  /** No more after this; resolves once what is under way has ended. */
  stop(): Promise<void>
}

/**
 * Does `work` after a while, and then again each time `every` has passed since it ended: never twice at once. What it throws
 * is logged, and it is tried again next time. Waiting does not keep the process alive.
 */
export function schedule(options: {
  readonly name: string
  readonly log: Log
  /** Milliseconds. */
  readonly after: number
  /** Milliseconds. */
  readonly every: number
  readonly work: () => Promise<unknown>
}): Schedule {
  const { name, log, after, every, work } = options
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let timer = wait(after)

  function wait(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      running = once()
    }, milliseconds).unref()
  }

  async function once(): Promise<void> {
    try {
      await work()
    } catch (error) {
      log.error({ schedule: name, err: error }, 'what is done by itself failed')
    }
    if (!stopped) timer = wait(every)
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
