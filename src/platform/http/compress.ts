import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context as HonoContext } from 'hono'

/** Below this many bytes, compressing costs more than it saves. */
const WORTH_IT = 1400

export type Encoding = 'br' | 'gzip'

/**
 * Brotli's quickest level takes a third of the time of gzip's, and sends less; every browser takes it over HTTPS, and none over
 * plain HTTP. `npm run bench` has both.
 */
const COMPRESS: Readonly<Record<Encoding, (bytes: Buffer<ArrayBuffer>) => Uint8Array<ArrayBuffer>>> = {
  br: (bytes) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => gzipSync(bytes, { level: 1 }),
}

/** The best that a request takes; null for none. @param header `Accept-Encoding`, as sent */
export function encodingFor(header: string | undefined): Encoding | null {
  if (!header) return null
  return takes(header, 'br') ? 'br' : takes(header, 'gzip') ? 'gzip' : null
}

/** An encoding with the weight 0 is one that is not wanted ("RFC 9110, 12.4.2"). */
const takes = (header: string, encoding: Encoding) =>
  header
    .toLowerCase()
    .split(',')
    .some((each) => {
      const [name = '', ...parameters] = each.split(';').map((part) => part.trim())
      return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
    })

/**
 * A text as it is sent: compressed when the browser takes that and it is long enough, with the headers that say so.
 *
 * It is done where the text is still at hand: a middleware would have to read it back out of the reply, which costs more
 * than looking up and rendering the page.
 */
export function packed(c: HonoContext, text: string | Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  if (bytes.length < WORTH_IT) return bytes
  c.header('vary', 'accept-encoding', { append: true })
  const encoding = encodingFor(c.req.header('accept-encoding'))
  if (!encoding) return bytes
  c.header('content-encoding', encoding)
  return COMPRESS[encoding](bytes)
}
