import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Clock, instant } from '../platform/clock.ts'
import type { Reader } from '../platform/database/tables.ts'
import { isRole, type Role } from './policy.ts'
import './tables.ts'

/** A person who has signed in. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface Member extends Person {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly role: Role
}

/** The sign-in library's cookie. `__Secure-` means browsers refuse it without HTTPS. */
export const sessionCookie = (secure: boolean) => `${secure ? '__Secure-' : ''}mentormark.session_token`

/**
 * The session token of a request, if its signature is ours. Reads the cookie the way better-auth writes it (token, dot,
 * HMAC-SHA256 in base64), without going through the library: this runs on every request, and a test compares the two.
 */
export function sessionToken(c: HonoContext, secret: string, secure: boolean): string | null {
  const cookie = getCookie(c, sessionCookie(secure))
  const dot = cookie?.lastIndexOf('.') ?? -1
  if (!cookie || dot < 1) return null
  const token = cookie.slice(0, dot)
  const sent = Buffer.from(cookie.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  return sent.length === expected.length && timingSafeEqual(sent, expected) ? token : null
}

/** Who holds this session; null when it has ended. */
export async function personOf(db: Reader, clock: Clock, token: string): Promise<Person | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.name', 'person.email', 'session.expires_at'])
    .where('session.token', '=', token)
    .executeTakeFirst()
  if (!row || new Date(row.expires_at).toISOString() <= instant(clock)) return null
  return { id: row.id, name: row.name, email: row.email }
}

/** The same person as a member of one organisation; null when they are not one. */
export async function memberOf(db: Reader, person: Person, organisationId: string): Promise<Member | null> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['membership.role', 'organisation.name'])
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.person_id', '=', person.id)
    .executeTakeFirst()
  if (!row || !isRole(row.role)) return null
  return { ...person, organisation: { id: organisationId, name: row.name }, role: row.role }
}
