import type { Context as HonoContext } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { cookieName } from '../platform/index.ts'
import type { LinkPurpose } from './mailed-links.ts'

/** What a link that is opened here may be for. */
type OpenedLink = LinkPurpose | 'sign-up'

const COOKIE = 'mm-email'

/** Keeps the address someone has just given for the next form, for ten minutes: in an address bar it would be in logs. */
export function rememberEmail(c: HonoContext, email: string, secure: boolean): void {
  setCookie(c, cookieName(COOKIE, secure), Buffer.from(email).toString('base64url'), { ...attributes(secure), maxAge: 600 })
}

export function rememberedEmail(c: HonoContext, secure: boolean): string {
  return Buffer.from(getCookie(c, cookieName(COOKIE, secure)) ?? '', 'base64url')
    .toString()
    .slice(0, 254)
}

export function forgetEmail(c: HonoContext, secure: boolean): void {
  setCookie(c, cookieName(COOKIE, secure), '', { ...attributes(secure), maxAge: 0 })
}

const LINKS: Readonly<Record<OpenedLink, string>> = {
  'sign-up': 'mm-sign-up',
  'confirm-address': 'mm-confirm',
  'new-passphrase': 'mm-reset',
}

/**
 * Takes the token of a mailed link out of the address, so that it stays in no address bar, history or referrer: the page behind
 * the link has an address that says nothing. Nothing is looked up or changed: scanners of mail open links too.
 */
export function carryLink(c: HonoContext, purpose: OpenedLink, token: string, secure: boolean): void {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  setCookie(c, cookieName(LINKS[purpose], secure), /^[\w-]{1,100}$/.test(token) ? token : '', {
    ...attributes(secure),
    maxAge: 3600,
  })
}

/** The token of the link that was opened here last; '' when there was none. */
export function carriedLink(c: HonoContext, purpose: OpenedLink, secure: boolean): string {
  return getCookie(c, cookieName(LINKS[purpose], secure)) ?? ''
}

export function dropLink(c: HonoContext, purpose: OpenedLink, secure: boolean): void {
  setCookie(c, cookieName(LINKS[purpose], secure), '', { ...attributes(secure), maxAge: 0 })
}

const attributes = (secure: boolean) => ({ httpOnly: true, sameSite: 'Lax', secure, path: '/' }) as const
