import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../scripts/prepare.mjs'
import { Connection, type Reply, request } from '../support/connection.ts'
import { type Lead, newLead } from '../support/remote-visitor.ts'
import { freePort, type RunningServer, startServer } from '../support/server.ts'

/** The real process, asked to stop while many use it, and when something failed that nobody expected. */

let folder: string
let dataDir: string
let port: number
let lead: Lead
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mentormark-stop-'))
  dataDir = join(folder, 'data')
  const server = await startServer({ dataDir })
  port = server.port
  lead = await newLead(server, 'Kezia Adeyemi')
  await server.stop()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const THROWS = pathToFileURL(join(root, 'tests/support/throws.mjs')).href

interface Counts {
  answered: number
  /** Sent on a connection that was open, and never answered. */
  cut: string[]
}

/** One request after another on one connection, until the server takes no new connection. */
async function goOn(requestText: () => string, counts: Counts): Promise<void> {
  for (;;) {
    const connection = new Connection(port)
    let began = false
    try {
      for (;;) {
        const reply: Reply = await connection.send(requestText())
        counts.answered += 1
        began = true
        if (reply.status >= 500) counts.cut.push(`answered with ${reply.status}`)
        if (reply.headers.get('connection')?.toLowerCase() === 'close') break
      }
    } catch (error) {
      connection.close()
      const { code, message } = error as NodeJS.ErrnoException
      // Nobody listens any more: nothing was sent. A new connection that was never taken is not one that was cut.
      if (code === 'ECONNREFUSED' || (code === 'ECONNRESET' && !began)) return
      counts.cut.push(code ?? message)
      return
    }
    connection.close()
  }
}

/** A file that is sent over most of a second. */
async function upload(address: string): Promise<Reply> {
  const boundary = 'cut'
  const part = (name: string, more = '') => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n`
  const fields = [
    ['token', lead.browser.token],
    ['basedOn', '0'],
    ['do', 'save'],
  ]
  const start =
    fields.map(([name = '', value]) => `${part(name)}\r\n${value}\r\n`).join('') +
    `${part('evidenceFile', '; filename="notes.txt"')}content-type: text/plain\r\n\r\n`
  const end = `\r\n--${boundary}--\r\n`
  const pieces = Array.from({ length: 16 }, (_, piece) => `${'The handbook says so. '.repeat(50)}${piece}\n`)
  const length = Buffer.byteLength(start + pieces.join('') + end)
  const headers = {
    ...lead.browser.headers(),
    origin: `http://127.0.0.1:${port}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  }
  const head = request('POST', address, headers).replace('content-length: 0', `content-length: ${length}`)
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk))
  const ended = new Promise<void>((resolve, reject) => socket.on('close', () => resolve()).on('error', reject))
  // It is waited for at the end.
  ended.catch(() => {})
  socket.write(head + start)
  for (const piece of pieces) {
    await pause(40)
    socket.write(piece)
  }
  socket.write(end)
  await ended
  return { status: Number(text.split(' ')[1]), headers: new Map(), cookies: [], body: Buffer.from(text), bytes: text.length }
}

/** Everything that people do, at once, for as long as the server takes it. */
function load(counts: Counts): Promise<unknown> {
  const headers = lead.browser.headers()
  const page = (path: string) => () => request('GET', path, headers)
  let saves = 0
  const save = (address: string) => () =>
    lead.browser.postRequest(
      address,
      { basedOn: '0', fields: 'notes', notes: `words ${saves++}` },
      { accept: 'application/json' },
    )
  const [first = '', second = '', third = '', fourth = ''] = lead.indicators
  const overview = first.replace(/\/indicators\/.*/, '')
  return Promise.all([
    ...[first, second, overview, `${overview}/look-over`, '/', '/sign-in'].map((path) => goOn(page(path), counts)),
    ...[third, fourth, third].map((address) => goOn(save(address), counts)),
  ])
}

const ROUNDS = Number(process.env.STOP_ROUNDS ?? 6)

test(`stopping under load cuts no request, ${ROUNDS} times in a row`, async () => {
  for (let round = 1; round <= ROUNDS; round++) {
    const server = await startServer({ dataDir, port })
    const counts: Counts = { answered: 0, cut: [] }
    const loading = load(counts)
    await expect.poll(() => counts.answered, { timeout: 20_000 }).toBeGreaterThan(40)
    await pause(Math.random() * 200)
    const began = performance.now()
    const { code, output } = await server.stop()
    const took = performance.now() - began
    await loading
    console.info(`round ${round}: ${counts.answered} answered, stopped in ${Math.round(took)} ms`)
    expect(counts.cut).toEqual([])
    expect(code).toBe(0)
    expect(output).not.toContain('"level":50')
    expect(took).toBeLessThan(5000)
  }
})

test('an upload and a report that are under way are taken to their end', async () => {
  const server = await startServer({ dataDir, port })
  const address = lead.indicators[8] ?? ''
  const page = await lead.browser.get(address)
  expect(page.status).toBe(200)
  const report = new Connection(port).send(
    request('GET', `${address.replace(/\/indicators\/.*/, '')}/report.pdf`, lead.browser.headers()),
  )
  const uploading = upload(address)
  await pause(100)
  const stopped = server.stop()
  expect((await uploading).status).toBe(303)
  expect((await report).body.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await stopped).code).toBe(0)
  const again = await startServer({ dataDir, port })
  expect((await lead.browser.get(address)).body.toString()).toContain('notes.txt')
  await again.stop()
})

describe('asked twice', () => {
  const slowHead = (): Socket => {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    socket.write('POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nab')
    return socket
  }

  test('at nearly the same moment, as the keys that end a program do, is asked once; after a while it ends at once', async () => {
    const server = await startServer({ dataDir, port })
    const socket = slowHead()
    await pause(200)
    server.process.kill('SIGINT')
    await pause(100)
    server.process.kill('SIGINT')
    await pause(1500)
    expect(server.process.exitCode).toBeNull()
    const began = performance.now()
    const { code, output } = await server.stop('SIGINT')
    expect(performance.now() - began).toBeLessThan(3000)
    expect(code).toBe(0)
    expect(output).toContain('asked again to stop')
    expect(output).toContain('POST /sign-in')
    socket.destroy()
  })

  test('while a request never ends, it is cut after ten seconds, and the log says which', async () => {
    const server = await startServer({ dataDir, port })
    const socket = slowHead()
    await pause(200)
    const began = performance.now()
    const { code, output } = await server.stop()
    expect(performance.now() - began).toBeGreaterThan(9000)
    expect(code).toBe(0)
    expect(output).toMatch(/"cut":1,"under_way":\{"POST \/sign-in":1\}/)
    socket.destroy()
  })
})

test('a server that is stopping is not ready', async () => {
  const server = await startServer({ dataDir, port })
  const upload = connect(port, '127.0.0.1').on('error', () => {})
  upload.write('POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nab')
  const probe = new Connection(port)
  expect((await probe.send(request('GET', '/readyz', {}))).status).toBe(200)
  const stopped = server.stop()
  await pause(100)
  expect((await probe.send(request('GET', '/readyz', {}))).status).toBe(503)
  upload.destroy()
  expect((await stopped).code).toBe(0)
})

describe('an error that nobody listens to', () => {
  const start = (FAILURE: string, port: number): Promise<RunningServer> =>
    startServer({ dataDir, port, env: { FAILURE }, nodeOptions: ['--import', THROWS] })

  test.each(['timer', 'emitter', 'promise', 'no error at all', 'again and again'])(
    '%s: is logged, what is under way ends, and the code says to start again',
    async (failure) => {
      const server = await start(failure, port)
      const address = lead.indicators[9] ?? ''
      expect((await lead.browser.get(address)).status).toBe(200)
      const uploading = upload(address)
      await pause(100)
      server.process.kill('SIGUSR2')
      expect((await uploading).status).toBe(303)
      const { code, output } = await server.stop('SIGUSR2')
      expect(code).toBe(70)
      const fatal = output.split('\n').filter((line) => line.includes('"level":60'))
      expect(fatal.length).toBeGreaterThan(0)
      expect(fatal.length).toBeLessThanOrEqual(20)
      expect(JSON.parse(fatal[0] ?? '')).toMatchObject({
        msg: 'an error that nobody expected: stopping, to be started again',
        under_way: { 'POST /organisations/:organisation/assessments/:assessment/indicators/:indicator': 1 },
      })
      expect(fatal[0]).not.toContain(lead.assessment)
      const again = await startServer({ dataDir, port })
      expect((await lead.browser.get(address)).status).toBe(200)
      await again.stop()
    },
  )

  test('a stall is logged with what was under way', async () => {
    const server = await start('stall', port)
    const waiting = connect(port, '127.0.0.1')
    waiting.write('POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nab')
    await pause(300)
    server.process.kill('SIGUSR2')
    await expect
      .poll(() => server.output(), { timeout: 5000 })
      .toMatch(/"ms":[6-9]\d\d,"under_way":\{"POST \/sign-in":1\}.*stood still/)
    waiting.destroy()
    expect((await server.stop()).code).toBe(0)
  })
})

test('what a kill leaves of an upload is cleared by the next start, while another server goes on with its own', async () => {
  const incoming = join(dataDir, 'files', 'incoming')
  const other = await startServer({ dataDir })
  const server = await startServer({ dataDir, port })
  const address = lead.indicators[10] ?? ''
  expect((await lead.browser.get(address)).status).toBe(200)
  const uploading = upload(address).catch((error: unknown) => error)
  await expect.poll(() => readdirSync(incoming).length).toBe(1)
  await server.stop('SIGKILL')
  expect(readdirSync(incoming)).toHaveLength(1)
  await uploading
  const again = await startServer({ dataDir, port })
  await expect.poll(() => readdirSync(incoming)).toEqual([])
  expect(again.output()).toContain('parts of unfinished uploads cleared')
  await again.stop()
  await other.stop()
  expect(readdirSync(join(dataDir, 'files', 'running'))).toEqual([])
})

// It would install everything anew where somebody has done so by hand.
describe.skipIf(!existsSync(join(root, 'node_modules/.mentormark-installed')))('npm start', () => {
  const start = async () => {
    const own = await freePort()
    const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '', BASE_URL: '', PORT: String(own), DATA_DIR: join(folder, 'started') },
    })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    await expect.poll(() => text, { timeout: 30_000 }).toContain('Mentormark is running at')
    return { child, text: () => text }
  }

  test.each(['SIGTERM', 'SIGINT'] as const)('passes %s on, and ends when the server has, with its code', async (signal) => {
    const { child, text } = await start()
    child.kill(signal)
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    expect(text()).toContain('"msg":"stopping"')
  })
})
