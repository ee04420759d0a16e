import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createGzip } from 'node:zlib'
import type { Context as HonoContext } from 'hono'
import type { Log } from '../log.ts'

/** In UTF-16 units. Enough that sending costs little, and little enough that no part of it holds anybody up. */
const CHUNK = 64 * 1024

/**
 * A long text as it is sent: made part by part, no faster than its reader takes it, compressed outside the server's thread when
 * they take that, and letting others have their turn in between. Nothing more of it is made once the reader has gone.
 * If making it fails half-way, the connection is cut, so that nobody takes a part for the whole.
 */
export function streamed(
  c: HonoContext,
  parts: AsyncIterable<string> | Iterable<string>,
  headers: Readonly<Record<string, string>>,
  log: Log,
): Response {
  c.header('vary', 'accept-encoding', { append: true })
  const compress = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  if (compress) c.header('content-encoding', 'gzip')
  // Nobody reads the body of a reply to HEAD, so nothing is made.
  if (c.req.method === 'HEAD') return c.body(null, 200, headers)
  const text = Readable.from(inChunks(parts), { objectMode: false, highWaterMark: CHUNK })
  text.on('error', (error) => {
    // A reader who goes away is nobody's fault, and could fill the log with errors.
    if (error.name === 'AbortError') log.debug({ path: c.req.path }, 'a download was given up')
    else log.error({ path: c.req.path, err: error }, 'a download broke off')
  })
  const body = compress ? text.compose(createGzip({ level: 1 })) : text
  return c.body(Readable.toWeb(body) as unknown as ReadableStream, 200, headers)
}

async function* inChunks(parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer, void, undefined> {
  let waiting = ''
  for await (const part of parts) {
    waiting += part
    while (waiting.length >= CHUNK) {
      const end = betweenCharacters(waiting, CHUNK)
      yield Buffer.from(waiting.slice(0, end))
      waiting = waiting.slice(end)
      await nextTurn()
    }
  }
  if (waiting !== '') yield Buffer.from(waiting)
}

/** At this place, or one before it where it would part the two halves of a character. */
function betweenCharacters(text: string, place: number): number {
  const before = text.charCodeAt(place - 1)
  return before >= 0xd800 && before <= 0xdbff ? place - 1 : place
}
