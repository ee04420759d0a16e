import { SupportContact } from '../frameworks/index.ts'
import { type Day, newId, type Page } from '../platform/index.ts'
import {
  Button,
  Details,
  EmptyState,
  Filters,
  Form,
  formatDate,
  NotificationBanner,
  PageHeading,
  Pagination,
  plural,
  Select,
  SummaryList,
  VisuallyHidden,
} from '../ui/index.ts'
import { COLUMNS, countsSentence, HEADER, ORDER_WORDS, PLAN_TITLE, SHOW_WORDS, viewWords, WORDS } from './content.ts'
import { type PlanView, viewQuery, WHOLE_PLAN } from './forms.ts'
import type { PlanHeader } from './header.ts'
import { paths } from './paths.ts'
import { type DevelopmentAction, isFiltered, MOST_REMOVED, ORDERS, type PlanCounts, type RemovedAction, SHOWS } from './rules.ts'
import { PlanTable } from './table.tsx'

export interface PlanModel {
  readonly organisationId: string
  readonly planId: string
  readonly header: PlanHeader
  readonly counts: PlanCounts
  readonly people: readonly { readonly key: string; readonly name: string }[]
  readonly view: PlanView
  /** How many actions pass the filter, on all pages. */
  readonly matching: number
  readonly pages: number
  /** This page's actions. */
  readonly actions: readonly DevelopmentAction[]
  readonly ends: readonly (string | undefined)[]
  readonly today: Day
  readonly canChange: boolean
  /** An action just taken away, offered back. */
  readonly removed: DevelopmentAction | null
  /** What was taken away before, the latest first; for people who may put it back. */
  readonly removedLately: readonly RemovedAction[]
}

export function planPage(model: PlanModel): Page {
  const { header, counts, canChange, organisationId, planId } = model
  const address = { organisation: organisationId, plan: planId }
  const add = canChange && (
    <Button href={paths.newAction.to(address, { ...viewQuery(model.view), id: newId() })}>Add an action</Button>
  )
  return {
    title: PLAN_TITLE,
    back: header.back,
    body: (
      <div class="app-plan-page">
        <PageHeading caption={header.title}>{PLAN_TITLE}</PageHeading>
        {model.removed && canChange && <Undo model={model} removed={model.removed} />}
        <Facts header={header} />
        {counts.total === 0 ? (
          <EmptyState title={WORDS.empty} action={add}>
            {WORDS.emptyText}
          </EmptyState>
        ) : (
          <>
            <div class="app-plan-page__summary">
              <p class="govuk-body-l">{countsSentence(counts)}</p>
              {counts.overdue > 0 && canChange && (
                <p class="govuk-body app-plan-page__advice">Plans change. If a date no longer fits, give the action a new one.</p>
              )}
              <div class="govuk-button-group app-plan-page__ways">
                {add}
                {header.downloads.map(({ href, text }) => (
                  <a class="govuk-link" href={href}>
                    {text}
                  </a>
                ))}
              </div>
            </div>
            {(counts.total > 1 || isChosen(model.view)) && <ListFilters model={model} />}
            <List model={model} />
          </>
        )}
        <RemovedLately model={model} />
        <SupportContact edition={header.framework ?? header.edition} small />
      </div>
    ),
  }
}

function Facts({ header: { completedOn, completedBy, nextReviewOn, reviewedBy } }: { header: PlanHeader }) {
  const facts = { completedOn, completedBy, nextReviewOn, reviewedBy }
  const day = (value: Day | null) => (value ? formatDate(value) : WORDS.notSet)
  // Four times "not yet" would only be in the way of the plan.
  if (Object.values(facts).every((value) => !value))
    return <p class="govuk-body app-plan-page__not-completed">{WORDS.notCompleted}</p>
  return (
    <SummaryList
      class="app-plan-page__facts"
      rows={[
        { key: HEADER.completedOn, value: day(completedOn) },
        { key: HEADER.completedBy, value: completedBy || WORDS.notSet },
        { key: HEADER.nextReviewOn, value: day(nextReviewOn) },
        { key: HEADER.reviewedBy, value: reviewedBy || WORDS.notSet },
      ]}
    />
  )
}

function ListFilters({ model: { header, people, view, organisationId, planId } }: { model: PlanModel }) {
  const { edition } = header
  const { filter, order } = view
  const action = paths.plan.to({ organisation: organisationId, plan: planId })
  // Someone who is no longer named in the plan is still who was asked for.
  const person = people.find(({ key }) => key === filter.person)?.name ?? filter.person
  const gone = people.some(({ key }) => key === filter.person) ? null : filter.person
  return (
    <Filters
      action={action}
      label="Choose which actions to see"
      summary="Filter and sort"
      now={viewWords(filter, person, order, edition)}
      clear={isChosen(view) ? { href: action, text: 'Show all, in our own order' } : null}
    >
      <Select
        name="standard"
        label={COLUMNS.standard}
        value={filter.standard === null ? '' : String(filter.standard)}
        items={[
          { value: '', text: 'All standards' },
          ...edition.standards.map(({ number, title }) => ({ value: String(number), text: `${number} ${title}` })),
        ]}
      />
      <Select
        name="person"
        label={COLUMNS.byWhom}
        value={filter.person ?? ''}
        items={[
          { value: '', text: 'Everyone' },
          ...people.map(({ key, name }) => ({ value: key, text: name })),
          gone !== null && { value: gone, text: gone },
        ]}
      />
      <Select
        name="priority"
        label={COLUMNS.priority}
        value={filter.priority ?? ''}
        items={[
          { value: '', text: 'All priorities' },
          ...edition.priorities.map(({ id, label }) => ({ value: id, text: label })),
        ]}
      />
      <Select
        name="show"
        label="Show"
        value={filter.show ?? ''}
        items={[{ value: '', text: 'All actions' }, ...SHOWS.map((show) => ({ value: show, text: SHOW_WORDS[show] }))]}
      />
      <Select
        name="order"
        label="In the order of"
        value={order}
        items={ORDERS.map((each) => ({ value: each, text: ORDER_WORDS[each] }))}
      />
    </Filters>
  )
}

/** True when this is not simply the plan, in its own order. */
function isChosen({ filter, order }: PlanView): boolean {
  return isFiltered(filter) || order !== 'plan'
}

function List({ model }: { model: PlanModel }) {
  const { view, matching, pages, actions, organisationId, planId, header, canChange } = model
  if (matching === 0) return <p class="govuk-body">{WORDS.noneMatch}</p>
  const canMove = canChange && view.order === 'plan' && !isFiltered(view.filter)
  const { edition } = header
  const { today, ends } = model
  const table = <PlanTable {...{ organisationId, planId, edition, actions, today, view, canChange, canMove, ends }} />
  return (
    <>
      {(isFiltered(view.filter) || pages > 1) && <p class="govuk-body app-plan-page__showing">{showing(model)}</p>}
      {canMove ? (
        <Form action={paths.order.to({ organisation: organisationId, plan: planId })}>
          <ViewFields view={view} />
          {table}
        </Form>
      ) : (
        table
      )}
      <Pages model={model} />
    </>
  )
}

/** "Showing 51 to 100 of 124 actions, out of 300." */
function showing({ view, matching, pages, actions, counts }: PlanModel): string {
  const first = (view.page - 1) * PAGE_SIZE + 1
  const range = pages > 1 ? `${first} to ${first + actions.length - 1} of ` : ''
  const rest = matching < counts.total ? `, out of ${counts.total} in the plan` : ''
  return `Showing ${range}${plural(matching, 'action', 'actions')}${rest}.`
}

/** Actions on one page. */
export const PAGE_SIZE = 50

function Pages({ model: { pages, view, organisationId, planId } }: { model: PlanModel }) {
  if (pages <= 1) return null
  const to = (page: number) => paths.plan.to({ organisation: organisationId, plan: planId }, viewQuery({ ...view, page }))
  const near = [1, view.page - 1, view.page, view.page + 1, pages].filter((page) => page >= 1 && page <= pages)
  const numbers = [...new Set(near)]
  return (
    <Pagination
      previous={view.page > 1 ? { href: to(view.page - 1) } : null}
      next={view.page < pages ? { href: to(view.page + 1) } : null}
      items={numbers.flatMap((number, index) => {
        const item = { number, href: to(number), current: number === view.page }
        return index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? [{ ellipsis: true as const }, item] : [item]
      })}
    />
  )
}

function Undo({ model, removed }: { model: PlanModel; removed: DevelopmentAction }) {
  const where = { organisation: model.organisationId, plan: model.planId, action: removed.id }
  return (
    <NotificationBanner kind="success" title="Done" class="app-plan-page__undo">
      <p class="govuk-body">You removed “{removed.action}”.</p>
      <Form action={paths.restoring.to(where)}>
        <ViewFields view={model.view} />
        <Button kind="secondary">{WORDS.putBack}</Button>
      </Form>
    </NotificationBanner>
  )
}

/** Folded, as removed evidence is: what was just removed stands in plain sight at the top. */
function RemovedLately({ model: { organisationId, planId, view, removed, removedLately } }: { model: PlanModel }) {
  const others = removedLately.filter(({ id }) => id !== removed?.id)
  if (others.length === 0) return null
  return (
    <Details class="app-plan-removed" summary={WORDS.removedLately}>
      <p class="govuk-body">{WORDS.putBackWhich(removedLately.length === MOST_REMOVED)}</p>
      <ul class="app-plan-removed__list">
        {others.map(({ id, action, indicatorId, removedAt }) => (
          <li class="app-plan-removed__item">
            <div>
              <p class="app-plan-removed__action" dir="auto">
                {action}
              </p>
              <p class="app-plan-removed__facts">{`About ${indicatorId}. Removed on ${formatDate(removedAt)}.`}</p>
            </div>
            <Form action={paths.restoring.to({ organisation: organisationId, plan: planId, action: id })}>
              <ViewFields view={view} />
              <Button kind="secondary">
                {WORDS.putBack} <VisuallyHidden>{action}</VisuallyHidden>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** Carries the way the plan was looked at through a form, so that people come back to it. */
export function ViewFields({ view }: { view: PlanView }) {
  return (
    <>
      {Object.entries(viewQuery(view)).map(([name, value]) =>
        value === null ? null : <input type="hidden" name={`view-${name}`} value={String(value)} />,
      )}
    </>
  )
}

/** The plan's address, as it was looked at. */
export function backToPlan(organisationId: string, planId: string, view: PlanView = WHOLE_PLAN): { href: string; text: string } {
  return { href: paths.plan.to({ organisation: organisationId, plan: planId }, viewQuery(view)), text: 'Back to the plan' }
}
