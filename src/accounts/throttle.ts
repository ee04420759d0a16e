import { createHash } from 'node:crypto'
import { type Clock, type Database, instant, Problem } from '../platform/index.ts'
import './tables.ts'

/** So many tries, or of whatever else is counted, in so many seconds from the first. */
export interface Limit {
  readonly name: string
  /** At most what fits into an integer of PostgreSQL, 2 147 483 647. */
  readonly tries: number
  readonly seconds: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * What may be tried how often (ASVS 5.0, 6.1.1 and 6.3.1). Nobody can lock someone else out: tries at an account are counted
 * for the network address they come from, and a training day of forty people behind one address fits inside every limit.
 */
export const LIMITS = {
  /** Passphrases tried for one e-mail address, from one network address. Cleared by getting it right. */
  signIn: { name: 'sign-in', tries: 10, seconds: 15 * MINUTE },
  /** Wrong tries from one network address, whatever the e-mail address: one guess each at many accounts. */
  signInFromAddress: { name: 'sign-in-from', tries: 100, seconds: 15 * MINUTE },
  signUpFromAddress: { name: 'sign-up-from', tries: 60, seconds: HOUR },
  forgottenFromAddress: { name: 'forgotten-from', tries: 30, seconds: HOUR },
  /**
   * Messages that someone who has not signed in can cause to be sent to one e-mail address. Past it none is sent, and the answer
   * is as ever. Each kind is counted by itself: a stranger's sign-ups leave the owner their links. Nor does asking for links
   * keep them from one: the last that was sent works for as long as no other is.
   */
  signUpMailTo: { name: 'sign-up-mail-to', tries: 5, seconds: HOUR },
  forgottenMailTo: { name: 'forgotten-mail-to', tries: 5, seconds: HOUR },
  /** Links to confirm an address that its person, signed in, asks for again. */
  confirmMailTo: { name: 'confirm-mail-to', tries: 5, seconds: HOUR },
  /** Passphrases chosen anew, good enough or not, by a signed-in person or from a network address: judging each takes work. */
  newPassphrase: { name: 'new-passphrase', tries: 40, seconds: 15 * MINUTE },
  /** A signed-in person giving their own passphrase again. */
  confirm: { name: 'confirm', tries: 10, seconds: 15 * MINUTE },
  /** Files one person leaves: a whole assessment's evidence in an afternoon. */
  files: { name: 'files', tries: 200, seconds: HOUR },
  /** Bytes an organisation leaves: eighty of the biggest files in a day, and no disk filled in a night. */
  fileBytes: { name: 'file-bytes', tries: 2_000_000_000, seconds: 24 * HOUR },
  /** The same for a person, who may set up many organisations. */
  fileBytesOfPerson: { name: 'file-bytes-of-person', tries: 2_000_000_000, seconds: 24 * HOUR },
  organisations: { name: 'organisations', tries: 20, seconds: 24 * HOUR },
} as const satisfies Record<string, Limit>

/** How often rows that no longer count are removed, in seconds. */
const SWEEP_SECONDS = MINUTE

/** Counts tries, in the database so that every process counts together. */
export interface Throttle {
  /**
   * Counts one try, before it is made, so that tries sent at the same moment all count.
   * @param who whose tries these are: an address, a person's id
   * @throws Problem `too-many`, with the seconds to wait, when there have been too many already
   */
  attempt(limit: Limit, ...who: readonly string[]): Promise<void>
  /** The same as an answer, for when nothing may be said: false when there have been too many. */
  allows(limit: Limit, ...who: readonly string[]): Promise<boolean>
  /**
   * Counts so much before it is known how much it will be.
   * @returns settles it with what it was; null when there is no room for so much
   */
  reserve(limit: Limit, most: number, ...who: readonly string[]): Promise<((was: number) => Promise<void>) | null>
  /** Takes one try back. */
  giveBack(limit: Limit, ...who: readonly string[]): Promise<void>
  /** Forgets every try. */
  clear(limit: Limit, ...who: readonly string[]): Promise<void>
}

export function createThrottle({ db, clock }: { readonly db: Database; readonly clock: Clock }): Throttle {
  let sweptAt = 0

  /** Seconds to wait; 0 when the try may be made. */
  async function count(limit: Limit, who: readonly string[], by = 1): Promise<number> {
    await sweep()
    const key = keyOf(limit, who)
    const now = instant(clock)
    return db.housekeep(async (tx) => {
      const row = await tx.selectFrom('throttle').selectAll().where('key', '=', key).executeTakeFirst()
      const resets_at = lapses(limit)
      // One that lapses later than it could was counted while the clock was wrong: nobody waits for that day to come.
      if (!row || row.resets_at <= now || row.resets_at > resets_at) {
        await tx
          .insertInto('throttle')
          .values({ key, count: by, resets_at })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ count: by, resets_at }))
          .execute()
        return 0
      }
      if (row.count + by > limit.tries) return Math.ceil((Date.parse(row.resets_at) - Date.parse(now)) / 1000)
      await tx
        .updateTable('throttle')
        .set({ count: row.count + by })
        .where('key', '=', key)
        .execute()
      return 0
    })
  }

  /** When what begins to count now lapses. */
  const lapses = (limit: Limit) => new Date(clock.now().getTime() + limit.seconds * 1000).toISOString()

  /** Takes back so much of what was counted, if it lapses by `latest`: what was counted since stays. */
  async function uncount(limit: Limit, who: readonly string[], by: number, latest = lapses(limit)): Promise<void> {
    await db.housekeep((tx) =>
      tx
        .updateTable('throttle')
        .set((eb) => ({ count: eb('count', '-', by) }))
        .where('key', '=', keyOf(limit, who))
        .where('count', '>=', by)
        .where('resets_at', '<=', latest)
        .execute(),
    )
  }

  /** Keeps the table to what still counts. */
  async function sweep(): Promise<void> {
    const now = clock.now().getTime()
    if (Math.abs(now - sweptAt) < SWEEP_SECONDS * 1000) return
    sweptAt = now
    await db.housekeep((tx) => tx.deleteFrom('throttle').where('resets_at', '<=', instant(clock)).execute())
  }

  return {
    async attempt(limit, ...who) {
      const wait = await count(limit, who)
      if (wait > 0) throw new Problem('too-many', { retryAfter: wait })
    },
    allows: async (limit, ...who) => (await count(limit, who)) === 0,
    async reserve(limit, most, ...who) {
      const latest = lapses(limit)
      const wait = await count(limit, who, most)
      return wait > 0 ? null : (was) => uncount(limit, who, most - was, latest)
    },
    giveBack: (limit, ...who) => uncount(limit, who, 1),
    async clear(limit, ...who) {
      await db.housekeep((tx) => tx.deleteFrom('throttle').where('key', '=', keyOf(limit, who)).execute())
    },
  }
}

/** A digest: the table need not hold anyone's addresses. */
function keyOf(limit: Limit, who: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(who)).digest('base64url')
  return `${limit.name}:${digest}`
}

/**
 * A network address as tries are counted for it: a household or an office has one IPv4 address, but billions of IPv6
 * addresses that share their first half.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const groups = [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/** "1 minute", "12 minutes", "2 hours": rounded up, so that coming back then works. */
export function waitInWords(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / MINUTE))
  if (minutes < 90) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  return `${Math.ceil(minutes / 60)} hours`
}
