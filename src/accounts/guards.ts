import type { Context as HonoContext } from 'hono'
import {
  type AskToKeep,
  type Context,
  type Form,
  type Guard,
  isId,
  mostBytesOfAFile,
  type Owned,
  ownedBy,
  Problem,
  type Visit,
  visitOf,
} from '../platform/index.ts'
import { type Permission, type Role, roleMay } from './policy.ts'
import { type Member, memberOf, type Person } from './session.ts'

/** Anyone at all; `person` is null for someone who has not signed in. */
export interface OpenVisit extends Visit {
  readonly person: Person | null
}

/** Someone who has signed in. */
export interface PersonVisit extends Visit, Context {
  readonly person: Person
}

/** A member of the organisation the address names. */
export interface MemberVisit extends PersonVisit {
  readonly organisation: Member['organisation']
  readonly role: Role
  /** Reads this organisation's rows. */
  readonly own: Owned
}

/** How guards learn who is asking, and what they say to someone who must sign in first. Set by the accounts routes. */
export interface Doorkeeper {
  personOf(c: HonoContext): Promise<Person | null>
  /** Asks the visitor to sign in, keeping where they were going and what they had written. */
  askToSignIn(c: HonoContext): Promise<Response>
  /** The same for a form from a page that was made for somebody else, who was signed in here before. */
  askWriterToSignIn(c: HonoContext, form: Form): Response | Promise<Response> | null
  /** Counts a file that a member is about to leave, as long as it may be until it is known how long it is. */
  mayLeaveFile(member: Member, mostBytes: number): ReturnType<AskToKeep>
}

const doorkeeperOf = (c: HonoContext): Doorkeeper | undefined => c.get('doorkeeper')

export function setDoorkeeper(c: HonoContext, doorkeeper: Doorkeeper): void {
  c.set('doorkeeper', doorkeeper)
}

/**
 * Who is asking; looked up once per request. Where the database is away it can't be told: that is not the same as nobody.
 * @throws DatabaseUnavailable, each time but without waiting again
 */
export async function whoAsks(c: HonoContext): Promise<Person | null> {
  const known: Person | null | undefined = c.get('person')
  if (known !== undefined) return known
  let lookup: Promise<Person | null> | undefined = c.get('lookup')
  if (!lookup) {
    lookup = doorkeeperOf(c)?.personOf(c) ?? Promise.resolve(null)
    c.set('lookup', lookup)
  }
  const person = await lookup
  nowKnownAs(c, person)
  return person
}

/** Who is asking, as far as this request has found out: for the log. */
export function knownPerson(c: HonoContext): Person | null {
  return c.get('person') ?? null
}

/** From here on this request is made by `person`, who has signed in during it. */
export function nowKnownAs(c: HonoContext, person: Person | null): void {
  c.set('person', person)
}

/** The organisation this request is inside, once its guard has admitted it: for the layout. */
export function memberOfRequest(c: HonoContext): Member | null {
  return c.get('member') ?? null
}

export const anyone: Guard<OpenVisit> = {
  name: 'anyone',
  async admit(c) {
    return { ...visitOf(c), person: await whoAsks(c) }
  },
}

/** For signing out: whoever leaves a shared computer can do so also while nobody can tell who they are. */
export const anyoneAtAll: Guard<OpenVisit> = {
  name: anyone.name,
  async admit(c) {
    return { ...visitOf(c), person: await whoAsks(c).catch(() => null) }
  },
}

export const signedIn: Guard<PersonVisit> = {
  name: 'signed in',
  async admit(c) {
    const person = await whoAsks(c)
    if (!person) return askToSignIn(c)
    const visit = visitOf(c)
    const readForm: Visit['readForm'] = (files) => visit.readForm(files, person.id)
    return { ...visit, person, actor: { kind: 'person', ...person }, readForm }
  },
}

/**
 * A member of the address's `:organisation` whose role allows it. A member whose role does not is told so; to everyone else the
 * address does not exist.
 */
export function may(permission: Permission): Guard<MemberVisit> {
  return {
    name: `may ${permission}`,
    async admit(c) {
      const person = await whoAsks(c)
      if (!person) return askToSignIn(c)
      const visit = visitOf(c)
      const id = c.req.param('organisation') ?? ''
      const member = isId(id) ? await memberOf(visit.db.read, person, id) : null
      if (!member) {
        const problem = await turnedAway(c, person, 'not-found')
        visit.logSecurity('access.not-a-member')
        throw problem
      }
      c.set('member', member)
      if (!roleMay(member.role, permission)) throw await turnedAway(c, person, 'not-allowed')
      return {
        ...visit,
        person,
        actor: { kind: 'person', ...person },
        organisation: member.organisation,
        role: member.role,
        own: ownedBy(visit.db.read, member.organisation.id),
        readForm: (files) =>
          visit.readForm(
            files,
            person.id,
            async () => (await doorkeeperOf(c)?.mayLeaveFile(member, mostBytesOfAFile(c))) ?? 'too-many',
          ),
      }
    },
  }
}

/**
 * What whoever may not make this request is told, with what they had written.
 * @throws Problem `someone-else` when it was written by somebody who was signed in here before, and who may
 */
async function turnedAway(c: HonoContext, person: Person, kind: 'not-found' | 'not-allowed'): Promise<Problem> {
  if (c.req.method !== 'POST') return new Problem(kind)
  try {
    return new Problem(kind, { form: await visitOf(c).readForm('drop', person.id) })
  } catch (error) {
    if (error instanceof Problem && error.kind === 'someone-else') throw error
    return new Problem(kind)
  }
}

/** The same guard, for a form that has a field for files. */
export function takingFiles<V extends Visit>(guard: Guard<V>): Guard<V> {
  return { ...guard, takesFiles: true }
}

/** What somebody wrote who was signed in here before waits in a form to sign in with; null when it is too much for one. */
export function askWriterToSignIn(c: HonoContext, form: Form): Response | Promise<Response> | null {
  return doorkeeperOf(c)?.askWriterToSignIn(c, form) ?? null
}

async function askToSignIn(c: HonoContext): Promise<Response> {
  const doorkeeper = doorkeeperOf(c)
  if (!doorkeeper) throw new Problem('not-allowed')
  return doorkeeper.askToSignIn(c)
}
