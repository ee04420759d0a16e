import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'
import { isLoopback } from './network.ts'

/** What a proxy adds when it passes on somebody else's request. */
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * True when a request was made on this machine, as far as can be told: from here, under a name for here, and not passed on. A
 * proxy beside the program connects from here too, and other sites' names can be made to lead here.
 */
export function isFromHere(c: HonoContext): boolean {
  if (PASSED_ON.some((name) => c.req.header(name) !== undefined)) return false
  if (!THIS_MACHINE.has(new URL(c.req.url).hostname)) return false
  const address = remoteAddress(c)
  // Requests made inside the process, as tests make them, have no connection.
  return address === null || isLoopback(address)
}

/** The visitor's address as seen by the outermost proxy we trust; the connection's own when none says a real one. */
export function visitorAddress(c: HonoContext, trustedProxies: number): string {
  const named = trustedProxies > 0 ? (c.req.header('x-forwarded-for') ?? '').split(',').at(-trustedProxies) : undefined
  return (named && addressIn(named.trim())) || (remoteAddress(c) ?? 'unknown')
}

/** An address in brackets, with a zone and a port. */
const LONGEST_WRITTEN = 120

/** The address in what a proxy wrote, which may have a port: another with every connection, so it must not count. Else null. */
export function addressIn(written: string): string | null {
  if (written.length > LONGEST_WRITTEN) return null
  const address = /^\[(.+)\](?::\d+)?$/.exec(written)?.[1] ?? /^([\d.]+):\d+$/.exec(written)?.[1] ?? written
  return isIP(address) ? address : null
}

/** The other end of the connection; null when there is none. */
function remoteAddress(c: HonoContext): string | null {
  try {
    return getConnInfo(c).remote.address ?? null
  } catch {
    return null
  }
}
