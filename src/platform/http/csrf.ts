import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { hmac } from '../hmac.ts'
import { randomFew } from '../random.ts'
import { cookieName } from './cookie-name.ts'

/**
 * Proof that a form came from one of our own pages. Two locks, both always on: the request's origin must be ours, and the
 * form must carry a token that matches a cookie other sites can neither read nor set.
 */

/** In bytes. A token is sent as the mask and what it masks. */
const CODE = 16

/**
 * Stands in a page where the token goes, which is known only when the page is sent. Different in each process, and exactly as
 * long as a token.
 */
export const TOKEN_PLACEHOLDER = randomBytes(CODE * 2).toString('base64url')
export const TOKEN_FIELD = 'token'

/** Writes the visitor's token over every placeholder in a page: in its bytes, so that the page isn't copied once more. */
export function fillInToken(c: HonoContext, page: Buffer, secret: string, secure: boolean): void {
  let at = page.indexOf(TOKEN_PLACEHOLDER)
  if (at < 0) return
  const token = issueToken(c, secret, secure)
  for (; at >= 0; at = page.indexOf(TOKEN_PLACEHOLDER, at + token.length)) page.write(token, at, 'latin1')
}

const COOKIE = 'mm-form'

/** The token for this visitor's forms, setting its cookie when there is none yet. Masked anew each time, so that compressed pages do not give it away. */
function issueToken(c: HonoContext, secret: string, secure: boolean): string {
  let seed = getCookie(c, cookieName(COOKIE, secure))
  if (!seed || !/^[\w-]{22}$/.test(seed)) {
    seed = randomBytes(16).toString('base64url')
    setCookie(c, cookieName(COOKIE, secure), seed, { httpOnly: true, sameSite: 'Lax', secure, path: '/' })
  }
  const token = tokenFor(seed, secret)
  const mask = randomFew(token.length)
  return Buffer.concat([mask, xor(token, mask)]).toString('base64url')
}

/** True when the request's origin is ours and its token matches its cookie. */
export function isOurs(c: HonoContext, token: string, options: { secret: string; secure: boolean; origin: string }): boolean {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (origin !== undefined && origin !== options.origin) return false
  if (origin === undefined && site !== undefined && site !== 'same-origin') return false
  const seed = getCookie(c, cookieName(COOKIE, options.secure))
  if (!seed) return false
  const sent = Buffer.from(token, 'base64url')
  const expected = tokenFor(seed, options.secret)
  if (sent.length !== expected.length * 2) return false
  return timingSafeEqual(xor(sent.subarray(expected.length), sent.subarray(0, expected.length)), expected)
}

function tokenFor(seed: string, secret: string): Buffer {
  return hmac(secret, `form:${seed}`).subarray(0, CODE)
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)))
}
