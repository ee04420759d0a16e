import { sql } from 'kysely'
import { instant, NO_ORGANISATION, type Owned, ownedBy, type Reader, type Services } from '../../platform/index.ts'
import type { Holdings } from '../house.ts'
import type { Person } from '../session.ts'
import { placesOf, recordOfPerson } from './records.ts'

/**
 * Everything that is held about a person, for them to read and keep (UK GDPR, article 15). What they wrote is given for the
 * organisations they are in: it is the organisation's, and stays there when they leave. Nothing in it opens anything: no
 * passphrase, no token, no link that was mailed.
 */
export async function heldAbout(
  services: Services,
  person: Person,
  holdings: Holdings | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const db = services.db.read
  const organisations = []
  for (const place of await placesOf(db, person.id)) {
    const own = ownedBy(db, place.id)
    organisations.push({ ...place, ...(await holdings?.by(own, person)), whatYouDid: await linesBy(own, person.id) })
  }
  return {
    format: 'mentormark-person/1',
    madeAt: instant(services.clock),
    you: await recordOfPerson(db, person),
    organisations,
    whatYouDidElsewhere: await linesAbout(db, person.id),
  }
}

async function linesBy(own: Owned, personId: string) {
  const rows = await own
    .select('activity')
    .select(['at', 'action', 'subject', 'detail'])
    .where('actor', '=', personId)
    .orderBy('id')
    .execute()
  return rows.map(lineOf)
}

async function linesAbout(db: Reader, personId: string) {
  const rows = await ownedBy(db, NO_ORGANISATION)
    .select('activity')
    .select(['at', 'actor', 'action', 'subject', 'detail'])
    // Written out once more, because only then does SQLite see that an index holds just these.
    .where('organisation_id', '=', sql.lit(NO_ORGANISATION))
    .where('subject', '=', `person/${personId}`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ by: row.actor === personId ? 'you' : row.actor, ...lineOf(row) }))
}

function lineOf({ at, action, subject, detail }: { at: string; action: string; subject: string; detail: string }) {
  // A file's digest says nothing about anyone.
  const { sha256: _, ...facts } = JSON.parse(detail) as Record<string, unknown>
  return { at, action, subject, ...(Object.keys(facts).length > 0 ? { detail: facts } : {}) }
}
