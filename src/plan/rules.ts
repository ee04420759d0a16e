// What a Mentoring Development Plan means. No database, no clock, no HTTP.
import type { Edition } from '../frameworks/index.ts'
import { type Day, type Instant, normalised } from '../platform/index.ts'

/** What a plan's page needs to know of every action, without its words. */
export interface PlanLine {
  readonly id: string
  readonly indicatorId: string
  /** Empty while nobody is named. */
  readonly byWhom: string
  readonly byWhen: Day | null
  /** Priority id of the edition. */
  readonly priority: string | null
  readonly position: number
  readonly completedOn: Day | null
}

/** A development action: one row of the plan (Framework, Mentoring development plan, page 52). */
export interface DevelopmentAction extends PlanLine {
  readonly planId: string
  readonly action: string
  /** What came of it. Kept when an action is opened again. */
  readonly whatChanged: string
  readonly revision: number
}

/** An action that was taken out of the plan, and when. */
export type RemovedAction = DevelopmentAction & { readonly removedAt: Instant }

/** What an action says, apart from what came of it. */
export type ActionWords = Pick<DevelopmentAction, 'action' | 'byWhom' | 'byWhen' | 'priority'>

/** Longest texts, in characters. */
export const LONGEST = { action: 500, byWhom: 120, whatChanged: 2000 } as const

/** Most actions in one plan. */
export const MOST_ACTIONS = 10_000

/** Most of what was removed that is offered back, as of evidence. */
export const MOST_REMOVED = 50

/** An action is due soon from this many days before its day, that day included. */
export const DUE_SOON_DAYS = 14

export const ACTION_STATES = ['completed', 'overdue', 'due-soon', 'needs-owner-or-date', 'open'] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** Where an action stands. The truth table is in docs/states.md. */
export function actionState(action: Pick<PlanLine, 'byWhom' | 'byWhen' | 'completedOn'>, today: Day): ActionState {
  return stateBetween(action, today, addDays(today, DUE_SOON_DAYS))
}

/** @param soon the last day that is soon */
function stateBetween(
  { byWhom, byWhen, completedOn }: Pick<PlanLine, 'byWhom' | 'byWhen' | 'completedOn'>,
  today: Day,
  soon: Day,
): ActionState {
  if (completedOn !== null) return 'completed'
  if (byWhen !== null && byWhen < today) return 'overdue'
  if (byWhen !== null && byWhen <= soon) return 'due-soon'
  if (byWhen === null || byWhom === '') return 'needs-owner-or-date'
  return 'open'
}

/** What an action that is not completed still needs, before someone can act on it. */
export function missingFrom({ byWhom, byWhen, completedOn }: Pick<PlanLine, 'byWhom' | 'byWhen' | 'completedOn'>): {
  readonly owner: boolean
  readonly date: boolean
} {
  return { owner: completedOn === null && byWhom === '', date: completedOn === null && byWhen === null }
}

/** Which actions to show. Null leaves a part out. */
export interface PlanFilter {
  readonly standard: number | null
  /** As `personKey` writes it. */
  readonly person: string | null
  readonly priority: string | null
  readonly show: Show | null
}

/** `not-completed` is every state but completed; `needs-owner-or-date` is every open action that lacks one, late or not. */
export const SHOWS = ['not-completed', 'overdue', 'due-soon', 'needs-owner-or-date', 'completed'] as const
export type Show = (typeof SHOWS)[number]

export const NO_FILTER: PlanFilter = { standard: null, person: null, priority: null, show: null }

export function isFiltered({ standard, person, priority, show }: PlanFilter): boolean {
  return standard !== null || person !== null || priority !== null || show !== null
}

/** Actions that pass the filter, in the order they came. */
export function filterActions<Line extends PlanLine>(
  actions: readonly Line[],
  filter: PlanFilter,
  edition: Edition,
  today: Day,
): readonly Line[] {
  const standards = standardsByIndicator(edition)
  const soon = addDays(today, DUE_SOON_DAYS)
  return actions.filter(
    (action) =>
      (filter.standard === null || standards.get(action.indicatorId) === filter.standard) &&
      (filter.person === null || personKey(action.byWhom) === filter.person) &&
      (filter.priority === null || action.priority === filter.priority) &&
      (filter.show === null || isShown(action, filter.show, today, soon)),
  )
}

function isShown(action: PlanLine, show: Show, today: Day, soon: Day): boolean {
  if (show === 'not-completed') return action.completedOn === null
  if (show === 'needs-owner-or-date') return missingFrom(action).owner || missingFrom(action).date
  return stateBetween(action, today, soon) === show
}

export const ORDERS = ['plan', 'standard', 'date', 'priority'] as const
/** `plan` is the order people gave it. */
export type PlanOrder = (typeof ORDERS)[number]

/** By date and by priority, what is completed comes last, and what has none comes before that. Ties keep the plan's order. */
export function inOrder<Line extends PlanLine>(actions: readonly Line[], order: PlanOrder, edition: Edition): readonly Line[] {
  const key = sortKey(order, edition)
  return actions
    .map((action) => ({ action, key: key(action) }))
    .sort((a, b) => compare(a.key, b.key) || a.action.position - b.action.position)
    .map(({ action }) => action)
}

function sortKey(order: PlanOrder, edition: Edition): (action: PlanLine) => number | string {
  const places = new Map(edition.indicators.map((indicator, place) => [indicator.id, place]))
  const pressing = new Map(edition.priorities.map((priority, place) => [priority.id, place]))
  switch (order) {
    case 'plan':
      return () => 0
    case 'standard':
      return (action) => places.get(action.indicatorId) ?? places.size
    case 'date':
      return (action) => (action.completedOn !== null ? '~~' : (action.byWhen ?? '~'))
    case 'priority':
      return (action) =>
        action.completedOn !== null ? pressing.size + 1 : (pressing.get(action.priority ?? '') ?? pressing.size)
  }
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export interface PlanCounts {
  readonly total: number
  readonly completed: number
  readonly overdue: number
  readonly dueSoon: number
  /** Open actions without an owner or a date, late or not. */
  readonly needsOwnerOrDate: number
}

export function planCounts(actions: readonly PlanLine[], today: Day): PlanCounts {
  const soon = addDays(today, DUE_SOON_DAYS)
  const count = (show: Show) => actions.filter((action) => isShown(action, show, today, soon)).length
  return {
    total: actions.length,
    completed: count('completed'),
    overdue: count('overdue'),
    dueSoon: count('due-soon'),
    needsOwnerOrDate: count('needs-owner-or-date'),
  }
}

/** People named in the plan, each once however it is written, by name. */
export function peopleIn(
  actions: readonly Pick<PlanLine, 'byWhom'>[],
): readonly { readonly key: string; readonly name: string }[] {
  const written = new Set(actions.map(({ byWhom }) => byWhom).filter((name) => name !== ''))
  const names = new Map<string, string>()
  for (const name of written) if (!names.has(personKey(name))) names.set(personKey(name), name)
  return [...names].map(([key, name]) => ({ key, name })).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** The same for "Sam Obi", "sam obi" and "Sam  Obi". */
export function personKey(byWhom: string): string {
  return normalised(byWhom, 'NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB')
}

/**
 * A new action comes last.
 * @param lastPosition of every action the plan ever had, so that a removed one finds its place free when it is put back
 */
export function nextPosition(lastPosition: number | null): number {
  return (lastPosition ?? 0) + 1
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function standardsByIndicator(edition: Edition): ReadonlyMap<string, number> {
  return new Map(edition.indicators.map((indicator) => [indicator.id, indicator.standard]))
}
