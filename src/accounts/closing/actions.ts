import { audit, type Context, instant, NO_ORGANISATION, Problem } from '../../platform/index.ts'
import { lineAbout } from '../house.ts'
import type { Person } from '../session.ts'
import { forgetSignUpLinks } from '../sign-up/links.ts'
import { personById } from '../store.ts'
import { sameIds } from './rules.ts'
import { type Affected, affectedBy, emptyPerson, eraseOrganisation } from './store.ts'

export type Closed =
  | { readonly ok: true; readonly affected: readonly Affected[] }
  /** An organisation would be without an owner, or others than those agreed to would be erased. Nothing was done. */
  | { readonly ok: false; readonly because: 'needs-an-owner' | 'changed' }

/**
 * Closes an account: erases who the person is, and every organisation nobody else is in. What they wrote for others stays.
 * See docs/decisions/2026-11-22-kept-and-erased.md.
 * @param agreed ids of the organisations that are to be erased; any others, and nothing is done
 * @throws Problem `not-found` when it has been closed already
 */
export async function closeAccount(ctx: Context, person: Person, agreed: readonly string[]): Promise<Closed> {
  const closed = await ctx.db.write(async (tx): Promise<Closed> => {
    if (!(await personById(tx, person.id))) throw new Problem('not-found')
    const affected = await affectedBy(tx, person.id)
    if (affected.some(({ fate }) => fate === 'needs-an-owner')) return { ok: false, because: 'needs-an-owner' }
    if (!sameIds(agreed, erasedAmong(affected))) return { ok: false, because: 'changed' }
    for (const { organisation, fate } of affected) {
      const { id } = organisation
      if (fate === 'goes-on') {
        await audit(tx, ctx, { organisationId: id, action: 'member.left', subject: `person/${person.id}` })
        continue
      }
      // Its own trail goes with it, so the line that says so stands where what belongs to no organisation does.
      const rows = await eraseOrganisation(tx, id)
      await audit(tx, ctx, {
        organisationId: NO_ORGANISATION,
        action: 'organisation.erased',
        subject: `organisation/${id}`,
        detail: { rows },
      })
    }
    await emptyPerson(tx, person.id, instant(ctx.clock))
    await ctx.mail.forget(tx, person.email)
    await forgetSignUpLinks(tx, person.email)
    await audit(tx, ctx, lineAbout(person, 'person.closed'))
    return { ok: true, affected }
  })
  if (closed.ok) {
    ctx.log.info({ person: person.id, erased: erasedAmong(closed.affected) }, 'account closed')
    await ctx.mail
      .clearOutbox(person.email)
      .catch((error: unknown) => ctx.log.error({ err: error }, 'the outbox was not cleared'))
  }
  return closed
}

export function erasedAmong(affected: readonly Affected[]): readonly string[] {
  return affected.filter(({ fate }) => fate === 'erased').map(({ organisation }) => organisation.id)
}
