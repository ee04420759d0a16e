import { createHmac } from 'node:crypto'
import type { Visitor } from '../../tests/support/visitor.ts'
import { createWorld, type World } from '../../tests/support/world.ts'
import type { Role } from '../accounts/index.ts'
import { type Context, newId, type Routes } from '../platform/index.ts'

const SECRET = 'a-secret-for-tests-that-is-long-enough'

/** A world with two organisations in it, and people in each. */
export interface Neighbourhood {
  readonly world: World
  readonly ours: string
  readonly theirs: string
  /** Someone who has signed in, a member of our organisation unless another is named. */
  visitor(role: Role, organisation?: string, name?: string): Promise<Visitor>
  /** A context to act in, as a lead of our organisation. */
  readonly context: Context
}

export async function createNeighbourhood(...capabilities: readonly Routes[]): Promise<Neighbourhood> {
  const world = await createWorld()
  for (const routes of capabilities) routes.mount(world.app.hono)
  const [ours, theirs] = [newId(), newId()]
  const { db, clock } = world.services
  const now = clock.now().toISOString()
  await db.housekeep(async (tx) => {
    for (const [id, name] of [
      [ours, 'Brightwater Lane Mentors'],
      [theirs, 'Harbour Street Mentors'],
    ] as const) {
      const lists = { registrations: '[]', areas: '[]', models: '[]', marks: '[]' }
      const rest = { kind: null, mentors_per_year: null, young_people_per_year: null, created_at: now, updated_at: now }
      await tx
        .insertInto('organisation')
        .values({ id, name, ...lists, ...rest })
        .execute()
    }
  })

  async function person(role: Role, organisation: string, name: string) {
    const id = newId()
    const token = newId()
    await db.housekeep(async (tx) => {
      const times = { created_at: now, updated_at: now }
      const flag = db.engine === 'sqlite' ? 1 : true
      await tx
        .insertInto('person')
        .values({ id, name, email: `${id}@example.org`, email_verified: flag, image: null, ...times })
        .execute()
      await tx
        .insertInto('session')
        .values({
          id: newId(),
          token,
          person_id: id,
          expires_at: '2027-01-01T00:00:00.000Z',
          ip_address: null,
          user_agent: null,
          ...times,
        })
        .execute()
      await tx.insertInto('membership').values({ organisation_id: organisation, person_id: id, role, created_at: now }).execute()
    })
    return { id, token, name, email: `${id}@example.org` }
  }

  const lead = await person('lead', ours, 'Amara Okonjo-Reid')
  return {
    world,
    ours,
    theirs,
    context: { ...world.services, actor: { kind: 'person', id: lead.id, name: lead.name, email: lead.email } },
    async visitor(role, organisation = ours, name = `A ${role}`) {
      const { token } = await person(role, organisation, name)
      const visitor = world.visitor()
      const signature = createHmac('sha256', SECRET).update(token).digest('base64')
      visitor.setCookie('mentormark.session_token', encodeURIComponent(`${token}.${signature}`))
      return visitor
    },
  }
}
