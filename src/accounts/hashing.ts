import { argon2, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { createFairQueue, metrics } from '../platform/index.ts'
import { inTurn } from './in-turn.ts'
import { normalisePassphrase } from './passphrase.ts'

/** What one argon2id hash costs. */
export interface PassphraseCost {
  /** In KiB. */
  readonly memory: number
  readonly passes: number
}

/** What OWASP's cheat sheet on password storage advises: 19 MiB, two passes, one lane. */
export const PASSPHRASE_COST: PassphraseCost = { memory: 19_456, passes: 2 }

const SALT_BYTES = 16
const TAG_BYTES = 32

/**
 * Whoever hashes waits here. Two are done at a time in the whole process: each takes a core, 19 MiB, and one of the four threads
 * on which Node also reads files. A training day of forty people behind one address has room to wait.
 */
const queue = createFairQueue({ atOnce: 2, mostWaiting: 150, mostEach: 60 })
metrics.gauge('passphrases_to_hash', 'Passphrases that wait to be hashed.', () => queue.waiting)

/** Where nobody says on whose behalf. */
const UNKNOWN = 'unknown'

/** Keeps passphrases as argon2id hashes, and checks those and older ones. Everything waits for its turn, and can find it `busy`. */
export interface Hashing {
  /**
   * A hash in the PHC string format, with its own salt.
   * @param passphrase within its bounds
   * @param owner whose turn it takes: a network address, or the id of somebody who has signed in
   * @throws Problem `busy`
   */
  hash(passphrase: string, owner?: string): Promise<string>
  /**
   * Whether this is the passphrase. False also when there is no hash to compare with, after the same work.
   * @throws Problem `busy`
   */
  matches(hash: string | null, typed: string, owner?: string): Promise<boolean>
  /** True for a hash that would be made differently today. */
  isOutdated(hash: string): boolean
}

/**
 * What the time of an answer tells: an address without an account costs one argon2id hash, and so does one with an account. A hash
 * from before argon2id is checked with scrypt, which takes almost twice as long: until its owner signs in again, someone who
 * times many tries could tell that this address has an account. They learn nothing about the passphrase, and where no mail is set
 * up no more than signing up with that address tells (docs/decisions/2026-11-22-sign-up-and-known-addresses.md). Doing both for
 * everybody would cost everybody three times the work, so the difference stays, for as long as such hashes do.
 */
export function createHashing(cost: PassphraseCost = PASSPHRASE_COST): Hashing {
  return {
    hash: (passphrase, owner = UNKNOWN) => inTurn(queue, owner, () => freshHash(normalisePassphrase(passphrase) ?? '', cost)),
    async matches(hash, typed, owner = UNKNOWN) {
      const passphrase = normalisePassphrase(typed)
      if (passphrase === null) return false
      return inTurn(queue, owner, async () => {
        if (hash !== null) return isHashOf(hash, passphrase)
        await freshHash(passphrase, cost)
        return false
      })
    },
    isOutdated(hash) {
      const parts = partsOf(hash)
      return parts === null || parts.memory !== cost.memory || parts.passes !== cost.passes
    },
  }
}

async function freshHash(passphrase: string, cost: PassphraseCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await tagOf(passphrase, salt, cost, TAG_BYTES)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=1$${base64(salt)}$${base64(tag)}`
}

async function isHashOf(hash: string, passphrase: string): Promise<boolean> {
  const parts = partsOf(hash)
  if (parts) return timingSafeEqual(await tagOf(passphrase, parts.salt, parts, parts.tag.length), parts.tag)
  const older = SCRYPT.exec(hash)
  if (!older) throw new Error('a passphrase is kept in a way that this program does not know')
  const [, salt = '', key = ''] = older
  return timingSafeEqual(await scryptKey(passphrase, salt), Buffer.from(key, 'hex'))
}

/** As the sign-in library kept passphrases before we hashed them ourselves: salt and key in hexadecimal digits. */
const SCRYPT = /^([0-9a-f]{32}):([0-9a-f]{128})$/

/** The library's parameters. It takes the digits of the salt as they stand, not the bytes they mean. */
function scryptKey(passphrase: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(passphrase, salt, 64, { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}

function tagOf(passphrase: string, salt: Buffer, cost: PassphraseCost, tagLength: number): Promise<Buffer> {
  return promisify(argon2)('argon2id', { message: passphrase, nonce: salt, parallelism: 1, tagLength, ...cost })
}

interface Parts extends PassphraseCost {
  readonly salt: Buffer
  readonly tag: Buffer
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=1\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

/** The parts of a PHC string; null when it is none, as hashes made with scrypt. */
function partsOf(hash: string): Parts | null {
  const [, memory, passes, salt = '', tag = ''] = PHC.exec(hash) ?? []
  if (memory === undefined) return null
  return { memory: Number(memory), passes: Number(passes), salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') }
}

/** Without padding, as PHC strings have it. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
