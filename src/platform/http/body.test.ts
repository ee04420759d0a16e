import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** What a program that reads the form makes of a request, or the message of what stopped it. */
async function sent(init: RequestInit, keep: Files = files): Promise<unknown> {
  const app = new Hono()
  app.onError((error, c) => c.json({ stopped: error.message }))
  app.post('/', async (c) => {
    const { entries, uploads, tooLarge } = await readForm(c, keep)
    return c.json({ entries, uploads: uploads.map(({ name, bytes }) => [name, bytes]), tooLarge })
  })
  return (await app.request('/', { method: 'POST', ...init })).json()
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
