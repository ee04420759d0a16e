import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Files, filesIn } from '../files.ts'
import { FILE_BYTES, readForm } from './body.ts'

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
    const { entries, uploads, tooLarge } = await readForm(c, keep, () => true)
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

  test('that can’t be kept is refused', async () => {
    const keep = () => Promise.reject(new Error('the disk is full'))
    expect(await sent(multipart(`${file}\r\n--cut--\r\n`), { ...files, keep })).toEqual({ stopped: 'the disk is full' })
  })
})
