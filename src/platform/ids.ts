import { v7 } from 'uuid'
import { randomFew } from './random.ts'

/** The last id's time, in milliseconds, and its 32-bit place within that. */
let msecs = 0
let seq = 0

/**
 * A new UUIDv7: unique everywhere, and in order of making, so that primary keys stay close together on disk. The order is kept
 * here, as `uuid` itself keeps it, because that asks the system anew for every id's random bytes.
 */
export function newId(): string {
  const random = randomFew(16)
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    // The first bit is left free, so that there is room to count up.
    seq = random.readUInt32BE(0) >>> 1
  } else {
    // Within one millisecond, or after the clock was put back.
    seq = (seq + 1) >>> 0
    if (seq === 0) msecs++
  }
  return v7({ random, msecs, seq })
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for the canonical lower-case form only, so that one thing has one address. */
export function isId(text: string): boolean {
  return UUID.test(text)
}

/**
 * The id of what a form will make, as its page's address has it; another where it has none. The link to such a page puts one
 * there: people who go back to a form they have sent are then at the same form, and what they send again is not made twice.
 */
export function idOrNew(text: string | undefined): string {
  return text !== undefined && isId(text) ? text : newId()
}
