import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/**
 * Refuses what is longer than `maxSize` bytes before any of it is kept. A body that says how long it is is judged by that: the
 * HTTP parser holds it to its word. Only one that doesn't say goes through Hono's own limit, which looks at the body itself
 * and so makes a stream of it: that costs a save more than writing it to the database's log.
 */
export function limitBody(options: {
  readonly maxSize: number
  readonly onError: (c: HonoContext) => Response | Promise<Response>
}): MiddlewareHandler {
  const { maxSize, onError } = options
  const limitUnknown = bodyLimit({ maxSize, onError })
  return async (c, next) => {
    // Nothing reads a body that comes with these.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const length = c.req.header('content-length')
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return limitUnknown(c, next)
    return Number(length) > maxSize ? onError(c) : next()
  }
}
