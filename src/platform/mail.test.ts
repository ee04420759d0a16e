import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/databases.ts'
import { FrozenClock } from '../../tests/support/world.ts'
import type { Database } from './database/index.ts'
import { createLog } from './log.ts'
import { createMailer, MAIL_DAYS, type Mailer } from './mail.ts'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

let db: Database
let discard: () => Promise<void>
let folder: string
let outboxDir: string
let clock: FrozenClock
let mail: Mailer
beforeEach(async () => {
  ;({ db, discard } = await freshDatabase())
  folder = mkdtempSync(join(tmpdir(), 'mentormark-mail-'))
  outboxDir = join(folder, 'outbox')
  clock = new FrozenClock()
  mail = started()
  await mail.deliver()
})
afterEach(async () => {
  await discard()
  rmSync(folder, { recursive: true, force: true })
})

const started = (smtpUrl: string | null = null) =>
  createMailer({ db, clock, log: createLog('silent'), smtpUrl, from: 'm@localhost', outboxDir })
/** Nothing can be written to a folder that is a file. */
const breakTransport = () => writeFileSync(outboxDir, '')
const mendTransport = () => rmSync(outboxDir, { recursive: true })
const queue = (to: string) => db.housekeep((tx) => mail.queue(tx, { to, subject: 'Hello', text: 'A letter' }))
const attemptsAt = async (to: string) =>
  (await db.read.selectFrom('mail').select('attempts').where('recipient', '=', to).executeTakeFirstOrThrow()).attempts
const sent = () => (existsSync(outboxDir) ? readdirSync(outboxDir).filter((name) => name.endsWith('.json')).length : 0)

/** As the schedule does, every minute. @returns after how many minutes it was tried */
async function triesWithin(minutes: number, to: string): Promise<readonly number[]> {
  const tried: number[] = []
  for (let minute = 0; minute <= minutes; minute++) {
    const before = await attemptsAt(to)
    await mail.deliver()
    if ((await attemptsAt(to)) > before) tried.push(minute)
    clock.advance(MINUTE)
  }
  return tried
}

test('a message that could not be sent is tried less and less often, up to once an hour', async () => {
  breakTransport()
  await queue('ada@example.org')
  expect(await triesWithin(200, 'ada@example.org')).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183])
})

test('a mail server that is back after two and a half days loses nothing', async () => {
  breakTransport()
  await queue('ada@example.org')
  for (let quarter = 0; quarter < 60 * 4; quarter++) {
    await mail.deliver()
    clock.advance(HOUR / 4)
  }
  mendTransport()
  clock.advance(HOUR)
  await mail.deliver()
  expect(sent()).toBe(1)
  await mail.deliver()
  expect(sent()).toBe(1)
})

test('it is given up after about three days, and then cleared away in its time', async () => {
  breakTransport()
  await queue('ada@example.org')
  const begun = clock.now().getTime()
  let last = begun
  for (let tries = 0; clock.now().getTime() < begun + 5 * 24 * HOUR; clock.advance(HOUR)) {
    await mail.deliver()
    const now = await attemptsAt('ada@example.org')
    if (now > tries) last = clock.now().getTime()
    tries = now
  }
  expect((last - begun) / (24 * HOUR)).toBeCloseTo(3, 0)
  mendTransport()
  await started().deliver()
  expect(await mail.outbox()).toEqual([])
  expect(await mail.tidy()).toBe(0)
  clock.advance(MAIL_DAYS * 24 * HOUR)
  expect(await mail.tidy()).toBe(1)
})

test('one that is still to be tried is not cleared away, however long it has waited', async () => {
  breakTransport()
  await queue('ada@example.org')
  await mail.deliver()
  clock.advance((MAIL_DAYS + 1) * 24 * HOUR)
  expect(await mail.tidy()).toBe(0)
})

test('a new message is sent at once, and does not hurry those that wait', async () => {
  breakTransport()
  await queue('ada@example.org')
  await mail.deliver()
  mendTransport()
  await queue('bob@example.org')
  await mail.deliver()
  expect((await mail.outbox())?.map(({ to }) => to)).toEqual(['bob@example.org'])
  clock.advance(MINUTE)
  await mail.deliver()
  expect(sent()).toBe(2)
})

test('fifty that could not be sent do not stand before a new one', async () => {
  breakTransport()
  for (let i = 0; i < 50; i++) await queue(`someone-${i}@example.org`)
  await mail.deliver()
  clock.advance(MINUTE)
  mendTransport()
  await queue('bob@example.org')
  await mail.deliver()
  expect((await mail.outbox())?.some(({ to }) => to === 'bob@example.org')).toBe(true)
})

test('two servers on one database send a message once, one that is only just starting too', async () => {
  const other = started()
  await other.deliver()
  for (let i = 0; i < 20; i++) await queue(`someone-${i}@example.org`)
  await Promise.all([mail.deliver(), other.deliver(), started().deliver()])
  await Promise.all([mail.deliver(), other.deliver()])
  expect(sent()).toBe(20)
})

test('a message whose server was killed while it was sending is sent a few minutes later', async () => {
  // A mail server that takes the call and says nothing: whoever sends is still at it.
  let call: Socket | undefined
  const silent = createServer((socket) => {
    call = socket
  })
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  const { port } = silent.address() as AddressInfo
  const stuck = started(`smtp://127.0.0.1:${port}`)
  await stuck.deliver()
  await queue('ada@example.org')
  const sending = stuck.deliver()
  await expect.poll(() => call).toBeDefined()

  await mail.deliver()
  await started().deliver()
  expect(sent()).toBe(0)
  clock.advance(5 * MINUTE)
  await mail.deliver()
  expect(sent()).toBe(1)
  // It was not dead after all: what it makes of its own failure changes nothing.
  call?.destroy()
  await sending
  silent.close()
  clock.advance(24 * HOUR)
  await mail.deliver()
  expect(sent()).toBe(1)
})

test('everything that waits is tried when the program starts, and when the clock was wrong', async () => {
  breakTransport()
  await queue('ada@example.org')
  await mail.deliver()
  await started().deliver()
  expect(await attemptsAt('ada@example.org')).toBe(2)
  clock.advance(-24 * HOUR)
  await mail.deliver()
  expect(await attemptsAt('ada@example.org')).toBe(3)
})

test('a message that went out while the database was away is not sent again', async () => {
  let writes = 0
  let away = Number.POSITIVE_INFINITY
  const shaky: Database = {
    ...db,
    housekeep: (work) => (++writes >= away ? Promise.reject(new Error('away')) : db.housekeep(work)),
  }
  const mailer = createMailer({ db: shaky, clock, log: createLog('silent'), smtpUrl: null, from: 'm@localhost', outboxDir })
  await mailer.deliver()
  await queue('ada@example.org')
  // It goes away between taking the message and noting that it went out.
  away = writes + 2
  await mailer.deliver()
  expect(sent()).toBe(1)
  clock.advance(HOUR)
  await mailer.deliver()
  expect(sent()).toBe(1)
  away = Number.POSITIVE_INFINITY
  await mailer.deliver()
  expect(sent()).toBe(1)
  const [row] = await db.read.selectFrom('mail').select(['sent_at', 'body', 'attempts']).execute()
  expect(row).toMatchObject({ sent_at: expect.any(String), body: '', attempts: 0 })
})

test('nor is it counted as a failure when only noting it failed', async () => {
  let writes = 0
  const shaky: Database = {
    ...db,
    housekeep: (work) => (++writes === 2 ? Promise.reject(new Error('away')) : db.housekeep(work)),
  }
  const mailer = createMailer({ db: shaky, clock, log: createLog('silent'), smtpUrl: null, from: 'm@localhost', outboxDir })
  await queue('ada@example.org')
  await mailer.deliver()
  expect(await attemptsAt('ada@example.org')).toBe(0)
  await mailer.deliver()
  expect(sent()).toBe(1)
})

test('says whom it is from and that nobody wrote it', async () => {
  const from = { name: 'Mentoring (London): “Bridge”, Youth', address: 'hello@mentormark.example' }
  const mailer = createMailer({ db, clock, log: createLog('silent'), smtpUrl: null, from, outboxDir })
  await queue('ada@example.org')
  await mailer.deliver()
  const [file = ''] = readdirSync(outboxDir).filter((name) => name.endsWith('.eml'))
  const message = await simpleParser(readFileSync(join(outboxDir, file)))
  expect(message.from?.value).toEqual([from])
  expect(message.headers.get('auto-submitted')).toBe('auto-generated')
})

test('a server that stops finishes the message it is sending, and leaves the others for the next start', async () => {
  for (let letter = 0; letter < 5; letter++) await queue(`ada${letter}@example.org`)
  const delivering = mail.deliver()
  while (sent() === 0) await new Promise(setImmediate)
  await mail.stop()
  const before = sent()
  await delivering
  await mail.deliver()
  expect(sent()).toBe(before)
  expect(before).toBeLessThan(5)
  expect(await mail.counts()).toEqual({ waiting: 5 - before, failing: 0, givenUp: 0 })
  mail = started()
  await mail.deliver()
  expect(sent()).toBe(5)
})

test('those that wait, that have failed and that were given up are counted', async () => {
  breakTransport()
  await queue('ada@example.org')
  await queue('ben@example.org')
  expect(await mail.counts()).toEqual({ waiting: 2, failing: 0, givenUp: 0 })
  await mail.deliver()
  expect(await mail.counts()).toEqual({ waiting: 2, failing: 2, givenUp: 0 })
  await db.housekeep((tx) => tx.updateTable('mail').set({ try_after: null }).where('recipient', '=', 'ben@example.org').execute())
  expect(await mail.counts()).toEqual({ waiting: 1, failing: 1, givenUp: 1 })
})
