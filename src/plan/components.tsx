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
import { needsWord, STATE_TAGS, WORDS } from './content.ts'
import { type ActionErrors, type ActionValues, INLINE_PREFIX } from './forms.ts'
import { paths } from './paths.ts'
import { actionState, type DevelopmentAction, LONGEST, missingFrom, type PlanLine } from './rules.ts'

interface ActionFieldsProps {
  readonly edition: Edition
  readonly values?: ActionValues | undefined
  readonly errors?: ActionErrors | undefined
  /** Before each field's name and id. */
  readonly prefix?: string | undefined
  /** Names to offer for "By who?". */
  readonly people?: readonly string[] | undefined
}

/** What will be done, by whom, by when and how pressing it is. */
export function ActionFields({ edition, values, errors = {}, prefix = '', people = [] }: ActionFieldsProps) {
  const listId = `${prefix}people`
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
      <Input
        name={`${prefix}byWhom`}
        label="By who?"
        hint="A name or a role. You can add it later."
        class="govuk-!-width-two-thirds"
        autocomplete="off"
        value={values?.byWhom}
        error={errors.byWhom}
        attributes={people.length > 0 ? { list: listId } : {}}
      />
      {people.length > 0 && (
        <datalist id={listId}>
          {people.map((name) => (
            <option value={name} />
          ))}
        </datalist>
      )}
      <DateInput
        name={`${prefix}byWhen`}
        legend="By when?"
        hint="For example, 31 1 2027. You can add it later."
        value={values?.byWhen}
        error={errors.byWhen?.text}
        errorIn={errors.byWhen?.parts}
      />
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

interface ActionsInlineProps {
  readonly organisationId: string
  readonly planId: string
  /** This indicator's actions. */
  readonly actions: readonly DevelopmentAction[]
  readonly edition: Edition
  /** What the framework suggests for this indicator. Those that are in the plan already are not offered again. */
  readonly suggestions: readonly string[]
  /** The id of the action that may be added, made when the form is shown. */
  readonly newId: string
  readonly today: Day
  readonly canChange: boolean
  /** What was typed, when the form is shown again: `actionValues(form, INLINE_PREFIX)`. */
  readonly values?: ActionValues | undefined
  readonly errors?: ActionErrors | undefined
}

/**
 * Development actions on an indicator's page: what is planned, what could be, and fields to add one. It stands inside the
 * page's own form; its buttons are called `do`, with the values `add-action` and `take-suggestion:<n>`.
 */
export function ActionsInline(props: ActionsInlineProps) {
  const { actions, edition, suggestions, newId, canChange, values, errors } = props
  const offered = [...suggestions.keys()].filter((place) => !actions.some(({ action }) => action === suggestions[place]))
  const failing = errors !== undefined && Object.keys(errors).length > 0
  const started =
    values !== undefined && [values.action, values.byWhom, values.priority, ...Object.values(values.byWhen)].some(Boolean)
  return (
    <div class="app-actions-inline">
      {actions.length > 0 && (
        <ul class="app-actions">
          {actions.map((action) => (
            <PlannedAction {...props} action={action} />
          ))}
        </ul>
      )}
      {canChange && offered.length > 0 && (
        <Details summary="Ideas for actions" open={actions.length === 0 && !started && !failing}>
          {ideas(suggestions, offered.join(' '))}
        </Details>
      )}
      {canChange && (
        <Details summary="Write an action of your own" open={started || failing}>
          <input type="hidden" name={`${INLINE_PREFIX}id`} value={newId} />
          {values || failing ? (
            <ActionFields edition={edition} values={values} errors={errors} prefix={INLINE_PREFIX} />
          ) : (
            emptyFields(edition)
          )}
          <Button kind="secondary" name="do" value="add-action">
            Add action
          </Button>
        </Details>
      )}
    </div>
  )
}

/** The suggestions at these places: `0 2`. */
const ideas = remembered((suggestions: readonly string[], places: string) => (
  <ul class="app-suggestions">
    {places.split(' ').map((place) => (
      <li class="app-suggestions__item">
        <p class="app-suggestions__text">{suggestions[Number(place)]}</p>
        <Button kind="secondary" name="do" value={`take-suggestion:${place}`}>
          Add <VisuallyHidden>“{suggestions[Number(place)]}” </VisuallyHidden>to the plan
        </Button>
      </li>
    ))}
  </ul>
))

/** As nearly every page shows them. */
const emptyFields = remembered((edition: Edition) => <ActionFields edition={edition} prefix={INLINE_PREFIX} />)

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
    <li class="app-actions__item">
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
          <a class="govuk-link" href={paths.action.to(where)}>
            Change<VisuallyHidden> “{action.action}”</VisuallyHidden>
          </a>
        )}
      </p>
    </li>
  )
}
