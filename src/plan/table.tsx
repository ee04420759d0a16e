import type { Edition } from '../frameworks/index.ts'
import type { Day } from '../platform/index.ts'
import { Button, type Child, FormattedText, formatDate, VisuallyHidden } from '../ui/index.ts'
import { Priority, StateTag } from './components.tsx'
import { COLUMNS, WORDS } from './content.ts'
import { type PlanView, viewQuery } from './forms.ts'
import { anchorOf, paths } from './paths.ts'
import { type DevelopmentAction, missingFrom } from './rules.ts'

/** Written out although the elements have them: where a style makes a row a card, browsers would forget it is a row. */
const ROLE = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const

interface PlanTableProps {
  readonly organisationId: string
  readonly planId: string
  readonly edition: Edition
  readonly actions: readonly DevelopmentAction[]
  readonly today: Day
  readonly view: PlanView
  readonly canChange: boolean
  /** True where actions stand in the plan's own order, all of them, so that moving one can be seen. */
  readonly canMove: boolean
  /** Ids of the first and the last action of the plan, which can't move further. */
  readonly ends: readonly (string | undefined)[]
}

/**
 * The plan as the framework lays it out. Where there is no room for its columns each row becomes a card, by style alone; the
 * roles keep it a table for screen readers all the same.
 */
export function PlanTable(props: PlanTableProps) {
  return (
    <table class="app-plan" {...ROLE.table}>
      <caption class="govuk-visually-hidden">Development actions</caption>
      <thead class="app-plan__head" {...ROLE.rowgroup}>
        <tr {...ROLE.row}>
          {Object.entries(COLUMNS).map(([name, word]) => (
            <th class={`app-plan__header app-plan__header--${name}`} {...ROLE.columnheader} scope="col">
              {word}
            </th>
          ))}
          {props.canChange && (
            <th class="app-plan__header app-plan__controls" {...ROLE.columnheader} scope="col">
              <VisuallyHidden>Change</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody {...ROLE.rowgroup}>
        {props.actions.map((action) => (
          <Row {...props} action={action} />
        ))}
      </tbody>
    </table>
  )
}

function Row(props: PlanTableProps & { action: DevelopmentAction }) {
  const { action, edition, today } = props
  const indicator = edition.indicators.find(({ id }) => id === action.indicatorId)
  const standard = edition.standards.find(({ number }) => number === indicator?.standard)
  const missing = missingFrom(action)
  const unset = (needed: boolean) => (needed ? <span class="app-plan__unset">{WORDS.notSet}</span> : null)
  return (
    <tr class="app-plan__row" {...ROLE.row} id={anchorOf(action.id)}>
      <Cell name="action">
        <div class="app-plan__text" dir="auto">
          {action.action}
        </div>
        <StateTag action={action} today={today} />
        {action.completedOn && action.whatChanged && (
          <div class="app-plan__changed">
            <strong>What changed</strong>
            <FormattedText text={action.whatChanged} />
          </div>
        )}
      </Cell>
      <Cell name="standard">{standard ? `${standard.number} ${standard.title}` : null}</Cell>
      <Cell name="indicator">{indicator ? `${indicator.id} ${indicator.shortTitle}` : action.indicatorId}</Cell>
      <Cell name="byWhom">{action.byWhom ? <span dir="auto">{action.byWhom}</span> : unset(missing.owner)}</Cell>
      <Cell name="byWhen">{action.byWhen ? formatDate(action.byWhen) : unset(missing.date)}</Cell>
      <Cell name="priority">{action.priority && <Priority id={action.priority} edition={edition} />}</Cell>
      <Cell name="completedOn">{action.completedOn && formatDate(action.completedOn)}</Cell>
      {props.canChange && <Controls {...props} />}
    </tr>
  )
}

function Cell({ name, children }: { name: keyof typeof COLUMNS; children: Child }) {
  const empty = children === null || children === undefined || children === ''
  return (
    <td class={`app-plan__cell app-plan__cell--${name}${empty ? ' app-plan__cell--empty' : ''}`} {...ROLE.cell}>
      {/* Shown on cards only; a screen reader has the column's header. */}
      <span class="app-plan__label" aria-hidden="true">
        {COLUMNS[name]}
      </span>
      <div class="app-plan__value">{children}</div>
    </td>
  )
}

function Controls({ organisationId, planId, action, view, canMove, ends }: PlanTableProps & { action: DevelopmentAction }) {
  const where = { organisation: organisationId, plan: planId, action: action.id }
  const query = viewQuery(view)
  const about = <VisuallyHidden> “{action.action}”</VisuallyHidden>
  return (
    <td class="app-plan__cell app-plan__controls" {...ROLE.cell}>
      <ul class="app-plan__links">
        <li>
          <a class="govuk-link" href={paths.action.to(where, query)}>
            Change{about}
          </a>
        </li>
        {action.completedOn === null && (
          <li>
            <a class="govuk-link" href={paths.completion.to(where, query)}>
              Complete{about}
            </a>
          </li>
        )}
      </ul>
      {canMove && ends[0] !== ends[1] && (
        <div class="app-plan__moves">
          {action.id !== ends[0] && <Move side="up" action={action} />}
          {action.id !== ends[1] && <Move side="down" action={action} />}
        </div>
      )}
    </td>
  )
}

function Move({ side, action }: { side: 'up' | 'down'; action: DevelopmentAction }) {
  return (
    <Button
      kind="secondary"
      class="app-plan__move"
      name="move"
      value={`${side}:${action.id}`}
      attributes={{ title: `Move ${side}` }}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path
          fill="currentColor"
          d={side === 'up' ? 'M8 3l6 7-1.500 1.300L8 6l-4.500 5.300L2 10z' : 'M8 13L2 6l1.500-1.300L8 10l4.500-5.300L14 6z'}
        />
      </svg>
      <VisuallyHidden>
        Move {side} “{action.action}”
      </VisuallyHidden>
    </Button>
  )
}
