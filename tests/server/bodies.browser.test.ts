import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Connection, request } from '../support/connection.ts'
import { type Lead, newLead } from '../support/remote-visitor.ts'
import { type RunningServer, startServer } from '../support/server.ts'

/** Bodies that break off, lie or drip, sent to the real server over sockets. It goes on, and everybody else is answered meanwhile. */

const dataDir = mkdtempSync(join(tmpdir(), 'mentormark-bodies-'))
let server: RunningServer
let lead: Lead
beforeAll(async () => {
  server = await startServer({ dataDir })
  lead = await newLead(server, 'Kezia Adeyemi')
})
afterAll(async () => {
  const { output } = await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
  expect(output).not.toMatch(/unhandled|uncaught/i)
})

const BOUNDARY = 'x'
const part = (head: string, body: string) => `--${BOUNDARY}\r\n${head}\r\n\r\n${body}\r\n`
const disposition = (rest: string) => `Content-Disposition: form-data; ${rest}`
const END = `--${BOUNDARY}--\r\n`

/** A whole form with every kind of part there is. */
function wholeForm(): string {
  return [
    part(disposition('name="token"'), lead.browser.token),
    part(disposition('name="whole"'), 'yes'),
    part(disposition('name="basedOn"'), '0'),
    part(disposition('name="notes"'), 'Words of a whole form'),
    part(disposition('name="evidenceFile"; filename="minutes.txt"\r\nContent-Type: text/plain'), 'What was said'),
    part(disposition('filename="nobody.txt"'), 'A part without a name'),
    part(disposition('name="evidenceFile"; filename=""\r\nContent-Type: application/octet-stream'), ''),
    part('X-Other: header', 'A part that is no field'),
    END,
  ].join('')
}

interface Sending {
  readonly path?: string
  /** Who sends it: somebody who has signed in, or a stranger. */
  readonly signedIn?: boolean
  readonly type?: string
  /** Null for a body in chunks, which `pieces` then write themselves. */
  readonly length?: number | null
  readonly pieces: readonly string[]
  /** Milliseconds between the pieces. */
  readonly pause?: number
  /** What to do once everything is sent: wait for the answer, close our half, or cut the connection. */
  readonly last: 'wait' | 'end' | 'cut'
}

/** Sends a request as it is told. @returns the first line of the answer; '' when there was none */
function send({ path = '/sign-in', signedIn = false, type, length, pieces, pause = 0, last }: Sending): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port: server.port, host: '127.0.0.1', noDelay: true })
    let answer = ''
    const done = () => resolve(answer.split('\r\n')[0] ?? '')
    socket.setEncoding('latin1').on('data', (text: string) => {
      answer += text
      if (last === 'wait') socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', done)
    socket.setTimeout(10_000, () => socket.destroy())
    const cookies = signedIn ? Object.entries(lead.browser.headers()).map(([name, value]) => `${name}: ${value}\r\n`) : []
    const body = pieces.join('')
    const size = length === null ? 'transfer-encoding: chunked' : `content-length: ${length ?? Buffer.byteLength(body)}`
    const head = [
      `POST ${path} HTTP/1.1`,
      `host: 127.0.0.1:${server.port}`,
      `origin: ${server.url}`,
      `content-type: ${type ?? `multipart/form-data; boundary=${BOUNDARY}`}`,
      size,
    ].join('\r\n')
    socket.write(`${head}\r\n${cookies.join('')}\r\n`)
    void (async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return
        socket.write(piece)
        if (pause > 0) await new Promise((next) => setTimeout(next, pause))
      }
      if (last === 'end') socket.end()
      if (last === 'cut') setTimeout(() => socket.destroy(), 5)
    })()
  })
}

/** Far above what is held up by any of this, so that a busy machine isn't mistaken for a server that stands still. */
const MOST_WAIT = 3_000

/** Somebody else, who asks for a page again and again while `work` is done. @returns the longest they waited, in milliseconds */
async function meanwhile(work: () => Promise<unknown>): Promise<number> {
  const other = new Connection(server.port)
  let done = false
  const working = work().finally(() => {
    done = true
  })
  let slowest = 0
  do {
    const began = performance.now()
    expect((await other.send(request('GET', '/sign-in', {}))).status).toBe(200)
    slowest = Math.max(slowest, performance.now() - began)
    await new Promise((next) => setTimeout(next, 5))
  } while (!done)
  other.close()
  await working
  return slowest
}

async function isWell(): Promise<void> {
  expect([server.process.exitCode, server.process.signalCode]).toEqual([null, null])
  const own = await lead.browser.get(lead.indicators[0] ?? '')
  expect(own.status).toBe(200)
}

const ADDRESSES = () => [
  { path: '/sign-in', signedIn: false },
  { path: lead.indicators[0] ?? '', signedIn: false },
  { path: lead.indicators[0] ?? '', signedIn: true },
]

test('the whole form is taken, so that what follows is about how it breaks off', async () => {
  const path = lead.indicators[0] ?? ''
  expect(await send({ path, signedIn: true, pieces: [wholeForm()], last: 'wait' })).toContain('303')
  expect((await lead.browser.get(path)).body.toString()).toContain('Words of a whole form')
})

describe('a form that breaks off', () => {
  test('anywhere, with a length that says so: it is told apart from a whole one', async () => {
    const form = wholeForm()
    // The very end may lack its line break.
    const places = Array.from({ length: form.length - 2 }, (_, place) => place).filter((place) => place % 3 === 0)
    for (const { path, signedIn } of ADDRESSES())
      for (let at = 0; at < places.length; at += 20) {
        const answers = await Promise.all(
          places.slice(at, at + 20).map((place) => send({ path, signedIn, pieces: [form.slice(0, place)], last: 'wait' })),
        )
        // Without a body there is no token; where it was whole so far, the rest is still missing.
        expect(new Set(answers.map((answer) => answer.split(' ')[1]))).toEqual(new Set(['400']))
      }
    await isWell()
  })

  test.each(['end', 'cut'] as const)('anywhere, because the connection does: %s', async (last) => {
    const form = wholeForm()
    const places = Array.from({ length: form.length }, (_, place) => place).filter((place) => place % 5 === 0)
    for (const { path, signedIn } of ADDRESSES())
      for (let at = 0; at < places.length; at += 40)
        await Promise.all(
          places
            .slice(at, at + 40)
            .map((place) => send({ path, signedIn, length: 50_000, pieces: [form.slice(0, place)], last })),
        )
    await isWell()
    // What had begun to be kept is not left behind.
    await expect.poll(() => readdirSync(join(dataDir, 'files', 'incoming')), { timeout: 20_000 }).toEqual([])
    // A hundred that are cut at once are still being put away when the last has gone.
    await expect.poll(() => meanwhile(async () => {}), { timeout: 20_000 }).toBeLessThan(250)
  })
})

const STRANGE: readonly (readonly [string, Partial<Sending> & { readonly pieces: readonly string[] }])[] = [
  ['a file without a name that never ends', { pieces: [`--x\r\n${disposition('filename="a.txt"')}\r\n\r\nabc`] }],
  ['a file with an empty name that never ends', { pieces: [`--x\r\n${disposition('name="f"; filename=""')}\r\n\r\nabc`] }],
  ['an empty name', { pieces: [part(disposition('name=""; filename="a"'), 'abc'), END] }],
  ['another boundary', { pieces: [`--y\r\n${disposition('name="a"')}\r\n\r\nabc\r\n--y--\r\n`] }],
  ['no boundary', { pieces: ['abc'], type: 'multipart/form-data' }],
  ['an empty boundary', { pieces: [part(disposition('name="a"'), 'abc')], type: 'multipart/form-data; boundary=' }],
  ['a boundary in quotes that never end', { pieces: ['--x--'], type: 'multipart/form-data; boundary="x' }],
  ['no last boundary', { pieces: [part(disposition('name="a"'), 'abc')] }],
  ['nothing but the last boundary', { pieces: [END] }],
  ['nothing', { pieces: [] }],
  ['a header that never ends', { pieces: [`--x\r\n${'a'.repeat(200_000)}`] }],
  ['a header without a colon', { pieces: [part('Content-Disposition', 'abc'), END] }],
  ['a header with a zero byte', { pieces: [part(`Content-Disposition: form-data; name="a\0b"`, 'abc'), END] }],
  ['a thousand headers', { pieces: [part(Array.from({ length: 1000 }, (_, n) => `X-${n}: y`).join('\r\n'), 'abc'), END] }],
  [
    'a form within a form',
    {
      pieces: [
        part(
          `${disposition('name="a"')}\r\nContent-Type: multipart/mixed; boundary=y`,
          `--y\r\n${disposition('filename="b"')}\r\n\r\nx`,
        ),
        END,
      ],
    },
  ],
  [
    'a file within a file',
    { pieces: [part(disposition('name="a"; filename="b"'), part(disposition('filename="c"'), 'x')), END] },
  ],
  ['more files than are taken', { pieces: [...Array.from({ length: 50 }, () => part(disposition('filename="a"'), 'abc')), 'x'] }],
  [
    'more fields than are taken',
    { pieces: [...Array.from({ length: 5000 }, () => part(disposition('name="notes"'), 'a')), END] },
  ],
  ['more parts than are taken', { pieces: [...Array.from({ length: 5000 }, () => part('X: y', 'a')), END] }],
  [
    'another charset',
    { pieces: [part(`${disposition('name="notes"')}\r\nContent-Type: text/plain; charset=nonsense`, 'ab'), END] },
  ],
  ['a length that is longer than the body', { pieces: [part(disposition('name="a"'), 'abc'), END], length: 100_000 }],
  ['a length that is shorter than the body', { pieces: [part(disposition('name="a"'), 'abc'), END], length: 20 }],
  ['a length that is no number', { pieces: ['abc'], length: Number.NaN }],
  ['a good chunk and no more', { pieces: ['5\r\n--x\r\n\r\n'], length: null }],
  ['a bad chunk', { pieces: ['5\r\n--x\r\n\r\nzz\r\nabc\r\n'], length: null }],
  ['a chunk that is longer than it says', { pieces: ['1\r\nabcdef\r\n0\r\n\r\n'], length: null }],
  ['a chunk that is as long as the world', { pieces: ['ffffffffffffffff\r\nabc'], length: null }],
  [
    'words in chunks that break off',
    { pieces: ['5\r\nnotes\r\n', '5\r\n=abcd'], length: null, type: 'application/x-www-form-urlencoded' },
  ],
  ['words that break off', { pieces: ['notes=abc'], length: 500, type: 'application/x-www-form-urlencoded' }],
  ['a type that is nothing', { pieces: ['abc'], type: ';;;=' }],
]

test.each(STRANGE)('%s', async (_, sending) => {
  const slowest = await meanwhile(async () => {
    for (const { path, signedIn } of ADDRESSES())
      for (const last of ['wait', 'end', 'cut'] as const) {
        // Where the rest is still to come, the answer may be waiting for it.
        const unfinished = (sending.length ?? null) !== null || sending.length === null
        await send({ path, signedIn, ...sending, last: last === 'wait' && unfinished ? 'end' : last })
      }
  })
  expect(slowest).toBeLessThan(MOST_WAIT)
  await isWell()
})

test('a hundred forms that drip, a byte at a time, hold nobody up', async () => {
  const form = wholeForm()
  const slowest = await meanwhile(() =>
    Promise.all(
      Array.from({ length: 100 }, () =>
        send({ signedIn: true, pieces: [...form.slice(0, 120)], length: form.length, pause: 5, last: 'cut' }),
      ),
    ),
  )
  expect(slowest).toBeLessThan(MOST_WAIT)
  await isWell()
})

test('downloads that are cut half-way leave no file open', async () => {
  const path = lead.indicators[1] ?? ''
  const content = 'What we said. '.repeat(500_000)
  const form = [
    part(disposition('name="token"'), lead.browser.token),
    part(disposition('name="whole"'), 'yes'),
    part(disposition('name="evidenceFile"; filename="long.txt"'), content),
    END,
  ]
  expect(await send({ path, signedIn: true, pieces: form, last: 'wait' })).toContain('303')
  const file = /href="([^"]+\/evidence\/[^"]+)"/.exec((await lead.browser.get(path)).body.toString())?.[1] ?? ''
  expect(file).not.toBe('')
  const cookie = Object.entries(lead.browser.headers()).map(([name, value]) => `${name}: ${value}\r\n`)
  const slowest = await meanwhile(() =>
    Promise.all(
      Array.from(
        { length: 30 },
        (_, place) =>
          new Promise<void>((resolve) => {
            const socket = connect({ port: server.port, host: '127.0.0.1' })
            socket.on('error', () => {})
            socket.on('close', () => resolve())
            socket.write(
              `${place % 2 ? 'GET' : 'HEAD'} ${file} HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\n${cookie.join('')}\r\n`,
            )
            socket.once('data', () => setTimeout(() => socket.destroy(), place % 5))
          }),
      ),
    ),
  )
  expect(slowest).toBeLessThan(MOST_WAIT)
  const open = () => readdirSync(`/proc/${server.process.pid}/fd`).length
  const whole = await lead.browser.get(file)
  expect(whole.body.toString()).toBe(content)
  // The database, the log, this test's connection and a few of Node's own.
  await expect.poll(open, { timeout: 10_000 }).toBeLessThan(50)
  await isWell()
})
