import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { cookieName } from '../platform/index.ts'
import type { Account } from './store.ts'

/**
 * A browser in which an account's owner has signed in before. Guesses from it are counted apart from everybody else's, so that
 * nobody can keep the owner out by guessing (`guesses.ts`). It opens nothing: the passphrase is asked for all the same.
 *
 * The cookie holds a line for each account that was signed in to here: a random id, and our code over the id, the account and the
 * hash of its passphrase. So a new passphrase makes every browser unknown, and nothing is kept on our side. It says neither who
 * the accounts are nor how many of its lines still hold.
 */
const COOKIE = 'mm-device'

/** As long as browsers keep any cookie, in seconds. */
const FOUR_HUNDRED_DAYS = 400 * 24 * 60 * 60

/** People who share a browser, the latest first. */
const MOST_ACCOUNTS = 5

/** In bytes, both of an id and of its code. */
const LENGTH = 16
const LINE = /^([\w-]{22})([\w-]{22})$/

export interface DeviceOptions {
  readonly secret: string
  readonly secure: boolean
}

/** The id of this browser for the account; null when its owner has not signed in here with the passphrase of today. */
export function knownDevice(c: HonoContext, account: Account | null, options: DeviceOptions): string | null {
  if (!account) return null
  return lines(c, options).find(({ id, code }) => codeMatches(id, code, account, options.secret))?.id ?? null
}

/** Makes this browser a known one of the account's. */
export function rememberDevice(c: HonoContext, account: Account, options: DeviceOptions): void {
  const before = lines(c, options)
  const known = before.find(({ id, code }) => codeMatches(id, code, account, options.secret))
  const id = known?.id ?? randomBytes(LENGTH).toString('base64url')
  const line = { id, code: codeOf(id, account, options.secret).toString('base64url') }
  const all = [line, ...before.filter((each) => each !== known)].slice(0, MOST_ACCOUNTS)
  setCookie(c, cookieName(COOKIE, options.secure), all.map((each) => each.id + each.code).join('.'), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: options.secure,
    path: '/',
    maxAge: FOUR_HUNDRED_DAYS,
  })
}

interface Line {
  readonly id: string
  readonly code: string
}

function lines(c: HonoContext, { secure }: DeviceOptions): readonly Line[] {
  const sent = getCookie(c, cookieName(COOKIE, secure)) ?? ''
  return sent
    .split('.', MOST_ACCOUNTS)
    .map((line) => LINE.exec(line))
    .flatMap((match) => (match ? [{ id: match[1] ?? '', code: match[2] ?? '' }] : []))
}

function codeOf(id: string, account: Account, secret: string): Buffer {
  const text = JSON.stringify(['known-device', account.id, id, account.hash])
  return createHmac('sha256', secret).update(text).digest().subarray(0, LENGTH)
}

function codeMatches(id: string, code: string, account: Account, secret: string): boolean {
  const sent = Buffer.from(code, 'base64url')
  const expected = codeOf(id, account, secret)
  return sent.length === expected.length && timingSafeEqual(sent, expected)
}
