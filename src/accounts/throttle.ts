import { createHash } from 'node:crypto'
import { type Clock, type Database, instant, networksOf, Problem } from '../platform/index.ts'
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

const DAY = 24 * HOUR

/** How many times as often as a limit says a wider network may try: an IPv6 /64, the /56 and the /48 it is in. */
const WIDER = [1, 2, 4] as const

/**
 * What may be tried how often (ASVS 5.0, 6.1.1 and 6.3.1). A training day of forty people behind one address fits inside every
 * limit.
 *
 * Guesses at one account, from everywhere together, are at most 100 in a period of 24 hours: 36,500 in a year. A passphrase is
 * taken only when it needs at least 100,000,000 guesses (`estimator.ts`), so whoever has a network of stolen computers finds one
 * in a year with a chance of less than 1 in 2,700.
 *
 * Nobody can lock an owner out by guessing. A browser in which they have signed in before has an allowance of its own
 * (`known-device.ts`), and a link in a mail always works, and makes the browser in which it was used a known one. No single
 * network can use up an account's day: it reaches `signInDaily` first.
 */
export const LIMITS = {
  /** Passphrases tried for one account, from one network. Cleared by getting it right. */
  signIn: { name: 'sign-in', tries: 10, seconds: 15 * MINUTE },
  /** The same in a day, from the widest network there is: one IPv4 address, or an IPv6 /48. */
  signInDaily: { name: 'sign-in-daily', tries: 50, seconds: DAY },
  /** Wrong tries from one network, whatever the account: one guess each at many accounts. */
  signInFromAddress: { name: 'sign-in-from', tries: 100, seconds: 15 * MINUTE },
  /** Wrong tries at one account, from everywhere but the browsers its owner has signed in with. */
  account: { name: 'account', tries: 100, seconds: DAY },
  /** Tries at an account in one browser in which its owner has signed in before: counted apart from all others. */
  knownDevice: { name: 'known-device', tries: 10, seconds: 15 * MINUTE },
  knownDeviceDaily: { name: 'known-device-daily', tries: 100, seconds: DAY },
  /** Made-up links to sign up or to choose a new passphrase, from one network. A right one always works. */
  wrongLinks: { name: 'wrong-links', tries: 30, seconds: HOUR },
  signUpFromAddress: { name: 'sign-up-from', tries: 60, seconds: HOUR },
  forgottenFromAddress: { name: 'forgotten-from', tries: 30, seconds: HOUR },
  /**
   * Messages that someone who has not signed in can cause to be sent to one e-mail address. Past it none is sent, and the answer
   * is as ever. Each kind is counted by itself: a stranger's sign-ups leave the owner their links. A stranger who asks for links
   * does not keep the owner from one either: each link that was sent works until one of them is used. A link to sign up works for
   * as long as `signUpMailDaily` counts, so whoever meets that has one that works.
   */
  signUpMailTo: { name: 'sign-up-mail-to', tries: 5, seconds: HOUR },
  signUpMailDaily: { name: 'sign-up-mail-daily', tries: 10, seconds: DAY },
  /** The same to everybody together: nobody has the mail server send letters to the whole world from many networks. */
  signUpMail: { name: 'sign-up-mail', tries: 2000, seconds: HOUR },
  forgottenMailTo: { name: 'forgotten-mail-to', tries: 5, seconds: HOUR },
  /** Links to confirm an address that its person, signed in, asks for again. */
  confirmMailTo: { name: 'confirm-mail-to', tries: 5, seconds: HOUR },
  /** Passphrases chosen anew, good enough or not, by a signed-in person or from a network address: judging each takes work. */
  newPassphrase: { name: 'new-passphrase', tries: 40, seconds: 15 * MINUTE },
  /** Files one person leaves: a whole assessment's evidence in an afternoon. */
  files: { name: 'files', tries: 200, seconds: HOUR },
  /** Bytes an organisation leaves: eighty of the biggest files in a day, and no disk filled in a night. */
  fileBytes: { name: 'file-bytes', tries: 2_000_000_000, seconds: DAY },
  /** The same for a person, who may set up many organisations. */
  fileBytesOfPerson: { name: 'file-bytes-of-person', tries: 2_000_000_000, seconds: DAY },
  organisations: { name: 'organisations', tries: 20, seconds: DAY },
} as const satisfies Record<string, Limit>

/** How often rows that no longer count are removed, in seconds. */
const SWEEP_SECONDS = MINUTE

/** A limit, and whose tries are counted against it. */
export interface Count {
  readonly limit: Limit
  readonly who: readonly string[]
}

/** A limit for each network that an address belongs to: wider networks have more people in them, and so more tries. */
export function perNetwork(limit: Limit, address: string, ...who: readonly string[]): readonly Count[] {
  return networksOf(address).map((network, width) => {
    const factor = WIDER[width] ?? 1
    const wider = factor === 1 ? limit : { ...limit, name: `${limit.name}-${factor}`, tries: limit.tries * factor }
    return { limit: wider, who: [network, ...who] }
  })
}

/** The widest network an address belongs to. */
export function widestNetworkOf(address: string): string {
  return networksOf(address).at(-1) ?? 'unknown'
}

/** Counts tries, in the database so that every process counts together. */
export interface Throttle {
  /**
   * Counts one try, before it is made, so that tries sent at the same moment all count.
   * @param who whose tries these are: an address, a person's id
   * @throws Problem `too-many`, with the seconds to wait, when there have been too many already
   */
  attempt(limit: Limit, ...who: readonly string[]): Promise<void>
  /** Counts one try against each of several limits; against none of them when one has been reached. @throws as `attempt` */
  attemptAll(counts: readonly Count[]): Promise<void>
  /** The same as an answer, for when nothing may be said: false when there have been too many. */
  allows(limit: Limit, ...who: readonly string[]): Promise<boolean>
  /**
   * Counts so much before it is known how much it will be.
   * @returns settles it with what it was; null when there is no room for so much
   */
  reserve(limit: Limit, most: number, ...who: readonly string[]): Promise<((was: number) => Promise<void>) | null>
  /** Takes one try back, from each. */
  giveBack(...counts: readonly Count[]): Promise<void>
  /** Forgets every try. */
  clear(limit: Limit, ...who: readonly string[]): Promise<void>
}

export function createThrottle({ db, clock }: { readonly db: Database; readonly clock: Clock }): Throttle {
  let sweptAt = 0

  /** Counts against each limit, or against none. @returns seconds to wait; 0 when the try may be made */
  async function count(counts: readonly Count[], by = 1): Promise<number> {
    await sweep()
    const now = instant(clock)
    const keyed = counts.map(({ limit, who }) => ({ limit, key: keyOf(limit, who), resets_at: lapses(limit) }))
    return db.housekeep(async (tx) => {
      const keys = keyed.map(({ key }) => key)
      const rows = await tx.selectFrom('throttle').selectAll().where('key', 'in', keys).execute()
      const found = new Map(rows.map((row) => [row.key, row]))
      const counted = keyed.map(({ limit, key, resets_at }) => {
        const row = found.get(key)
        // One that lapses later than it could was counted while the clock was wrong: nobody waits for that day to come.
        const goesOn = row && row.resets_at > now && row.resets_at <= resets_at
        return { limit, key, count: goesOn ? row.count + by : by, resets_at: goesOn ? row.resets_at : resets_at }
      })
      const waits = counted.map((each) => (each.count > each.limit.tries ? secondsUntil(each.resets_at) : 0))
      const wait = Math.max(...waits)
      if (wait > 0) return wait
      // Always in the same order, so that two requests never wait for each other's rows.
      for (const { key, count, resets_at } of counted.sort((a, b) => (a.key < b.key ? -1 : 1))) {
        await tx
          .insertInto('throttle')
          .values({ key, count, resets_at })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ count, resets_at }))
          .execute()
      }
      return 0
    })
  }

  const secondsUntil = (time: string) => Math.ceil((Date.parse(time) - clock.now().getTime()) / 1000)

  /** When what begins to count now lapses. */
  const lapses = (limit: Limit) => new Date(clock.now().getTime() + limit.seconds * 1000).toISOString()

  /** Takes back so much of what was counted, if it lapses by `latest`: what was counted since stays. */
  async function uncount(counts: readonly Count[], by: number, latest?: string): Promise<void> {
    await db.housekeep(async (tx) => {
      for (const { limit, who } of counts) {
        await tx
          .updateTable('throttle')
          .set((eb) => ({ count: eb('count', '-', by) }))
          .where('key', '=', keyOf(limit, who))
          .where('count', '>=', by)
          .where('resets_at', '<=', latest ?? lapses(limit))
          .execute()
      }
    })
  }

  /** Keeps the table to what still counts. */
  async function sweep(): Promise<void> {
    const now = clock.now().getTime()
    if (Math.abs(now - sweptAt) < SWEEP_SECONDS * 1000) return
    sweptAt = now
    await db.housekeep((tx) => tx.deleteFrom('throttle').where('resets_at', '<=', instant(clock)).execute())
  }

  async function attemptAll(counts: readonly Count[]): Promise<void> {
    const wait = await count(counts)
    if (wait > 0) throw new Problem('too-many', { retryAfter: wait })
  }

  return {
    attemptAll,
    attempt: (limit, ...who) => attemptAll([{ limit, who }]),
    allows: async (limit, ...who) => (await count([{ limit, who }])) === 0,
    async reserve(limit, most, ...who) {
      const latest = lapses(limit)
      const wait = await count([{ limit, who }], most)
      return wait > 0 ? null : (was) => uncount([{ limit, who }], most - was, latest)
    },
    giveBack: (...counts) => uncount(counts, 1),
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

/** "1 minute", "12 minutes", "2 hours": rounded up, so that coming back then works. */
export function waitInWords(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / MINUTE))
  if (minutes < 90) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  return `${Math.ceil(minutes / 60)} hours`
}
