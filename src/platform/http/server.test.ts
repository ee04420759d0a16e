import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createLog } from '../log.ts'
import { createHttpServer, type HttpServer, type HttpServerOptions, networkOfAddress } from './server.ts'

/** Real sockets, to a server whose patience is short. */

const log = createLog('silent')
let server: HttpServer
let sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets = []
  await server.stop(0)
})

async function start(options: Partial<HttpServerOptions> = {}): Promise<void> {
  server = createHttpServer({ fetch: async () => new Response('hello'), log, trustedProxies: 0, ...options })
  await server.listen(0, '127.0.0.1')
}

interface Client {
  readonly socket: Socket
  received(): string
  /** How the connection ended: `closed` in order, or the code of the error. */
  readonly ended: Promise<string>
  /** Resolves once this has been received. */
  hears(words: string): Promise<void>
}

function client(send = ''): Client {
  const socket = connect(server.port, '127.0.0.1')
  sockets.push(socket)
  let text = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk))
  const ended = new Promise<string>((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    socket.on('close', () => resolve('closed'))
  })
  socket.write(send)
  return {
    socket,
    received: () => text,
    ended,
    async hears(words) {
      while (!text.includes(words)) await once(socket, 'data')
    },
  }
}

const GET = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
/** Resolves when the test says so. */
function gate(): { readonly passed: Promise<void>; open(): void } {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}

describe('slow connections', () => {
  test('a head that does not end is not waited for, nor a connection that says nothing', async () => {
    await start({ limits: { head: 200 } })
    const slow = client('GET / HTTP/1.1\r\nhost: loc')
    const silent = client()
    expect(await slow.ended).toBe('closed')
    expect(slow.received()).toMatch(/^HTTP\/1\.1 408 /)
    expect(await silent.ended).toBe('closed')
  })

  test('nor is a body of which nothing comes any more; one that comes slowly is taken', async () => {
    const fetch = async (request: Request) => new Response(String((await request.text()).length))
    await start({ fetch, limits: { silence: 400 } })
    const post = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 12\r\n\r\n'
    const stalled = client(`${post}ab`)
    const slow = client(post)
    for (let sent = 0; sent < 12; sent++) {
      await pause(100)
      slow.socket.write('x')
    }
    await slow.hears('200 OK')
    expect(slow.received()).toMatch(/12$/)
    expect(await stalled.ended).toBe('closed')
  })

  test('what still comes of a body after its answer is read past, and the connection goes on', async () => {
    await start()
    const slow = client('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100000\r\n\r\n')
    await slow.hears('hello')
    for (let sent = 0; sent < 10; sent++) {
      slow.socket.write('x'.repeat(10_000))
      await pause(100)
    }
    slow.socket.write('GET /again HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')
    expect(await slow.ended).toBe('closed')
    expect(slow.received().match(/HTTP\/1\.1 200/g)).toHaveLength(2)
  })

  test('a request has an end, however slowly it comes', async () => {
    await start({ fetch: async (request) => new Response(await request.text()), limits: { head: 300, request: 600 } })
    const endless = client('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000\r\n\r\n')
    const dripping = setInterval(() => endless.socket.write('x'), 50)
    expect(await endless.ended).not.toBe('')
    clearInterval(dripping)
    await expect.poll(() => server.connections).toBe(0)
  })

  test('a connection without a request is closed after a while', async () => {
    await start({ limits: { idle: 200 } })
    const idle = client(GET)
    expect(await idle.ended).toBe('closed')
    expect(idle.received()).toMatch(/^HTTP\/1\.1 200 /)
  })

  test('a head beyond its bound is refused', async () => {
    await start()
    const big = client(`GET / HTTP/1.1\r\nhost: localhost\r\ncookie: ${'a'.repeat(20_000)}\r\n\r\n`)
    await big.ended
    expect(big.received()).toMatch(/^HTTP\/1\.1 431 /)
  })
})

describe('where a request ends is never in doubt', () => {
  const POST = 'POST / HTTP/1.1\r\nhost: localhost\r\n'
  test.each([
    ['a length and chunks', `${POST}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['two lengths', `${POST}content-length: 4\r\ncontent-length: 5\r\n\r\nabcd`],
    ['chunks by another name', `${POST}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['chunks that are not the last coding', `${POST}transfer-encoding: chunked, gzip\r\n\r\n0\r\n\r\n`],
    ['a space before the colon', `${POST}transfer-encoding : chunked\r\n\r\n0\r\n\r\n`],
    ['a header over two lines', `${POST}x-long: a\r\n b\r\ncontent-length : 4\r\n\r\nabcd`],
    ['lines that end with a line feed alone', 'GET / HTTP/1.1\nhost: localhost\n\n'],
  ])('%s: refused, and the connection ends', async (_, message) => {
    const asked: string[] = []
    await start({
      fetch: async (request: Request) => {
        asked.push(request.method)
        return new Response('hello')
      },
    })
    const unclear = client(`${message}${GET}`)
    expect(await unclear.ended).toBe('closed')
    expect(unclear.received()).toMatch(/^HTTP\/1\.1 400 /)
    // What follows it on the connection is never taken as a request.
    expect(asked).not.toContain('GET')
  })
})

describe('many connections', () => {
  test('one network can’t have them all', async () => {
    await start({ limits: { connectionsOfOne: 5 }, networkOf: (address) => address })
    const first = Array.from({ length: 5 }, () => client('GET / HT'))
    await expect.poll(() => server.connections).toBe(5)
    const sixth = client(GET)
    await sixth.ended
    expect(sixth.received()).toBe('')
    // A place is free again as soon as one of them ends.
    first[0]?.socket.destroy()
    await expect.poll(() => server.connections).toBe(4)
    await client(GET).hears('200 OK')
  })

  test('when there is no room, one that asks for nothing makes room for one that does', async () => {
    await start({ limits: { connections: 10 } })
    const idle = Array.from({ length: 10 }, () => client('GET / HT'))
    await expect.poll(() => server.connections).toBe(10)
    await client(GET).hears('200 OK')
    expect(await idle[0]?.ended).not.toBe('')
    expect(server.connections).toBeLessThanOrEqual(10)
  })

  test('where all of them ask for something, the next is refused', async () => {
    const { passed, open } = gate()
    await start({
      limits: { connections: 3 },
      async fetch() {
        await passed
        return new Response('hello')
      },
    })
    const busy = Array.from({ length: 3 }, () => client(GET))
    await expect.poll(() => server.requests).toBe(3)
    const next = client(GET)
    await next.ended
    expect(next.received()).toBe('')
    open()
    for (const each of busy) await each.hears('hello')
  })

  test.each([
    ['127.0.0.1', null],
    ['::1', null],
    ['::ffff:127.0.0.1', null],
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1', 'fe80:0:0:0'],
    ['2001:db8:1:2:3::', '2001:db8:1:2'],
  ])('%s belongs to %s', (address, network) => {
    expect(networkOfAddress(address)).toBe(network)
  })
})

describe('errors', () => {
  test('of a body while it is sent, of a request that is cut, and of a fetch end that connection alone', async () => {
    // The library that answers says on the terminal what went wrong with a body.
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const failing = () =>
      new ReadableStream<Uint8Array>({
        async pull(controller) {
          controller.enqueue(new TextEncoder().encode('some'))
          await pause(20)
          controller.error(new Error('a secret about the disk'))
        },
      })
    await start({
      async fetch(request) {
        const { pathname } = new URL(request.url)
        if (pathname === '/stream') return new Response(failing())
        if (pathname === '/early')
          return new Response(new ReadableStream({ start: (c) => c.error(new Error('a secret about the disk')) }))
        if (pathname === '/header') return new Response('x', { headers: { 'x-a': 'ok' } })
        if (pathname === '/throw') throw new Error('a secret about the disk')
        if (pathname === '/body') return new Response(await request.text())
        return new Response('hello')
      },
    })
    const said: string[] = []
    for (const path of ['/stream', '/early', '/throw', '/header']) {
      const each = client(GET.replace('/', path).replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n'))
      await each.ended
      said.push(each.received())
    }
    expect(said.join('\n')).not.toContain('secret')
    for (let round = 0; round < 20; round++) {
      const cut = client('POST /body HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nsome')
      await expect.poll(() => server.requests).toBeGreaterThan(0)
      cut.socket.resetAndDestroy()
      await expect.poll(() => server.requests).toBe(0)
    }
    for (const odd of [
      '\r\n\r\n\0',
      'GET',
      'GET / HTTP/9.9\r\n\r\n',
      'CONNECT a:1 HTTP/1.1\r\nhost: localhost\r\n\r\n',
      '\x16\x03\x01',
    ])
      client(odd).socket.end()
    client('GET / HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n').socket.end()
    client('GET \\\\ HTTP/1.1\r\nhost: localhost\r\n\r\n').socket.end()
    await client(GET).hears('hello')
    complaints.mockRestore()
  })
})

describe('stopping', () => {
  test('answers what is under way and says that the connection ends, closes idle ones, and takes no new one', async () => {
    const { passed, open } = gate()
    await start({
      async fetch(request) {
        if (request.url.endsWith('/slow')) await passed
        return new Response('hello')
      },
    })
    const busy = client('GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n')
    const idle = client(GET)
    await idle.hears('hello')
    await expect.poll(() => server.requests).toBe(1)
    const stopped = server.stop(5000)
    expect(await idle.ended).toBe('closed')
    const late = connect(server.port, '127.0.0.1')
    const [error] = await once(late, 'error')
    expect((error as NodeJS.ErrnoException).code).toBe('ECONNREFUSED')
    expect(server.requests).toBe(1)
    open()
    expect(await busy.ended).toBe('closed')
    expect(busy.received()).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: close[\s\S]*hello$/i)
    expect(await stopped).toBe(0)
  })

  test('a request that comes on an open connection in the moment of stopping is answered', async () => {
    await start()
    const open = client(GET)
    await open.hears('hello')
    const stopped = server.stop(5000)
    await pause(50)
    open.socket.write(GET)
    expect(await open.ended).toBe('closed')
    expect(open.received().match(/HTTP\/1\.1 200/g)).toHaveLength(2)
    expect(open.received()).toMatch(/connection: close/i)
    expect(await stopped).toBe(0)
  })

  test('an upload that is under way is taken to its end, a head that never ends is not waited for', async () => {
    await start({ fetch: async (request) => new Response(String((await request.text()).length)) })
    const upload = client('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 20\r\n\r\n')
    const never = client('GET / HT')
    await expect.poll(() => server.connections).toBe(2)
    await expect.poll(() => server.requests).toBe(1)
    const stopped = server.stop(5000)
    for (let sent = 0; sent < 20; sent++) {
      await pause(30)
      upload.socket.write('x')
    }
    await upload.ended
    expect(upload.received()).toMatch(/\r\n\r\n20$/)
    await never.ended
    expect(await stopped).toBe(0)
  })

  test('what does not end is cut in the end, and counted', async () => {
    await start({ fetch: () => new Promise<Response>(() => {}) })
    client(GET)
    await expect.poll(() => server.requests).toBe(1)
    const began = performance.now()
    expect(await server.stop(300)).toBe(1)
    expect(performance.now() - began).toBeLessThan(3000)
    await expect.poll(() => server.connections).toBe(0)
  })
})
