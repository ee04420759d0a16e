import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { Problem } from './problem.ts'

/**
 * Refuses what is longer than `maxSize` bytes before any of it is kept. A body that says how long it is is judged by that: the
 * HTTP parser holds it to its word. One that doesn't say is counted on its way to whoever reads it. Hono's own limit would
 * hold it in memory first, whole, for anybody who sends one.
 */
export function limitBody(options: {
  readonly maxSize: number
  readonly onError: (c: HonoContext) => Response | Promise<Response>
}): MiddlewareHandler {
  const { maxSize, onError } = options
  return async (c, next) => {
    // Nothing reads a body that comes with these.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const length = c.req.header('content-length')
    if (length !== undefined && c.req.header('transfer-encoding') === undefined)
      return Number(length) > maxSize ? onError(c) : next()
    const { body } = c.req.raw
    if (body) c.req.raw = new Request(c.req.raw, { body: body.pipeThrough(upTo(maxSize)), duplex: 'half' } as RequestInit)
    return next()
  }
}

/** Lets so many bytes through, and ends with Problem `too-large` at the next. */
export function upTo(most: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.length
      if (bytes > most) controller.error(new Problem('too-large'))
      else controller.enqueue(chunk)
    },
  })
}
