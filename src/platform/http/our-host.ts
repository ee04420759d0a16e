import type { IncomingMessage } from 'node:http'
import type { MiddlewareHandler } from 'hono'

/** Names of the machine itself: whoever uses one is on it, or a proxy beside the program that does not pass on what was asked for. */
const THIS_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A name, or an IPv6 address in its brackets, and perhaps a port. */
const HOST = /^([a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * Answers requests that are meant for this installation, and refuses those for another name with 400: other sites' names can be
 * made to lead here. The port is not looked at: a container has another inside.
 */
export function onlyOurHost(baseUrl: string): MiddlewareHandler {
  const ours = new URL(baseUrl).hostname
  return async (c, next) => {
    const names = namesIn(c.env?.incoming, c.req.url)
    const known = names.every((name) => name === ours || THIS_MACHINE.has(name))
    if (known && names.length > 0) return next()
    return c.text(`There is nothing here under that name. The address of this Mentormark is ${baseUrl}\n`, 400, {
      'cache-control': 'no-store',
    })
  }
}

/**
 * Refuses requests that name two hosts, whatever they ask for: what stands between us and people (caches, proxies) may go by the
 * other of the two. Assets and the addresses for whoever runs the program as well, which
 * are answered before the name is looked at.
 */
export const onlyOneHost: MiddlewareHandler = async (c, next) => {
  const incoming: IncomingMessage | undefined = c.env?.incoming
  if ((incoming?.headersDistinct?.host ?? []).length <= 1) return next()
  return c.text('A request can be for one host only.\n', 400, { 'cache-control': 'no-store' })
}

/** Every name a request is meant for; `''` for what is no name. Requests made inside the process, as tests make them, have an address alone. */
function namesIn(incoming: IncomingMessage | undefined, url: string): readonly string[] {
  if (!incoming?.headersDistinct) return [new URL(url).hostname]
  const hosts = incoming.headersDistinct.host ?? []
  // A proxy's way of asking has the name in the address as well.
  const named = incoming.url?.startsWith('/') ? [] : [new URL(url).hostname]
  return [...hosts.map((host) => HOST.exec(host)?.[1]?.toLowerCase() ?? ''), ...named]
}
