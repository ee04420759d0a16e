import type { Reader } from '../../platform/index.ts'
import type { Person } from '../session.ts'
import '../tables.ts'

const iso = (time: string | Date) => new Date(time).toISOString()

/** Who somebody is, where they are signed in, and what was sent to them. No secrets. */
export async function recordOfPerson(db: Reader, person: Person) {
  const row = await db.selectFrom('person').selectAll().where('id', '=', person.id).executeTakeFirstOrThrow()
  const methods = await db
    .selectFrom('sign_in_method')
    .select(['provider_id', 'created_at', 'updated_at'])
    .where('person_id', '=', person.id)
    .execute()
  const sessions = await db.selectFrom('session').selectAll().where('person_id', '=', person.id).orderBy('created_at').execute()
  const messages = await db
    .selectFrom('mail')
    .select(['subject', 'queued_at', 'sent_at'])
    .where('recipient', '=', person.email)
    .orderBy('queued_at')
    .execute()
  return {
    id: person.id,
    name: row.name,
    email: row.email,
    emailConfirmed: Boolean(row.email_verified),
    joinedAt: iso(row.created_at),
    changedAt: iso(row.updated_at),
    signsInWith: methods.map((method) => ({
      method: method.provider_id === 'credential' ? 'passphrase' : method.provider_id,
      since: iso(method.created_at),
      changedAt: iso(method.updated_at),
    })),
    sessions: sessions.map((session) => ({
      beganAt: iso(session.created_at),
      renewedAt: iso(session.updated_at),
      endsAt: iso(session.expires_at),
      networkAddress: session.ip_address,
      browser: session.user_agent,
    })),
    messages: messages.map(({ subject, queued_at, sent_at }) => ({ subject, queuedAt: queued_at, sentAt: sent_at })),
  }
}

/** The organisations somebody is in. */
export function placesOf(db: Reader, personId: string) {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.id', 'organisation.name', 'membership.role', 'membership.created_at as since'])
    .where('membership.person_id', '=', personId)
    .orderBy('membership.created_at')
    .execute()
}
