import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { hmac } from '../hmac.ts'
import { randomFew } from '../random.ts'
import { cookieName } from './cookie-name.ts'

/**
 * Proof that a form came from one of our own pages, and whose page that was. Two locks, both always on: the request's origin must
 * be ours, and the form must carry a token that matches a cookie other sites can neither read nor set. The token also says for whom
 * the page was made, so that what one person wrote is not taken as another's who has signed in meanwhile in the same browser.
 */

/** In bytes: the code that matches the cookie, and the mark of whose page it is. A token is sent as its mask and what it masks. */
const CODE = 16
const MARK = 16
const TOKEN = CODE + MARK
/** Of a token as it is sent: base64url writes three bytes as four characters. */
const CHARACTERS = Math.ceil((TOKEN * 2 * 4) / 3)

/**
 * Stands in a page where the token goes, which is known only when the page is sent. Different in each process, and exactly as
 * long as a token.
 */
export const TOKEN_PLACEHOLDER = randomBytes(TOKEN * 2).toString('base64url')
export const TOKEN_FIELD = 'token'

interface Options {
  readonly secret: string
  readonly secure: boolean
}

/**
 * Writes the visitor's token over every placeholder in a page: in its bytes, so that the page isn't copied once more.
 * @param person id of whoever the page is made for; null when nobody has signed in
 */
export function fillInToken(c: HonoContext, page: Buffer, person: string | null, options: Options): void {
  let at = page.indexOf(TOKEN_PLACEHOLDER)
  if (at < 0) return
  const token = issueToken(c, person, options)
  for (; at >= 0; at = page.indexOf(TOKEN_PLACEHOLDER, at + token.length)) page.write(token, at, 'latin1')
}

const COOKIE = 'mm-form'

/** The token for this visitor's forms, setting its cookie when there is none yet. Masked anew each time, so that compressed pages do not give it away. */
function issueToken(c: HonoContext, person: string | null, { secret, secure }: Options): string {
  let seed = getCookie(c, cookieName(COOKIE, secure))
  if (!seed || !/^[\w-]{22}$/.test(seed)) {
    seed = randomBytes(16).toString('base64url')
    setCookie(c, cookieName(COOKIE, secure), seed, { httpOnly: true, sameSite: 'Lax', secure, path: '/' })
  }
  const token = Buffer.concat([codeFor(seed, secret), markFor(seed, person, secret)])
  const mask = randomFew(token.length)
  return Buffer.concat([mask, xor(token, mask)]).toString('base64url')
}

/** True when the request's origin is ours and its token matches its cookie, whoever its page was made for. */
export function isOurs(c: HonoContext, token: string, options: Options & { readonly origin: string }): boolean {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (origin !== undefined && origin !== options.origin) return false
  if (origin === undefined && site !== undefined && site !== 'same-origin') return false
  const seed = getCookie(c, cookieName(COOKIE, options.secure))
  const sent = unmask(token)
  return Boolean(seed && sent && timingSafeEqual(sent.subarray(0, CODE), codeFor(seed, options.secret)))
}

/**
 * True when the token's page was made for this person, or for nobody: whoever signs in on a page goes on from it as themselves.
 * Only for a token that is ours.
 */
export function isPageOf(c: HonoContext, token: string, person: string, { secret, secure }: Options): boolean {
  const seed = getCookie(c, cookieName(COOKIE, secure)) ?? ''
  const mark = unmask(token)?.subarray(CODE)
  return mark !== undefined && [person, null].some((each) => timingSafeEqual(mark, markFor(seed, each, secret)))
}

/** What a token masks; null when it is none. */
function unmask(token: string): Buffer | null {
  if (token.length !== CHARACTERS) return null
  const sent = Buffer.from(token, 'base64url')
  return sent.length === TOKEN * 2 ? xor(sent.subarray(TOKEN), sent.subarray(0, TOKEN)) : null
}

function codeFor(seed: string, secret: string): Buffer {
  return hmac(secret, `form:${seed}`).subarray(0, CODE)
}

function markFor(seed: string, person: string | null, secret: string): Buffer {
  return hmac(secret, `page-of:${seed}:${person ?? ''}`).subarray(0, MARK)
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)))
}
