import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { type Clock, instant } from './clock.ts'
import type { Database, Tx } from './database/index.ts'
import type { Log } from './log.ts'
import { readSender, type Sender } from './sender.ts'
import { readMailServer, sendThrough, smtpTransport } from './smtp.ts'

export interface MailTable {
  id: string
  recipient: string
  subject: string
  /** Plain text: everything a person needs is in it. */
  body: string
  queued_at: string
  sent_at: string | null
  /** When it is due; null once it went out or was given up. */
  try_after: string | null
  attempts: number
  last_error: string | null
}

export interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/**
 * Mail is queued in the transaction that causes it and sent after the commit, so that nothing is sent for a change that was
 * undone, and nothing is lost when the mail server is down: it is tried again, less and less often, for about three days.
 */
export interface Mailer {
  /** True where real mail is sent; false where messages stay in the outbox folder. */
  readonly isSetUp: boolean
  queue(tx: Tx, message: Message): Promise<void>
  /** Sends what is due. Called after a commit and by the schedule; never throws. */
  deliver(): Promise<void>
  /** Forgets an address inside a transaction: what was sent to it, and what still waits. */
  forget(tx: Tx, address: string): Promise<void>
  /** Deletes what lies too long: messages that were sent, and those that never could be. @returns how many */
  tidy(): Promise<number>
  /** Deletes what the outbox folder holds for an address; nothing where real mail is sent. */
  clearOutbox(address: string): Promise<void>
  /** The newest messages in the outbox folder, newest first; null where real mail is sent. */
  outbox(): Promise<readonly OutboxMessage[] | null>
  /** How many wait to be sent, how many of those have failed before, and how many were given up. */
  counts(): Promise<{ readonly waiting: number; readonly failing: number; readonly givenUp: number }>
  /** Begins to send nothing more; resolves once what is being sent has gone out. */
  stop(): Promise<void>
}

export interface OutboxMessage {
  readonly file: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A moment at the head of a file's name, where colons are not welcome. */
const inName = (moment: string) => moment.replace(/[:.]/g, '-')
const WRITTEN_HERE = /^\d{4}-\d\d-\d\dT[\d-]+Z-[0-9a-f]{8}\.(eml|json|part)$/

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

/** How long a message waits after so many failures, in milliseconds: a minute, doubled each time, an hour at most. */
const waitAfter = (failures: number) => Math.min(MINUTE * 2 ** (failures - 1), HOUR)

/**
 * How long a message that is being sent is left alone by other servers on the same database, in milliseconds; then whoever had it
 * is taken to have ended. A mail server that says nothing is given up sooner, so that no message goes out twice.
 */
const WHILE_SENDING = 5 * MINUTE

/** After this many failures, which take about three days, a message is given up. */
const ATTEMPTS = 78

/** How long it can be looked up whether a message went out, and, where no mail server is set up, what it said, in days. */
export const MAIL_DAYS = 30

/**
 * @param options.smtpUrl `smtp://user:secret@host:587`; null writes messages to `outboxDir` instead
 * @param options.unencrypted true where mail may go without encryption to another machine
 */
export function createMailer(options: {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly smtpUrl: string | null
  readonly unencrypted?: boolean
  readonly from: Sender | string
  readonly outboxDir: string
}): Mailer {
  const { db, clock, log, smtpUrl, outboxDir } = options
  const sender = typeof options.from === 'string' ? readSender(options.from) : options.from
  if (!sender) throw new Error('not a sender’s address')
  const server = smtpUrl === null ? null : readMailServer(smtpUrl)
  if (smtpUrl !== null && !server) throw new Error('not a mail server’s address')
  const smtp = server && smtpTransport(server, options.unencrypted ?? false, log)
  const eml = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  // What goes wrong with a message is thrown to whoever sends it; this is for what goes wrong beside that.
  for (const transport of [smtp, eml])
    transport?.on('error', (error) => log.error({ error: error.message }, 'the mail transport failed'))
  let delivering: Promise<void> = Promise.resolve()
  // After a start everything that waits is due: a wrong setting may be what was put right.
  let justStarted = true
  let stopped = false

  /** Messages that went out while the database could not be told. They are not sent again for that. */
  const unrecorded = new Set<string>()

  const later = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds).toISOString()

  async function send(message: Message): Promise<void> {
    // Nobody's out-of-office reply is wanted, nor a mailing list's (RFC 3834).
    const headers = { 'Auto-Submitted': 'auto-generated' }
    const envelope = { from: { ...sender }, to: message.to, subject: message.subject, text: message.text, headers }
    if (smtp) {
      await sendThrough(smtp, envelope)
      return
    }
    const { message: bytes } = await eml.sendMail(envelope)
    await mkdir(outboxDir, { recursive: true, mode: 0o700 })
    const name = `${inName(instant(clock))}-${randomUUID().slice(0, 8)}`
    await writeFile(join(outboxDir, `${name}.eml`), bytes as Buffer)
    // Whole or not at all: the page that lists them reads every one.
    const part = join(outboxDir, `${name}.part`)
    await writeFile(part, JSON.stringify({ to: message.to, subject: message.subject, text: message.text }))
    await rename(part, join(outboxDir, `${name}.json`))
  }

  /** @returns until when it is ours to send; null when another server took it first */
  async function take({ id, try_after }: { readonly id: string; readonly try_after: string | null }): Promise<string | null> {
    const until = later(WHILE_SENDING)
    const { numUpdatedRows } = await db.housekeep((tx) =>
      tx
        .updateTable('mail')
        .set({ try_after: until })
        .where('id', '=', id)
        .where('try_after', '=', try_after)
        .executeTakeFirstOrThrow(),
    )
    return numUpdatedRows === 1n ? until : null
  }

  /** The words are not kept once they are on their way: a reset link is a key. */
  async function recordSent(id: string): Promise<void> {
    await db.housekeep((tx) =>
      tx
        .updateTable('mail')
        .set({ sent_at: instant(clock), try_after: null, body: '', last_error: null })
        .where('id', '=', id)
        .execute(),
    )
    unrecorded.delete(id)
  }

  async function deliverDue(): Promise<void> {
    if (stopped) return
    for (const id of unrecorded) await recordSent(id)
    const now = instant(clock)
    // What is due later than it could be was put off while the clock was wrong.
    const latest = later(HOUR)
    const everything = justStarted
    const due = await db.read
      .selectFrom('mail')
      .selectAll()
      .where('try_after', 'is not', null)
      .where((mail) => {
        const due = [mail('try_after', '<=', now), mail('try_after', '>', latest)]
        // One that has not failed yet and is not due is being sent by another server.
        return mail.or(everything ? [...due, mail('attempts', '>', 0)] : due)
      })
      // A new message does not stand behind those that could not be sent.
      .orderBy('attempts')
      .orderBy('queued_at')
      .limit(50)
      .execute()
    justStarted = false
    for (const mail of due) {
      if (stopped) return
      const ours = await take(mail)
      if (ours === null) continue
      let sent = false
      try {
        await send({ to: mail.recipient, subject: mail.subject, text: mail.body })
        sent = true
        unrecorded.add(mail.id)
        await recordSent(mail.id)
      } catch (error) {
        // It went out, so it has not failed: it is noted when the database is back.
        if (sent) throw error
        const attempts = mail.attempts + 1
        const given_up = attempts >= ATTEMPTS
        const message = (error as Error).message.slice(0, 500)
        log.error({ mail: mail.id, attempt: attempts, given_up, error: message }, 'mail was not sent')
        await db.housekeep((tx) =>
          tx
            .updateTable('mail')
            .set({ attempts, try_after: given_up ? null : later(waitAfter(attempts)), last_error: message })
            .where('id', '=', mail.id)
            // It took so long that another has it by now, or has sent it.
            .where('try_after', '=', ours)
            .execute(),
        )
      }
    }
  }

  return {
    isSetUp: smtp !== null,
    async queue(tx, message) {
      await tx
        .insertInto('mail')
        .values({
          id: randomUUID(),
          recipient: message.to,
          subject: message.subject,
          body: message.text,
          queued_at: instant(clock),
          sent_at: null,
          try_after: instant(clock),
          attempts: 0,
          last_error: null,
        })
        .execute()
    },
    deliver() {
      delivering = delivering
        .then(deliverDue)
        .catch((error) => log.error({ error: (error as Error).message }, 'mail delivery failed'))
      return delivering
    },
    async forget(tx, address) {
      await tx.deleteFrom('mail').where('recipient', '=', address).execute()
    },
    async tidy() {
      const before = later(-MAIL_DAYS * 24 * HOUR)
      const { numDeletedRows } = await db.housekeep((tx) =>
        tx.deleteFrom('mail').where('queued_at', '<', before).where('try_after', 'is', null).executeTakeFirstOrThrow(),
      )
      for (const name of await readdir(outboxDir).catch(() => []))
        if (WRITTEN_HERE.test(name) && name < inName(before)) await rm(join(outboxDir, name), { force: true })
      return Number(numDeletedRows)
    },
    async clearOutbox(address) {
      if (smtp) return
      // What is on its way to the folder is there afterwards.
      await delivering
      for (const name of await readdir(outboxDir).catch(() => [])) {
        if (!name.endsWith('.json')) continue
        const path = join(outboxDir, name)
        const { to } = JSON.parse(await readFile(path, 'utf8')) as Message
        if (to !== address) continue
        await rm(path, { force: true })
        await rm(path.replace(/json$/, 'eml'), { force: true })
      }
    },
    async counts() {
      const { fn } = db.read
      const row = await db.read
        .selectFrom('mail')
        .select([
          fn.count<number | string>('try_after').as('waiting'),
          fn.count<number | string>('id').filterWhere('try_after', 'is not', null).filterWhere('attempts', '>', 0).as('failing'),
          fn.count<number | string>('id').filterWhere('try_after', 'is', null).filterWhere('sent_at', 'is', null).as('givenUp'),
        ])
        .executeTakeFirstOrThrow()
      return { waiting: Number(row.waiting), failing: Number(row.failing), givenUp: Number(row.givenUp) }
    },
    async stop() {
      stopped = true
      await delivering
      smtp?.close()
    },
    async outbox() {
      if (smtp) return null
      const names = (await readdir(outboxDir).catch(() => []))
        .filter((name) => name.endsWith('.json'))
        .sort()
        .reverse()
        .slice(0, 50)
      return Promise.all(
        names.map(async (name) => ({
          file: name.replace(/json$/, 'eml'),
          ...(JSON.parse(await readFile(join(outboxDir, name), 'utf8')) as Message),
        })),
      )
    },
  }
}
