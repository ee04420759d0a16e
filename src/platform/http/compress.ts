import { gzipSync } from 'node:zlib'
import type { Context as HonoContext } from 'hono'

/** Below this many bytes, compressing costs more than it saves. */
const WORTH_IT = 1400

/**
 * A text as it is sent: compressed when the browser takes that and it is long enough, with the headers that say so. zlib's
 * fastest level takes a third of the default's time for a tenth more bytes. Assets are compressed once and kept.
 *
 * It is done where the text is still at hand: a middleware would have to read it back out of the reply, which costs more
 * than looking up and rendering the page.
 */
export function packed(c: HonoContext, text: string | Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  if (bytes.length < WORTH_IT) return bytes
  c.header('vary', 'accept-encoding', { append: true })
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return bytes
  c.header('content-encoding', 'gzip')
  return gzipSync(bytes, { level: 1 })
}
