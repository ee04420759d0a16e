import { audit, Conflict, type Context, instant, isId, newId, ownedBy, Problem } from '../../platform/index.ts'
import { mustAllow } from '../allow.ts'
import { mustBeConfirmed } from '../confirming/actions.ts'
import { mustBeHere } from '../house.ts'
import type { Role } from '../policy.ts'
import { personById } from '../store.ts'
import type { Description } from './rules.ts'
import {
  insertMembership,
  insertOrganisation,
  isAsSetUp,
  organisationById,
  roleOf,
  setRole,
  updateOrganisation,
} from './store.ts'

/**
 * Sets up an organisation, with whoever does it as its owner.
 * @param id made when the form was shown: a form sent twice makes one organisation. Whoever goes back to it and corrects
 * what they wrote corrects that organisation, as long as nobody has changed it in another way
 * @returns the organisation, as it is called
 * @throws Problem `stale` when the id is an organisation's the person does not belong to; `not-found` when their account has
 * been closed meanwhile
 */
export async function createOrganisation(ctx: Context, id: string, description: Description): Promise<Made> {
  const { actor } = ctx
  if (actor.kind !== 'person') throw new Problem('not-allowed')
  const organisationId = isId(id) ? id : newId()
  try {
    await ctx.db.write(async (tx) => {
      const now = instant(ctx.clock)
      await mustBeHere(tx, actor.id)
      await insertOrganisation(tx, organisationId, description, now)
      await insertMembership(tx, organisationId, actor.id, 'owner', now)
      await audit(tx, ctx, { organisationId, action: 'organisation.set-up', subject: `organisation/${organisationId}` })
    })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    if ((await roleOf(ctx.db.read, organisationId, actor.id)) === null) throw new Problem('stale')
    const there = await organisationById(ctx.db.read, organisationId)
    const corrected =
      there !== null &&
      (await isAsSetUp(ctx.db.read, organisationId)) &&
      (await describeOrganisation(ctx, organisationId, there.updatedAt, description))
    if (!corrected) return { id: organisationId, name: there?.name ?? '' }
  }
  return { id: organisationId, name: description.name }
}

interface Made {
  readonly id: string
  readonly name: string
}

/**
 * Replaces an organisation's description.
 * @param basedOn `updatedAt` of the description the change was made to
 * @returns false when somebody has changed it since: nothing was saved
 * @throws Problem `not-found`, `not-allowed`
 */
export async function describeOrganisation(
  ctx: Context,
  organisationId: string,
  basedOn: string,
  description: Description,
): Promise<boolean> {
  return ctx.db.write(async (tx) => {
    await mustAllow(ownedBy(tx, organisationId), ctx, 'describe-organisation')
    const before = await organisationById(tx, organisationId)
    if (!before) throw new Problem('not-found')
    const changed = (Object.keys(description) as (keyof Description)[]).filter(
      (field) => JSON.stringify(description[field]) !== JSON.stringify(before[field]),
    )
    // The same words again are the same form sent twice.
    if (changed.length === 0) return true
    if (before.updatedAt !== basedOn) return false
    await updateOrganisation(tx, organisationId, description, instant(ctx.clock))
    await audit(tx, ctx, {
      organisationId,
      action: 'organisation.described',
      subject: `organisation/${organisationId}`,
      detail: { changed },
    })
    return true
  })
}

/**
 * Makes someone who has an account a member. Adding someone again with the role they have does nothing.
 * @throws AddressNotConfirmed when they have not shown that their address is theirs
 * @throws Problem `not-allowed` unless the actor owns the organisation or is the program itself; `not-found` for an unknown
 * person or organisation; `stale` when the person is a member in another role
 */
export async function addMember(ctx: Context, organisationId: string, personId: string, role: Role): Promise<void> {
  await ctx.db.write(async (tx) => {
    await mustAllow(ownedBy(tx, organisationId), ctx, 'manage-members')
    if (!(await organisationById(tx, organisationId)) || !(await personById(tx, personId))) throw new Problem('not-found')
    const present = await roleOf(tx, organisationId, personId)
    if (present === role) return
    if (present !== null) throw new Problem('stale')
    await mustBeConfirmed(tx, ctx, personId)
    await insertMembership(tx, organisationId, personId, role, instant(ctx.clock))
    await audit(tx, ctx, { organisationId, action: 'member.added', subject: `person/${personId}`, detail: { role } })
  })
}

/**
 * Makes a member an owner. Doing it again does nothing.
 * @returns false when the person is not in the organisation
 * @throws AddressNotConfirmed when they have not shown that their address is theirs
 * @throws Problem `not-allowed` unless the actor owns the organisation or is the program itself
 */
export async function makeOwner(ctx: Context, organisationId: string, personId: string): Promise<boolean> {
  return ctx.db.write(async (tx) => {
    await mustAllow(ownedBy(tx, organisationId), ctx, 'manage-members')
    const before = await roleOf(tx, organisationId, personId)
    if (before === null) return false
    if (before === 'owner') return true
    await mustBeConfirmed(tx, ctx, personId)
    await setRole(tx, organisationId, personId, 'owner')
    await audit(tx, ctx, { organisationId, action: 'member.made-owner', subject: `person/${personId}`, detail: { before } })
    return true
  })
}
