import type { Context as HonoContext } from 'hono'
import type { Visit } from '../platform/index.ts'
import { type House, wordsIfTooMany } from './house.ts'
import { knownDevice, rememberDevice } from './known-device.ts'
import { accountByEmail } from './store.ts'
import { type Count, LIMITS, perNetwork, widestNetworkOf } from './throttle.ts'

/** A passphrase that somebody is about to try for one account: when signing in, or when giving their own again. */
export interface Guess {
  /** Whose account it is; null when nobody has one with this address. Never to be shown. */
  readonly personId: string | null
  /** What the form says when there have been too many tries. */
  readonly tooMany: string | null
  /** Looks whether the guess is right. When that can't be told, as where the queue is full, it was no guess, and is not counted. */
  judged<T>(work: () => Promise<T>): Promise<T>
  /** It was right: what was counted is taken back, and this browser is known from now on. */
  wasRight(): Promise<void>
}

/**
 * Counts a guess before it is made. An address that nobody has is counted like any other, so that the limit says nothing about it.
 * @param email normalised
 */
export async function countGuess(house: House, visit: Visit, c: HonoContext, email: string): Promise<Guess> {
  const account = await accountByEmail(house.db.read, email)
  const device = knownDevice(c, account, house)
  const counts = device === null ? fromAnywhere(visit.address(), email) : fromKnownDevice(device, email)
  const tooMany = await wordsIfTooMany(c, house.throttle.attemptAll(counts))
  return {
    personId: account?.id ?? null,
    tooMany,
    async judged(work) {
      try {
        return await work()
      } catch (error) {
        // Why it can't be told is what matters; what was counted lapses by itself.
        await house.throttle.giveBack(...counts).catch(() => {})
        throw error
      }
    },
    async wasRight() {
      await house.throttle.giveBack(...counts)
      const [narrowest] = counts
      // Their own slips from here are forgotten. What was counted for the account as a whole stays: a stranger may be guessing.
      if (narrowest) await house.throttle.clear(narrowest.limit, ...narrowest.who)
      // Read again: signing in may have renewed the hash.
      const now = await accountByEmail(house.db.read, email)
      if (now) rememberDevice(c, now, house)
    },
  }
}

function fromKnownDevice(device: string, email: string): readonly Count[] {
  return [LIMITS.knownDevice, LIMITS.knownDeviceDaily].map((limit) => ({ limit, who: [device, email] }))
}

function fromAnywhere(address: string, email: string): readonly Count[] {
  return [
    ...perNetwork(LIMITS.signIn, address, email),
    { limit: LIMITS.signInDaily, who: [widestNetworkOf(address), email] },
    ...perNetwork(LIMITS.signInFromAddress, address),
    { limit: LIMITS.account, who: [email] },
  ]
}
