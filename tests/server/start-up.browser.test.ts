import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { node, root } from '../../scripts/prepare.mjs'
import { newLead, RemoteVisitor } from '../support/remote-visitor.ts'
import { type Ended, freePort, runServer, startServer } from '../support/server.ts'

/** The real process: how it starts, what it says when it can't, how it stops. */

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentormark-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fresh = (name: string) => join(folder, name)

function refused(ended: Ended): string {
  expect(ended.code).toBe(1)
  expect(ended.output).not.toMatch(/^\s+at /m)
  return ended.output.trim()
}

describe('it can’t start', () => {
  test('on a port that is in use', async () => {
    const server = await startServer({ dataDir: fresh('one') })
    const said = refused(await runServer({ dataDir: fresh('two'), port: server.port }))
    expect(said).toBe(`Port ${server.port} is already in use. Stop what is using it, or choose another with PORT.`)
    await server.stop()
  })

  test('where its data can’t be written', async () => {
    writeFileSync(fresh('a-file'), '')
    const said = refused(await runServer({ dataDir: join(fresh('a-file'), 'data') }))
    expect(said).toMatch(/^The data folder .* can't be written to .*\.$/)
    // Where nobody can make a folder, whoever they are.
    if (process.platform === 'linux') {
      expect(refused(await runServer({ dataDir: '/proc/mentormark/data' }))).toContain(
        "/proc/mentormark/data can't be written to",
      )
    }
    expect(said.split('\n')).toHaveLength(1)
  })

  test('on a database that a newer version has used', async () => {
    await (await startServer({ dataDir: fresh('newer') })).stop()
    const database = new DatabaseSync(join(fresh('newer'), 'mentormark.db'))
    database.exec("insert into schema_migration (name, timestamp) values ('9999-from-the-future', '2099-01-01T00:00:00.000Z')")
    database.close()
    const said = refused(await runServer({ dataDir: fresh('newer') }))
    expect(said).toBe(
      'This database was used by a newer version of Mentormark. Start that version, or restore a backup made before it.',
    )
  })

  test('on a file that is no database', async () => {
    const dataDir = mkdtempSync(join(folder, 'broken-'))
    writeFileSync(join(dataDir, 'mentormark.db'), 'These are my holiday photos.'.repeat(200))
    expect(refused(await runServer({ dataDir })).split('\n')).toHaveLength(1)
  })

  test('with wrong settings, and names every one of them at once', async () => {
    const env = {
      PORT: 'eighty',
      BASE_URL: 'mentormark',
      DATABASE_URL: 'mysql://somewhere',
      SMTP_URL: 'smtp://mail.example',
      LOG_LEVEL: 'loud',
      SECRET: 'short',
      FILES_LIMIT: 'plenty',
      FILES_PER_DAY: '20',
      FILES_LEAVE_FREE: '-2GB',
    }
    const said = refused(await runServer({ dataDir: fresh('settings'), env }))
    for (const name of [...Object.keys(env).filter((each) => each !== 'SMTP_URL'), 'MAIL_FROM'])
      expect(said).toContain(`- ${name} `)
  })

  test('for everyone without being told its address', async () => {
    expect(refused(await runServer({ dataDir: fresh('everyone'), env: { HOST: '0.0.0.0' } }))).toContain('BASE_URL is missing')
  })

  test('when PostgreSQL is not there', async () => {
    const port = await freePort()
    const said = refused(
      await runServer({
        dataDir: fresh('postgres'),
        env: { DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none`, DATABASE_WAIT: '0' },
      }),
    )
    expect(said).toMatch(/^PostgreSQL can't be reached: .+\.$/)
  })
})

describe('it starts', () => {
  test('again on what it left behind, and people are still signed in', async () => {
    const dataDir = fresh('again')
    const first = await startServer({ dataDir })
    const lead = await newLead(first, 'Kezia Adeyemi')
    expect((await first.stop()).code).toBe(0)
    const second = await startServer({ dataDir, port: first.port })
    expect((await lead.browser.get(lead.indicators[0] ?? '')).status).toBe(200)
    expect((await second.stop()).code).toBe(0)
  })

  test('with a secret that only its owner can read', async () => {
    const dataDir = fresh('secret')
    await (await startServer({ dataDir })).stop()
    expect(statSync(join(dataDir, 'secret')).mode & 0o077).toBe(0)
  })

  test('with secrets that stand in files of their own, and then makes none', async () => {
    const dataDir = fresh('secret-files')
    writeFileSync(fresh('secret-file'), `${'s'.repeat(40)}\n`)
    writeFileSync(fresh('token-file'), `${'t'.repeat(40)}\n`)
    const env = { SECRET: '', SECRET_FILE: fresh('secret-file'), METRICS_TOKEN_FILE: fresh('token-file') }
    const server = await startServer({ dataDir, env })
    expect(existsSync(join(dataDir, 'secret'))).toBe(false)
    const figures = (token: string) => fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
    expect((await figures('t'.repeat(40))).status).toBe(200)
    expect((await figures('u'.repeat(40))).status).toBe(404)
    await server.stop()
  })
})

describe('mail', () => {
  const ask = async (server: { port: number; url: string }, email: string) => {
    const browser = new RemoteVisitor(server)
    await browser.get('/forgotten-passphrase')
    expect((await browser.post('/forgotten-passphrase', { email })).status).toBeLessThan(400)
  }

  test('without a mail server stays in the outbox folder, and on the outbox page', async () => {
    const dataDir = fresh('outbox')
    const server = await startServer({ dataDir, env: { BASE_URL: '' } })
    const lead = await newLead(server, 'Kezia Adeyemi')
    await ask(server, lead.email)
    await expect.poll(() => outbox(dataDir).some((mail) => mail.includes('/new-passphrase?token=')), { timeout: 5000 }).toBe(true)
    const page = await new RemoteVisitor(server).get('/outbox')
    expect(page.body.toString()).toContain('/new-passphrase?token=')
    await server.stop()
  })

  test('goes to a real mail server, waits while there is none, and is sent when it is back', async () => {
    const dataDir = fresh('smtp')
    const port = await freePort()
    const env = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Mentormark <hello@mentormark.example>' }
    const first = await startServer({ dataDir })
    const lead = await newLead(first, 'Kezia Adeyemi')
    await first.stop()
    const before = await startServer({ dataDir, env })
    await ask(before, lead.email)
    // The link is made after the reply, so that a known address takes no longer than an unknown one.
    await expect.poll(() => waitingMail(dataDir), { timeout: 5000 }).toBe(1)
    await before.stop()

    const mailServer = await startMailServer(port)
    // A command in the terminal leaves it to the server: it may end before a message is noted as sent, which is then sent again.
    const command = spawn(node, [join(root, 'dist', 'cli.js'), 'framework', 'list'], {
      stdio: 'ignore',
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env },
    })
    expect((await once(command, 'close'))[0]).toBe(0)
    expect([mailServer.received.length, waitingMail(dataDir)]).toEqual([0, 1])
    const after = await startServer({ dataDir, env })
    await expect
      .poll(() => mailServer.received.filter((mail) => mail.includes(lead.email)).length, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(1)
    expect(mailServer.received.some((mail) => mail.includes('From: Mentormark <hello@mentormark.example>'))).toBe(true)
    await after.stop()
    await mailServer.close()
  })
})

test('a copy made while it runs is sound (README, backup)', async () => {
  const dataDir = fresh('backup')
  const server = await startServer({ dataDir })
  await newLead(server, 'Kezia Adeyemi')
  const copy = fresh('copy.db')
  const outcome = spawnSync(
    node,
    [
      '-e',
      `new (require('node:sqlite').DatabaseSync)(process.argv[1]).exec("vacuum into '" + process.argv[2] + "'")`,
      join(dataDir, 'mentormark.db'),
      copy,
    ],
    { cwd: root },
  )
  expect(outcome.status, String(outcome.stderr)).toBe(0)
  const database = new DatabaseSync(copy)
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  expect(database.prepare('select count(*) as n from assessment').get()).toEqual({ n: 1 })
  database.close()
  await server.stop()
})

test('killed while it makes the first tables, it starts all the same the next time', async () => {
  for (const delay of [0, 10, 20, 30, 45, 60]) {
    const dataDir = fresh(`killed-first-${delay}`)
    const port = await freePort()
    const child = spawn(node, [join(root, 'dist', 'main.js')], {
      cwd: root,
      stdio: 'ignore',
      env: { PATH: process.env.PATH, HOST: '127.0.0.1', DATA_DIR: dataDir, PORT: String(port) },
    })
    while (!existsSync(join(dataDir, 'mentormark.db'))) await new Promise((resolve) => setTimeout(resolve, 1))
    await new Promise((resolve) => setTimeout(resolve, delay))
    const ended = once(child, 'close')
    child.kill('SIGKILL')
    await ended
    const server = await startServer({ dataDir, port })
    await server.stop()
  }
})

test('two that start at once on an empty folder both run, with one secret', async () => {
  for (let round = 1; round <= 4; round++) {
    const dataDir = fresh(`two-first-${round}`)
    const servers = await Promise.all([startServer({ dataDir }), startServer({ dataDir })])
    const [one, other] = servers
    const lead = await newLead({ port: one?.port ?? 0, url: one?.url ?? '' }, 'Kezia Adeyemi')
    const there = new RemoteVisitor({ port: other?.port ?? 0, url: other?.url ?? '' })
    const home = await there.get(`/organisations/${lead.organisation}`, lead.browser.headers())
    expect(home.status).toBe(200)
    await Promise.all(servers.map((server) => server.stop()))
  }
})

function waitingMail(dataDir: string): number {
  const database = new DatabaseSync(join(dataDir, 'mentormark.db'), { readOnly: true })
  const { n } = database.prepare('select count(*) as n from mail where sent_at is null').get() as { n: number }
  database.close()
  return n
}

function outbox(dataDir: string): readonly string[] {
  const mails = join(dataDir, 'outbox')
  try {
    return readdirSync(mails)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(mails, name), 'utf8'))
  } catch {
    return []
  }
}

/** Enough of SMTP (RFC 5321) to take a message from a real client. */
async function startMailServer(port: number): Promise<{ received: string[]; close(): Promise<void> }> {
  const received: string[] = []
  const server = createServer((socket: Socket) => {
    let mail: string | null = null
    let buffer = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 mail.example ready')
    socket.on('error', () => {})
    socket.on('data', (data) => {
      buffer += data.toString()
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        if (mail !== null) {
          if (line === '.') {
            received.push(mail)
            mail = null
            say('250 taken')
          } else mail += `${line}\n`
        } else if (/^EHLO|^HELO/i.test(line)) say('250 mail.example')
        else if (/^DATA/i.test(line)) {
          mail = ''
          say('354 go on')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else say('250 ok')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { received, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
