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

/** Most actions that stand beside an indicator: the latest. The plan has them all. */
export const MOST_BESIDE = 30

/** Most people whose names are offered where one is chosen or typed. */
export const MOST_NAMED = 200

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

/** `pressing` is what a plan is shown in unless another is asked for; `plan` is the order people gave it. */
export const ORDERS = ['pressing', 'date', 'standard', 'plan'] as const
export type PlanOrder = (typeof ORDERS)[number]

/** Ties keep the plan's own order. */
export function inOrder<Line extends PlanLine>(
  actions: readonly Line[],
  order: PlanOrder,
  edition: Edition,
  today: Day,
): readonly Line[] {
  const key = sortKey(order, edition, today)
  return actions
    .map((action) => ({ action, key: key(action) }))
    .sort((a, b) => compare(a.key, b.key) || a.action.position - b.action.position)
    .map(({ action }) => action)
}

type SortKey = readonly (number | string)[]

function sortKey(order: PlanOrder, edition: Edition, today: Day): (action: PlanLine) => SortKey {
  const places = new Map(edition.indicators.map((indicator, place) => [indicator.id, place]))
  const priorities = new Map(edition.priorities.map((priority, place) => [priority.id, place]))
  const done = (action: PlanLine) => (action.completedOn === null ? 0 : 1)
  // What was done last comes first of what is done.
  const when = (action: PlanLine) => (action.completedOn === null ? (action.byWhen ?? '~') : backwards(action.completedOn))
  const pressing = (action: PlanLine): SortKey =>
    done(action)
      ? [1, 0, 0, when(action)]
      : [0, isOverdue(action, today) ? 0 : 1, priorities.get(action.priority ?? '') ?? priorities.size, when(action)]
  switch (order) {
    case 'plan':
      return () => []
    case 'standard':
      return (action) => [places.get(action.indicatorId) ?? places.size, ...pressing(action)]
    case 'date':
      return (action) => [done(action), when(action)]
    case 'pressing':
      return pressing
  }
}

/** A day as a number that is the smaller the later it is. */
function backwards(day: Day): number {
  return -Number(day.replaceAll('-', ''))
}

function compare(a: SortKey, b: SortKey): number {
  for (const [place, one] of a.entries()) {
    const other = b[place] ?? 0
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

function isOverdue({ byWhen, completedOn }: Pick<PlanLine, 'byWhen' | 'completedOn'>, today: Day): boolean {
  return completedOn === null && byWhen !== null && byWhen < today
}

/**
 * What an action stands under, in an order. What has the same heading stands together.
 * `priority` has the place of the priority in the edition, or null for none; `none` is for a list without headings.
 */
export type GroupHeading =
  | { readonly kind: 'none' | 'overdue' | 'due-soon' | 'later' | 'no-date' | 'completed' }
  | { readonly kind: 'priority'; readonly place: number | null }
  | { readonly kind: 'indicator'; readonly id: string }

export function headingOf(action: PlanLine, order: PlanOrder, edition: Edition, today: Day): GroupHeading {
  if (order === 'plan') return { kind: 'none' }
  if (order === 'standard') return { kind: 'indicator', id: action.indicatorId }
  if (action.completedOn !== null) return { kind: 'completed' }
  if (isOverdue(action, today)) return { kind: 'overdue' }
  if (order === 'pressing') {
    const place = edition.priorities.findIndex(({ id }) => id === action.priority)
    return { kind: 'priority', place: place < 0 ? null : place }
  }
  if (action.byWhen === null) return { kind: 'no-date' }
  return { kind: action.byWhen <= addDays(today, DUE_SOON_DAYS) ? 'due-soon' : 'later' }
}

/** Actions under one heading. */
export interface ActionGroup<Line extends PlanLine> {
  readonly heading: GroupHeading
  /** True where the page before ended with actions under the same heading. */
  readonly continued: boolean
  readonly actions: readonly Line[]
}

/**
 * A page of actions under their headings.
 * @param actions in their order
 * @param before the last action of the page before
 */
export function grouped<Line extends PlanLine>(
  actions: readonly Line[],
  before: PlanLine | undefined,
  order: PlanOrder,
  edition: Edition,
  today: Day,
): readonly ActionGroup<Line>[] {
  const groups: { heading: GroupHeading; continued: boolean; actions: Line[] }[] = []
  const last = before && headingOf(before, order, edition, today)
  for (const action of actions) {
    const heading = headingOf(action, order, edition, today)
    const open = groups.at(-1)
    if (open && sameHeading(open.heading, heading)) open.actions.push(action)
    else groups.push({ heading, continued: !open && last !== undefined && sameHeading(last, heading), actions: [action] })
  }
  return groups
}

function sameHeading(a: GroupHeading, b: GroupHeading): boolean {
  if (a.kind === 'priority' && b.kind === 'priority') return a.place === b.place
  if (a.kind === 'indicator' && b.kind === 'indicator') return a.id === b.id
  return a.kind === b.kind
}

/** Where an action is moved to. `up` and `down` change places with the neighbour; `before` and `after` another action. */
export type Move =
  | { readonly to: 'top' }
  | { readonly to: 'up' | 'down' }
  | { readonly to: 'before' | 'after'; readonly other: string }

/** Whether an action says all that somebody who takes a suggestion says: then it is that suggestion, taken before. */
export function says(action: ActionWords, taken: TakenSuggestion): boolean {
  return (
    action.action === taken.suggestion &&
    (taken.byWhom === '' || action.byWhom === taken.byWhom) &&
    (taken.byWhen === null || action.byWhen === taken.byWhen)
  )
}

/** Whether what somebody says about a suggestion can be added to an action without taking anything from it. */
export function hasRoomFor(action: ActionWords & Pick<PlanLine, 'completedOn'>, taken: TakenSuggestion): boolean {
  return (
    action.completedOn === null &&
    action.action === taken.suggestion &&
    (taken.byWhom === '' || action.byWhom === '' || action.byWhom === taken.byWhom) &&
    (taken.byWhen === null || action.byWhen === null || action.byWhen === taken.byWhen)
  )
}

/** A suggested action that somebody takes into the plan. */
export interface TakenSuggestion {
  readonly suggestion: string
  /** Empty while nobody is named. */
  readonly byWhom: string
  readonly byWhen: Day | null
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
