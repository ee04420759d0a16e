import type { Context as HonoContext } from 'hono'
import type { DeclaredRoute } from './routes.ts'

/**
 * Answers a request for one of our addresses with a slash at its end: the address is that without. Whoever asks is not looked at
 * here; the guard of that address is. Everything else stays a page that never was.
 *
 * 308 and not 301: a form that is sent keeps its method, and so every word in it.
 * @param declared every route: the address must be one of theirs, so that nobody can be sent to another site (`//evil.example/`)
 * @returns null where there is nothing to answer
 */
export function slashRedirect(declared: readonly DeclaredRoute[]): (c: HonoContext) => Response | null {
  const routes = declared.map(({ method, pattern }) => ({
    methods: method === 'GET' ? ['GET', 'HEAD'] : [method],
    shape: new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
  }))
  return (c) => {
    const { pathname, search } = new URL(c.req.url)
    if (!pathname.endsWith('/')) return null
    const address = withoutSlashes(pathname)
    const isOurs = routes.some(({ methods, shape }) => methods.includes(c.req.method) && shape.test(address))
    if (!isOurs) return null
    return c.body(null, 308, { location: `${address}${search}`, 'cache-control': 'no-store' })
  }
}

function withoutSlashes(pathname: string): string {
  let end = pathname.length
  while (end > 0 && pathname[end - 1] === '/') end--
  return pathname.slice(0, end)
}
