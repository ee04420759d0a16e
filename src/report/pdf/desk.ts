import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ReportPress } from './press.ts'
import type { Typeset } from './typesetter.ts'
import type { Order } from './worker.ts'

/** What came of waiting for a document. */
export type Waited =
  | { readonly done: true; readonly typeset: Typeset }
  /** It is being made, or waits for its turn behind so many others at most. */
  | { readonly done: false; readonly begun: boolean; readonly ahead: number }

/**
 * Hands documents out. Somebody who waits may go and come back: whoever asks again for the same document, in the same words, is
 * given the one that is being made. Nothing is kept but what nobody has fetched yet, for a short time.
 */
export interface Desk {
  /**
   * @param patience milliseconds after which to come back with nothing in hand
   * @param signal that whoever asked has gone away
   * @throws PressProblem
   */
  ask(order: Order, owners: readonly string[], patience: number, signal: AbortSignal): Promise<Waited>
}

export interface DeskOptions {
  /** A document that nobody has come back for after this long leaves the queue. */
  readonly abandonedMs?: number
  /** How long one that is done is kept for whoever comes back. */
  readonly keptMs?: number
  /** How much is kept of those, in bytes. */
  readonly mostKept?: number
}

interface Job {
  readonly document: Promise<Typeset>
  /** How many requests wait for it just now. */
  askers: number
  readonly turn: { begun: boolean }
  /** Size of what is done and was not fetched; 0 while it is being made. */
  kept: number
  readonly leave: AbortController
  timer: NodeJS.Timeout | undefined
}

export function createDesk(
  press: ReportPress,
  { abandonedMs = 10_000, keptMs = 60_000, mostKept = 50e6 }: DeskOptions = {},
): Desk {
  const jobs = new Map<string, Job>()

  function begin(key: string, order: Order, owners: readonly string[]): Job {
    const leave = new AbortController()
    const turn = { begun: false }
    const document = press.make(order, owners, {
      signal: leave.signal,
      begins: () => {
        turn.begun = true
      },
    })
    const job: Job = { document, askers: 0, turn, kept: 0, leave, timer: undefined }
    jobs.set(key, job)
    document.then(
      ({ pdf }) => settled(key, job, pdf.byteLength),
      // Why it could not be made is kept as well.
      () => settled(key, job, 1),
    )
    return job
  }

  /** Kept until somebody has it: whoever waited may have gone away, or may just be coming back. */
  function settled(key: string, job: Job, bytes: number): void {
    clearTimeout(job.timer)
    if (jobs.get(key) !== job) return
    job.kept = bytes
    job.timer = setTimeout(() => drop(key, job), keptMs).unref()
    let all = 0
    for (const [name, each] of [...jobs].reverse()) {
      all += each.kept
      if (all > mostKept && each.kept > 0) drop(name, each)
    }
  }

  function drop(key: string, job: Job): void {
    clearTimeout(job.timer)
    if (jobs.get(key) === job) jobs.delete(key)
  }

  function leftAlone(key: string, job: Job): void {
    job.timer = setTimeout(() => {
      if (job.turn.begun) return
      drop(key, job)
      job.leave.abort(new Error('nobody came back for it'))
    }, abandonedMs).unref()
  }

  return {
    async ask(order, owners, patience, signal) {
      press.mustBeWithinReach(order)
      const key = keyOf(order, owners)
      const job = jobs.get(key) ?? begin(key, order, owners)
      clearTimeout(job.timer)
      job.askers += 1
      const ended = new AbortController()
      try {
        const typeset = await Promise.race([job.document, untilImpatient(patience, AbortSignal.any([signal, ended.signal]))])
        if (typeset) {
          drop(key, job)
          return { done: true, typeset }
        }
        return { done: false, begun: job.turn.begun, ahead: Math.max(0, press.ahead(order) - 1) }
      } catch (error) {
        drop(key, job)
        throw error
      } finally {
        ended.abort()
        job.askers -= 1
        if (job.askers === 0 && job.kept === 0 && jobs.get(key) === job) leftAlone(key, job)
      }
    },
  }
}

/** Comes back with nothing, after so long or when there is nobody to wait for any more. */
function untilImpatient(patience: number, signal: AbortSignal): Promise<null> {
  return sleep(patience, null, { signal, ref: false }).catch(() => null)
}

/** The same words, for the same person: then it is the same document. */
function keyOf(order: Order, owners: readonly string[]): string {
  const { template, edition, record, options } = order
  return createHash('sha256')
    .update(JSON.stringify([owners, template, edition.digest, options]))
    .update(JSON.stringify(record))
    .digest('base64')
}
