import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { Context as HonoContext } from 'hono'
import type { Log } from '../log.ts'
import { type Encoding, encodingFor } from './compress.ts'
import { Problem } from './problem.ts'

/** In UTF-16 units. Enough that sending costs little, and little enough that no part of it holds anybody up. */
const CHUNK = 64 * 1024

/**
 * Long texts under way at once. Each holds some MB for as long as its reader takes, and a reader can take long: one person could
 * fill the memory.
 */
const AT_ONCE = { each: 3, all: 40 } as const
/** By owner. */
const underWay = new Map<string, number>()
/** How long somebody who may not begin another is asked to wait, in seconds. */
const BUSY_SECONDS = 10

/**
 * A long text as it is sent: made part by part, no faster than its reader takes it, compressed outside the server's thread when
 * they take that, and letting others have their turn in between. Nothing more of it is made once the reader has gone.
 * If making it fails half-way, the connection is cut, so that nobody takes a part for the whole.
 * @param owner id of whoever asks
 * @throws Problem `busy` when they, or all together, have too many under way
 */
export function streamed(
  c: HonoContext,
  parts: AsyncIterable<string> | Iterable<string>,
  headers: Readonly<Record<string, string>>,
  log: Log,
  owner: string,
): Response {
  // First, because what refuses it is a page of its own: it must not say that it is compressed.
  const end = c.req.method === 'HEAD' ? () => {} : begin(owner)
  c.header('vary', 'accept-encoding', { append: true })
  const encoding = encodingFor(c.req.header('accept-encoding'))
  if (encoding) c.header('content-encoding', encoding)
  // Nobody reads the body of a reply to HEAD, so nothing is made.
  if (c.req.method === 'HEAD') return c.body(null, 200, headers)
  const text = Readable.from(inChunks(parts), { objectMode: false, highWaterMark: CHUNK })
  text.once('close', end)
  // Its reader may go away before anything of it is read.
  const reply: ServerResponse | undefined = c.env?.outgoing
  reply?.once('close', () => text.destroy())
  if (reply?.closed) text.destroy()
  text.on('error', (error) => {
    // A reader who goes away is nobody's fault, and could fill the log with errors.
    if (error.name === 'AbortError') log.debug({ path: c.req.path }, 'a download was given up')
    else log.error({ path: c.req.path, err: error }, 'a download broke off')
  })
  const body = encoding ? text.compose(COMPRESSORS[encoding]()) : text
  return c.body(Readable.toWeb(body) as unknown as ReadableStream, 200, headers)
}

const COMPRESSORS: Readonly<Record<Encoding, () => ReturnType<typeof createGzip | typeof createBrotliCompress>>> = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: () => createGzip({ level: 1 }),
}

/** @returns to be called when it has ended */
function begin(owner: string): () => void {
  const theirs = underWay.get(owner) ?? 0
  const all = [...underWay.values()].reduce((sum, each) => sum + each, 0)
  if (theirs >= AT_ONCE.each || all >= AT_ONCE.all) throw new Problem('busy', { retryAfter: BUSY_SECONDS })
  underWay.set(owner, theirs + 1)
  return () => {
    const left = (underWay.get(owner) ?? 1) - 1
    if (left > 0) underWay.set(owner, left)
    else underWay.delete(owner)
  }
}

async function* inChunks(parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer, void, undefined> {
  const from = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]()
  let waiting = ''
  let made = false
  try {
    while (!made) {
      await inTurn(async () => {
        while (!made && waiting.length < CHUNK) {
          const part = await from.next()
          if (part.done) made = true
          else waiting += part.value
        }
      })
      while (waiting.length >= CHUNK) {
        const end = betweenCharacters(waiting, CHUNK)
        yield Buffer.from(waiting.slice(0, end))
        waiting = waiting.slice(end)
        await nextTurn()
      }
    }
    if (waiting !== '') yield Buffer.from(waiting)
  } finally {
    await from.return?.()
  }
}

let before: Promise<unknown> = Promise.resolve()

/** Of many downloads one makes something in each turn of the event loop: otherwise everybody else waits for all of them. */
function inTurn(make: () => Promise<void>): Promise<void> {
  const made = before.then(make)
  before = made.then(nextTurn, nextTurn)
  return made
}

/** At this place, or one before it where it would part the two halves of a character. */
function betweenCharacters(text: string, place: number): number {
  const before = text.charCodeAt(place - 1)
  return before >= 0xd800 && before <= 0xdbff ? place - 1 : place
}
