import { type Clock, instant, newId, type ReaderOrTx, type Tx } from '../../platform/index.ts'
import { digestOf, isPossibleLink, newToken } from '../mailed-links.ts'
import { CLOCKS_DIFFER_SECONDS } from '../session.ts'
import { personByEmail } from '../store.ts'
import { REMEMBERED, type SignUpLinkState, signUpLinkState } from './rules.ts'
import '../tables.ts'

/** A link that was mailed to an address, to sign up with it. */
export interface SignUpLink {
  /** The id that whoever signs up by it gets: a link that is used twice makes one person. */
  readonly personId: string
  /** Normalised. */
  readonly email: string
  /** Where they were going when they asked for it: an address on this site. */
  readonly next: string | null
  readonly state: SignUpLinkState
}

/** Makes a link to sign up. @returns its token, which is in the message and nowhere else, and the id of whoever uses it */
export async function makeSignUpLink(
  tx: Tx,
  clock: Clock,
  { email, next }: Pick<SignUpLink, 'email' | 'next'>,
): Promise<{ readonly token: string; readonly personId: string }> {
  const [token, personId] = [newToken(), newId()]
  await tx
    .insertInto('sign_up_link')
    .values({ digest: digestOf(token), person_id: personId, email, next, sent_at: instant(clock) })
    .execute()
  return { token, personId }
}

/**
 * What a token stands for; null when it was never made, or so long ago that it is forgotten. One from the future was made while
 * the clock was ahead, and does not count.
 */
export async function signUpLink(db: ReaderOrTx, clock: Clock, token: string): Promise<SignUpLink | null> {
  if (!isPossibleLink(token)) return null
  const row = await db.selectFrom('sign_up_link').selectAll().where('digest', '=', digestOf(token)).executeTakeFirst()
  const now = clock.now().getTime()
  if (!row || Date.parse(row.sent_at) > now + CLOCKS_DIFFER_SECONDS * 1000) return null
  const { person_id: personId, email, next, sent_at: sentAt } = row
  const hasAccount = (await personByEmail(db, email)) !== undefined
  return { personId, email, next, state: signUpLinkState({ sentAt, hasAccount }, now) }
}

/** Forgets an address that its owner has taken away: a link to it would work again. */
export async function forgetSignUpLinks(tx: Tx, email: string): Promise<void> {
  await tx.deleteFrom('sign_up_link').where('email', '=', email).execute()
}

/** Forgets those that were sent so long ago that nobody opens them any more, or while the clock was ahead. @returns how many */
export async function tidySignUpLinks(tx: Tx, clock: Clock): Promise<number> {
  const at = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000).toISOString()
  const { numDeletedRows } = await tx
    .deleteFrom('sign_up_link')
    .where((row) => row.or([row('sent_at', '<=', at(-REMEMBERED)), row('sent_at', '>', at(CLOCKS_DIFFER_SECONDS))]))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
