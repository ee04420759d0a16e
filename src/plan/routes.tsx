import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may, roleMay } from '../accounts/index.ts'
import { CHOICE, type Form, found, idOrNew, isId, Problem, Routes, today, typedDate } from '../platform/index.ts'
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
  type PlanView,
  readAction,
  readCompletion,
  readNewAction,
  readRevision,
  readView,
  VIEW_FORM,
  viewQuery,
  WHOLE_PLAN,
} from './forms.ts'
import type { FindHeader, PlanHeader } from './header.ts'
import { backToPlan, PAGE_SIZE, planPage } from './pages.tsx'
import { anchorOf, paths } from './paths.ts'
import { type DevelopmentAction, filterActions, inOrder, peopleIn, planCounts } from './rules.ts'
import { actionsNamed, findAction, planLines, removedFrom } from './store.ts'

interface PlanPorts {
  /** Tells what stands above a plan, and which plans there are. */
  readonly header: FindHeader
}

/** Names offered where people choose or type one. */
const MOST_PEOPLE = 200

/** The Mentoring Development Plan. */
export function createPlan({ header: findHeader }: PlanPorts): Routes {
  const see = may('see-assessments')
  const change = may('change-plan')

  /** The plan an address names. @throws Problem `not-found` */
  async function openPlan(visit: MemberVisit, c: HonoContext): Promise<{ readonly planId: string; readonly header: PlanHeader }> {
    const planId = c.req.param('plan') ?? ''
    return { planId, header: found(isId(planId) ? await findHeader(visit.own, planId) : null) }
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
    .post(paths.order.pattern, change, { move: CHOICE, ...VIEW_FORM }, async (visit, form, c) => {
      const { planId, header } = await openPlan(visit, c)
      const [, side, actionId] = /^(up|down):(.{36})$/.exec(form.get('move')) ?? []
      const moved = found(side && actionId && isId(actionId) ? { side: side as 'up' | 'down', actionId } : null)
      await moveAction(visit, { organisationId: visit.organisation.id, planId, actionId: moved.actionId }, moved.side)
      // No notice: it would take people to the top of the page, away from what they moved.
      const view = { ...viewIn(form, header), page: await pageOf(visit, planId, moved.actionId) }
      return goTo(visit, planId, view, null, moved.actionId)
    })
    .get(paths.newAction.pattern, change, async (visit, c) => {
      const { planId, header } = await openPlan(visit, c)
      const model = { ...(await withPeople(visit, planId, header)), view: viewOf(c, header) }
      return visit.show(newActionPage({ ...model, id: idOrNew(c.req.query('id')), indicatorId: c.req.query('indicator') ?? '' }))
    })
    .post(paths.newAction.pattern, change, NEW_ACTION_FORM, async (visit, form, c) => {
      const { planId, header } = await openPlan(visit, c)
      const read = readNewAction(form, header.edition, today(visit.clock))
      const added = read.ok ? await addAction(visit, visit.organisation.id, planId, read.value) : null
      if (added?.ok) {
        const id = added.actions[0]?.id ?? ''
        return goTo(visit, planId, { ...WHOLE_PLAN, page: await pageOf(visit, planId, id) }, WORDS.added, id)
      }
      const wrong = read.ok ? { problem: ERRORS.full } : { errors: read.errors }
      const shown = { id: idOrNew(form.get('id')), indicatorId: form.get('indicator'), values: actionValues(form) }
      const model = { ...(await withPeople(visit, planId, header)), view: viewIn(form, header) }
      return visit.show(newActionPage({ ...model, ...shown, ...wrong }), 422)
    })
    .get(paths.action.pattern, change, async (visit, c) => {
      const { planId, header, action } = await openAction(visit, c)
      const model = { ...(await withPeople(visit, planId, header)), view: viewOf(c, header) }
      return visit.show(editActionPage({ ...model, action: here(action) }))
    })
    .post(paths.action.pattern, change, EDIT_FORM, async (visit, form, c) => {
      const { planId, header, action, at } = await openAction(visit, c)
      nothingLost(action, form)
      const view = viewIn(form, header)
      const read = readAction(form, header.edition, today(visit.clock))
      const result = read.ok ? await editAction(visit, at, readRevision(form), read.value) : null
      if (result?.ok) return goTo(visit, planId, view, WORDS.saved, action.id)
      const model = { ...(await withPeople(visit, planId, header)), view, values: actionValues(form) }
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
      if (result?.ok) return goTo(visit, planId, view, WORDS.completed, action.id)
      const values = { completedOn: typedDate(form, 'completedOn'), whatChanged: form.get('whatChanged') }
      const model = { ...where(visit, planId, header), view, values }
      if (!read.ok) return visit.show(completionPage({ ...model, action: madeFrom(form, action), errors: read.errors }), 422)
      return visit.show(completionPage({ ...model, action: result?.current ?? action, stale: true }), 409)
    })
    .post(paths.reopening.pattern, change, VIEW_FORM, async (visit, form, c) => {
      const { planId, header, at } = await openAction(visit, c)
      await reopenAction(visit, at)
      return goTo(visit, planId, viewIn(form, header), WORDS.reopened, at.actionId)
    })
    .post(paths.removal.pattern, change, VIEW_FORM, async (visit, form, c) => {
      const { planId, header, at } = await openAction(visit, c)
      await removeAction(visit, at)
      return visit.go(
        paths.plan.to(
          { organisation: visit.organisation.id, plan: planId },
          { ...viewQuery(viewIn(form, header)), removed: at.actionId },
        ),
      )
    })
    .post(paths.restoring.pattern, change, VIEW_FORM, async (visit, form, c) => {
      const { planId, header, at } = await openAction(visit, c)
      await restoreAction(visit, at)
      return goTo(visit, planId, viewIn(form, header), WORDS.restored, at.actionId)
    })
}

async function showPlan(visit: MemberVisit, c: HonoContext, planId: string, header: PlanHeader): Promise<Response> {
  const { edition } = header
  const day = today(visit.clock)
  const lines = await planLines(visit.own, planId)
  const asked = viewOf(c, header)
  const matching = inOrder(filterActions(lines, asked.filter, edition, day), asked.order, edition)
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_SIZE))
  const view = { ...asked, page: Math.min(asked.page, pages) }
  const canChange = roleMay(visit.role, 'change-plan')
  const shown = matching.slice((view.page - 1) * PAGE_SIZE, view.page * PAGE_SIZE)
  return visit.show(
    planPage({
      organisationId: visit.organisation.id,
      planId,
      header,
      counts: planCounts(lines, day),
      people: peopleIn(lines).slice(0, MOST_PEOPLE),
      view,
      matching: matching.length,
      pages,
      actions: await actionsNamed(
        visit.own,
        planId,
        shown.map(({ id }) => id),
      ),
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

function where(visit: MemberVisit, planId: string, { edition }: PlanHeader) {
  return { organisationId: visit.organisation.id, planId, edition }
}

/** The same, with the names to offer for "By who?". */
async function withPeople(visit: MemberVisit, planId: string, header: PlanHeader) {
  const people = peopleIn(await planLines(visit.own, planId)).slice(0, MOST_PEOPLE)
  return { ...where(visit, planId, header), people: people.map(({ name }) => name) }
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

/** Back to the plan as it was looked at, where the action stands. */
function goTo(visit: MemberVisit, planId: string, view: PlanView, notice: string | null, actionId: string): Response {
  return visit.go(`${backToPlan(visit.organisation.id, planId, view).href}#${anchorOf(actionId)}`, notice ?? undefined)
}

/** The page of the whole plan, in its own order, that an action is on. */
async function pageOf(visit: MemberVisit, planId: string, actionId: string): Promise<number> {
  const place = (await planLines(visit.own, planId)).findIndex(({ id }) => id === actionId)
  return Math.max(1, Math.ceil((place + 1) / PAGE_SIZE))
}
