import { createHash, randomBytes } from 'node:crypto'
import { type Clock, instant, type ReaderOrTx, type Tx } from '../platform/index.ts'
import { CLOCKS_DIFFER_SECONDS, type Person, personOf } from './session.ts'
import './tables.ts'

/** What a mailed link is for. */
export type LinkPurpose = 'confirm-address' | 'new-passphrase'

const HOUR = 60 * 60

/** How long a link works, in seconds. The mails and pages say so in words. */
export const LASTS: Readonly<Record<LinkPurpose, number>> = {
  'confirm-address': 7 * 24 * HOUR,
  'new-passphrase': HOUR,
}

/** 256 random bits: what the link carries. */
const TOKEN = /^[\w-]{43}$/

/** What a mailed link carries, which stands in the message and nowhere else. */
export const newToken = () => randomBytes(32).toString('base64url')

/** What is kept instead of the token: whoever reads the database, or a backup of it, has no working link. */
export const digestOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/**
 * Makes a link that works once, and clears away those of this person that are too old.
 * @returns its token, which is in the message and nowhere else
 */
export async function makeLink(tx: Tx, clock: Clock, purpose: LinkPurpose, personId: string): Promise<string> {
  const now = instant(clock)
  const token = newToken()
  await tx.deleteFrom('mailed_link').where('person_id', '=', personId).where('expires_at', '<=', now).execute()
  await tx
    .insertInto('mailed_link')
    .values({
      digest: digestOf(token),
      purpose,
      person_id: personId,
      sent_at: now,
      expires_at: new Date(clock.now().getTime() + LASTS[purpose] * 1000).toISOString(),
    })
    .execute()
  return token
}

/** True for what could be a link's token, whether or not it is one. */
export const isPossibleLink = (token: string): boolean => TOKEN.test(token)

/**
 * Whose link this is; null when it was used, was ended, is too old, or never was. One from the future was made while the clock was
 * ahead: it would work for longer than any may, and does not count.
 */
export async function linkOwner(db: ReaderOrTx, clock: Clock, purpose: LinkPurpose, token: string): Promise<Person | null> {
  if (!isPossibleLink(token)) return null
  const fromTheFuture = new Date(clock.now().getTime() + CLOCKS_DIFFER_SECONDS * 1000).toISOString()
  const row = await db
    .selectFrom('mailed_link')
    .innerJoin('person', 'person.id', 'mailed_link.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.email_verified'])
    .where('mailed_link.digest', '=', digestOf(token))
    .where('mailed_link.purpose', '=', purpose)
    .where('mailed_link.expires_at', '>', instant(clock))
    .where('mailed_link.sent_at', '<=', fromTheFuture)
    .where('person.closed_at', 'is', null)
    .executeTakeFirst()
  return row ? personOf(row) : null
}

/** Ends every link of one purpose a person was mailed. @returns whether `token`'s was among them still: of two at once, one is told so */
export async function endLinks(tx: Tx, personId: string, purpose: LinkPurpose, token = ''): Promise<boolean> {
  const ended = await tx
    .deleteFrom('mailed_link')
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .returning('digest')
    .execute()
  return ended.some(({ digest }) => digest === digestOf(token))
}

/** When the newest link that still works was sent; null when there is none. */
export async function lastSent(db: ReaderOrTx, clock: Clock, purpose: LinkPurpose, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('mailed_link')
    .select('sent_at')
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', instant(clock))
    .orderBy('sent_at', 'desc')
    .executeTakeFirst()
  return row?.sent_at ?? null
}
