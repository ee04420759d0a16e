import type { Edition } from '../frameworks/index.ts'
import { type DateBoxes, type Day, dateBoxes, type Page } from '../platform/index.ts'
import {
  Button,
  CharacterCount,
  type Child,
  DateInput,
  ErrorSummary,
  Form,
  FormattedText,
  formatDate,
  InsetText,
  NotificationBanner,
  PageHeading,
  Select,
  type SummaryError,
  SummaryList,
  TwoThirds,
} from '../ui/index.ts'
import { ActionFields, Names } from './components.tsx'
import { ASKED, COLUMNS, headingWords, WORDS } from './content.ts'
import {
  type ActionErrors,
  type ActionValues,
  actionSummary,
  type CompletionErrors,
  type PlanView,
  valuesOf,
  viewQuery,
} from './forms.ts'
import type { Back, PlanHeader } from './header.ts'
import { paths } from './paths.ts'
import { type DevelopmentAction, LONGEST } from './rules.ts'
import { backFrom, ViewFields } from './ways.tsx'

interface Where {
  readonly organisationId: string
  readonly planId: string
  readonly header: PlanHeader
  /** How the plan was looked at, and where somebody came from, to go back to. */
  readonly view: PlanView
}

export interface NewActionModel extends Where {
  /** The row's id to be, made when the form is shown. */
  readonly id: string
  readonly indicatorId: string
  readonly values?: ActionValues
  readonly errors?: ActionErrors
  readonly names: readonly string[]
  readonly today: Day
  /** Something that is wrong with no field in particular. */
  readonly problem?: string
}

export function newActionPage(model: NewActionModel): Page {
  const { organisationId, planId, header, view, errors } = model
  const { edition } = header
  const summary: SummaryError[] = [...(model.problem ? [{ text: model.problem }] : []), ...actionSummary(errors ?? {})]
  return page(
    'Add an action',
    model,
    backFrom(model, null),
    summary,
    <>
      <PageHeading>Add an action</PageHeading>
      <Form action={paths.newAction.to({ organisation: organisationId, plan: planId })}>
        <ViewFields view={view} />
        <input type="hidden" name="id" value={model.id} />
        <Select
          name="indicator"
          label="Which indicator is it about?"
          class="app-plan-indicator"
          value={model.indicatorId}
          error={errors?.indicator}
          items={[
            { value: '', text: 'Choose an indicator' },
            ...edition.indicators.map(({ id, shortTitle }) => ({ value: id, text: `${id} ${shortTitle}` })),
          ]}
        />
        <ActionFields edition={edition} values={model.values} errors={errors} {...offered(model)} />
        <Names id={NAMES} names={model.names} />
        <Button preventDoubleClick>Add action</Button>
      </Form>
    </>,
  )
}

const NAMES = 'names'
const offered = ({ today }: { today: Day }) => ({ names: NAMES, year: today.slice(0, 4) })

export interface EditActionModel extends Where {
  readonly action: DevelopmentAction
  readonly values?: ActionValues
  readonly errors?: ActionErrors
  readonly names: readonly string[]
  readonly today: Day
  /** True when someone else changed the action meanwhile: `action` is theirs, `values` are this person's. */
  readonly stale?: boolean
}

export function editActionPage(model: EditActionModel): Page {
  const { organisationId, planId, header, view, action, errors, stale } = model
  const { edition } = header
  const where = { organisation: organisationId, plan: planId, action: action.id }
  const title = 'Change this action'
  return page(
    title,
    model,
    backFrom(model, action),
    actionSummary(errors ?? {}),
    <>
      <PageHeading caption={headingWords({ kind: 'indicator', id: action.indicatorId }, edition)}>{title}</PageHeading>
      {stale && <Theirs what="this action" rows={wordRows(action, edition)} />}
      <Form action={paths.action.to(where)}>
        <ViewFields view={view} />
        <input type="hidden" name="revision" value={action.revision} />
        <ActionFields edition={edition} values={model.values ?? valuesOf(action)} errors={errors} {...offered(model)} />
        <Names id={NAMES} names={model.names} />
        <Button>{stale ? 'Save my version' : 'Save'}</Button>
      </Form>
      <section class="app-action-more">
        <h2 class="govuk-heading-m">{action.completedOn ? 'This action is completed' : 'Is it done?'}</h2>
        {action.completedOn ? (
          <Done {...model} />
        ) : (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.completion.to(where, viewQuery({ ...view, viaAction: true }))}>
              Record that this action is completed
            </a>
          </p>
        )}
        <h2 class="govuk-heading-m">No longer needed?</h2>
        <Form action={paths.removal.to(where)}>
          <ViewFields view={view} />
          <Button kind="secondary">Remove this action</Button>
        </Form>
      </section>
    </>,
  )
}

function Done({ organisationId, planId, view, action }: EditActionModel) {
  const where = { organisation: organisationId, plan: planId, action: action.id }
  return (
    <>
      <SummaryList
        rows={[
          {
            key: COLUMNS.completedOn,
            value: formatDate(action.completedOn ?? ''),
            actions: [
              {
                text: 'Change',
                href: paths.completion.to(where, viewQuery({ ...view, viaAction: true })),
                hiddenText: 'what is recorded',
              },
            ],
          },
          { key: 'What changed', value: action.whatChanged ? <FormattedText text={action.whatChanged} /> : WORDS.notSet },
        ]}
      />
      <Form action={paths.reopening.to(where)}>
        <ViewFields view={view} />
        <Button kind="secondary">Open it again</Button>
      </Form>
    </>
  )
}

export interface CompletionModel extends Where {
  readonly action: DevelopmentAction
  readonly values: { readonly completedOn: DateBoxes; readonly whatChanged: string }
  readonly errors?: CompletionErrors
  /** True when someone else recorded it meanwhile: `action` has theirs, `values` are this person's. */
  readonly stale?: boolean
}

export function completionPage(model: CompletionModel): Page {
  const { organisationId, planId, header, view, action, values, errors, stale } = model
  const where = { organisation: organisationId, plan: planId, action: action.id }
  const toAction = { href: paths.action.to(where, viewQuery({ ...view, viaAction: false })), text: WORDS.backToAction }
  const title = 'Record that an action is completed'
  const summary = [
    ...(errors?.completedOn
      ? [{ text: errors.completedOn.text, href: `#completedOn-${errors.completedOn.parts[0] ?? 'day'}` }]
      : []),
    ...(errors?.whatChanged ? [{ text: errors.whatChanged, href: '#whatChanged' }] : []),
  ]
  return page(
    title,
    model,
    view.viaAction ? toAction : backFrom(model, action),
    summary,
    <>
      <PageHeading caption={headingWords({ kind: 'indicator', id: action.indicatorId }, header.edition)}>{title}</PageHeading>
      {stale && (
        <Theirs
          what="that it is completed"
          rows={[
            { key: COLUMNS.completedOn, value: action.completedOn ? formatDate(action.completedOn) : WORDS.notSet },
            { key: 'What changed', value: <FormattedText text={action.whatChanged} /> },
          ]}
        />
      )}
      <InsetText>
        <p class="govuk-body" dir="auto">
          {action.action}
        </p>
      </InsetText>
      <Form action={paths.completion.to(where)}>
        <ViewFields view={view} />
        <input type="hidden" name="revision" value={action.revision} />
        <DateInput
          name="completedOn"
          legend="When was it completed?"
          value={values.completedOn}
          error={errors?.completedOn?.text}
          errorIn={errors?.completedOn?.parts}
        />
        <CharacterCount
          name="whatChanged"
          label="What changed? (optional)"
          hint="For young people, for mentors or in how you work. Leave out names of young people."
          rows={5}
          maxlength={LONGEST.whatChanged}
          threshold={75}
          value={values.whatChanged}
          error={errors?.whatChanged}
        />
        <Button>{stale ? 'Save my version' : 'Save'}</Button>
      </Form>
    </>,
  )
}

/** What a completion's form holds at first: what is recorded, or today. */
export function completionValues(action: DevelopmentAction, today: string): CompletionModel['values'] {
  return { completedOn: dateBoxes(action.completedOn ?? today), whatChanged: action.whatChanged }
}

function page(
  title: string,
  { stale }: Where & { readonly stale?: boolean },
  back: Back,
  errors: readonly SummaryError[],
  content: Child,
): Page {
  return {
    title,
    error: errors.length > 0 || stale === true,
    back,
    body: (
      <TwoThirds>
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        {content}
      </TwoThirds>
    ),
  }
}

/** Someone else's version, beside what this person wrote. Nothing of either is lost. */
function Theirs({ what, rows }: { what: string; rows: readonly { key: string; value: Child }[] }) {
  return (
    <NotificationBanner title="Not saved yet" role="alert">
      <h2 class="govuk-heading-m">Someone changed {what} while you were writing</h2>
      <p class="govuk-body">This is what it says now. What you wrote is in the form below and is not saved yet.</p>
      <SummaryList rows={rows} />
      <p class="govuk-body">To keep theirs, go back. To use yours instead, save it.</p>
    </NotificationBanner>
  )
}

function wordRows(action: DevelopmentAction, edition: Edition) {
  return [
    { key: COLUMNS.action, value: action.action },
    { key: ASKED.byWhom.label, value: action.byWhom || WORDS.notSet },
    { key: ASKED.byWhen.label, value: action.byWhen ? formatDate(action.byWhen) : WORDS.notSet },
    { key: COLUMNS.priority, value: edition.priorities.find(({ id }) => id === action.priority)?.label ?? WORDS.notSet },
  ]
}
