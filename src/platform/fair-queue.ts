/**
 * Work that must wait for one of a few places, given out in turn: first between the broadest owners (organisations, say), then
 * between the narrower ones inside each (people). However much one of them asks for, everybody else's next piece of work comes
 * after at most one of theirs.
 */
export interface FairQueue {
  /**
   * Does `work` when its turn has come.
   * @param owners on whose behalf, from the broadest to the narrowest: `[organisationId, personId]`, `[networkAddress]`
   * @param signal takes the work out of the queue again while it waits; work that has begun is not touched
   * @throws QueueFull at once, when there is no room to wait
   * @throws the signal's reason, when it was aborted before the work began
   */
  run<T>(owners: readonly string[], work: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** How many wait. */
  readonly waiting: number
  /** How many are being done. */
  readonly running: number
}

export interface FairQueueOptions {
  /** How many are done at the same time. */
  readonly atOnce: number
  /** How many may wait in all; the next is refused, so that a crowd can't fill the memory. */
  readonly mostWaiting: number
  /** How many of one narrowest owner may wait or be under way. */
  readonly mostEach: number
}

/** There is no room to wait: `everybody` asks for too much, or this one `owner` does. */
export class QueueFull extends Error {
  override name = 'QueueFull'
  readonly because: 'everybody' | 'owner'
  constructor(because: QueueFull['because']) {
    super(because === 'owner' ? 'too much is asked for by one owner' : 'too many wait')
    this.because = because
  }
}

export function createFairQueue({ atOnce, mostWaiting, mostEach }: FairQueueOptions): FairQueue {
  const root = new Ring()
  /** Waiting and under way, by owner. */
  const each = new Map<string, number>()
  let waiting = 0
  let running = 0

  function startNext(): void {
    while (running < atOnce) {
      const job = root.take()
      if (!job) return
      waiting -= 1
      running += 1
      void job.start().finally(() => {
        running -= 1
        startNext()
      })
    }
  }

  return {
    get waiting() {
      return waiting
    },
    get running() {
      return running
    },
    async run(owners, work, signal) {
      signal?.throwIfAborted()
      const owner = JSON.stringify(owners)
      const theirs = each.get(owner) ?? 0
      if (theirs >= mostEach) throw new QueueFull('owner')
      if (waiting >= mostWaiting && running >= atOnce) throw new QueueFull('everybody')
      each.set(owner, theirs + 1)
      try {
        return await new Promise((resolve, reject) => {
          const leave = () => {
            if (root.remove(owners, job)) {
              waiting -= 1
              reject(signal?.reason)
            }
          }
          const job: Job = {
            async start() {
              signal?.removeEventListener('abort', leave)
              // What it throws, also before its first await, goes to whoever asked: the queue goes on.
              try {
                resolve(await work())
              } catch (error) {
                reject(error)
              }
            },
          }
          signal?.addEventListener('abort', leave, { once: true })
          root.add(owners, job)
          waiting += 1
          startNext()
        })
      } finally {
        const left = (each.get(owner) ?? 1) - 1
        if (left > 0) each.set(owner, left)
        else each.delete(owner)
      }
    },
  }
}

interface Job {
  /** Never rejects. */
  start(): Promise<void>
}

/** Jobs of one owner, and rings of the owners inside it, taken from in turn. */
class Ring {
  readonly #jobs: Job[] = []
  /** In the order in which they are next: who was taken from goes to the end. */
  readonly #inside = new Map<string, Ring>()

  get isEmpty(): boolean {
    return this.#jobs.length === 0 && this.#inside.size === 0
  }

  add([first, ...rest]: readonly string[], job: Job): void {
    if (first === undefined) {
      this.#jobs.push(job)
      return
    }
    const ring = this.#inside.get(first) ?? new Ring()
    this.#inside.set(first, ring)
    ring.add(rest, job)
  }

  take(): Job | undefined {
    const own = this.#jobs.shift()
    if (own) return own
    const [next] = this.#inside
    if (!next) return undefined
    const [name, ring] = next
    const job = ring.take()
    this.#inside.delete(name)
    if (!ring.isEmpty) this.#inside.set(name, ring)
    return job
  }

  remove([first, ...rest]: readonly string[], job: Job): boolean {
    if (first === undefined) {
      const at = this.#jobs.indexOf(job)
      if (at >= 0) this.#jobs.splice(at, 1)
      return at >= 0
    }
    const ring = this.#inside.get(first)
    const removed = ring?.remove(rest, job) ?? false
    if (ring?.isEmpty) this.#inside.delete(first)
    return removed
  }
}
