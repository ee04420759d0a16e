import { type Day, type Owned, type OwnedTx, prepared } from '../platform/index.ts'
import { type DevelopmentAction, MOST_NAMED, MOST_REMOVED, type PlanLine, type RemovedAction } from './rules.ts'
import type { DevelopmentActionTable } from './tables.ts'

const LINE = ['id', 'indicator_id', 'by_whom', 'by_when', 'priority', 'position', 'completed_on'] as const

const inPlan = prepared((own: Owned, planId: string) => present(own, planId).selectAll().orderBy('position'))
const aboutIndicator = prepared((own: Owned, planId: string, indicatorId: string) =>
  present(own, planId).selectAll().where('indicator_id', '=', indicatorId).orderBy('position'),
)

/** A plan's actions in its own order. Removed ones are left out, here and in all that follows. */
export async function actionsOf(own: Owned, planId: string): Promise<readonly DevelopmentAction[]> {
  return (await inPlan(own, planId)).map(actionOf)
}

/** One indicator's actions, in the plan's order. */
export async function actionsAbout(own: Owned, planId: string, indicatorId: string): Promise<readonly DevelopmentAction[]> {
  return (await aboutIndicator(own, planId, indicatorId)).map(actionOf)
}

/** Every action of a plan without its words, in its own order: what filters and counts need, even of thousands. */
export async function planLines(own: Owned, planId: string): Promise<readonly PlanLine[]> {
  return (await present(own, planId).select(LINE).orderBy('position').execute()).map(lineOf)
}

/**
 * How many actions of each plan are overdue; a plan that has none is missing.
 * @param today the day they may still be done on
 */
export async function overdueIn(own: Owned, planIds: readonly string[], today: Day): Promise<ReadonlyMap<string, number>> {
  if (planIds.length === 0) return new Map()
  const rows = await own
    .select('development_action')
    .select(({ fn }) => ['plan_id', fn.countAll<number | string>().as('overdue')])
    .where('plan_id', 'in', planIds)
    .where('removed_at', 'is', null)
    .where('completed_on', 'is', null)
    .where('by_when', '<', today)
    .groupBy('plan_id')
    .execute()
  return new Map(rows.map((row) => [row.plan_id, Number(row.overdue)]))
}

/** These actions of the plan, in the order they are named. */
export async function actionsNamed(own: Owned, planId: string, ids: readonly string[]): Promise<readonly DevelopmentAction[]> {
  if (ids.length === 0) return []
  const rows = await present(own, planId).selectAll().where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, actionOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** What was taken out of a plan, the latest first, and no more than is worth looking through. */
export async function removedFrom(own: Owned, planId: string): Promise<readonly RemovedAction[]> {
  const rows = await own
    .select('development_action')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .orderBy('id')
    .limit(MOST_REMOVED)
    .execute()
  return rows.map((row) => ({ ...actionOf(row), removedAt: row.removed_at ?? '' }))
}

export async function findAction(
  own: Owned,
  planId: string,
  id: string,
): Promise<(DevelopmentAction & { readonly removed: boolean }) | null> {
  const row = await own
    .select('development_action')
    .selectAll()
    .where('id', '=', id)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  return row ? { ...actionOf(row), removed: row.removed_at !== null } : null
}

/** Which of these ids are an action's already, in whatever plan, and removed or not. */
export async function actionsWithIds(
  own: Owned,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DevelopmentAction & { readonly removed: boolean }>> {
  if (ids.length === 0) return new Map()
  const rows = await own.select('development_action').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { ...actionOf(row), removed: row.removed_at !== null }]))
}

/** How many actions there are, and the last position ever given: of a removed one, too. */
export async function sizeOf(own: Owned, planId: string): Promise<{ readonly present: number; readonly last: number | null }> {
  const { present: there } = await present(own, planId)
    .select((e) => e.fn.countAll().as('present'))
    .executeTakeFirstOrThrow()
  const last = await own
    .select('development_action')
    .select('position')
    .where('plan_id', '=', planId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { present: Number(there), last: last?.position ?? null }
}

/** The action just above or below a position; null at either end. */
export async function neighbour(
  own: Owned,
  planId: string,
  position: number,
  side: 'up' | 'down',
): Promise<{ readonly id: string; readonly position: number } | null> {
  const row = await present(own, planId)
    .select(['id', 'position'])
    .where('position', side === 'up' ? '<' : '>', position)
    .orderBy('position', side === 'up' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The first position ever given, of a removed action too, and the first of those that are in the plan. */
export async function firstPosition(
  own: Owned,
  planId: string,
): Promise<{ readonly first: number; readonly firstPresent: number | null }> {
  const positions = own.select('development_action').select('position').where('plan_id', '=', planId).orderBy('position').limit(1)
  const ever = await positions.executeTakeFirst()
  const there = await positions.where('removed_at', 'is', null).executeTakeFirst()
  return { first: ever?.position ?? 1, firstPresent: there?.position ?? null }
}

export async function insertActions(
  own: OwnedTx,
  actions: readonly (DevelopmentAction & { readonly addedAt: string })[],
): Promise<void> {
  const rows = actions.map((action) => ({
    id: action.id,
    plan_id: action.planId,
    indicator_id: action.indicatorId,
    action: action.action,
    by_whom: action.byWhom,
    by_when: action.byWhen,
    priority: action.priority,
    position: action.position,
    completed_on: action.completedOn,
    what_changed: action.whatChanged,
    revision: action.revision,
    added_at: action.addedAt,
    removed_at: null,
  }))
  // A statement takes a bounded number of values.
  for (let start = 0; start < rows.length; start += 500) {
    await own.insert('development_action', rows.slice(start, start + 500)).execute()
  }
}

/** Columns that change after an action was added. */
type Changes = Partial<Omit<DevelopmentActionTable, 'organisation_id' | 'id' | 'plan_id' | 'added_at'>>

export async function updateAction(own: OwnedTx, id: string, changes: Changes): Promise<void> {
  await own.update('development_action').set(changes).where('id', '=', id).execute()
}

/**
 * Moves everything between two positions by one, towards `from`, so that `to` is free for what stood at `from`. What was removed
 * moves along: it keeps its place among the others.
 */
export async function makeRoom(
  own: OwnedTx,
  planId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const down = to < from
  await own
    .update('development_action')
    .set(({ eb }) => ({ position: eb('position', '+', down ? 1 : -1) }))
    .where('plan_id', '=', planId)
    .where('position', down ? '>=' : '>', down ? to : from)
    .where('position', down ? '<' : '<=', down ? from : to)
    .execute()
}

/** The names written beside the actions of a plan, no more than can be offered. */
const named = prepared((own: Owned, planId: string) =>
  present(own, planId).select('by_whom').distinct().where('by_whom', '!=', '').orderBy('by_whom').limit(MOST_NAMED),
)

export async function namesIn(own: Owned, planId: string): Promise<readonly string[]> {
  return (await named(own, planId)).map(({ by_whom }) => by_whom)
}

function present(own: Owned, planId: string) {
  return own.select('development_action').where('plan_id', '=', planId).where('removed_at', 'is', null)
}

function lineOf(row: Pick<DevelopmentActionTable, (typeof LINE)[number]>): PlanLine {
  return {
    id: row.id,
    indicatorId: row.indicator_id,
    byWhom: row.by_whom,
    byWhen: row.by_when,
    priority: row.priority,
    position: row.position,
    completedOn: row.completed_on,
  }
}

function actionOf(row: DevelopmentActionTable): DevelopmentAction {
  return {
    ...lineOf(row),
    planId: row.plan_id,
    action: row.action,
    whatChanged: row.what_changed,
    revision: row.revision,
  }
}
