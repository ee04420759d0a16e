import { eachRow, type Owned } from '../platform/index.ts'
import type { DevelopmentActionTable } from './tables.ts'

/** How many development actions an organisation has, what was removed not counted. */
export async function countActions(own: Owned): Promise<number> {
  const { actions } = await own
    .select('development_action')
    .select((e) => e.fn.countAll().as('actions'))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(actions)
}

type Named = Pick<
  DevelopmentActionTable,
  'id' | 'plan_id' | 'indicator_id' | 'action' | 'by_whom' | 'by_when' | 'completed_on' | 'removed_at'
>

/** Actions that name somebody as who does them, oldest first; read while they are asked for. */
export async function* actionsNaming(own: Owned, name: string) {
  const rows = eachRow((after: Named | null, limit) =>
    own
      .select('development_action')
      .select(['id', 'plan_id', 'indicator_id', 'action', 'by_whom', 'by_when', 'completed_on', 'removed_at'])
      .where('id', '>', after?.id ?? '')
      .orderBy('id')
      .limit(limit)
      .execute(),
  )
  for await (const { id, plan_id, indicator_id, action, by_whom, by_when, completed_on, removed_at } of rows) {
    if (removed_at !== null || !by_whom.toLowerCase().includes(name.toLowerCase())) continue
    yield { id, plan: plan_id, indicator: indicator_id, action, byWhom: by_whom, byWhen: by_when, completedOn: completed_on }
  }
}
