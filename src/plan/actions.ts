import { mustAllow } from '../accounts/index.ts'
import { audit, type Context, found, instant, newId, type OwnedTx, ownedBy } from '../platform/index.ts'
import type { Completion, NewAction } from './forms.ts'
import {
  type ActionWords,
  type DevelopmentAction,
  hasRoomFor,
  MOST_ACTIONS,
  type Move,
  nextPosition,
  says,
  type TakenSuggestion,
} from './rules.ts'
import {
  actionsAbout,
  actionsWithIds,
  findAction,
  firstPosition,
  insertActions,
  makeRoom,
  neighbour,
  sizeOf,
  updateAction,
} from './store.ts'

/** Who does it, and when: all that an action inside someone else's transaction needs. */
type By = Pick<Context, 'actor' | 'clock'>

/** One action of one organisation's plan. */
export interface ActionAt {
  readonly organisationId: string
  readonly planId: string
  readonly actionId: string
}

export type ActionsAdded =
  /** In the order given. Those that were there already, from a form sent twice, are among them. */
  | { readonly ok: true; readonly actions: readonly DevelopmentAction[] }
  /** There would be too many; none was added. */
  | { readonly ok: false; readonly because: 'full' }

/**
 * Adds actions at the end of a plan, inside the transaction of another verb, which has asked whether this person may. The caller
 * has made sure that the indicators and priorities are the edition's.
 */
export async function addActionsIn(own: OwnedTx, by: By, planId: string, actions: readonly NewAction[]): Promise<ActionsAdded> {
  const taken = await actionsWithIds(
    own,
    actions.map(({ id }) => id),
  )
  const about = new Map<string, readonly DevelopmentAction[]>()
  for (const { indicatorId } of actions)
    if (!about.has(indicatorId)) about.set(indicatorId, await actionsAbout(own, planId, indicatorId))
  // Once is enough for what is still to be done, word for word: whoever goes back to a form and sends it again may have another id.
  const already = (action: NewAction) =>
    about.get(action.indicatorId)?.find((known) => known.completedOn === null && sameWords(known, action)) ??
    sentAlready(taken.get(action.id), planId, action)
  const size = await sizeOf(own, planId)
  if (size.present + actions.filter((action) => !already(action)).length > MOST_ACTIONS) return { ok: false, because: 'full' }

  let last = size.last
  const result: DevelopmentAction[] = []
  const fresh: DevelopmentAction[] = []
  for (const action of actions) {
    const known = already(action)
    if (known) {
      result.push(known)
      continue
    }
    last = nextPosition(last)
    // Another action has this id when someone went back to a form they had sent and wrote something new in it.
    const id = taken.has(action.id) || fresh.some((other) => other.id === action.id) ? newId() : action.id
    const rest = { planId, position: last, completedOn: null, whatChanged: '', revision: 1 }
    const made = { ...wordsOf(action), id, indicatorId: action.indicatorId, ...rest }
    fresh.push(made)
    result.push(made)
  }
  const addedAt = instant(by.clock)
  if (fresh.length > 0)
    await insertActions(
      own,
      fresh.map((action) => ({ ...action, addedAt })),
    )
  for (const action of fresh) await auditLine(own, by, 'action.added', action, { indicator: action.indicatorId })
  return { ok: true, actions: result }
}

/** What was made by this very form, and stands as it was sent, done or not. */
function sentAlready(known: (DevelopmentAction & { readonly removed: boolean }) | undefined, planId: string, action: NewAction) {
  return known && !known.removed && known.planId === planId && sameWords(known, action) ? known : null
}

/**
 * Adds an action the framework suggests for an indicator, with who will do it and by when as far as that is known. One that is
 * there already is not added again: what it does not say yet is filled in, and nothing of it is changed.
 * The verb whose transaction it is has asked whether this person may.
 */
export async function takeSuggestionIn(
  own: OwnedTx,
  by: By,
  planId: string,
  indicatorId: string,
  taken: TakenSuggestion,
): Promise<ActionsAdded> {
  const about = await actionsAbout(own, planId, indicatorId)
  const there = about.find((action) => says(action, taken))
  if (there) return { ok: true, actions: [there] }
  const { suggestion, byWhom, byWhen } = taken
  const open = about.find((action) => hasRoomFor(action, taken))
  if (open) {
    const filled = { byWhom: open.byWhom || byWhom, byWhen: open.byWhen ?? byWhen }
    return { ok: true, actions: [await save(own, by, open, 'action.edited', filled)] }
  }
  return addActionsIn(own, by, planId, [{ id: newId(), indicatorId, action: suggestion, byWhom, byWhen, priority: null }])
}

/** `addActionsIn` for one action, in a transaction of its own. */
export function addAction(context: Context, organisationId: string, planId: string, action: NewAction): Promise<ActionsAdded> {
  return context.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, context, 'change-plan')
    return addActionsIn(own, context, planId, [action])
  })
}

export type ActionChanged =
  | { readonly ok: true; readonly action: DevelopmentAction }
  /** Someone else changed it since the form was shown; nothing was saved. */
  | { readonly ok: false; readonly because: 'stale'; readonly current: DevelopmentAction }

/** Changes what an action says. @param revision of the action the form was made from */
export function editAction(context: Context, at: ActionAt, revision: number, words: ActionWords): Promise<ActionChanged> {
  return change(context, at, async (own, current) => {
    // The same words again are the same form sent twice.
    if (sameWords(current, words)) return { ok: true, action: current }
    if (current.revision !== revision) return { ok: false, because: 'stale', current }
    return { ok: true, action: await save(own, context, current, 'action.edited', wordsOf(words)) }
  })
}

/**
 * Records that an action is done and what came of it, or corrects what is recorded. A change to its other words meanwhile is
 * no obstacle; a completion recorded meanwhile by someone else is.
 * @param completion its day is not in the future: `readCompletion` made sure
 */
export function completeAction(context: Context, at: ActionAt, revision: number, completion: Completion): Promise<ActionChanged> {
  return change(context, at, async (own, current) => {
    if (current.completedOn === completion.completedOn && current.whatChanged === completion.whatChanged)
      return { ok: true, action: current }
    const recorded = current.completedOn !== null || current.whatChanged !== ''
    if (recorded && current.revision !== revision) return { ok: false, because: 'stale', current }
    return { ok: true, action: await save(own, context, current, 'action.completed', completion) }
  })
}

/** Opens a completed action again. What changed is kept. */
export function reopenAction(context: Context, at: ActionAt): Promise<ActionChanged> {
  return change(context, at, async (own, current) => {
    if (current.completedOn === null) return { ok: true, action: current }
    return { ok: true, action: await save(own, context, current, 'action.reopened', { completedOn: null }) }
  })
}

/** Takes an action out of the plan, so that it can be put back. Removing it twice is removing it once. */
export function removeAction(context: Context, at: ActionAt): Promise<DevelopmentAction> {
  return setRemoved(context, at, true)
}

/** Puts a removed action back in its place. */
export function restoreAction(context: Context, at: ActionAt): Promise<DevelopmentAction> {
  return setRemoved(context, at, false)
}

/**
 * Moves an action in the plan's own order. Where it stands there already, or can go no further, nothing happens.
 * @throws Problem `not-found` also where the action it should stand beside is no longer in the plan
 */
export function moveAction(context: Context, at: ActionAt, move: Move): Promise<DevelopmentAction> {
  return context.db.write(async (tx) => {
    const own = ownedBy(tx, at.organisationId)
    await mustAllow(own, context, 'change-plan')
    const action = await present(own, at)
    const position = await placeFor(own, action, move)
    if (position === null) return action
    await updateAction(own, action.id, { position })
    await auditLine(own, context, 'action.moved', action, { to: move.to })
    return { ...action, position }
  })
}

/** Makes a place free for an action. @returns its position; null where the action stands there already */
async function placeFor(own: OwnedTx, action: DevelopmentAction, move: Move): Promise<number | null> {
  const { planId, position, id } = action
  if (move.to === 'top') {
    // Before what was removed, too, so that every place it may be put back to stays its own.
    const { first, firstPresent } = await firstPosition(own, planId)
    return firstPresent === position ? null : first - 1
  }
  if (!('other' in move)) {
    const other = await neighbour(own, planId, position, move.to)
    if (other) await updateAction(own, other.id, { position })
    return other?.position ?? null
  }
  const other = await present(own, { organisationId: own.organisationId, planId, actionId: move.other })
  if (other.id === id) return null
  // Going up it takes the place of what it shall stand before, and of what follows what it shall stand after; down, the other way.
  const up = other.position < position
  const beside = move.to === 'before' ? (up ? null : 'up') : up ? 'down' : null
  const place = beside ? await neighbour(own, planId, other.position, beside) : other
  if (!place || place.id === id) return null
  await makeRoom(own, planId, { from: position, to: place.position })
  return place.position
}

function setRemoved(context: Context, at: ActionAt, removed: boolean): Promise<DevelopmentAction> {
  return context.db.write(async (tx) => {
    const own = ownedBy(tx, at.organisationId)
    await mustAllow(own, context, 'change-plan')
    return setRemovedIn(own, context, found(await findAction(own, at.planId, at.actionId)), removed)
  })
}

/**
 * Puts a removed action back, inside the transaction of another verb, which has asked whether this person may. Where the plan has
 * no such action nothing happens.
 */
export async function restoreActionIn(own: OwnedTx, by: By, planId: string, id: string): Promise<void> {
  const action = await findAction(own, planId, id)
  if (action) await setRemovedIn(own, by, action, false)
}

async function setRemovedIn(
  own: OwnedTx,
  by: By,
  action: DevelopmentAction & { readonly removed: boolean },
  removed: boolean,
): Promise<DevelopmentAction> {
  if (action.removed === removed) return action
  await updateAction(own, action.id, { removed_at: removed ? instant(by.clock) : null })
  await auditLine(own, by, removed ? 'action.removed' : 'action.restored', action)
  return action
}

function change(
  context: Context,
  at: ActionAt,
  decide: (own: OwnedTx, current: DevelopmentAction) => Promise<ActionChanged>,
): Promise<ActionChanged> {
  return context.db.write(async (tx) => {
    const own = ownedBy(tx, at.organisationId)
    await mustAllow(own, context, 'change-plan')
    return decide(own, await present(own, at))
  })
}

/** The action, unless it is of another plan or removed. @throws Problem `not-found` */
async function present(own: OwnedTx, { planId, actionId }: ActionAt): Promise<DevelopmentAction> {
  const { removed, ...action } = found(await findAction(own, planId, actionId))
  return found(removed ? null : action)
}

async function save(
  own: OwnedTx,
  by: By,
  current: DevelopmentAction,
  deed: string,
  changes: Partial<ActionWords & Pick<DevelopmentAction, 'completedOn' | 'whatChanged'>>,
): Promise<DevelopmentAction> {
  const action = { ...current, ...changes, revision: current.revision + 1 }
  await updateAction(own, current.id, {
    action: action.action,
    by_whom: action.byWhom,
    by_when: action.byWhen,
    priority: action.priority,
    completed_on: action.completedOn,
    what_changed: action.whatChanged,
    revision: action.revision,
  })
  const changed = Object.keys(changes).filter(
    (field) => field in current && current[field as 'action'] !== action[field as 'action'],
  )
  await auditLine(own, by, deed, action, { changed, revision: action.revision })
  return action
}

function wordsOf({ action, byWhom, byWhen, priority }: ActionWords): ActionWords {
  return { action, byWhom, byWhen, priority }
}

function sameWords(a: ActionWords, b: ActionWords): boolean {
  return a.action === b.action && a.byWhom === b.byWhom && a.byWhen === b.byWhen && a.priority === b.priority
}

function auditLine(
  own: OwnedTx,
  by: By,
  action: string,
  { planId, id }: DevelopmentAction,
  detail: Readonly<Record<string, unknown>> = {},
) {
  return audit(own.tx, by, { organisationId: own.organisationId, action, subject: `plan/${planId}/action/${id}`, detail })
}
