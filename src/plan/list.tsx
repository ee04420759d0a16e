import type { Edition } from '../frameworks/index.ts'
import type { Day } from '../platform/index.ts'
import { Button, type Child, FormattedText, formatDate, VisuallyHidden } from '../ui/index.ts'
import { Priority, StateTag } from './components.tsx'
import { ASKED, COLUMNS, headingWords, WORDS } from './content.ts'
import { type PlanView, viewQuery } from './forms.ts'
import type { PlanHeader } from './header.ts'
import { anchorOf, paths } from './paths.ts'
import { type ActionGroup, actionState, type DevelopmentAction, type GroupHeading, missingFrom } from './rules.ts'

interface PlanListProps {
  readonly organisationId: string
  readonly planId: string
  readonly header: PlanHeader
  readonly groups: readonly ActionGroup<DevelopmentAction>[]
  readonly today: Day
  readonly view: PlanView
  readonly canChange: boolean
  /** True where actions stand in the plan's own order, all of them, so that moving one can be seen. */
  readonly canMove: boolean
  /** Ids of the first and the last action of the plan, which can't move further. */
  readonly ends: readonly (string | undefined)[]
}

/**
 * The actions of a plan under their headings. Each is an item of a list, whose facts have their names beside them: a list stays
 * one on the smallest screen, where a table could only do so by ceasing to be a table. Where there is room, and on paper, the
 * facts stand in columns with the framework's own words above.
 */
export function PlanList(props: PlanListProps) {
  const { groups, header, view, canChange, canMove } = props
  const end = canMove ? ' app-plan-list--moves' : canChange ? ' app-plan-list--changes' : ''
  return (
    <div class={`app-plan-list${end}`}>
      {view.order === 'standard' ? (
        <ByStandard {...props} />
      ) : (
        groups.map((group) => (
          <Group words={wordsAbove(group, header.edition)}>
            <Actions {...props} under={group.heading} actions={group.actions} />
          </Group>
        ))
      )}
    </div>
  )
}

/** Standards, in them their indicators, each named once, and their actions beneath. */
function ByStandard(props: PlanListProps) {
  const { groups, header } = props
  const { edition } = header
  const numberOf = ({ heading }: ActionGroup<DevelopmentAction>) =>
    edition.indicators.find(({ id }) => heading.kind === 'indicator' && id === heading.id)?.standard ?? null
  const numbers = [...new Set(groups.map(numberOf))]
  return (
    <>
      {numbers.map((number) => {
        const standard = edition.standards.find((each) => each.number === number)
        return (
          <Group words={standard ? `${standard.number}. ${standard.title}` : WORDS.otherIndicators}>
            {groups
              .filter((group) => numberOf(group) === number)
              .map((group) => (
                <>
                  <h3 class="govuk-heading-s app-plan__indicator">
                    <IndicatorName {...props} id={group.heading.kind === 'indicator' ? group.heading.id : ''} />
                    {group.continued && WORDS.continued}
                  </h3>
                  <Actions {...props} under={group.heading} actions={group.actions} />
                </>
              ))}
          </Group>
        )
      })}
    </>
  )
}

function wordsAbove({ heading, continued }: ActionGroup<DevelopmentAction>, edition: Edition): string {
  return `${headingWords(heading, edition)}${continued && heading.kind !== 'none' ? WORDS.continued : ''}`
}

/** A group under its heading, and on that line the names of the columns, for those who see them: the facts have theirs. */
function Group({ words, children }: { words: string; children: Child }) {
  const Element = words === '' ? 'div' : 'section'
  return (
    <Element class="app-plan__group">
      <div class="app-plan__head">
        {words !== '' && <h2 class="govuk-heading-m app-plan__heading">{words}</h2>}
        <div class="app-plan__columns" aria-hidden="true">
          <span>
            {ASKED.byWhom.label} <small>{ASKED.byWhom.framework}</small>
          </span>
          <span>
            {ASKED.byWhen.label} <small>{ASKED.byWhen.framework}</small>
          </span>
          <span>{COLUMNS.priority}</span>
          <span class="app-plan__columns-last">{COLUMNS.completedOn}</span>
        </div>
      </div>
      {children}
    </Element>
  )
}

function IndicatorName({ header, id }: Pick<PlanListProps, 'header'> & { id: string }) {
  const words = headingWords({ kind: 'indicator', id }, header.edition)
  const href = header.indicator(id)
  if (href === null) return <>{words}</>
  return (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  )
}

type Listed = PlanListProps & { readonly under: GroupHeading }

function Actions({ actions, ...props }: Listed & { actions: readonly DevelopmentAction[] }) {
  return (
    <ul class="app-plan">
      {actions.map((action) => (
        <Item {...props} action={action} />
      ))}
    </ul>
  )
}

function Item(props: Listed & { action: DevelopmentAction }) {
  const { action, header, today, under } = props
  const { edition } = header
  const missing = missingFrom(action)
  const state = actionState(action, today)
  // What the heading says of all of them is not said of each.
  const told = state === under.kind || state === 'open'
  return (
    <li class="app-plan__item" id={anchorOf(action.id)} data-action={action.id}>
      <div class="app-plan__what">
        <p class="app-plan__text" dir="auto">
          {action.action}
        </p>
        {(!told || under.kind !== 'indicator') && (
          <p class="app-plan__about">
            {!told && <StateTag action={action} today={today} />}
            {under.kind !== 'indicator' && <IndicatorName header={header} id={action.indicatorId} />}
          </p>
        )}
        {action.completedOn && action.whatChanged && (
          <div class="app-plan__changed">
            <strong>What changed</strong>
            <FormattedText text={action.whatChanged} />
          </div>
        )}
      </div>
      <dl class="app-plan__facts">
        <Fact name="byWhom" label={ASKED.byWhom.label}>
          {action.byWhom ? <span dir="auto">{action.byWhom}</span> : unset(missing.owner)}
        </Fact>
        <Fact name="byWhen" label={ASKED.byWhen.label}>
          {action.byWhen ? formatDate(action.byWhen) : unset(missing.date)}
        </Fact>
        <Fact name="priority" label={COLUMNS.priority}>
          {action.priority && <Priority id={action.priority} edition={edition} />}
        </Fact>
        <Fact name="completedOn" label={COLUMNS.completedOn}>
          {action.completedOn && formatDate(action.completedOn)}
        </Fact>
      </dl>
      {props.canChange && <Controls {...props} />}
    </li>
  )
}

/** Something that is still to be said; null for what needs nothing more. */
function unset(needed: boolean): Child {
  return needed ? <span class="app-plan__unset">{WORDS.notSet}</span> : null
}

/** A fact with its name; nothing at all where there is none. */
function Fact({ name, label, children }: { name: string; label: string; children: Child }) {
  if (!children) return null
  return (
    <div class={`app-plan__fact app-plan__fact--${name}`}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Controls({ organisationId, planId, action, view, canMove, ends }: Listed & { action: DevelopmentAction }) {
  const where = { organisation: organisationId, plan: planId, action: action.id }
  const query = viewQuery(view)
  const about = <VisuallyHidden> “{action.action}”</VisuallyHidden>
  return (
    <div class="app-plan__controls">
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
          {/* A script that lets people drag shows it; the buttons do the same. */}
          <span class="app-plan__grip" data-grip aria-hidden="true">
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
              <path fill="currentColor" d="M5 2h2v2H5zm4 0h2v2H9zM5 7h2v2H5zm4 0h2v2H9zM5 12h2v2H5zm4 0h2v2H9z" />
            </svg>
          </span>
          {action.id !== ends[0] && <MoveButton to="top" action={action} />}
          {action.id !== ends[0] && <MoveButton to="up" action={action} />}
          {action.id !== ends[1] && <MoveButton to="down" action={action} />}
        </div>
      )}
    </div>
  )
}

const MOVES = {
  top: { words: 'Move to top', shape: 'M2 1h12v2H2zM8 5l6 7-1.500 1.300L8 8l-4.500 5.300L2 12z' },
  up: { words: 'Move up', shape: 'M8 3l6 7-1.500 1.300L8 6l-4.500 5.300L2 10z' },
  down: { words: 'Move down', shape: 'M8 13L2 6l1.500-1.300L8 10l4.500-5.300L14 6z' },
} as const

function MoveButton({ to, action }: { to: keyof typeof MOVES; action: DevelopmentAction }) {
  const { words, shape } = MOVES[to]
  return (
    <Button kind="secondary" class="app-plan__move" name="move" value={`${to}:${action.id}`} attributes={{ title: words }}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path fill="currentColor" d={shape} />
      </svg>
      <VisuallyHidden>
        {words} “{action.action}”
      </VisuallyHidden>
    </Button>
  )
}
