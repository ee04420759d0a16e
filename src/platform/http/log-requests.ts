import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Log } from '../log.ts'
import { metrics } from '../metrics.ts'
import { underWay } from '../under-way.ts'
import { ASSETS_PREFIX } from './assets.ts'
import { MONITORING_PATHS } from './monitoring.ts'

/**
 * One line per request at `debug`, and at `warn` when it went wrong: method, path, status, milliseconds. Never what people wrote.
 * Each is also known to be under way until it is answered, and counted, by its pattern.
 */
export function logRequests(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const method = METHODS.has(c.req.method) ? c.req.method : 'OTHER'
    const route = routeOf(c)
    const end = underWay.begin(`${method} ${route}`)
    try {
      await next()
    } finally {
      const ms = end()
      const { status } = c.res
      metrics.request(method, route, status, ms)
      // Whoever looks every few seconds whether the server is well knows what the answer was.
      const level = status >= 500 && !MONITORING_PATHS.has(route) ? 'warn' : 'debug'
      if (log.isLevelEnabled(level)) log[level]({ method, path: c.req.path, status, ms: Math.round(ms) }, 'request')
    }
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** The pattern of the address, which is one of a few: with its ids there would be no end of them. */
function routeOf(c: HonoContext): string {
  // Middleware has a pattern as well, one that ends with a star.
  const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))
  if (route) return route.path
  return c.req.path.startsWith(ASSETS_PREFIX) ? `${ASSETS_PREFIX}*` : 'no route'
}
