import type { Edition } from '../frameworks/index.ts'
import type { Day } from '../platform/index.ts'
import {
  Button,
  CharacterCount,
  DateInput,
  Details,
  formatDate,
  Input,
  PriorityTag,
  remembered,
  Select,
  StatusTag,
  VisuallyHidden,
} from '../ui/index.ts'
import { ASKED, HINTS, needsWord, STATE_TAGS, WORDS } from './content.ts'
import { type ActionErrors, type ActionValues, INLINE_PREFIX, ideaPrefix, viewQuery, WHOLE_PLAN } from './forms.ts'
import { anchorOf, paths } from './paths.ts'
import { actionState, type DevelopmentAction, LONGEST, MOST_BESIDE, missingFrom, NO_FILTER, type PlanLine } from './rules.ts'

interface FieldsProps {
  readonly values?: Pick<ActionValues, 'byWhom' | 'byWhen'> | undefined
  readonly errors?: Pick<ActionErrors, 'byWhom' | 'byWhen'> | undefined
  /** Before each field's name and id. */
  readonly prefix?: string | undefined
  /** Id of the list of names that are offered. */
  readonly names: string
  /** The year of today. */
  readonly year: string
}

/** Who will do an action, and by when. */
function WhoAndWhen({ values, errors = {}, prefix = '', names, year }: FieldsProps) {
  return (
    <>
      <Input
        name={`${prefix}byWhom`}
        label={ASKED.byWhom.label}
        hint={HINTS.byWhom}
        class="govuk-!-width-two-thirds"
        autocomplete="off"
        value={values?.byWhom}
        error={errors.byWhom}
        attributes={{ list: names }}
      />
      <DateInput
        name={`${prefix}byWhen`}
        legend={ASKED.byWhen.label}
        hint={HINTS.byWhen(year)}
        value={values?.byWhen}
        error={errors.byWhen?.text}
        errorIn={errors.byWhen?.parts}
      />
    </>
  )
}

interface ActionFieldsProps extends Omit<FieldsProps, 'values' | 'errors'> {
  readonly edition: Edition
  readonly values?: ActionValues | undefined
  readonly errors?: ActionErrors | undefined
}

/** What will be done, by whom, by when and how pressing it is. */
export function ActionFields({ edition, values, errors = {}, prefix = '', names, year }: ActionFieldsProps) {
  return (
    <>
      <CharacterCount
        name={`${prefix}action`}
        label="What will you do?"
        hint="For example, ask mentees and their families for feedback twice a year"
        rows={4}
        maxlength={LONGEST.action}
        threshold={75}
        value={values?.action}
        error={errors.action}
      />
      <WhoAndWhen values={values} errors={errors} prefix={prefix} names={names} year={year} />
      <Select
        name={`${prefix}priority`}
        label="Priority (optional)"
        value={values?.priority}
        error={errors.priority}
        items={[{ value: '', text: WORDS.notSet }, ...edition.priorities.map(({ id, label }) => ({ value: id, text: label }))]}
      />
    </>
  )
}

/** Names to offer where somebody says who will do an action. */
export function Names({ id, names }: { readonly id: string; readonly names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option value={name} />
      ))}
    </datalist>
  )
}

/** Where an action stands, as a tag; one that lacks something says what. */
export function StateTag({ action, today }: { action: PlanLine; today: Day }) {
  const state = actionState(action, today)
  const { kind, word } = STATE_TAGS[state]
  return <StatusTag kind={kind}>{state === 'needs-owner-or-date' ? needsWord(missingFrom(action)) : word}</StatusTag>
}

/** The edition's word for a priority, with bars; what the edition does not have is shown as it is. */
export function Priority({ id, edition }: { id: string; edition: Edition }) {
  const order = edition.priorities.findIndex((priority) => priority.id === id)
  if (order < 0) return <>{id}</>
  return <PriorityTag label={edition.priorities[order]?.label ?? id} order={order} count={edition.priorities.length} />
}

/** What somebody typed beside a suggested action, and what is wrong with it. */
export interface IdeaShown {
  readonly values: Pick<ActionValues, 'byWhom' | 'byWhen'>
  readonly errors: Pick<ActionErrors, 'byWhom' | 'byWhen'>
}

interface ActionsInlineProps {
  readonly organisationId: string
  readonly planId: string
  /** This indicator's actions. */
  readonly actions: readonly DevelopmentAction[]
  readonly edition: Edition
  /** What the framework suggests for this indicator. Those that are in the plan already are not offered again. */
  readonly suggestions: readonly string[]
  /** People named in the plan, to be offered. */
  readonly names: readonly string[]
  /** The id of the action that may be added, made when the form is shown. */
  readonly newId: string
  readonly today: Day
  readonly canChange: boolean
  /** What was typed, when the form is shown again: `actionValues(form, INLINE_PREFIX)`. */
  readonly values?: ActionValues | undefined
  readonly errors?: ActionErrors | undefined
  /** The same of suggested actions, by their place. */
  readonly ideas?: ReadonlyMap<number, IdeaShown> | undefined
  /** An action of this indicator that was just removed, offered back. */
  readonly removed?: DevelopmentAction | null | undefined
}

const NAMES = `${INLINE_PREFIX}names`

/**
 * Development actions on an indicator's page: what is planned, what could be, and fields to add one. It stands inside the page's
 * own form; its buttons are called `do`, with the values `add-action`, `take-suggestion:<place>` and `restore-action:<id>`.
 */
export function ActionsInline(props: ActionsInlineProps) {
  const { actions, edition, suggestions, names, newId, today, canChange, values, errors, removed } = props
  const ideas = props.ideas ?? new Map<number, IdeaShown>()
  const offered = [...suggestions.keys()].filter((place) => !actions.some(({ action }) => action === suggestions[place]))
  const failing = errors !== undefined && Object.keys(errors).length > 0
  const started =
    values !== undefined && [values.action, values.byWhom, values.priority, ...Object.values(values.byWhen)].some(Boolean)
  const year = today.slice(0, 4)
  return (
    <div class="app-actions-inline">
      {canChange && removed && <JustRemoved action={removed} />}
      {actions.length > 0 && (
        <ul class="app-actions">
          {actions.slice(-MOST_BESIDE).map((action) => (
            <PlannedAction {...props} action={action} />
          ))}
        </ul>
      )}
      {actions.length > MOST_BESIDE && <ToThePlan {...props} />}
      {canChange && offered.length > 0 && (
        <Details summary="Ideas for actions" open={ideas.size > 0 || (actions.length === 0 && !started && !failing)}>
          <p class="govuk-body">{WORDS.ideas}</p>
          <ul class="app-ideas">
            {offered.map((place) => {
              const again = ideas.get(place)
              return again ? idea(suggestions, place, year, again) : usualIdea(suggestions, `${place} ${year}`)
            })}
          </ul>
        </Details>
      )}
      {canChange && (
        <Details summary="Write an action of your own" open={started || failing}>
          <input type="hidden" name={`${INLINE_PREFIX}id`} value={newId} />
          {values || failing ? (
            <ActionFields edition={edition} values={values} errors={errors} prefix={INLINE_PREFIX} names={NAMES} year={year} />
          ) : (
            emptyFields(edition, year)
          )}
          <Button kind="secondary" name="do" value="add-action">
            Add action
          </Button>
        </Details>
      )}
      {canChange && <Names id={NAMES} names={names} />}
    </div>
  )
}

/** Where those are that don't stand here. */
function ToThePlan({ organisationId, planId, edition, actions }: ActionsInlineProps) {
  const standard = edition.indicators.find(({ id }) => id === actions[0]?.indicatorId)?.standard ?? null
  const view = { ...WHOLE_PLAN, order: 'standard', filter: { ...NO_FILTER, standard } } as const
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={paths.plan.to({ organisation: organisationId, plan: planId }, viewQuery(view))}>
        {WORDS.allInPlan(actions.length)}
      </a>
    </p>
  )
}

/** A suggestion as nearly every page shows it. `state` is its place and the year: `2 2026`. */
const usualIdea = remembered((suggestions: readonly string[], state: string) => {
  const [place = '', year = ''] = state.split(' ')
  return idea(suggestions, Number(place), year)
})

/** A suggested action, which opens to say who will do it and by when. */
function idea(suggestions: readonly string[], place: number, year: string, again?: IdeaShown) {
  const prefix = ideaPrefix(place)
  return (
    <li>
      <details class="app-idea" open={again !== undefined}>
        <summary class="app-idea__summary">{suggestions[place]}</summary>
        <div class="app-idea__fields">
          <WhoAndWhen values={again?.values} errors={again?.errors} prefix={prefix} names={NAMES} year={year} />
          <Button kind="secondary" name="do" value={`take-suggestion:${place}`}>
            Add <VisuallyHidden>“{suggestions[place]}” </VisuallyHidden>to the plan
          </Button>
        </div>
      </details>
    </li>
  )
}

/** As nearly every page shows them. */
const emptyFields = remembered((edition: Edition, year: string) => (
  <ActionFields edition={edition} prefix={INLINE_PREFIX} names={NAMES} year={year} />
))

function JustRemoved({ action: { id, action } }: { action: DevelopmentAction }) {
  return (
    <div class="app-actions-removed">
      <p class="govuk-body" dir="auto">
        {WORDS.youRemoved(action)}
      </p>
      <Button kind="secondary" name="do" value={`restore-action:${id}`}>
        {WORDS.putBack}
      </Button>
    </div>
  )
}

function PlannedAction({
  action,
  organisationId,
  planId,
  edition,
  today,
  canChange,
}: ActionsInlineProps & { action: DevelopmentAction }) {
  const where = { organisation: organisationId, plan: planId, action: action.id }
  return (
    <li class="app-actions__item" id={anchorOf(action.id)}>
      <p class="app-actions__text" dir="auto">
        {action.action}
      </p>
      <p class="app-actions__facts">
        <StateTag action={action} today={today} />
        {action.byWhom && <span dir="auto">{action.byWhom}</span>}
        {action.completedOn ? (
          <span>completed on {formatDate(action.completedOn)}</span>
        ) : (
          action.byWhen && <span>by {formatDate(action.byWhen)}</span>
        )}
        {action.priority && <Priority id={action.priority} edition={edition} />}
        {canChange && (
          <a class="govuk-link" href={paths.action.to(where, { from: 'indicator' })}>
            Change<VisuallyHidden> “{action.action}”</VisuallyHidden>
          </a>
        )}
      </p>
    </li>
  )
}
