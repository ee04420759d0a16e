import { Filters, Select } from '../ui/index.ts'
import { ASKED, COLUMNS, ORDER_WORDS, SHOW_WORDS, viewWords } from './content.ts'
import { type PlanView, viewQuery } from './forms.ts'
import type { PlanHeader } from './header.ts'
import { paths } from './paths.ts'
import { isFiltered, NO_FILTER, ORDERS, SHOWS } from './rules.ts'

interface ChoosingModel {
  readonly organisationId: string
  readonly planId: string
  readonly header: PlanHeader
  readonly people: readonly { readonly key: string; readonly name: string }[]
  readonly view: PlanView
}

/** The ways to look at a plan. */
export function Views({ model: { view, organisationId, planId } }: { model: ChoosingModel }) {
  return (
    <nav class="app-plan-views" aria-label="Ways to look at the plan" data-part="views">
      <ul>
        {ORDERS.map((order) => (
          <li>
            <a
              class="app-plan-views__link"
              href={paths.plan.to({ organisation: organisationId, plan: planId }, viewQuery({ ...view, order, page: 1 }))}
              aria-current={order === view.order ? 'page' : undefined}
            >
              {ORDER_WORDS[order]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What narrows it down. What else is looked at goes along. */
export function ListFilters({ model: { header, people, view, organisationId, planId } }: { model: ChoosingModel }) {
  const { edition } = header
  const { filter } = view
  const address = { organisation: organisationId, plan: planId }
  const unfiltered = viewQuery({ ...view, filter: NO_FILTER, page: 1 })
  // Someone who is no longer named in the plan is still who was asked for.
  const person = people.find(({ key }) => key === filter.person)?.name ?? filter.person
  const gone = people.some(({ key }) => key === filter.person) ? null : filter.person
  return (
    <Filters
      action={paths.plan.to(address)}
      label="Choose which actions to see"
      summary="Filter"
      now={viewWords(filter, person, edition)}
      clear={isFiltered(filter) ? { href: paths.plan.to(address, unfiltered), text: 'Show all actions' } : null}
      atOnce
    >
      {Object.entries(unfiltered).map(([name, value]) =>
        value === null ? null : <input type="hidden" name={name} value={String(value)} />,
      )}
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
        label={ASKED.byWhom.label}
        value={filter.person ?? ''}
        items={[
          { value: '', text: 'Everyone' },
          ...people.map(({ key, name }) => ({ value: key, text: name })),
          gone !== null && { value: gone, text: gone },
        ]}
      />
      {edition.priorities.length > 0 && (
        <Select
          name="priority"
          label={COLUMNS.priority}
          value={filter.priority ?? ''}
          items={[
            { value: '', text: 'All priorities' },
            ...edition.priorities.map(({ id, label }) => ({ value: id, text: label })),
          ]}
        />
      )}
      <Select
        name="show"
        label="Show"
        value={filter.show ?? ''}
        items={[{ value: '', text: 'All actions' }, ...SHOWS.map((show) => ({ value: show, text: SHOW_WORDS[show] }))]}
      />
    </Filters>
  )
}
