import { timingSafeEqual } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Selectable } from 'kysely'
import { type Clock, cookieName, type Database, hmac, prepared, type Reader, type Tx } from '../platform/index.ts'
import { isRole, type Role } from './policy.ts'
import type { PersonTable } from './tables.ts'
import './tables.ts'

/** How long a session lasts after it was last renewed, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60

/** How long a session lasts at most, however often it is renewed, in seconds: then its owner gives their passphrase again. */
export const LONGEST_SECONDS = 90 * 24 * 60 * 60

/** A session is renewed when it was last renewed this long ago, in seconds: at most once a day, so that reading stays cheap. */
export const RENEW_SECONDS = 24 * 60 * 60

/** A person who has signed in. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  /** True once they have shown, by a link that was mailed to it, that the address is theirs. */
  readonly confirmed: boolean
}

export interface Member extends Person {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly role: Role
}

/** How far the clocks of several servers may differ, in seconds: what is from so near a future was made by another of them. */
export const CLOCKS_DIFFER_SECONDS = 60

/** The sign-in library's cookie, under our name for it: `__Host-` behind HTTPS, so that no other host can plant one. */
export const sessionCookie = (secure: boolean) => cookieName('mentormark.session_token', secure)

/**
 * Its name before. It opens nothing any more: whatever sets a cookie for a whole domain could have planted it. See
 * docs/decisions/2026-11-28-guesses-and-sessions.md.
 */
const FORMER_COOKIE = '__Secure-mentormark.session_token'

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
  const expected = hmac(secret, token)
  return sent.length === expected.length && timingSafeEqual(sent, expected) ? token : null
}

/** True when the browser still sends a session's cookie, of whatever use it may be: somebody was signed in here. */
export function carriesSession(c: HonoContext, secure: boolean): boolean {
  return Boolean(getCookie(c, sessionCookie(secure)) || (secure && getCookie(c, FORMER_COOKIE)))
}

/** Writes the cookie exactly as better-auth does when someone signs in; a test compares the two. */
export function writeSessionCookie(c: HonoContext, token: string, secret: string, secure: boolean): void {
  const signature = hmac(secret, token).toString('base64')
  setCookie(c, sessionCookie(secure), `${token}.${signature}`, { ...attributes(secure), maxAge: SESSION_SECONDS })
}

export function clearSessionCookie(c: HonoContext, secure: boolean): void {
  setCookie(c, sessionCookie(secure), '', { ...attributes(secure), maxAge: 0 })
  clearFormerCookie(c, secure)
}

export function clearFormerCookie(c: HonoContext, secure: boolean): void {
  if (secure && getCookie(c, FORMER_COOKIE)) setCookie(c, FORMER_COOKIE, '', { ...attributes(secure), maxAge: 0 })
}

const attributes = (secure: boolean) => ({ path: '/', httpOnly: true, secure, sameSite: 'Lax' }) as const

/** A session that has not ended, and who holds it. */
export interface Session {
  readonly id: string
  readonly token: string
  readonly person: Person
  readonly startedAt: Date
  readonly renewedAt: Date
  readonly expiresAt: Date
  /** True when the database has a time for it that has not come yet: it was made while the clock was ahead. */
  readonly clockWasWrong: boolean
}

/** A person as the tables have them. */
export function personOf(row: Pick<Selectable<PersonTable>, 'id' | 'name' | 'email' | 'email_verified'>): Person {
  return { id: row.id, name: row.name, email: row.email, confirmed: Boolean(row.email_verified) }
}

const sessionByToken = prepared((db: Reader, token: string) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['session.id as session_id', 'session.created_at', 'session.updated_at', 'session.expires_at'])
    .select(['person.id', 'person.name', 'person.email', 'person.email_verified'])
    .where('session.token', '=', token)
    // A session that began in the very moment its person's account was closed opens nothing.
    .where('person.closed_at', 'is', null),
)

/**
 * Null when there is no such session, or it has ended. No time of it lies in the future, whatever the database says, and it lasts
 * no longer than one that was renewed just now: the clock may have been ahead when it was made.
 */
export async function sessionOf(db: Reader, clock: Clock, token: string): Promise<Session | null> {
  const [row] = await sessionByToken(db, token)
  if (!row) return null
  const kept = { startedAt: time(row.created_at), renewedAt: time(row.updated_at), expiresAt: time(row.expires_at) }
  const now = clock.now().getTime()
  if (kept.expiresAt <= now) return null
  const soon = now + CLOCKS_DIFFER_SECONDS * 1000
  const clockWasWrong = kept.startedAt > soon || kept.renewedAt > soon || kept.expiresAt > soon + SESSION_SECONDS * 1000
  return {
    id: row.session_id,
    token,
    person: personOf(row),
    startedAt: new Date(Math.min(kept.startedAt, now)),
    renewedAt: new Date(Math.min(kept.renewedAt, now)),
    expiresAt: new Date(clockWasWrong ? Math.min(kept.expiresAt, now + SESSION_SECONDS * 1000) : kept.expiresAt),
    clockWasWrong,
  }
}

const time = (stored: string | Date) => new Date(stored).getTime()

/** When a session that is renewed now ends. */
function endOf(session: Session, clock: Clock): Date {
  const renewed = clock.now().getTime() + SESSION_SECONDS * 1000
  return new Date(Math.min(renewed, session.startedAt.getTime() + LONGEST_SECONDS * 1000))
}

export function isDueForRenewal(session: Session, clock: Clock): boolean {
  if (session.clockWasWrong) return true
  const due = clock.now().getTime() >= session.renewedAt.getTime() + RENEW_SECONDS * 1000
  return due && endOf(session, clock) > session.expiresAt
}

/** Lets the session last from now on, as long as one may, counted from a moment that has been. Does nothing if it was ended meanwhile. Nobody did this, so it has no audit line. */
export async function renewSession(db: Database, clock: Clock, session: Session): Promise<void> {
  const now = clock.now()
  await db.housekeep((tx) =>
    tx
      .updateTable('session')
      .set({
        expires_at: endOf(session, clock).toISOString(),
        updated_at: now.toISOString(),
        ...(session.clockWasWrong && { created_at: session.startedAt.toISOString() }),
      })
      .where('token', '=', session.token)
      .execute(),
  )
}

/**
 * Bounds every session that was made while the clock was ahead, in use or not: one that nobody comes by with would else open a
 * browser years later.
 */
export async function boundSessions(tx: Tx, clock: Clock): Promise<void> {
  const now = clock.now().getTime()
  const at = (seconds: number) => new Date(now + seconds * 1000).toISOString()
  const soon = at(CLOCKS_DIFFER_SECONDS)
  await tx
    .updateTable('session')
    .set({ updated_at: at(0), expires_at: at(SESSION_SECONDS) })
    .where((row) =>
      row.or([
        row('created_at', '>', soon),
        row('updated_at', '>', soon),
        row('expires_at', '>', at(SESSION_SECONDS + CLOCKS_DIFFER_SECONDS)),
      ]),
    )
    .execute()
  await tx
    .updateTable('session')
    .set({ created_at: at(0) })
    .where('created_at', '>', soon)
    .execute()
}

const membership = prepared((db: Reader, organisationId: string, personId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['membership.role', 'organisation.name'])
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.person_id', '=', personId),
)

/** The same person as a member of one organisation; null when they are not one. */
export async function memberOf(db: Reader, person: Person, organisationId: string): Promise<Member | null> {
  const [row] = await membership(db, organisationId, person.id)
  if (!row || !isRole(row.role)) return null
  return { ...person, organisation: { id: organisationId, name: row.name }, role: row.role }
}
