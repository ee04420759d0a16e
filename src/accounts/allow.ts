import { type Context, type OwnedTx, Problem } from '../platform/index.ts'
import { roleOf } from './organisation/store.ts'
import { type Permission, roleMay } from './policy.ts'

/**
 * What the guard asked of a request, asked again by the action, inside its transaction and before anything else: a role may have
 * changed since the request came in, and whoever calls next may not be a request at all. The program itself may.
 * @throws Problem as the guard would: `not-found` to whoever is not a member, `not-allowed` to a member whose role does not allow it
 */
export async function mustAllow(own: OwnedTx, by: Pick<Context, 'actor'>, permission: Permission): Promise<void> {
  if (by.actor.kind === 'system') return
  const role = await roleOf(own.tx, own.organisationId, by.actor.id)
  if (role === null) throw new Problem('not-found')
  if (!roleMay(role, permission)) throw new Problem('not-allowed')
}
