import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { node, root } from '../../scripts/prepare.mjs'
import { type Lead, newLead, RemoteVisitor } from '../support/remote-visitor.ts'
import { freePort, type RunningServer, startServer } from '../support/server.ts'

/** The built server on a disk that is full, breaks, or is written to by others: the real file, the real faults. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentormark-disk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const field = (text: string) => ({ basedOn: '0', fields: 'evidence', evidence: text })
async function save(lead: Lead, at: number, text: string): Promise<number> {
  const reply = await lead.browser.post(lead.indicators[at] ?? '', field(text), { accept: 'application/json' })
  return reply.status
}

function expectSound(dataDir: string, server: RunningServer, words: readonly string[]) {
  const database = new DatabaseSync(join(dataDir, 'mentormark.db'))
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  const kept = database.prepare('select evidence from answer').all() as { evidence: string }[]
  database.close()
  expect(kept.map(({ evidence }) => evidence).sort()).toEqual([...words].sort())
  expect(server.output()).not.toContain('request failed')
}

const mayMount = process.platform === 'linux' && process.getuid?.() === 0
describe.skipIf(!mayMount)(`a full disk${mayMount ? '' : ' (skipped: only root can make one)'}`, () => {
  let disk: string
  beforeEach(() => {
    disk = join(folder, 'disk')
    mkdirSync(disk)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk], { encoding: 'utf8' })
    expect(mounted.status, mounted.stderr).toBe(0)
  })
  afterEach(() => spawnSync('umount', ['-l', disk]))

  function fill(): void {
    const filler = openSync(join(disk, 'filler'), 'w')
    for (const size of [1024 * 1024, 4096, 1]) {
      try {
        for (;;) writeSync(filler, Buffer.alloc(size))
      } catch {
        // No room for so much: for less, maybe.
      }
    }
    closeSync(filler)
  }

  test('changes are refused with the words shown back, pages are read, and it goes on when there is room', async () => {
    const dataDir = join(disk, 'data')
    const server = await startServer({ dataDir, env: { LOG_LEVEL: 'error' } })
    const lead = await newLead(server, 'Kezia Adeyemi')
    expect(await save(lead, 0, 'Before')).toBe(200)
    fill()
    const statuses: number[] = []
    // Some still fit into what SQLite has set aside.
    for (let at = 1; at < 30; at++) statuses.push(await save(lead, at, `Full ${at} ${'.'.repeat(9000)}`))
    expect([...new Set(statuses)].filter((status) => status !== 200)).toEqual([503])

    const address = lead.indicators[30] ?? ''
    const whole = { whole: 'yes', basedOn: '0', evidence: `Long words ${'.'.repeat(15_000)}`, do: 'save' }
    const page = await lead.browser.post(address, whole)
    expect(page.status).toBe(503)
    expect(page.body.toString()).toContain('Long words')
    expect((await lead.browser.get(address)).status).toBe(200)

    rmSync(join(disk, 'filler'))
    expect(await save(lead, 31, 'After')).toBe(200)
    expect(server.process.exitCode).toBeNull()
    await server.stop()
    const kept = statuses.flatMap((status, index) => (status === 200 ? [`Full ${index + 1} ${'.'.repeat(9000)}`] : []))
    expectSound(dataDir, server, ['Before', ...kept, 'After'])
  })

  test('that holds the files alone: a file is refused with the words that came with it', async () => {
    const server = await startServer({
      dataDir: join(folder, 'data'),
      env: { FILES_DIR: join(disk, 'files'), LOG_LEVEL: 'error' },
    })
    const lead = await newLead(server, 'Kezia Adeyemi')
    const address = lead.indicators[0] ?? ''
    fill()
    const upload = () => {
      const body = new FormData()
      for (const [name, value] of Object.entries({
        token: lead.browser.token,
        whole: 'yes',
        basedOn: '0',
        evidence: 'Beside it',
      }))
        body.set(name, value)
      body.set('evidenceFile', new File(['x'.repeat(100_000)], 'notes.txt'))
      body.set('do', 'add-evidence:file')
      const headers = { ...lead.browser.headers(), origin: server.url }
      return fetch(`${server.url}${address}`, { method: 'POST', body, headers, redirect: 'manual' })
    }
    const refused = await upload()
    // How much room there is has been looked at before: there is a message beside the field.
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Beside it')
    rmSync(join(disk, 'filler'))
    expect((await upload()).status).toBe(303)
    expect(server.output()).not.toContain('request failed')
    await server.stop()
  })
})

const mayLimit = existsSync('/usr/bin/prlimit')
test.skipIf(!mayLimit)('a disk that can’t be written to: an error of its own, and back again', async () => {
  const server = await startServer({ dataDir: folder, env: { LOG_LEVEL: 'error' } })
  const lead = await newLead(server, 'Kezia Adeyemi')
  // No file may grow: every write beyond what is there fails with EFBIG.
  const limit = (size: string) => spawnSync('prlimit', ['--pid', String(server.process.pid), `--fsize=${size}:unlimited`])
  limit('4096')
  expect(await save(lead, 0, 'Nowhere to be written')).toBe(503)
  expect((await lead.browser.get(lead.indicators[0] ?? '')).status).toBe(200)
  limit('unlimited')
  expect(await save(lead, 1, 'Written')).toBe(200)
  await server.stop()
  expectSound(folder, server, ['Written'])
})

test('another process holds the database for seconds: nobody else waits, and saves come through', async () => {
  const server = await startServer({ dataDir: folder, env: { LOG_LEVEL: 'error' } })
  const lead = await newLead(server, 'Kezia Adeyemi')
  const held = spawn(
    node,
    [
      '-e',
      `const d = new (require('node:sqlite').DatabaseSync)(process.argv[1]); d.exec('begin immediate'); console.log('held')
       setTimeout(() => { d.exec('commit'); d.close() }, 3000)`,
      join(folder, 'mentormark.db'),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(held.stdout, 'data')
  const saving = save(lead, 0, 'Patient')
  const other = new RemoteVisitor(server)
  let slowest = 0
  for (let i = 0; i < 40; i++) {
    const began = performance.now()
    expect((await other.get(lead.indicators[i % 5] ?? '', lead.browser.headers())).status).toBe(200)
    slowest = Math.max(slowest, performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(await saving).toBe(200)
  // Before, each of them waited for as long as the file was held.
  expect(slowest).toBeLessThan(1000)
  console.info(`slowest page meanwhile: ${Math.round(slowest)} ms`)
  other.close()
  await server.stop()
})

test.skipIf(!existsSync('/dev/full'))('a log that can’t be written ends nothing', async () => {
  const port = await freePort()
  const child = spawn(node, [join(root, 'dist', 'main.js')], {
    cwd: root,
    stdio: ['ignore', openSync('/dev/full', 'w'), openSync('/dev/full', 'w')],
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'debug' },
  })
  const url = `http://127.0.0.1:${port}`
  await expect
    .poll(
      () =>
        fetch(url).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200)
  const lead = await newLead({ port, url }, 'Kezia Adeyemi')
  expect(await save(lead, 0, 'Without a log')).toBe(200)
  expect(child.exitCode).toBeNull()
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
})
