import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may, roleMay } from '../accounts/index.ts'
import { type Day, type Form, found, idOrNew, isId, Problem, Routes, today, typedDate } from '../platform/index.ts'
import { completionPage, completionValues, editActionPage, newActionPage } from './action-pages.tsx'
import {
  type ActionAt,
  addAction,
  completeAction,
  editAction,
  moveAction,
  removeAction,
  reopenAction,
  restoreAction,
} from './actions.ts'
import { ERRORS, WORDS } from './content.ts'
import {
  actionValues,
  COMPLETION_FORM,
  EDIT_FORM,
  NEW_ACTION_FORM,
  ORDER_FORM,
  type PlanView,
  readAction,
  readCompletion,
  readMove,
  readNewAction,
  readRevision,
  readView,
  VIEW_FORM,
  viewQuery,
} from './forms.ts'
import type { FindHeader, PlanHeader } from './header.ts'
import { PAGE_SIZE, planPage } from './pages.tsx'
import { paths } from './paths.ts'
import {
  type DevelopmentAction,
  filterActions,
  grouped,
  inOrder,
  MOST_NAMED,
  NO_FILTER,
  type PlanLine,
  peopleIn,
  planCounts,
} from './rules.ts'
import { actionsNamed, findAction, namesIn, planLines, removedFrom } from './store.ts'
import { backFrom } from './ways.tsx'

interface PlanPorts {
  /** Tells what stands above a plan, and which plans there are. */
  readonly header: FindHeader
}

/** The Mentoring Development Plan. */
export function createPlan({ header: findHeader }: PlanPorts): Routes {
  const see = may('see-assessments')
  const change = may('change-plan')

  /** The plan an address names. @throws Problem `not-found` */
  async function openPlan(visit: MemberVisit, c: HonoContext): Promise<{ readonly planId: string; readonly header: PlanHeader }> {
    const planId = c.req.param('plan') ?? ''
    const header = found(isId(planId) ? await findHeader(visit.own, planId) : null)
    visit.about(header.title)
    return { planId, header }
  }

  /** The action an address names, in that plan. @throws Problem `not-found` */
  async function openAction(visit: MemberVisit, c: HonoContext) {
    const { planId, header } = await openPlan(visit, c)
    const actionId = c.req.param('action') ?? ''
    const action = found(isId(actionId) ? await findAction(visit.own, planId, actionId) : null)
    const at: ActionAt = { organisationId: visit.organisation.id, planId, actionId }
    return { planId, header, action, at }
  }

  return new Routes()
    .get(paths.plan.pattern, see, async (visit, c) => {
      const { planId, header } = await openPlan(visit, c)
      return showPlan(visit, c, planId, header)
    })
    .post(paths.order.pattern, change, ORDER_FORM, async (visit, form, c) => {
      const { planId, header } = await openPlan(visit, c)
      const { actionId, move } = found(readMove(form))
      await moveAction(visit, { organisationId: visit.organisation.id, planId, actionId }, move)
      // No notice: it would take people to the top of the page, away from what they moved.
      return goBack(visit, { planId, header, view: viewIn(form, header) }, null, actionId)
    })
    .get(paths.newAction.pattern, change, async (visit, c) => {
      const { planId, header } = await openPlan(visit, c)
      const model = { ...(await withNames(visit, planId, header)), view: viewOf(c, header) }
      return visit.show(newActionPage({ ...model, id: idOrNew(c.req.query('id')), indicatorId: c.req.query('indicator') ?? '' }))
    })
    .post(paths.newAction.pattern, change, NEW_ACTION_FORM, async (visit, form, c) => {
      const { planId, header } = await openPlan(visit, c)
      const view = viewIn(form, header)
      const read = readNewAction(form, header.edition, today(visit.clock))
      const added = read.ok ? await addAction(visit, visit.organisation.id, planId, read.value) : null
      const [action] = added?.ok ? added.actions : []
      if (action) {
        const seen = showing(view, action, header, today(visit.clock))
        return goBack(visit, { planId, header, view: seen }, WORDS.added, action.id)
      }
      const wrong = read.ok ? { problem: ERRORS.full } : { errors: read.errors }
      const shown = { id: idOrNew(form.get('id')), indicatorId: form.get('indicator'), values: actionValues(form) }
      const model = { ...(await withNames(visit, planId, header)), view }
      return visit.show(newActionPage({ ...model, ...shown, ...wrong }), 422)
    })
    .get(paths.action.pattern, change, async (visit, c) => {
      const { planId, header, action } = await openAction(visit, c)
      const model = { ...(await withNames(visit, planId, header)), view: viewOf(c, header) }
      return visit.show(editActionPage({ ...model, action: here(action) }))
    })
    .post(paths.action.pattern, change, EDIT_FORM, async (visit, form, c) => {
      const { planId, header, action, at } = await openAction(visit, c)
      nothingLost(action, form)
      const view = viewIn(form, header)
      const read = readAction(form, header.edition, today(visit.clock))
      const result = read.ok ? await editAction(visit, at, readRevision(form), read.value) : null
      if (result?.ok) return goBack(visit, { planId, header, view }, WORDS.saved, action.id)
      const model = { ...(await withNames(visit, planId, header)), view, values: actionValues(form) }
      if (!read.ok) return visit.show(editActionPage({ ...model, action: madeFrom(form, action), errors: read.errors }), 422)
      return visit.show(editActionPage({ ...model, action: result?.current ?? action, stale: true }), 409)
    })
    .get(paths.completion.pattern, change, async (visit, c) => {
      const { planId, header, action } = await openAction(visit, c)
      const values = completionValues(here(action), today(visit.clock))
      return visit.show(completionPage({ ...where(visit, planId, header), view: viewOf(c, header), action, values }))
    })
    .post(paths.completion.pattern, change, COMPLETION_FORM, async (visit, form, c) => {
      const { planId, header, action, at } = await openAction(visit, c)
      nothingLost(action, form)
      const view = viewIn(form, header)
      const read = readCompletion(form, today(visit.clock))
      const result = read.ok ? await completeAction(visit, at, readRevision(form), read.value) : null
      if (result?.ok) return goBack(visit, { planId, header, view }, WORDS.completed, action.id)
      const values = { completedOn: typedDate(form, 'completedOn'), whatChanged: form.get('whatChanged') }
      const model = { ...where(visit, planId, header), view, values }
      if (!read.ok) return visit.show(completionPage({ ...model, action: madeFrom(form, action), errors: read.errors }), 422)
      return visit.show(completionPage({ ...model, action: result?.current ?? action, stale: true }), 409)
    })
    .post(paths.reopening.pattern, change, VIEW_FORM, async (visit, form, c) => {
      const { planId, header, at } = await openAction(visit, c)
      await reopenAction(visit, at)
      return goBack(visit, { planId, header, view: viewIn(form, header) }, WORDS.reopened, at.actionId)
    })
    .post(paths.removal.pattern, change, VIEW_FORM, async (visit, form, c) => {
      const { planId, header, action, at } = await openAction(visit, c)
      await removeAction(visit, at)
      const view = viewIn(form, header)
      const indicator = view.from === 'indicator' ? header.indicator(action.indicatorId, at.actionId) : null
      // Where it is offered back, whichever page that is.
      if (indicator) return visit.go(`${indicator}#${ACTIONS_BESIDE}`)
      const query = { ...viewQuery({ ...view, viaAction: false }), removed: at.actionId }
      return visit.go(paths.plan.to({ organisation: visit.organisation.id, plan: planId }, query))
    })
    .post(paths.restoring.pattern, change, VIEW_FORM, async (visit, form, c) => {
      const { planId, header, at } = await openAction(visit, c)
      await restoreAction(visit, at)
      return goBack(visit, { planId, header, view: viewIn(form, header) }, WORDS.restored, at.actionId)
    })
}

/** Where actions stand on the page of an indicator. */
const ACTIONS_BESIDE = 'actions'

/** The lines that a view shows, in its order, on all its pages. */
function linesIn(
  lines: readonly PlanLine[],
  { filter, order }: PlanView,
  { edition }: PlanHeader,
  day: Day,
): readonly PlanLine[] {
  return inOrder(filterActions(lines, filter, edition, day), order, edition, day)
}

async function showPlan(visit: MemberVisit, c: HonoContext, planId: string, header: PlanHeader): Promise<Response> {
  const day = today(visit.clock)
  const lines = await planLines(visit.own, planId)
  const asked = viewOf(c, header)
  const matching = linesIn(lines, asked, header, day)
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_SIZE))
  const view = { ...asked, page: Math.min(asked.page, pages) }
  const canChange = roleMay(visit.role, 'change-plan')
  const first = (view.page - 1) * PAGE_SIZE
  const shown = matching.slice(first, first + PAGE_SIZE)
  const actions = await actionsNamed(
    visit.own,
    planId,
    shown.map(({ id }) => id),
  )
  return visit.show(
    planPage({
      organisationId: visit.organisation.id,
      planId,
      header,
      counts: planCounts(lines, day),
      people: peopleIn(lines).slice(0, MOST_NAMED),
      view,
      matching: matching.length,
      pages,
      groups: grouped(actions, matching[first - 1], view.order, header.edition, day),
      ends: [lines.at(0)?.id, lines.at(-1)?.id],
      today: day,
      canChange,
      removed: await justRemoved(visit, c, planId),
      removedLately: canChange ? await removedFrom(visit.own, planId) : [],
    }),
  )
}

/** The action that the address says was just removed, if it still is. */
async function justRemoved(visit: MemberVisit, c: HonoContext, planId: string): Promise<DevelopmentAction | null> {
  const id = c.req.query('removed') ?? ''
  const action = isId(id) ? await findAction(visit.own, planId, id) : null
  return action?.removed ? action : null
}

function where(visit: MemberVisit, planId: string, header: PlanHeader) {
  return { organisationId: visit.organisation.id, planId, header }
}

/** The same, with the names to offer for who will do it. */
async function withNames(visit: MemberVisit, planId: string, header: PlanHeader) {
  return { ...where(visit, planId, header), names: await namesIn(visit.own, planId), today: today(visit.clock) }
}

/** An action that has been removed can't be looked at, only put back. */
function here(action: DevelopmentAction & { readonly removed: boolean }): DevelopmentAction {
  return found(action.removed ? null : action)
}

/** An action removed while someone was writing about it can't take their words: the page that says so shows them back. */
function nothingLost({ removed }: { readonly removed: boolean }, form: Form): void {
  if (removed) throw new Problem('stale', { form })
}

/** The revision a form was made from stays with it while it is corrected, so that a change by someone else is still noticed. */
function madeFrom(form: Form, action: DevelopmentAction): DevelopmentAction {
  return { ...action, revision: readRevision(form) }
}

function viewOf(c: HonoContext, { edition }: PlanHeader): PlanView {
  return readView((name) => c.req.query(name), edition)
}

function viewIn(form: Form, { edition }: PlanHeader): PlanView {
  return readView((name) => form.get(`view-${name}`), edition)
}

interface Looked {
  readonly planId: string
  readonly header: PlanHeader
  readonly view: PlanView
}

/** Back to where somebody came from, at the action; on the plan, to the page that it stands on now. */
async function goBack(visit: MemberVisit, looked: Looked, notice: string | null, actionId: string): Promise<Response> {
  const { planId, header, view } = looked
  const lines = await planLines(visit.own, planId)
  const action = lines.find(({ id }) => id === actionId) ?? null
  const place = linesIn(lines, view, header, today(visit.clock)).findIndex(({ id }) => id === actionId)
  // Whoever goes through a filter one by one stays in it, although what they have just done takes an action out of it.
  const page = place < 0 ? view.page : Math.floor(place / PAGE_SIZE) + 1
  const way = { organisationId: visit.organisation.id, planId, header, view: { ...view, page } }
  return visit.go(backFrom(way, action).href, notice ?? undefined)
}

/** The same view, without a filter that would hide an action which was just added. */
function showing(view: PlanView, action: PlanLine, { edition }: PlanHeader, day: Day): PlanView {
  return filterActions([action], view.filter, edition, day).length > 0 ? view : { ...view, filter: NO_FILTER }
}
