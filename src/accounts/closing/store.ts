import { sql } from 'kysely'
import { eraseOwned, type ReaderOrTx, type Tx } from '../../platform/index.ts'
import { endEverySession } from '../store.ts'
import { type Fate, fateOf } from './rules.ts'
import '../tables.ts'

export interface Affected {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly fate: Fate
  /** People in it besides this one. */
  readonly others: number
}

/** Every organisation a person is in, by name, with what becomes of it when they go. */
export async function affectedBy(db: ReaderOrTx, personId: string): Promise<readonly Affected[]> {
  const mine = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.id', 'organisation.name', 'membership.role'])
    .where('membership.person_id', '=', personId)
    .execute()
  if (mine.length === 0) return []
  const counts = await db
    .selectFrom('membership')
    .select((e) => ['organisation_id', 'role', e.fn.countAll().as('people')])
    .where(
      'organisation_id',
      'in',
      mine.map(({ id }) => id),
    )
    .groupBy(['organisation_id', 'role'])
    .execute()
  return mine
    .map(({ id, name, role }) => {
      const here = counts.filter(({ organisation_id }) => organisation_id === id)
      const members = here.reduce((sum, { people }) => sum + Number(people), 0)
      const owners = Number(here.find((count) => count.role === 'owner')?.people ?? 0)
      return { organisation: { id, name }, fate: fateOf({ role, members, owners }), others: members - 1 }
    })
    .sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'en-GB'))
}

/** Erases an organisation and everything it holds. @returns how many rows of each table there were */
export async function eraseOrganisation(tx: Tx, id: string): Promise<Readonly<Record<string, number>>> {
  const erased = await eraseOwned(tx, id)
  await tx.deleteFrom('organisation').where('id', '=', id).execute()
  return erased
}

/** Takes everything from a person but the id that what they wrote refers to. */
export async function emptyPerson(tx: Tx, id: string, now: string): Promise<void> {
  await endEverySession(tx, id)
  await tx.deleteFrom('sign_in_method').where('person_id', '=', id).execute()
  await tx.deleteFrom('mailed_link').where('person_id', '=', id).execute()
  await tx.deleteFrom('membership').where('person_id', '=', id).execute()
  await tx
    .updateTable('person')
    // Nobody can sign in with, or be sent anything at, what stands for the address.
    .set({ name: '', email: `closed:${id}`, email_verified: sql<boolean>`false`, image: null, updated_at: now, closed_at: now })
    .where('id', '=', id)
    .execute()
}
