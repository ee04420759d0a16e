import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Log } from '../log.ts'

/** The socket that people's requests come in by. */
export interface HttpServer {
  /** @throws what keeps it from listening */
  listen(port: number, host: string): Promise<void>
  /** The port, once it listens. */
  readonly port: number
  readonly connections: number
  /** Requests that are not answered to the end. */
  readonly requests: number
  /**
   * Takes no new connection, lets what is under way end, and closes every connection. Resolves when all are closed.
   * @returns how many requests were cut, because they took longer than `within` milliseconds
   */
  stop(within: number): Promise<number>
}

/** In milliseconds and bytes. Why each is as it is: docs/decisions/2026-11-28-connections-are-bounded.md. */
export const CONNECTION_LIMITS = {
  /** From the first byte of a request to the end of its head, and for a connection that sends nothing at all. */
  head: 30_000,
  /** From the first byte of a request to its last: four files of 25 MB over a slow telephone. */
  request: 30 * 60_000,
  /** While nothing moves in either direction. */
  silence: 2 * 60_000,
  /** Between two requests. */
  idle: 10_000,
  /** The same behind a proxy, which must be the one that closes: longer than those in use keep theirs. */
  idleBehindProxy: 150_000,
  headBytes: 16 * 1024,
  connections: 2000,
  /** From one network: an IPv4 address, or the first half of an IPv6 address. */
  connectionsOfOne: 200,
} as const

/** How long a connection without a request must have been quiet to be closed when the server stops. */
const QUIET = 250
/** How long a client has to close its side, and to finish the head of a request. */
const LINGER = 250
const HEAD_WHEN_STOPPING = 1000
/** How often a server that stops looks at what is left. */
const LOOK = 20
/** At most one line about refused connections is logged in this time. */
const LOG_EVERY = 60_000

interface Connection {
  /** Null where the connection says nothing about who it is from. */
  readonly network: string | null
  readonly responses: Set<ServerResponse>
  /** Since when it has had no request, and what had been read of it by then. */
  quietSince: number
  quietBytes: number
  /** When we closed our side. */
  endedAt: number | null
}

export interface HttpServerOptions {
  readonly fetch: Parameters<typeof getRequestListener>[0]
  readonly log: Log
  readonly trustedProxies: number
  /** For tests, which have no minutes to wait and one address to come from. */
  readonly limits?: Partial<Record<keyof typeof CONNECTION_LIMITS, number>>
  readonly networkOf?: (address: string) => string | null
}

export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { log, trustedProxies } = options
  const limits = { ...CONNECTION_LIMITS, ...options.limits }
  // All connections come from the proxy where there is one: it bounds its own visitors.
  const networkOf = options.networkOf ?? (trustedProxies > 0 ? () => null : networkOfAddress)
  const connections = new Map<Socket, Connection>()
  const ofNetwork = new Map<string, number>()
  let stopping = false
  let refused = 0
  let refusalLoggedAt = Number.NEGATIVE_INFINITY

  const answer = getRequestListener(options.fetch, {
    // It would cut the connection half a second after the answer, while a browser on a slow line is still sending what came too
    // late. Node reads past that itself, for as long as one request may take.
    autoCleanupIncoming: false,
    errorHandler(error) {
      // What Node can't make a request of, such as an address in no known form.
      if (error instanceof RequestError) return new Response(null, { status: 400 })
      log.error({ err: error }, 'a request failed')
      return new Response(null, { status: 500 })
    },
  })
  const server = createServer(
    {
      headersTimeout: limits.head,
      requestTimeout: limits.request,
      keepAliveTimeout: trustedProxies > 0 ? limits.idleBehindProxy : limits.idle,
      maxHeaderSize: limits.headBytes,
      connectionsCheckingInterval: Math.min(5000, limits.head),
      noDelay: true,
    },
    (incoming, outgoing) => {
      const { socket } = incoming
      const connection = connections.get(socket)
      // We have closed our side, so no answer can be given: what was asked is not begun, and may be asked again.
      if (!connection || connection.endedAt !== null) {
        incoming.resume()
        return
      }
      connection.responses.add(outgoing)
      if (stopping) outgoing.shouldKeepAlive = false
      outgoing.once('close', () => {
        connection.responses.delete(outgoing)
        connection.quietSince = performance.now()
        connection.quietBytes = socket.bytesRead
      })
      // Its own handling of errors may fail as well, and nobody else waits for it.
      answer(incoming, outgoing).catch((error: unknown) => {
        log.error({ err: error }, 'an answer could not be sent')
        outgoing.destroy()
      })
    },
  )
  server.setTimeout(limits.silence)

  server.on('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress ?? '')
    const theirs = network === null ? 0 : (ofNetwork.get(network) ?? 0)
    if (stopping || theirs >= limits.connectionsOfOne || (connections.size >= limits.connections && !makeRoom()))
      return refuse(socket)
    if (network !== null) ofNetwork.set(network, theirs + 1)
    connections.set(socket, { network, responses: new Set(), quietSince: performance.now(), quietBytes: 0, endedAt: null })
    socket.once('close', () => {
      connections.delete(socket)
      if (network === null) return
      const left = (ofNetwork.get(network) ?? 1) - 1
      if (left > 0) ofNetwork.set(network, left)
      else ofNetwork.delete(network)
    })
  })

  /** The oldest connection that has no request gives up its place to one that may have. */
  function makeRoom(): boolean {
    for (const [socket, { responses }] of connections) {
      if (responses.size > 0) continue
      socket.destroy()
      connections.delete(socket)
      return true
    }
    return false
  }

  function refuse(socket: Socket): void {
    socket.destroy()
    if (stopping) return
    refused += 1
    if (performance.now() - refusalLoggedAt < LOG_EVERY) return
    refusalLoggedAt = performance.now()
    log.warn({ connections: connections.size, refused }, 'too many connections: some were refused')
    refused = 0
  }

  const requests = () => [...connections.values()].reduce((sum, { responses }) => sum + responses.size, 0)

  /** Closes what has nothing to do any more. */
  function closeQuiet(stoppingSince: number): void {
    const now = performance.now()
    for (const [socket, connection] of connections) {
      if (connection.responses.size > 0) continue
      const headHasBegun = socket.bytesRead > connection.quietBytes
      if (connection.endedAt !== null) {
        if (now - connection.endedAt > LINGER) socket.destroy()
      } else if (headHasBegun ? now - stoppingSince > HEAD_WHEN_STOPPING : now - connection.quietSince >= QUIET) {
        connection.endedAt = now
        socket.end()
      }
    }
  }

  return {
    get port() {
      const address = server.address()
      return typeof address === 'object' && address ? address.port : 0
    },
    get connections() {
      return connections.size
    },
    get requests() {
      return requests()
    },
    async listen(port, host) {
      server.listen(port, host)
      await once(server, 'listening')
      // Such as a connection that can't be accepted because too many files are open. The next one may be.
      server.on('error', (error) => log.error({ err: error }, 'a connection could not be accepted'))
    },
    async stop(within) {
      const began = performance.now()
      stopping = true
      // Right after connections were accepted: the fewest wait then that would be reset.
      await new Promise(setImmediate)
      // Not the HTTP server's own way, which cuts every idle connection at once, also one that a request is on its way on.
      NetServer.prototype.close.call(server)
      for (const { responses } of connections.values())
        for (const response of responses) if (!response.headersSent) response.shouldKeepAlive = false
      while (connections.size > 0 && performance.now() - began < within) {
        closeQuiet(began)
        await new Promise((resolve) => setTimeout(resolve, LOOK))
        // After what has arrived by now was read: a connection with a request on it is not quiet.
        await new Promise(setImmediate)
      }
      const cut = requests()
      for (const socket of connections.keys()) socket.destroy()
      server.closeAllConnections()
      return cut
    },
  }
}

/** Whose connection it is, as far as can be told: null for this machine, where a proxy may be that we were not told of. */
export function networkOfAddress(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (plain === '::1' || plain.startsWith('127.') || plain === '') return null
  if (!plain.includes(':')) return plain
  // The first 64 bits: everybody who has an IPv6 address has at least all of those that begin like it.
  const [start = '', end = ''] = plain.split('::')
  const left = start.split(':').filter(Boolean)
  const right = end.split(':').filter(Boolean)
  const missing = plain.includes('::') ? 8 - left.length - right.length : 0
  return [...left, ...Array<string>(Math.max(missing, 0)).fill('0'), ...right].slice(0, 4).join(':')
}
