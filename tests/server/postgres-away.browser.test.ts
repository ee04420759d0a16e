import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectTo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PostgresServer, postgresBinaries, startPostgres } from '../../scripts/postgres-server.mjs'
import { node, root } from '../../scripts/prepare.mjs'
import { type Lead, newLead, RemoteVisitor } from '../support/remote-visitor.ts'
import { freePort, type RunningServer, runServer, startServer } from '../support/server.ts'

/**
 * The built server beside a real PostgreSQL that is killed, stopped, paused and cut off. Whatever happens to it, the process stays,
 * says so to whoever asks, loses none of their words, and is back by itself.
 */

const reason = whyNot()
function whyNot(): string | null {
  try {
    postgresBinaries()
    return null
  } catch (error) {
    return (error as Error).message
  }
}

let postgres: PostgresServer
let server: RunningServer
let lead: Lead
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mentormark-away-'))
  if (reason) return
  postgres = await startPostgres()
  await sql('create database away')
  server = await startServer({ dataDir: join(folder, 'data'), env: { DATABASE_URL: postgres.url('away'), LOG_LEVEL: 'error' } })
  lead = await newLead(server, 'Kezia Adeyemi')
})
afterAll(async () => {
  await server?.stop('SIGKILL')
  await postgres?.discard()
  rmSync(folder, { recursive: true, force: true })
})

async function sql(text: string, database = 'postgres'): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgres.url(database) })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

let revision = 0
let words = ''
/** Saves one field as the page's script does. A fresh revision is only known after an answer. */
async function save(text: string, at = lead.indicators[0] ?? '') {
  words = text
  const reply = await lead.browser.post(
    at,
    { basedOn: String(revision), fields: 'evidence', evidence: text },
    { accept: 'application/json' },
  )
  const body = JSON.parse(reply.body.toString()) as { revision?: number; problem?: string; state?: string }
  if (reply.status === 200) revision = body.revision ?? 0
  return { status: reply.status, body, retryAfter: reply.headers.get('retry-after') }
}

const stands = async () =>
  (await sql("select evidence from answer where evidence is not null and evidence <> ''", 'away')).map((row) => row.evidence)

/** Seconds until a page is answered with 200 again. */
async function secondsUntilBack(): Promise<number> {
  const began = performance.now()
  while ((await lead.browser.get(lead.indicators[0] ?? '')).status !== 200) {
    if (performance.now() - began > 20_000) throw new Error('it did not come back')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return (performance.now() - began) / 1000
}

/** Saves from several places at once for as long as `until` has not come, so that transactions are under way at every moment. */
async function saveMeanwhile(until: Promise<unknown>): Promise<Set<number>> {
  let over = false
  void until.finally(() => {
    over = true
  })
  const statuses = new Set<number>()
  await Promise.all(
    lead.indicators.slice(10, 16).map(async (at, index) => {
      const browser = new RemoteVisitor(server)
      while (!over) {
        const reply = await browser.post(
          at,
          { token: lead.browser.token, basedOn: '0', fields: 'evidence', evidence: `Client ${index}` },
          { ...lead.browser.headers(), accept: 'application/json' },
        )
        statuses.add(reply.status)
      }
      browser.close()
    }),
  )
  return statuses
}

async function expectAllIsWell(text: string) {
  expect(await secondsUntilBack()).toBeLessThan(2)
  expect((await save(text)).status).toBe(200)
  expect(await stands()).toContain(text)
  expect(server.process.exitCode).toBeNull()
  // Nothing of it is a fault of ours.
  expect(server.output()).not.toContain('request failed')
}

describe.skipIf(reason !== null)(`PostgreSQL goes away${reason ? ` (skipped: ${reason})` : ''}`, () => {
  test.each([
    ['killed', () => postgres.kill(), () => postgres.start()],
    ['stopped at once', () => postgres.stop('immediate'), () => postgres.start()],
    ['stopped in good order', () => postgres.stop('fast'), () => postgres.start()],
  ] as const)('%s in the middle of many saves, three times', async (how, goAway, comeBack) => {
    for (let round = 1; round <= 3; round++) {
      expect((await save(`Before it is ${how}, ${round}`)).status).toBe(200)
      const gone = (async () => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        await goAway()
        await new Promise((resolve) => setTimeout(resolve, 300))
      })()
      const statuses = await saveMeanwhile(gone)
      expect([...statuses].filter((status) => ![200, 503].includes(status))).toEqual([])
      expect([...statuses]).toContain(503)

      const reply = await save(`While it is ${how}, ${round}`)
      expect(reply).toMatchObject({ status: 503, body: { problem: 'unavailable' }, retryAfter: '5' })
      await comeBack()
      await expectAllIsWell(words)
    }
  })

  test('and pages say what is going on, show back what was written, and keep people signed in', async () => {
    const cookies = lead.browser.headers()
    await postgres.stop('immediate')
    const page = await lead.browser.get(lead.indicators[0] ?? '')
    expect(page.status).toBe(503)
    expect(page.headers.get('retry-after')).toBe('5')
    expect(page.body.toString()).toContain('This can’t be done just now')
    // Nobody can tell who is asking, so nobody is told that they are not signed in.
    expect(page.body.toString()).not.toMatch(/Sign in/)
    expect(page.body.toString()).toContain('Sign out')

    const whole = await lead.browser.post(lead.indicators[0] ?? '', {
      whole: 'yes',
      basedOn: String(revision),
      evidence: 'Our handbook <says> so',
      do: 'continue',
    })
    expect(whole.status).toBe(503)
    expect(whole.body.toString()).toContain('Our handbook &lt;says&gt; so')
    expect(whole.body.toString()).toContain('nothing you wrote is saved twice')

    // Signing in says the same, and never that the passphrase is wrong.
    const stranger = new RemoteVisitor(server)
    await stranger.get('/sign-in')
    const signIn = await stranger.post('/sign-in', { email: lead.email, passphrase: 'otter bicycle lantern plum' })
    expect(signIn.status).toBe(503)
    expect(signIn.body.toString()).not.toContain('otter bicycle')
    // What needs no database goes on.
    expect((await stranger.get('/')).status).toBe(200)

    expect(lead.browser.headers()).toEqual(cookies)
    await postgres.start()
    await expectAllIsWell('Back again')
  })

  test('and whoever signs out meanwhile is signed out of their browser', async () => {
    const browser = new RemoteVisitor(server)
    await browser.get('/sign-in')
    expect((await browser.post('/sign-in', { email: lead.email, passphrase: 'otter bicycle lantern plum' })).status).toBe(303)
    await browser.get('/account')
    await postgres.stop('immediate')
    expect((await browser.post('/sign-out', {})).status).toBe(303)
    await postgres.start()
    expect((await browser.get('/account')).status).toBe(303)
    await expectAllIsWell('After signing out elsewhere')
  })

  test('and what is typed meanwhile is kept in the browser, and saved when it is back', async () => {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'],
    })
    try {
      const context = await browser.newContext({ baseURL: server.url })
      const page = await context.newPage()
      await page.goto('/sign-in')
      await page.getByLabel('E-mail address').fill(lead.email)
      await page.getByLabel('Passphrase', { exact: true }).fill('otter bicycle lantern plum')
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
      const address = lead.indicators[20] ?? ''
      await page.goto(address)
      await page.locator('[data-save-status][aria-live=off]').waitFor({ state: 'attached' })
      const says = (words: RegExp) =>
        expect.poll(() => page.locator('[data-save-status]').textContent(), { timeout: 30_000 }).toMatch(words)

      await postgres.kill()
      await page.getByLabel('What do you do, and what shows it?').pressSequentially('Typed while it was away.')
      await says(/Not saved yet. Trying again… Your words are kept in this browser/)
      // Reading the page again neither signs them out nor takes the words away.
      const other = await context.newPage()
      expect((await other.goto(address))?.status()).toBe(503)
      await other.close()
      await postgres.start()
      await says(/^Saved/)
      expect(await stands()).toContain('Typed while it was away.')
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('mentormark:draft')))).toEqual([])
    } finally {
      await browser.close()
    }
  })

  test('paused: everybody is answered within a quarter of a minute, and it goes on where it was', async () => {
    expect((await save('Before the pause')).status).toBe(200)
    postgres.pause()
    const began = performance.now()
    const replies = await Promise.all([
      save('In the pause'),
      ...lead.indicators.slice(1, 20).map(async (at) => {
        const browser = new RemoteVisitor(server)
        const reply = await browser.get(at, lead.browser.headers())
        browser.close()
        return { status: reply.status }
      }),
    ])
    const took = performance.now() - began
    postgres.resume()
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(503))
    expect(took).toBeLessThan(18_000)
    await expectAllIsWell('After the pause')
  })

  test('one connection after another is ended from the other side', async () => {
    const ending = (async () => {
      for (let i = 0; i < 20; i++) {
        await sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'away' and pid <> pg_backend_pid()")
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    })()
    const statuses = await saveMeanwhile(ending)
    expect([...statuses].filter((status) => ![200, 503].includes(status))).toEqual([])
    await expectAllIsWell('After they were ended')
  })

  test('has no connection left for us', async () => {
    // The owner of a server always gets in, so this is another role.
    await sql('create role visitor login')
    await sql('grant select, insert, update, delete on all tables in schema public to visitor', 'away')
    const other = await startServer({
      dataDir: join(folder, 'data'),
      env: { DATABASE_URL: postgres.url('away').replace('mentormark@', 'visitor@'), LOG_LEVEL: 'fatal' },
    })
    const look = async () => {
      const browser = new RemoteVisitor(other)
      const { status } = await browser.get(lead.indicators[0] ?? '', lead.browser.headers())
      browser.close()
      return status
    }
    await sql('alter role visitor connection limit 0')
    await sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'visitor'")
    expect(await look()).toBe(503)
    await sql('alter role visitor connection limit -1')
    expect(await look()).toBe(200)
    await other.stop()
  })

  test('takes no changes: pages are read, and writing says so', async () => {
    await sql('alter database away set default_transaction_read_only = on')
    await sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'away'")
    await secondsUntilBack()
    expect((await save('On a standby')).status).toBe(503)
    await sql('alter database away reset default_transaction_read_only')
    await sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'away'")
    await expectAllIsWell('On the first again')
  })

  test('a table is locked by somebody else: the save gives up in time, and others go on', async () => {
    const client = new pg.Client({ connectionString: postgres.url('away') })
    await client.connect()
    await client.query('begin; lock table answer in access exclusive mode')
    const began = performance.now()
    const locked = save('Behind a lock')
    const other = new RemoteVisitor(server)
    expect((await other.get('/account', lead.browser.headers())).status).toBe(200)
    other.close()
    expect((await locked).status).toBe(503)
    expect(performance.now() - began).toBeLessThan(9_000)
    await client.query('rollback')
    await client.end()
    await expectAllIsWell('After the lock')
  })

  test('the network is cut while it commits: the save is repeated and made once', async () => {
    const cable = await startCable(postgres.port)
    const other = await startServer({
      dataDir: join(folder, 'data'),
      port: await freePort(),
      env: { DATABASE_URL: `postgres://mentormark@127.0.0.1:${cable.port}/away`, LOG_LEVEL: 'error' },
    })
    const browser = new RemoteVisitor(other)
    const at = lead.indicators[30] ?? ''
    const token = /name="token" value="([^"]+)"/.exec((await browser.get(at, lead.browser.headers())).body.toString())?.[1] ?? ''
    const saving = () =>
      browser.post(
        at,
        { token, basedOn: '0', fields: 'evidence', evidence: 'Said once' },
        { ...lead.browser.headers(), accept: 'application/json' },
      )
    // The commit arrives, and its answer does not.
    cable.cutAfter('commit')
    expect((await saving()).status).toBe(503)
    await expect
      .poll(() => other.output())
      .toMatch(/PostgreSQL can't be reached: (?:read ECONNRESET|Connection terminated unexpectedly)/)
    const again = await saving()
    expect(JSON.parse(again.body.toString())).toMatchObject({ state: 'saved', changed: [] })
    const indicator = at.split('/').at(-1)
    expect(await sql(`select value from answer_change where indicator_id = '${indicator}'`, 'away')).toEqual([
      { value: 'Said once' },
    ])
    await other.stop()
    await cable.close()
  })
})

describe.skipIf(reason !== null)('the start', () => {
  const start = (url: string, env: Record<string, string> = {}) =>
    runServer({ dataDir: join(folder, 'data'), env: { DATABASE_URL: url, LOG_LEVEL: 'warn', ...env } })

  test('waits for PostgreSQL, says so, and goes on when it is there', async () => {
    await postgres.stop('immediate')
    const port = await freePort()
    const starting = startServer({
      dataDir: join(folder, 'data'),
      port,
      env: { DATABASE_URL: postgres.url('away'), LOG_LEVEL: 'warn' },
    })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await postgres.start()
    const back = performance.now()
    const waited = await starting
    expect(performance.now() - back).toBeLessThan(3000)
    expect(waited.output()).toContain('waiting for PostgreSQL')
    expect(waited.output()).toContain('ECONNREFUSED')
    await waited.stop()
    await expectAllIsWell('After a start that waited')
  })

  test('says at once that the password is wrong or the database missing, and never the password', async () => {
    const began = performance.now()
    const missing = await start(postgres.url('nowhere').replace('mentormark@', 'mentormark:hunter2hunter2@'))
    expect(missing.code).toBe(1)
    expect(missing.output).toMatch(/^PostgreSQL can't be reached: database "nowhere" does not exist\.$/m)

    writeFileSync(join(postgres.data, 'pg_hba.conf'), 'host all careful all scram-sha-256\nhost all all all trust\n')
    await sql("create role careful login password 'otter'")
    await sql('select pg_reload_conf()')
    const wrong = await start(postgres.url('away').replace('mentormark@', 'careful:hunter2hunter2@'))
    expect(wrong.output).toMatch(/^PostgreSQL can't be reached: password authentication failed for user "careful"\.$/m)
    expect(missing.output + wrong.output).not.toContain('hunter2')
    expect(performance.now() - began).toBeLessThan(15_000)
  })

  test('is refused to another machine without encryption, unless that is allowed by name', async () => {
    const url = 'postgres://mentormark:hunter2hunter2@192.0.2.1:5432/away'
    for (const address of [url, `${url}?sslmode=disable`]) {
      const { code, output } = await start(address)
      expect(code).toBe(1)
      expect(output).toBe(
        'PostgreSQL at 192.0.2.1 would be reached without encryption. Add sslmode=verify-full to DATABASE_URL, or set DATABASE_UNENCRYPTED=allow if nobody else can read that network.\n',
      )
    }
    for (const word of ['false', 'no', 'off']) {
      const { code, output } = await start(`${url}?ssl=${word}`, { DATABASE_WAIT: '0' })
      expect(code).toBe(1)
      expect(output).toBe('DATABASE_URL has an “ssl” that means nothing. Take it out, and say sslmode=verify-full or disable.\n')
    }
    const allowed = await start(url, { DATABASE_UNENCRYPTED: 'allow', DATABASE_WAIT: '0' })
    expect(allowed.output).toMatch(/^PostgreSQL can't be reached: /)
    // This server has no TLS: what asks for it is not given less.
    for (const mode of ['require', 'verify-full', 'prefer']) {
      const { output } = await start(`${postgres.url('away')}?sslmode=${mode}`)
      expect(output).toBe("PostgreSQL can't be reached: The server does not support SSL connections.\n")
    }
  })

  test('of two at once on an empty database makes the tables once', async () => {
    await sql('create database twins')
    const both = await Promise.all(
      ['one', 'two'].map((name) =>
        startServer({ dataDir: join(folder, name), env: { DATABASE_URL: postgres.url('twins'), LOG_LEVEL: 'warn' } }),
      ),
    )
    for (const each of both) {
      expect(each.output()).not.toMatch(/error|warn/)
      await each.stop()
    }
    const [{ n } = { n: 0 }] = await sql('select count(*)::int as n from schema_migration', 'twins')
    expect(n).toBeGreaterThan(0)
  })

  test('with the two roles of docs/operating.md: the one that serves can change no table', async () => {
    const guide = readFileSync(join(root, 'docs/operating.md'), 'utf8')
    const [, commands = ''] = /```sql\n([\s\S]+?)```/.exec(guide) ?? []
    const file = join(folder, 'roles.sql')
    writeFileSync(file, commands)
    const made = spawnSync(join(postgresBinaries(), 'psql'), ['-v', 'ON_ERROR_STOP=1', '-f', file, postgres.url()], {
      encoding: 'utf8',
    })
    expect(made.status, made.stderr).toBe(0)
    const as = (role: string) => postgres.url('mentormark').replace('mentormark@', `${role}@`)

    const early = await start(as('mentormark_app'))
    expect(early.output).toMatch(/^The role in DATABASE_URL may not make or change tables.+\n$/)
    const update = spawnSync(node, [join(root, 'dist', 'cli.js'), 'database', 'update'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'roles'), DATABASE_URL: as('mentormark_owner') },
    })
    expect(update.stdout).toBe('The database is up to date.\n')

    const serving = await startServer({ dataDir: join(folder, 'roles'), env: { DATABASE_URL: as('mentormark_app') } })
    const made2 = await newLead(serving, 'Kezia Adeyemi')
    const reply = await made2.browser.post(
      made2.indicators[0] ?? '',
      { basedOn: '0', fields: 'evidence', evidence: 'As a role that may little' },
      { accept: 'application/json' },
    )
    expect(reply.status).toBe(200)
    await serving.stop()
    const client = new pg.Client({ connectionString: as('mentormark_app') })
    await client.connect()
    for (const text of ['drop table answer', 'create table mine (id int)', 'truncate answer', 'alter table answer add mine int'])
      await expect(client.query(text)).rejects.toThrow(/permission denied|must be owner/)
    await client.end()
  })
})

test.skipIf(reason !== null)('the terminal waits only a short time', async () => {
  const port = await freePort()
  const began = performance.now()
  const command = spawnSync(node, [join(root, 'dist', 'cli.js'), 'framework', 'list'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'cli'), DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none` },
  })
  expect(command.stderr).toMatch(/^PostgreSQL can't be reached: connect ECONNREFUSED .+\.\n$/)
  expect(command.status).toBe(1)
  expect(performance.now() - began).toBeLessThan(15_000)
})

/** A network between the two that can be cut. */
async function startCable(to: number) {
  let cut: string | null = null
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const postgres = connectTo(to, '127.0.0.1')
    let silent = false
    for (const each of [client, postgres]) {
      open.add(each)
      each.on('error', () => {}).on('close', () => open.delete(each))
    }
    client.on('data', (data) => {
      const cuts = cut !== null && data.toString('latin1').includes(cut)
      if (cuts) {
        silent = true
        cut = null
      }
      postgres.write(data)
      if (cuts) setTimeout(() => client.resetAndDestroy(), 300)
    })
    postgres.on('data', (data) => silent || client.write(data))
    client.on('close', () => postgres.end())
    postgres.on('close', () => client.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    /** What holds these words still arrives; nothing comes back any more. */
    cutAfter(text: string) {
      cut = text
    },
    async close() {
      for (const each of open) each.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
