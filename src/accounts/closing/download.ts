import { sql } from 'kysely'
import { eachRow, instant, NO_ORGANISATION, type Owned, ownedBy, type Reader, type Services } from '../../platform/index.ts'
import type { Holdings } from '../house.ts'
import type { Person } from '../session.ts'
import { placesOf, recordOfPerson } from './records.ts'

/**
 * Everything that is held about a person, for them to read and keep (UK GDPR, article 15). What they wrote is given for the
 * organisations they are in: it is the organisation's, and stays there when they leave. Nothing in it opens anything: no
 * passphrase, no token, no link that was mailed. Lists that grow with the years are still to be read: `jsonFile` writes them as
 * they come.
 */
export async function heldAbout(
  services: Services,
  person: Person,
  holdings: Holdings | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const db = services.db.read
  return {
    format: 'mentormark-person/1',
    madeAt: instant(services.clock),
    you: await recordOfPerson(db, person),
    organisations: organisationsOf(db, person, holdings),
    whatYouDidElsewhere: linesAbout(db, person.id),
  }
}

async function* organisationsOf(db: Reader, person: Person, holdings: Holdings | undefined) {
  for (const place of await placesOf(db, person.id)) {
    const own = ownedBy(db, place.id)
    yield { ...place, ...(await holdings?.by(own, person)), whatYouDid: linesBy(own, person.id) }
  }
}

const LINE = ['id', 'at', 'actor', 'action', 'subject', 'detail'] as const
interface Line {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: string
}

async function* linesBy(own: Owned, personId: string) {
  const lines = eachRow((after: Line | null, limit) =>
    own
      .select('activity')
      .select(LINE)
      .where('id', '>', after?.id ?? '')
      .orderBy('id')
      .limit(limit)
      .execute(),
  )
  for await (const line of lines) if (line.actor === personId) yield factsOf(line)
}

async function* linesAbout(db: Reader, personId: string) {
  const lines = eachRow((after: Line | null, limit) =>
    ownedBy(db, NO_ORGANISATION)
      .select('activity')
      .select(LINE)
      // Written out once more, because only then does SQLite see that an index holds just these.
      .where('organisation_id', '=', sql.lit(NO_ORGANISATION))
      .where('subject', '=', `person/${personId}`)
      .where('id', '>', after?.id ?? '')
      .orderBy('id')
      .limit(limit)
      .execute(),
  )
  for await (const line of lines) yield { by: line.actor === personId ? 'you' : line.actor, ...factsOf(line) }
}

function factsOf({ at, action, subject, detail }: Line) {
  // A file's digest says nothing about anyone.
  const { sha256: _, ...facts } = JSON.parse(detail) as Record<string, unknown>
  return { at, action, subject, ...(Object.keys(facts).length > 0 ? { detail: facts } : {}) }
}
