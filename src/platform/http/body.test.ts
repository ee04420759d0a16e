import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type AskToKeep, askingFirst, type Files, filesIn } from '../files.ts'
import { FILE_BYTES, FORM_BYTES, readForm } from './body.ts'
import { limitBody } from './limit-body.ts'
import { Problem } from './problem.ts'
import { FORM_TEXT } from './shown-back.ts'

let folder: string
let files: Files
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentormark-body-'))
  files = filesIn(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A program that says what it read of a form, or what stopped it. */
function reader(keep: Files = files): Hono {
  const app = new Hono()
  app.onError((error, c) => c.json({ stopped: error.message }))
  app.post('/', async (c) => {
    const { entries, uploads, tooLarge } = await readForm(c, {
      files: keep,
      isOurs: () => true,
      isField: (name) => name !== 'not-ours',
    })
    return c.json({ entries, uploads: uploads.map(({ name, bytes }) => [name, bytes]), tooLarge })
  })
  return app
}

async function sent(init: RequestInit, keep?: Files): Promise<unknown> {
  return (await reader(keep).request('/', { method: 'POST', ...init })).json()
}

const part = (head: string, body: string) => `--cut\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}`
const multipart = (body: string) => ({ body, headers: { 'content-type': 'multipart/form-data; boundary=cut' } })
const file = part('name="file"; filename="C:\\fakepath\\a.txt"', 'hello')

describe('a form with a file', () => {
  test('is read whole', async () => {
    const body = `${file}\r\n${part('name="words"', 'one\r\ntwo')}\r\n--cut--\r\n`
    expect(await sent(multipart(body))).toEqual({ entries: [['words', 'one\ntwo']], uploads: [['a.txt', 5]], tooLarge: [] })
  })

  test('that is too large is read to its end, without the file', async () => {
    const body = new FormData()
    body.append('file', new File([new Uint8Array(FILE_BYTES + 1)], 'film.mp4'))
    body.append('file', new File(['hello'], 'a.txt'))
    body.append('words', 'after')
    expect(await sent({ body })).toEqual({ entries: [['words', 'after']], uploads: [['a.txt', 5]], tooLarge: ['file'] })
  })

  test('that is too large and comes in pieces, as over a network, is read to its end', async () => {
    const server = createAdaptorServer({ fetch: reader().fetch })
    await once(server.listen(0, 'localhost'), 'listening')
    const { port } = server.address() as AddressInfo
    const body = new FormData()
    body.append('file', new File([new Uint8Array(FILE_BYTES + 1_000_000)], 'film.mp4'))
    body.append('words', 'after')
    const reply = await fetch(`http://localhost:${port}/`, { method: 'POST', body })
    expect(await reply.json()).toEqual({ entries: [['words', 'after']], uploads: [], tooLarge: ['file'] })
    server.close()
  })

  test('that was cut off on its way is refused', async () => {
    expect(await sent(multipart(file))).toHaveProperty('stopped')
    const long = part('name="file"; filename="film.mp4"', 'x'.repeat(FILE_BYTES + 1))
    expect(await sent(multipart(long))).toHaveProperty('stopped')
  })

  test('whose connection is lost leaves nothing of it behind', async () => {
    const stopped: unknown[] = []
    const app = reader()
    app.onError((error, c) => {
      stopped.push(error.message)
      return c.text('')
    })
    const server = createAdaptorServer({ fetch: app.fetch })
    await once(server.listen(0, 'localhost'), 'listening')
    const socket = connect((server.address() as AddressInfo).port, 'localhost')
    socket.write(`POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=cut\r\n`)
    socket.write(`content-length: 9000000\r\n\r\n${part('name="file"; filename="film.mp4"', 'x'.repeat(200_000))}`)
    await expect.poll(incoming).toHaveLength(1)
    socket.destroy()
    await expect.poll(() => stopped).toEqual(['unreadable'])
    await expect.poll(incoming).toEqual([])
    server.close()
  })

  test('that can’t be kept is refused, with the words that came with it', async () => {
    let error: unknown
    const app = reader({ ...files, keep: () => Promise.reject(new Error('the disk is full')) })
    app.onError((stopped, c) => {
      error = stopped
      return c.text('')
    })
    await app.request('/', { method: 'POST', ...multipart(`${file}\r\n${part('name="words"', 'after')}\r\n--cut--\r\n`) })
    expect(error).toMatchObject({
      kind: 'broken',
      cause: { message: 'the disk is full' },
      form: { entries: [['words', 'after']] },
    })
  })

  test.each<[string, AskToKeep]>([
    ['may not even be asked about', () => Promise.reject(new Error('the disk is full'))],
    ['can’t be counted', async () => () => Promise.reject(new Error('the disk is full'))],
  ])('of three megabytes that %s is refused, with the words that came with it', async (_, mayKeep) => {
    let error: unknown
    const app = reader(askingFirst(files, mayKeep))
    app.onError((stopped, c) => {
      error = stopped
      return c.text('')
    })
    const body = new FormData()
    body.append('file', new File([new Uint8Array(3_000_000)], 'film.mp4'))
    body.append('words', 'after')
    await app.request('/', { method: 'POST', body })
    expect(error).toMatchObject({ cause: { message: 'the disk is full' }, form: { entries: [['words', 'after']] } })
  })

  test('that is too large is called so even when that can’t be counted', async () => {
    const body = new FormData()
    body.append('file', new File([new Uint8Array(FILE_BYTES + 1)], 'film.mp4'))
    const uncounted = askingFirst(files, async () => () => Promise.reject(new Error('the disk is full')))
    expect(await sent({ body }, uncounted)).toEqual({ entries: [], uploads: [], tooLarge: ['file'] })
  })

  test('keeps its name’s ending and whole characters when the name is long', async () => {
    const family = '👨‍👩‍👧'
    const body = new FormData()
    body.append('file', new File(['hello'], `${'a'.repeat(199)}😀.txt`))
    body.append('file', new File(['hello'], `${'a'.repeat(195)}${family}.txt`))
    body.append('file', new File(['hello'], `${'a'.repeat(196)}.txt`))
    body.append('file', new File(['hello'], 'é'.repeat(300)))
    const { uploads } = (await sent({ body })) as { uploads: [string, number][] }
    expect(uploads.map(([name]) => name)).toEqual([
      `${'a'.repeat(196)}.txt`,
      `${'a'.repeat(195)}.txt`,
      `${'a'.repeat(196)}.txt`,
      'é'.repeat(200),
    ])
  })

  test('has words in a field of no form of ours, which are left out, and a file for which there is no field, which is not kept', async () => {
    const body = new FormData()
    body.append('not-ours', 'x')
    body.append('words', 'ours')
    body.append('not-ours', new File(['not to be kept'], 'b.txt'))
    let kept = 0
    const counting: Files = {
      ...files,
      keep(stream, limit) {
        kept++
        return files.keep(stream, limit)
      },
    }
    expect(await sent({ body }, counting)).toEqual({ entries: [['words', 'ours']], uploads: [['b.txt', 14]], tooLarge: [] })
    expect(kept).toBe(0)
  })

  test('whose token can’t be looked at ends with that, and not with the server', async () => {
    let error: unknown
    const app = new Hono()
    app.onError((stopped, c) => {
      error = stopped
      return c.text('')
    })
    const isOurs = () => {
      throw new Error('no secret')
    }
    app.post('/', async (c) => c.json((await readForm(c, { files, isOurs, isField: () => true })).entries))
    await app.request('/', { method: 'POST', ...multipart(`${file}\r\n--cut--\r\n`) })
    expect(error).toMatchObject({ message: 'no secret' })
  })

  test.each([
    ['a part without a name', 'filename="a.txt"'],
    ['a field for files that was left empty', 'name="file"; filename=""'],
    ['a file', 'name="file"; filename="a.txt"'],
  ])('breaks off within %s, and is refused', async (_, head) => {
    expect(await sent(multipart(part(head, 'abc')))).toEqual({ stopped: 'unreadable' })
  })

  test.each(['klingon', 'utf-7'])('has words in a way of writing that nobody knows, %s, and is refused', async (charset) => {
    const head = `name="words"\r\ncontent-type: text/plain; charset=${charset}`
    expect(await sent(multipart(`${part(head, 'abc')}\r\n--cut--\r\n`))).toEqual({ stopped: 'unreadable' })
  })

  test('has parts without a name, which belong to nothing', async () => {
    const body = `--cut\r\ncontent-disposition: form-data\r\n\r\nx\r\n${part('filename="b.txt"', 'x')}\r\n${file}\r\n--cut--\r\n`
    expect(await sent(multipart(body))).toEqual({ entries: [], uploads: [['a.txt', 5]], tooLarge: [] })
  })
})

test('a file may fail before anybody reads it, and ends nothing else', async () => {
  const { sha256 } = await files.keep(Readable.from([Buffer.from('hello')]), FILE_BYTES)
  const failing = (await files.open(sha256))?.stream.destroy(new Error('the disk is gone'))
  expect(failing?.destroyed).toBe(true)
  // Whoever reads one is told all the same.
  const read = (await files.open(sha256))?.stream
  read?.once('data', () => read.destroy(new Error('the disk is gone')))
  await expect(read?.toArray()).rejects.toThrow('the disk is gone')
})

test('a download whose file fails half-way is cut, and the server goes on', async () => {
  // The HTTP library says so on the error stream.
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { sha256 } = await files.keep(Readable.from([Buffer.alloc(3_000_000)]), FILE_BYTES)
  const app = new Hono().get('/:how', async (c) => {
    const stream = (await files.open(sha256))?.stream
    if (c.req.param('how') === 'fails')
      stream?.once('data', () => setImmediate(() => stream.destroy(new Error('the disk is gone'))))
    return new Response(Readable.toWeb(stream as Readable) as never, { headers: { 'content-length': '3000000' } })
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  await once(server.listen(0, 'localhost'), 'listening')
  const address = `http://localhost:${(server.address() as AddressInfo).port}`
  await expect(fetch(`${address}/fails`).then((reply) => reply.arrayBuffer())).rejects.toThrow()
  expect((await (await fetch(`${address}/works`)).arrayBuffer()).byteLength).toBe(3_000_000)
  server.close()
  said.mockRestore()
})

describe('a form without files', () => {
  const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }

  test('is read whole', async () => {
    expect(await sent({ body: 'a=1&b=two+words&a=3', headers: urlencoded })).toMatchObject({
      entries: [
        ['a', '1'],
        ['b', 'two words'],
        ['a', '3'],
      ],
    })
  })

  test('is bounded by what a page would take to show it again', async () => {
    const quotes = '"'.repeat(Math.ceil(FORM_TEXT / 6))
    expect(await sent({ body: new URLSearchParams({ a: quotes }), headers: urlencoded })).toEqual({ stopped: 'too-large' })
    expect(await sent({ body: new URLSearchParams({ a: quotes.slice(2) }), headers: urlencoded })).toHaveProperty('entries')
  })

  test('has one kind of line end, and no NUL', async () => {
    const typed = 'a\r\nb\rc\n\r\r\n\0d\r'
    expect(await sent({ body: new URLSearchParams({ a: typed }), headers: urlencoded })).toMatchObject({
      entries: [['a', 'a\nb\nc\n\n\nd\n']],
    })
  })

  test.each(['\r', '\r\n', '\0'])('with more of %j than a form may hold is refused before any of it is cleaned', async (unit) => {
    // What any text of that length takes, to be read at all.
    const ordinary = await leastBusy(() => longest('a'))
    expect(await leastBusy(() => longest(unit))).toBeLessThan(ordinary * 3 + 15)
    expect(await longest(unit)).toEqual({ stopped: 'too-large' })
  })

  /** As it is, and not escaped: no browser sends it so, but anybody can. */
  function longest(unit: string): Promise<unknown> {
    return sent({ body: `a=${unit.repeat((FORM_BYTES - 2) / unit.length)}`, headers: urlencoded })
  }

  /** Milliseconds of this thread; the least of a few, because collecting garbage is nobody's fault. */
  async function leastBusy(work: () => Promise<unknown>): Promise<number> {
    let least = Number.POSITIVE_INFINITY
    for (let times = 0; times < 3; times++) {
      const before = process.threadCpuUsage()
      await work()
      const used = process.threadCpuUsage(before)
      least = Math.min(least, (used.user + used.system) / 1000)
    }
    return least
  }

  test('with a million fields is refused without being taken apart', async () => {
    const began = performance.now()
    expect(await sent({ body: 'a&'.repeat(FORM_BYTES / 2), headers: urlencoded })).toEqual({ stopped: 'too-large' })
    expect(performance.now() - began).toBeLessThan(2000)
  })

  test('that doesn’t say how long it is is read no further than it may go, and not at all when nobody asks', async () => {
    let sentBytes = 0
    const endless = () =>
      new ReadableStream({
        pull(controller) {
          sentBytes += 65_536
          controller.enqueue(new Uint8Array(65_536).fill(120))
        },
      })
    const app = new Hono()
    app.onError((error, c) => c.json({ stopped: error.message }))
    app.use(limitBody({ maxSize: 10 * FORM_BYTES, onError: () => Promise.reject(new Problem('too-large')) }))
    app.route('/', reader())
    const send = (path: string) =>
      app.request(path, { method: 'POST', body: endless(), headers: urlencoded, duplex: 'half' } as RequestInit)
    expect((await send('/nowhere')).status).toBe(404)
    expect(sentBytes).toBeLessThan(1_000_000)
    expect(await (await send('/')).json()).toEqual({ stopped: 'too-large' })
    expect(sentBytes).toBeLessThan(2 * FORM_BYTES)
  })

  test('whose connection is lost is refused', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error('aborted')) })
    expect(await sent({ body: broken, headers: urlencoded, duplex: 'half' } as RequestInit)).toEqual({ stopped: 'unreadable' })
  })
})

function incoming(): readonly string[] {
  return readdirSync(join(folder, 'incoming'))
}
