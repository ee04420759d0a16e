import type { Owned } from '../platform/index.ts'

/** How many development actions an organisation has, what was removed not counted. */
export async function countActions(own: Owned): Promise<number> {
  const { actions } = await own
    .select('development_action')
    .select((e) => e.fn.countAll().as('actions'))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(actions)
}

/** Actions that name somebody as who does them. */
export async function actionsNaming(own: Owned, name: string) {
  const rows = await own
    .select('development_action')
    .select(['id', 'plan_id', 'indicator_id', 'action', 'by_whom', 'by_when', 'completed_on'])
    .where('removed_at', 'is', null)
    .where('by_whom', '<>', '')
    .orderBy('id')
    .execute()
  return rows
    .filter(({ by_whom }) => by_whom.toLowerCase().includes(name.toLowerCase()))
    .map(({ id, plan_id, indicator_id, action, by_whom, by_when, completed_on }) => ({
      id,
      plan: plan_id,
      indicator: indicator_id,
      action,
      byWhom: by_whom,
      byWhen: by_when,
      completedOn: completed_on,
    }))
}
