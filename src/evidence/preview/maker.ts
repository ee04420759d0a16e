import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  createFairQueue,
  NotTaken,
  ownedBy,
  Problem,
  QueueFull,
  type Services,
  WorkFailed,
  type WorkProcess,
  workProcess,
} from '../../platform/index.ts'
import type { FileEvidence, Preview } from '../rules.ts'
import { setPreview } from '../store.ts'
import type { PreviewMade, PreviewOrder } from './render.ts'

/** Makes previews of pictures away from the server's own thread, each in its turn. */
export interface Previews {
  /**
   * The preview of a picture, made and kept when it is first asked for; null where it can't be made: damaged, or far too large.
   * @param asks whose turn it is asked in
   * @throws Problem `busy` when there is no time for it just now
   */
  of(services: Services, asks: Asks, file: FileEvidence): Promise<Preview | null>
  /** How many wait for their turn. */
  readonly waiting: number
  /** Stops making; whoever still waits is told. */
  close(): void
}

interface Asks {
  readonly organisationId: string
  readonly personId: string
}

export interface PreviewOptions {
  /** `worker.ts` as one file of JavaScript, or as it is. */
  readonly program: URL
  /** The decoders: `magick.wasm`. */
  readonly decoders: string
  /** What else the process reads when it runs from source. */
  readonly mayRead?: readonly string[]
  /** How long one preview may take, and how much of that may be computing. */
  readonly timeoutMs?: number
  readonly mostComputingMs?: number
  /** How much memory one may take, in bytes. */
  readonly mostMemory?: number
  /** The process gives its memory back after this long with nothing to do. */
  readonly idleMs?: number
  /** How many may wait, and how many one person may have waiting or under way: a page has at most a hundred. */
  readonly mostWaiting?: number
  readonly mostEach?: number
  /** How long somebody waits for one. It is made all the same, and there when they ask again. */
  readonly patienceMs?: number
}

/** Seconds. */
const ASK_AGAIN = 5
/** Far more than any preview takes, in bytes. */
const MOST_BYTES = 200_000

export function startPreviews({
  program,
  decoders,
  mayRead = [],
  timeoutMs = 40_000,
  mostComputingMs = 20_000,
  mostMemory = 700e6,
  idleMs = 30_000,
  mostWaiting = 300,
  mostEach = 100,
  patienceMs = 45_000,
}: PreviewOptions): Previews {
  const queue = createFairQueue({ atOnce: 1, mostWaiting, mostEach })
  const process: WorkProcess<PreviewOrder, PreviewMade | null> = workProcess({
    name: 'making previews',
    program,
    args: [decoders],
    mayRead: [decoders, ...mayRead],
    timeoutMs,
    mostComputingMs,
    mostMemory,
    keptMemory: 200e6,
    idleMs,
  })
  const closing = new AbortController()
  /** Asked for and not there yet, by organisation and file: whoever asks meanwhile waits with those before. */
  const underWay = new Map<string, Promise<Preview | null>>()

  async function make(services: Services, { organisationId, personId }: Asks, file: FileEvidence): Promise<Preview | null> {
    const order: PreviewOrder = { type: file.fileType }
    const looked = await queue.run(
      [organisationId, personId],
      () => services.files.look(file.sha256, async (content) => ({ made: await process.run(order, content) })),
      closing.signal,
    )
    // The file itself is not where files are kept: it may be back tomorrow.
    if (!looked) return null
    const preview = looked.made && (await keep(services, looked.made))
    await services.db.housekeep((tx) => setPreview(ownedBy(tx, organisationId), file.sha256, preview ?? 'none'))
    return preview
  }

  return {
    async of(services, asks, file) {
      const key = `${asks.organisationId} ${file.sha256}`
      let making = underWay.get(key)
      if (!making) {
        making = make(services, asks, file).catch((error: unknown) => settleFailure(services, asks, file, error))
        underWay.set(key, making)
        const ended = () => underWay.delete(key)
        making.then(ended, ended)
      }
      const ended = new AbortController()
      const tooLong = sleep(patienceMs, 'too long' as const, { ref: false, signal: ended.signal }).catch(
        () => 'too long' as const,
      )
      try {
        const preview = await Promise.race([making, tooLong])
        if (preview === 'too long') throw new Problem('busy', { retryAfter: ASK_AGAIN })
        return preview
      } finally {
        ended.abort()
      }
    },
    get waiting() {
      return queue.waiting
    },
    close() {
      closing.abort(new WorkFailed('closed', 'No more previews are made'))
      process.close()
    },
  }
}

async function keep({ files }: Services, { bytes, width, height }: PreviewMade): Promise<Preview> {
  const { sha256 } = await files.keep(Readable.from([Buffer.from(bytes)]), MOST_BYTES)
  return { sha256, width, height }
}

/**
 * What is too much, or breaks the decoder, is not tried again: it would be so each time. What passes (no room, no time, the end of the
 * program) is tried when somebody asks again.
 */
async function settleFailure(services: Services, asks: Asks, file: FileEvidence, error: unknown): Promise<null> {
  const passes = !(error instanceof WorkFailed) || error.because === 'busy' || error.because === 'closed'
  if (!passes) {
    services.log.warn({ file: file.sha256, because: error.because, reason: error.message }, 'a picture has no preview')
    await services.db.housekeep((tx) => setPreview(ownedBy(tx, asks.organisationId), file.sha256, 'none'))
    return null
  }
  if (error instanceof QueueFull || error instanceof WorkFailed || error instanceof NotTaken)
    throw new Problem('busy', { retryAfter: ASK_AGAIN, cause: error })
  throw error
}
