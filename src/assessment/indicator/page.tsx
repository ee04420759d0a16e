import {
  besideWords,
  type Edition,
  type Indicator,
  type Neighbours,
  placeWords,
  type Standard,
  themesForIndicator,
} from '../../frameworks/index.ts'
import type { Day, Instant, Page } from '../../platform/index.ts'
import {
  Button,
  type Child,
  CoreTag,
  EnterButton,
  ErrorSummary,
  Form,
  formatDate,
  formatTime,
  inOnePiece,
  PageHeading,
  Pagination,
  SaveStatus,
  type SummaryError,
  WithAside,
} from '../../ui/index.ts'
import type { Answer, FieldValues } from '../answer.ts'
import { FIELD_LABELS } from '../content.ts'
import type { Opened } from '../open.ts'
import { paths, subjectOf } from '../paths.ts'
import type { StoredConflict } from '../store/conflicts.ts'
import { Aside } from './aside.tsx'
import type { AnswerErrors } from './form.ts'
import { Examples, Notes, Ratings, YourEvidence } from './questions.tsx'
import { ReadOnly } from './read-only.tsx'

export interface IndicatorModel {
  readonly opened: Opened
  readonly standard: Standard
  readonly indicator: Indicator
  readonly answer: Answer
  /** What the form shows: the answer, or what was sent and needs correcting. */
  readonly values: FieldValues
  readonly errors: AnswerErrors
  /** Messages of the parts other capabilities own, for the summary. */
  readonly otherErrors: readonly SummaryError[]
  readonly conflicts: readonly StoredConflict[]
  readonly neighbours: Neighbours
  /** Another edition with the same indicators, to read this one in; null for none. */
  readonly beside: Edition | null
  readonly personId: string
  /** False for people who may only read, and when the assessment is complete. */
  readonly mayAnswer: boolean
  /** ISO day. */
  readonly today: Day
  /** The evidence and the development actions of this indicator, as their own capabilities show them; null for none to read. */
  readonly evidence: Child | null
  readonly actions: Child | null
}

const atOf = (opened: Opened) => ({ organisation: opened.organisationId, assessment: opened.assessment.id })

export function indicatorPage(model: IndicatorModel): Page {
  const { opened, standard, indicator, errors, otherErrors, mayAnswer } = model
  const summary = [...Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` })), ...otherErrors]
  const place = opened.standards.flatMap((each) => each.indicators)
  const number = place.findIndex((each) => each.indicator.id === indicator.id) + 1
  return {
    title: `${indicator.id} ${indicator.shortTitle}`,
    error: summary.length > 0,
    back: { href: paths.taskList.to(atOf(opened)), text: 'All standards' },
    body: (
      <WithAside
        class="app-indicator"
        asideLabel="Help with this indicator"
        aside={
          <Aside
            opened={opened}
            standard={standard}
            indicator={indicator}
            themes={themesForIndicator(opened.edition, indicator.id)}
            mayAnswer={mayAnswer}
          />
        }
      >
        {summary.length > 0 && <ErrorSummary errors={summary} />}
        <PageHeading caption={`Standard ${standard.number}: ${standard.title}`} lead={indicator.statement}>
          <span class="app-indicator__id">{indicator.id}</span> {indicator.shortTitle}
        </PageHeading>
        <p class="app-indicator__meta">
          {indicator.core && <CoreTag />}{' '}
          <span>
            Indicator {number} of {place.length}
          </span>
        </p>
        <WhereItStands {...model} />
        <Conflicts {...model} />
        {indicator.whyItMatters && (
          <p class="app-indicator__why">
            <strong>Why it matters:</strong> {indicator.whyItMatters}
          </p>
        )}
        {mayAnswer ? <AnswerForm {...model} /> : <ReadOnly {...model} />}
        <Neighbouring {...model} />
      </WithAside>
    ),
  }
}

/** Its place in the published framework, and where there is another edition to read it in. */
function WhereItStands({ opened, standard, indicator, beside }: IndicatorModel) {
  const place = placeWords(standard, indicator)
  if (place === null && !beside) return null
  const href = beside && paths.bothWordings.to({ ...atOf(opened), indicator: indicator.id }, { edition: beside.edition })
  return (
    <p class="govuk-body-s app-indicator__place">
      {place}
      {href && beside && (
        <>
          {place && '. '}
          <a class="govuk-link" href={href}>
            {besideWords(beside)}
          </a>
        </>
      )}
    </p>
  )
}

function AnswerForm(model: IndicatorModel) {
  const { opened, indicator, answer } = model
  return (
    <Form
      id="answer"
      action={paths.indicator.to({ ...atOf(opened), indicator: indicator.id })}
      files
      class="app-answer"
      data={{
        'data-autosave': true,
        'data-revision': String(answer.revision),
        'data-subject': subjectOf(opened.assessment.id, indicator.id),
        'data-person': model.personId,
      }}
    >
      <input type="hidden" name="whole" value="yes" />
      <input type="hidden" name="basedOn" value={answer.revision} />
      <EnterButton value="save">Save</EnterButton>
      <Examples {...model} />
      <YourEvidence {...model} />
      <Ratings {...model} />
      <section class="app-question" id="actions" aria-labelledby="actions-heading">
        <h2 class="govuk-heading-m" id="actions-heading">
          What will you do next?
        </h2>
        {model.actions}
      </section>
      <Notes {...model} />
      <div class="app-answer__end">
        <SaveStatus>{answer.updatedAt ? savedWords(answer.updatedAt, model.today) : undefined}</SaveStatus>
        {BUTTONS}
      </div>
    </Form>
  )
}

const BUTTONS = inOnePiece(
  <div class="govuk-button-group">
    <Button name="do" value="continue" preventDoubleClick>
      Save and continue
    </Button>
    <Button name="do" value="save" kind="secondary" attributes={{ 'data-without-js': true }}>
      Save
    </Button>
    <Button name="do" value="skip" kind="secondary">
      Skip for now
    </Button>
  </div>,
)

/** A time alone reads as today's. */
function savedWords(at: Instant, today: Day): string {
  return formatDate(at) === formatDate(today) ? `Saved ${formatTime(at)}` : `Saved on ${formatDate(at)}`
}

function Conflicts({ opened, indicator, conflicts, mayAnswer }: IndicatorModel) {
  // Only someone who may choose is shown the choice.
  if (conflicts.length === 0 || !mayAnswer) return null
  const at = { ...atOf(opened), indicator: indicator.id }
  return (
    <section class="app-versions-notice" aria-labelledby="versions-heading">
      <h2 class="govuk-heading-m" id="versions-heading">
        There are two versions of the same words
      </h2>
      <p class="govuk-body">Both are kept. Nothing is lost. Have a look, and choose one or join them.</p>
      <ul class="govuk-list">
        {conflicts.map((conflict) => (
          <li>
            <a class="govuk-link" href={paths.versions.to({ ...at, conflict: conflict.id })}>
              {FIELD_LABELS[conflict.field]}: see both versions
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Neighbouring({ opened, neighbours }: IndicatorModel) {
  const to = (id: string) => paths.indicator.to({ ...atOf(opened), indicator: id })
  const link = (indicator: Indicator | null, key: string) =>
    indicator && {
      href: to(indicator.id),
      label: `${indicator.id} ${indicator.shortTitle}`,
      attributes: { 'data-shortcut': key },
    }
  return <Pagination label="Indicators" previous={link(neighbours.previous, 'p')} next={link(neighbours.next, 'n')} />
}
