import type { Log } from './log.ts'

/**
 * What this process is doing at this moment, by name: `GET /organisations/:organisation`, `schedule sweep-files`. Names hold no
 * ids and nothing that people wrote. The watch on the event loop and the last lines of a log say it.
 */
export interface UnderWay {
  /** Something begins. @returns ends it, and says how many milliseconds it took */
  begin(name: string): () => number
  /**
   * Work that nobody waits for, such as sending a link. What it throws is logged; a server that stops waits for it.
   */
  inBackground(name: string, log: Log, work: Promise<unknown>): void
  /** Each name once, with how many there are, the most frequent first; at most ten. */
  names(): Readonly<Record<string, number>>
  /** Resolves when no background work is under way. */
  backgroundEnded(): Promise<void>
  /** How many are under way. */
  readonly count: number
  /**
   * Called whenever something begins or ends, before it is counted in or out: for the watch, which learns from it that the
   * event loop is turning.
   */
  onChange: ((now: number) => void) | null
}

/** Names in one line of the log. */
const MOST_NAMES = 10

export function createUnderWay(): UnderWay {
  const all = new Set<{ readonly name: string }>()
  const background = new Set<Promise<void>>()
  const self: UnderWay = {
    onChange: null,
    get count() {
      return all.size
    },
    begin(name) {
      const began = performance.now()
      self.onChange?.(began)
      const entry = { name }
      all.add(entry)
      return () => {
        const ended = performance.now()
        self.onChange?.(ended)
        all.delete(entry)
        return ended - began
      }
    },
    inBackground(name, log, work) {
      const end = self.begin(name)
      const settled: Promise<void> = work.then(
        () => {
          end()
          background.delete(settled)
        },
        (error: unknown) => {
          end()
          background.delete(settled)
          log.error({ work: name, err: error }, 'work in the background failed')
        },
      )
      background.add(settled)
    },
    names() {
      const counts = new Map<string, number>()
      for (const { name } of all) counts.set(name, (counts.get(name) ?? 0) + 1)
      return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_NAMES))
    },
    async backgroundEnded() {
      while (background.size > 0) await Promise.all(background)
    },
  }
  return self
}

/** Of this process. */
export const underWay = createUnderWay()
