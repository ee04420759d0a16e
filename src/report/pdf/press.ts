import type { AssessmentRecord } from '../../assessment/index.ts'
import { createFairQueue, type FairQueue, QueueFull, WorkFailed, type WorkProcess, workProcess } from '../../platform/index.ts'
import { effortFor, MOST_EFFORT } from '../effort.ts'
import { openLetters, textsIn } from './letters.ts'
import { PressProblem } from './press-problem.ts'
import type { Folders, Typeset } from './typesetter.ts'
import type { Delivery, Order } from './worker.ts'

/** Makes PDFs away from the server's own thread, each in its turn. */
export interface ReportPress {
  /**
   * @param owners whose turn it is asked in: `[organisationId, personId]`
   * @param asked `signal` takes it out of the queue again; `begins` is called when its turn has come
   * @throws PressProblem, or the signal's reason
   */
  make(
    order: Order,
    owners: readonly string[],
    asked?: { readonly signal?: AbortSignal; readonly begins?: () => void },
  ): Promise<Typeset>
  /** Before anything else is done with it. @throws PressProblem when it would be too much work */
  mustBeWithinReach(order: Order): void
  /** Characters of what people wrote that no font of ours has: they are printed by number. */
  unprintable(record: AssessmentRecord): readonly string[]
  /** How many documents are before one that is asked for now, or will be before it has its turn: at most. */
  ahead(order: Order): number
  /** How many documents wait for their turn. */
  readonly waiting: number
  /** Stops making; whoever still waits is told. */
  close(): void
}

export interface PressOptions extends Folders {
  /** `worker.ts` as one file of JavaScript, or how to make it. */
  readonly worker: URL | (() => URL)
  /** How long one document may take, and how much of that may be computing. */
  readonly timeoutMs?: number
  readonly mostComputingMs?: number
  /** How many may wait for each process; the next is refused, so that a crowd can't fill the memory. */
  readonly waiting?: number
  /** How many one person may have waiting or under way with each. */
  readonly each?: number
  /** The process for small documents gives its memory back after this long with nothing to do. */
  readonly idleMs?: number
  /** How much memory one document may take, in bytes. */
  readonly mostMemory?: number
}

/** What takes longer than about half a second waits apart, so that what most people ask for is not behind it. */
const SMALL_EFFORT = MOST_EFFORT / 5

/** Documents that take long are rare: their process doesn't stay. */
const BIG_IDLE_MS = 2000

/** A process that has grown to this size is not kept for the next document: it doesn't shrink again. */
const KEPT_BYTES = 300e6

interface Lane {
  readonly queue: FairQueue
  readonly process: WorkProcess<Order, Delivery>
}

export function startPress({
  timeoutMs = 30_000,
  mostComputingMs = 8000,
  waiting = 40,
  each = 3,
  idleMs = 60_000,
  mostMemory = 700e6,
  worker,
  ...folders
}: PressOptions): ReportPress {
  const lane = (idle: number): Lane => ({
    queue: createFairQueue({ atOnce: 1, mostWaiting: waiting, mostEach: each }),
    process: workProcess({
      name: 'typesetting',
      program: worker,
      args: [JSON.stringify(folders)],
      mayRead: 'anything',
      timeoutMs,
      mostComputingMs,
      mostMemory,
      keptMemory: KEPT_BYTES,
      idleMs: idle,
    }),
  })
  const letters = openLetters(folders.fonts)
  const [small, big] = [lane(idleMs), lane(Math.min(idleMs, BIG_IDLE_MS))]
  const closing = new AbortController()

  const laneFor = (effort: number) => (effort <= SMALL_EFFORT ? small : big)

  function mustBeWithinReach({ template, record }: Order): void {
    const effort = effortFor(template, record)
    if (effort > MOST_EFFORT) throw new PressProblem('too-much', `An effort of ${Math.round(effort)}`)
  }

  return {
    mustBeWithinReach,
    async make(order, owners, { signal, begins } = {}) {
      mustBeWithinReach(order)
      const { queue, process } = laneFor(effortFor(order.template, order.record))
      const work = () => {
        begins?.()
        return typesetIn(process, order)
      }
      try {
        return await queue.run(owners, work, signal ? AbortSignal.any([signal, closing.signal]) : closing.signal)
      } catch (error) {
        throw error instanceof QueueFull ? new PressProblem('busy', error.message) : error
      }
    },
    unprintable: (record) => letters.of(textsIn(record)).missing,
    ahead(order) {
      const { queue } = laneFor(effortFor(order.template, order.record))
      return queue.waiting + queue.running
    },
    get waiting() {
      return small.queue.waiting + big.queue.waiting
    },
    close() {
      closing.abort(new PressProblem('closed', 'The press is closed'))
      for (const { process } of [small, big]) process.close()
    },
  }
}

/** @throws PressProblem */
async function typesetIn(process: WorkProcess<Order, Delivery>, order: Order): Promise<Typeset> {
  const delivery = await process.run(order).catch((error: unknown) => {
    throw error instanceof WorkFailed ? new PressProblem(error.because, error.message) : error
  })
  if (delivery.ok) return delivery.typeset
  throw new PressProblem(delivery.unprintable ? 'unprintable' : 'failed', delivery.because)
}
