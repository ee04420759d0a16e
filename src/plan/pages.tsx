import { SupportContact, type WorkedExample } from '../frameworks/index.ts'
import { type Day, newId, type Page } from '../platform/index.ts'
import {
  Button,
  Details,
  EmptyState,
  Form,
  formatDate,
  NotificationBanner,
  PageHeading,
  Pagination,
  plural,
  SummaryList,
  VisuallyHidden,
} from '../ui/index.ts'
import { ListFilters, Views } from './choosing.tsx'
import { Priority } from './components.tsx'
import { ASKED, COLUMNS, countsSentence, HEADER, headingWords, PLAN_TITLE, planNeeds, WORDS } from './content.ts'
import { type PlanView, viewQuery } from './forms.ts'
import type { PlanHeader } from './header.ts'
import { PlanList } from './list.tsx'
import { paths } from './paths.ts'
import {
  type ActionGroup,
  type DevelopmentAction,
  isFiltered,
  MOST_REMOVED,
  NO_FILTER,
  type PlanCounts,
  type RemovedAction,
} from './rules.ts'
import { ViewFields } from './ways.tsx'

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
  /** This page's actions, under their headings. */
  readonly groups: readonly ActionGroup<DevelopmentAction>[]
  readonly ends: readonly (string | undefined)[]
  readonly today: Day
  readonly canChange: boolean
  /** An action just taken away, offered back. */
  readonly removed: DevelopmentAction | null
  /** What was taken away before, the latest first; for people who may put it back. */
  readonly removedLately: readonly RemovedAction[]
}

export function planPage(model: PlanModel): Page {
  const { header, counts, canChange, organisationId, planId, view } = model
  const address = { organisation: organisationId, plan: planId }
  const add = canChange && <Button href={paths.newAction.to(address, { ...viewQuery(view), id: newId() })}>Add an action</Button>
  const { from } = view
  return {
    title: PLAN_TITLE,
    module: 'list.js',
    back: from && from !== 'indicator' ? header.origins[from] : header.back,
    body: (
      <div class="app-plan-page">
        <PageHeading caption={header.title}>{PLAN_TITLE}</PageHeading>
        {model.removed && canChange && <Undo model={model} removed={model.removed} />}
        <Facts header={header} />
        {counts.total === 0 ? (
          <>
            <EmptyState title={WORDS.empty} action={add}>
              {WORDS.emptyText}
            </EmptyState>
            {header.edition.workedExample && <Example example={header.edition.workedExample} header={header} />}
          </>
        ) : (
          <>
            <div class="app-plan-page__summary">
              <p class="govuk-body-l">{countsSentence(counts)}</p>
              {counts.needsOwnerOrDate > 0 && <Reminder model={model} />}
              {counts.overdue > 0 && canChange && <p class="govuk-body app-plan-page__advice">{WORDS.overdueAdvice}</p>}
              <div class="govuk-button-group app-plan-page__ways">
                {add}
                {header.downloads.map(({ href, text }) => (
                  <a class="govuk-link" href={href}>
                    {text}
                  </a>
                ))}
              </div>
            </div>
            {(counts.total > 1 || isFiltered(view.filter)) && (
              <>
                <Views model={model} />
                <ListFilters model={model} />
              </>
            )}
            <div data-part="list">
              <List model={model} />
            </div>
          </>
        )}
        <Removed model={model} />
        <SupportContact edition={header.framework ?? header.edition} small />
      </div>
    ),
  }
}

/** Kind, and a way to what it is about: "3 of 8 actions need a person or a date." */
function Reminder({ model: { counts, view, organisationId, planId } }: { model: PlanModel }) {
  const filter = { ...NO_FILTER, show: 'needs-owner-or-date' } as const
  const href = paths.plan.to({ organisation: organisationId, plan: planId }, viewQuery({ ...view, filter, page: 1 }))
  return (
    <p class="govuk-body app-plan-page__reminder">
      <a class="govuk-link" href={href}>
        {planNeeds(counts)}
      </a>{' '}
      {WORDS.needsAdvice}
    </p>
  )
}

/** What an action looks like, for somebody who has none yet. It is no action: nothing counts, prints or exports it. */
function Example({ example, header }: { example: WorkedExample; header: PlanHeader }) {
  const { edition } = header
  const href = header.indicator(example.indicatorId)
  const name = headingWords({ kind: 'indicator', id: example.indicatorId }, edition)
  return (
    <section class="app-plan-example" aria-labelledby="example-heading">
      <h2 class="govuk-heading-s" id="example-heading">
        <strong class="govuk-tag app-plan-example__tag">{WORDS.example}</strong> {example.action}
      </h2>
      <SummaryList
        noBorder
        class="app-plan-example__facts"
        rows={[
          {
            key: COLUMNS.indicator,
            value: href ? (
              <a class="govuk-link" href={href}>
                {name}
              </a>
            ) : (
              name
            ),
          },
          example.byWhom && { key: ASKED.byWhom.label, value: example.byWhom },
          example.byWhen && { key: ASKED.byWhen.label, value: example.byWhen },
          example.priority && { key: COLUMNS.priority, value: <Priority id={example.priority} edition={edition} /> },
        ]}
      />
      <p class="govuk-body-s app-plan-example__note">{WORDS.exampleText}</p>
    </section>
  )
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

function List({ model }: { model: PlanModel }) {
  const { view, matching, organisationId, planId, header, canChange, groups, today, ends } = model
  if (matching === 0)
    return (
      <p class="govuk-body" data-showing>
        {WORDS.noneMatch}
      </p>
    )
  const canMove = canChange && view.order === 'plan' && !isFiltered(view.filter)
  const list = <PlanList {...{ organisationId, planId, header, groups, today, view, canChange, canMove, ends }} />
  return (
    <>
      <p
        class={`govuk-body app-plan-page__showing${isFiltered(view.filter) || model.pages > 1 ? '' : ' govuk-visually-hidden'}`}
        data-showing
      >
        {showing(model)}
      </p>
      {canMove ? (
        <Form
          action={paths.order.to({ organisation: organisationId, plan: planId })}
          data={{ 'data-order': true, 'data-first': String(firstOf(view)), 'data-total': String(matching) }}
        >
          <ViewFields view={view} />
          {list}
        </Form>
      ) : (
        list
      )}
      <Pages model={model} />
    </>
  )
}

/** The place of a page's first action. */
const firstOf = (view: PlanView) => (view.page - 1) * PAGE_SIZE + 1

/** "Showing 51 to 100 of 124 actions, out of 300." */
function showing({ view, matching, pages, groups, counts }: PlanModel): string {
  const first = firstOf(view)
  const shown = groups.reduce((sum, { actions }) => sum + actions.length, 0)
  const range = pages > 1 ? `${first} to ${first + shown - 1} of ` : ''
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
      <p class="govuk-body">{WORDS.youRemoved(removed.action)}</p>
      <Form action={paths.restoring.to(where)}>
        <ViewFields view={model.view} />
        <Button kind="secondary">{WORDS.putBack}</Button>
      </Form>
    </NotificationBanner>
  )
}

/** Folded, as removed evidence is: what was just removed stands in plain sight at the top. */
function Removed({ model: { organisationId, planId, view, removed, removedLately } }: { model: PlanModel }) {
  const others = removedLately.filter(({ id }) => id !== removed?.id)
  if (others.length === 0) return null
  return (
    <Details class="app-plan-removed" summary={WORDS.removed}>
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
