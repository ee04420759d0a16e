import type { Context as HonoContext } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { cookieName } from '../platform/index.ts'

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

const attributes = (secure: boolean) => ({ httpOnly: true, sameSite: 'Lax', secure, path: '/' }) as const
