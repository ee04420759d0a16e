import type { MiddlewareHandler } from 'hono'
import type { Log } from '../log.ts'

/** One line per request at `debug`, and at `warn` when it went wrong: method, path, status, milliseconds. Never what people wrote. */
export function logRequests(log: Log): MiddlewareHandler {
  return async (c, next) => {
    if (!log.isLevelEnabled('warn')) return next()
    const began = performance.now()
    await next()
    const level = c.res.status >= 500 ? 'warn' : 'debug'
    if (log.isLevelEnabled(level)) {
      log[level](
        { method: c.req.method, path: c.req.path, status: c.res.status, ms: Math.round(performance.now() - began) },
        'request',
      )
    }
  }
}
