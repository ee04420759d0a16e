import { sql } from 'kysely'
import type { ReaderOrTx, Tx } from '../platform/index.ts'
import { isRole, type Role } from './policy.ts'
import { type Person, personOf } from './session.ts'
import './tables.ts'

const PERSON = ['id', 'name', 'email', 'email_verified'] as const

/** @param email normalised */
export async function personByEmail(db: ReaderOrTx, email: string): Promise<Person | undefined> {
  const row = await db.selectFrom('person').select(PERSON).where('email', '=', email).executeTakeFirst()
  return row && personOf(row)
}

/** An account that is signed in to with a passphrase. */
export interface Account {
  /** The person's. */
  readonly id: string
  readonly hash: string
}

/** @param email normalised */
export async function accountByEmail(db: ReaderOrTx, email: string): Promise<Account | null> {
  const row = await db
    .selectFrom('person')
    .innerJoin('sign_in_method', 'sign_in_method.person_id', 'person.id')
    .select(['person.id', 'sign_in_method.password'])
    .where('person.email', '=', email)
    .where('sign_in_method.provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ? { id: row.id, hash: row.password } : null
}

/** Someone who has an account; who has closed theirs is nobody. */
export async function personById(db: ReaderOrTx, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('person').select(PERSON).where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst()
  return row && personOf(row)
}

/** As they stand in the middle of a sentence: "Added by someone who has left". */
export const SOMEONE_WHO_LEFT = 'someone who has left'

/** People's names by their ids; who has closed their account has none, and those who are unknown are not in it. */
export async function namesOf(db: ReaderOrTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'name', 'closed_at']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name, closed_at }) => [id, closed_at === null ? name : SOMEONE_WHO_LEFT]))
}

/** Keeps a new person who signs in with a passphrase. @throws Conflict when the id or the address is taken */
export async function insertPerson(
  tx: Tx,
  person: Omit<Person, 'confirmed'> & { readonly hash: string; readonly now: string },
): Promise<void> {
  const times = { created_at: person.now, updated_at: person.now }
  await tx
    .insertInto('person')
    .values({ id: person.id, name: person.name, email: person.email, email_verified: sql<boolean>`false`, image: null, ...times })
    .execute()
  await tx
    .insertInto('sign_in_method')
    .values({
      id: person.id,
      account_id: person.id,
      provider_id: 'credential',
      person_id: person.id,
      password: person.hash,
      ...times,
    })
    .execute()
}

/** Keeps that the person has shown that their address is theirs. */
export async function setConfirmed(tx: Tx, id: string, now: string): Promise<void> {
  await tx.updateTable('person').set({ email_verified: sql<boolean>`true`, updated_at: now }).where('id', '=', id).execute()
}

export async function renamePerson(tx: Tx, id: string, name: string, now: string): Promise<void> {
  await tx.updateTable('person').set({ name, updated_at: now }).where('id', '=', id).execute()
}

/** The hash of a person's passphrase; null when they sign in some other way. */
export async function passphraseHash(db: ReaderOrTx, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('sign_in_method')
    .select('password')
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}

export async function setPassphraseHash(tx: Tx, personId: string, hash: string, now: string): Promise<void> {
  await tx
    .updateTable('sign_in_method')
    .set({ password: hash, updated_at: now })
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .execute()
}

/** Keeps the same passphrase under another hash, unless another passphrase was chosen meanwhile. It is not a change to the person. */
export async function renewPassphraseHash(tx: Tx, personId: string, outdated: string, renewed: string): Promise<void> {
  await tx
    .updateTable('sign_in_method')
    .set({ password: renewed })
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .where('password', '=', outdated)
    .execute()
}

export interface SessionRow {
  readonly id: string
  readonly signedInAt: Date
  readonly userAgent: string | null
}

/** A person's sessions that have not ended, newest first. */
export async function sessionsOf(db: ReaderOrTx, personId: string, now: string): Promise<readonly SessionRow[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'created_at', 'user_agent'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, signedInAt: new Date(row.created_at), userAgent: row.user_agent }))
}

export async function endSessions(tx: Tx, personId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('session').where('person_id', '=', personId).where('id', 'in', ids).execute()
}

/** @returns how many there were */
export async function endEverySession(tx: Tx, personId: string): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('session').where('person_id', '=', personId).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Ends everybody's. @returns how many there were */
export async function endSessionsOfEveryone(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('session').executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('session').where('token', '=', token).execute()
}

/** How many places a person can be signed in to at once: more than anyone has, and an end to what a script can pile up. */
const SESSIONS = 50

/** Removes what is past its use: sessions that have ended, and the oldest beyond the bound. */
export async function tidySessions(tx: Tx, personId: string, now: string): Promise<void> {
  await tx.deleteFrom('session').where('person_id', '=', personId).where('expires_at', '<=', now).execute()
  const beyond = await tx
    .selectFrom('session')
    .select('id')
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .offset(SESSIONS)
    .execute()
  await endSessions(
    tx,
    personId,
    beyond.map((row) => row.id),
  )
}

export interface Membership {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly role: Role
}

/** Every organisation a person is in, by name. */
export async function membershipsOf(db: ReaderOrTx, personId: string): Promise<readonly Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.id', 'organisation.name', 'membership.role'])
    .where('membership.person_id', '=', personId)
    .execute()
  return rows
    .flatMap(({ id, name, role }) => (isRole(role) ? [{ organisation: { id, name }, role }] : []))
    .sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'en-GB'))
}
