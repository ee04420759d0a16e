import { type AddressInfo, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, expect, it, vi } from 'vitest'
import { createLog } from '../log.ts'
import { Problem } from './problem.ts'
import { streamed } from './stream.ts'

const log = createLog('silent')
const TEXT = { 'content-type': 'text/plain; charset=utf-8' }
const closing: (() => void)[] = []
afterEach(() => {
  vi.restoreAllMocks()
  for (const close of closing.splice(0)) close()
})

/** A real server that answers with these parts. */
async function serve(parts: () => AsyncIterable<string> | Iterable<string>): Promise<number> {
  const app = new Hono()
  app.get('/', (c) => streamed(c, parts(), TEXT, log, c.req.header('x-owner') ?? 'somebody'))
  app.onError((error, c) => c.text('', error instanceof Problem && error.kind === 'busy' ? 503 : 500))
  app.get('/other', (c) => c.text('other'))
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => server.close())
  return (server.address() as AddressInfo).port
}

it.each(['br', 'gzip', 'identity'])('sends every part, and parts no character (%s)', async (encoding) => {
  const text = '👩‍👧 naïve '.repeat(30_000)
  const port = await serve(() => [text, 'end'])
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-encoding': encoding } })
  expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
  expect(response.headers.get('vary')).toContain('accept-encoding')
  expect(await response.text()).toBe(`${text}end`)
})

it('is made no faster than its reader takes it, and no further once the reader has gone', async () => {
  const errors = vi.spyOn(log, 'error')
  let made = 0
  let ended = false
  const port = await serve(async function* () {
    try {
      for (; made < 2000; made++) yield 'x'.repeat(100_000)
    } finally {
      ended = true
    }
  })
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  socket.pause()
  await sleep(300)
  const before = made
  await sleep(300)
  // What fits into the system's own buffers.
  expect(made).toBeLessThan(500)
  expect(made).toBe(before)
  expect(ended).toBe(false)
  socket.destroy()
  await expect.poll(() => ended).toBe(true)
  expect(made).toBeLessThan(500)
  await sleep(50)
  expect(errors).not.toHaveBeenCalled()
})

it('lets others have their turn', async () => {
  const port = await serve(function* () {
    for (let part = 0; part < 400; part++) yield 'x'.repeat(64 * 1024)
  })
  const whole = fetch(`http://127.0.0.1:${port}/`).then(async (response) => {
    let bytes = 0
    for await (const chunk of response.body ?? []) bytes += chunk.length
    return bytes
  })
  let [done, turns] = [false, 0]
  void whole.then(() => {
    done = true
  })
  while (!done) {
    await fetch(`http://127.0.0.1:${port}/other`).then((response) => response.text())
    turns++
  }
  expect(await whole).toBe(400 * 64 * 1024)
  expect(turns).toBeGreaterThan(2)
})

it.each(['br', 'gzip', 'identity'])('is cut where making it fails, and the server goes on (%s)', async (encoding) => {
  // The library that serves says it as well, in its own way.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const error = vi.spyOn(log, 'error')
  const port = await serve(async function* () {
    yield 'x'.repeat(200_000)
    throw new Error('the database went away')
  })
  const cut = fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-encoding': encoding } }).then((response) => response.text())
  await expect(cut).rejects.toThrow()
  expect(error).toHaveBeenCalledOnce()
  expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(200)
})

it('makes nothing for whoever only asks about it', async () => {
  let made = false
  const port = await serve(function* () {
    made = true
    yield 'x'
  })
  expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' })).status).toBe(200)
  expect(made).toBe(false)
})

it('is the same compressed', async () => {
  const app = new Hono()
  app.get('/', (c) => streamed(c, ['a'.repeat(100), 'b'], TEXT, log, 'somebody'))
  const reply = await app.request('/', { headers: { 'accept-encoding': 'gzip' } })
  expect(gunzipSync(await reply.arrayBuffer()).toString()).toBe(`${'a'.repeat(100)}b`)
})

it('one person has a few at once, and may begin another when one has ended', async () => {
  const port = await serve(function* () {
    for (let part = 0; part < 400; part++) yield 'x'.repeat(64 * 1024)
  })
  const open = async (owner: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Owner: ${owner}\r\n\r\n`)
    const status = await new Promise<string>((answered) =>
      socket.once('data', (data) => answered(data.toString('latin1', 9, 12))),
    )
    socket.pause()
    return { socket, status }
  }
  const first = await Promise.all([open('one'), open('one'), open('one')])
  expect(first.map(({ status }) => status)).toEqual(['200', '200', '200'])
  expect((await open('one')).status).toBe('503')
  // The page that says so is not compressed as the download would be.
  const refused = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-owner': 'one', 'accept-encoding': 'gzip' } })
  expect([refused.status, refused.headers.get('content-encoding')]).toEqual([503, null])
  const other = await open('another')
  expect(other.status).toBe('200')
  first[0]?.socket.destroy()
  await expect
    .poll(async () => {
      const { socket, status } = await open('one')
      socket.destroy()
      return status
    })
    .toBe('200')
  for (const { socket } of [...first, other]) socket.destroy()
})

it('of many, one makes something in each turn', async () => {
  let turn = 0
  const inTurn = new Map<number, number>()
  const count = () => {
    setImmediate(() => turn++)
    inTurn.set(turn, (inTurn.get(turn) ?? 0) + 1)
  }
  const port = await serve(function* () {
    for (let part = 0; part < 20; part++) {
      count()
      yield 'x'.repeat(64 * 1024)
    }
  })
  const get = (owner: number) =>
    fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-owner': `${owner}` } }).then((response) => response.text())
  const all = await Promise.all(Array.from({ length: 10 }, (_, owner) => get(owner)))
  expect(all.every((text) => text.length === 20 * 64 * 1024)).toBe(true)
  expect(Math.max(...inTurn.values())).toBe(1)
})
