import { z } from 'zod'
import { prepared, type ReaderOrTx, type Tx } from '../../platform/index.ts'
import { isRole, type Role } from '../policy.ts'
import type { Description } from './rules.ts'
import '../tables.ts'

export interface Organisation extends Description {
  readonly id: string
  /** When it was last described: a change says which description it is based on. */
  readonly updatedAt: string
}

const list = z.array(z.string())

export async function organisationById(db: ReaderOrTx, id: string): Promise<Organisation | null> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    registrations: list.parse(JSON.parse(row.registrations)),
    areas: list.parse(JSON.parse(row.areas)),
    models: list.parse(JSON.parse(row.models)),
    mentorsPerYear: row.mentors_per_year,
    youngPeoplePerYear: row.young_people_per_year,
    marks: list.parse(JSON.parse(row.marks)),
    updatedAt: row.updated_at,
  }
}

/** True until its description is changed for the first time. */
export async function isAsSetUp(db: ReaderOrTx, id: string): Promise<boolean> {
  const row = await db.selectFrom('organisation').select(['created_at', 'updated_at']).where('id', '=', id).executeTakeFirst()
  return row !== undefined && row.created_at === row.updated_at
}

/** @throws Conflict when the id is taken */
export async function insertOrganisation(tx: Tx, id: string, description: Description, now: string): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({ id, ...columns(description), created_at: now, updated_at: now })
    .execute()
}

export async function updateOrganisation(tx: Tx, id: string, description: Description, now: string): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ ...columns(description), updated_at: now })
    .where('id', '=', id)
    .execute()
}

/** @throws Conflict when the person is a member already */
export async function insertMembership(tx: Tx, organisationId: string, personId: string, role: Role, now: string): Promise<void> {
  await tx
    .insertInto('membership')
    .values({ organisation_id: organisationId, person_id: personId, role, created_at: now })
    .execute()
}

export async function setRole(tx: Tx, organisationId: string, personId: string, role: Role): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ role })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute()
}

const role = prepared((db: ReaderOrTx, organisationId: string, personId: string) =>
  db.selectFrom('membership').select('role').where('organisation_id', '=', organisationId).where('person_id', '=', personId),
)

/** Null when they are not a member. */
export async function roleOf(db: ReaderOrTx, organisationId: string, personId: string): Promise<Role | null> {
  const [row] = await role(db, organisationId, personId)
  return row && isRole(row.role) ? row.role : null
}

function columns(description: Description) {
  return {
    name: description.name,
    kind: description.kind,
    registrations: JSON.stringify(description.registrations),
    areas: JSON.stringify(description.areas),
    models: JSON.stringify(description.models),
    mentors_per_year: description.mentorsPerYear,
    young_people_per_year: description.youngPeoplePerYear,
    marks: JSON.stringify(description.marks),
  }
}
