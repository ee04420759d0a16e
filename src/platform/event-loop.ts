import type { Log } from './log.ts'
import type { UnderWay } from './under-way.ts'

/** What has been seen since the watch began. */
export interface EventLoopWatch {
  /** How often the event loop stood still for more than 250 ms. */
  readonly stalls: number
  /** The longest of them, in milliseconds; 0 when there was none. */
  readonly longest: number
  stop(): void
}

/** From here on somebody waits too long, in milliseconds. */
const STALL = 250
/** How often the watch looks, in milliseconds: a stall is measured to within this. */
const EVERY = 25
/** At most one line is written in this time, in milliseconds. */
const QUIET = 10_000

/**
 * Notices when the event loop stands still, which holds up everybody, and logs for how long and what was under way: the request
 * that caused it is among them. The loop is seen to turn by a timer, and by requests that begin and end; a gap between two such
 * moments is a stall, and what was under way at its beginning is still known at its end.
 */
export function watchEventLoop(options: {
  readonly log: Log
  readonly underWay: UnderWay
  readonly quiet?: number
}): EventLoopWatch {
  const { log, underWay, quiet = QUIET } = options
  let seen = performance.now()
  let stalls = 0
  let longest = 0
  let loggedAt = Number.NEGATIVE_INFINITY
  let notLogged = 0

  function look(now: number): void {
    const gap = now - seen
    seen = now
    if (gap <= STALL) return
    stalls += 1
    longest = Math.max(longest, gap)
    if (now - loggedAt < quiet) {
      notLogged += 1
      return
    }
    loggedAt = now
    log.warn({ ms: Math.round(gap), under_way: underWay.names(), not_logged: notLogged }, 'the event loop stood still')
    notLogged = 0
  }

  underWay.onChange = look
  const timer = setInterval(() => look(performance.now()), EVERY).unref()
  return {
    get stalls() {
      return stalls
    },
    get longest() {
      return longest
    },
    stop() {
      clearInterval(timer)
      underWay.onChange = null
    },
  }
}
