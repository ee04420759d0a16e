import {
  besideWords,
  type Edition,
  type ExemptionRule,
  type Indicator,
  type Neighbours,
  placeWords,
  type Standard,
} from '../../frameworks/index.ts'
import type { Day, Instant, Page } from '../../platform/index.ts'
import {
  Button,
  type Child,
  CoreTag,
  ErrorSummary,
  Form,
  formatDate,
  formatTime,
  InsetText,
  inOnePiece,
  PageHeading,
  Pagination,
  SaveStatus,
  type SummaryError,
} from '../../ui/index.ts'
import type { Answer, FieldValues } from '../answer.ts'
import { addressOfList, type CameFrom } from '../came-from.ts'
import { FIELD_LABELS } from '../content.ts'
import { CarriedOver } from '../go-on/carried-over.tsx'
import type { Opened } from '../open.ts'
import { paths, subjectOf } from '../paths.ts'
import type { StoredConflict } from '../store/conflicts.ts'
import type { AnswerErrors } from './form.ts'
import { usefulLinks, WaysAround } from './guidance.tsx'
import { Examples, Notes, Ratings, YourEvidence } from './questions.tsx'
import { ANSWER, Rail } from './rail.tsx'
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
  /** The list somebody came from to see to this one thing. */
  readonly from: CameFrom
  /** A mark that may cover the standard, as long as nobody has said whether it does. */
  readonly askAbout: ExemptionRule | null
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
  const { opened, standard, indicator, from, errors, otherErrors, mayAnswer } = model
  const summary = [...Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` })), ...otherErrors]
  const place = opened.standards.flatMap((each) => each.indicators)
  const number = place.findIndex((each) => each.indicator.id === indicator.id) + 1
  const list = { ...atOf(opened), standard: standard.number }
  return {
    title: `${indicator.id} ${indicator.shortTitle}`,
    error: summary.length > 0,
    back: from
      ? { href: addressOfList(from, list, indicator.id), text: 'Back to the list' }
      : { href: paths.taskList.to(atOf(opened)), text: 'All standards' },
    body: (
      <div class="app-indicator">
        <div class="app-indicator__head">
          {summary.length > 0 && <ErrorSummary errors={summary} />}
          <PageHeading caption={`Standard ${standard.number}: ${standard.title}`} lead={indicator.statement}>
            <span class="app-indicator__id">{indicator.id}</span> {indicator.shortTitle}
          </PageHeading>
          <p class="app-indicator__meta">
            {indicator.core && <CoreTag />}{' '}
            {number > 0 && (
              <span>
                Indicator {number} of {place.length}
              </span>
            )}
            <CarriedOver {...model} />
          </p>
          {indicator.whyItMatters && (
            <p class="app-indicator__why">
              <strong>Why it matters:</strong> {indicator.whyItMatters}
            </p>
          )}
          <WhereItStands {...model} />
          <MarkFirst {...model} />
          <Conflicts {...model} />
        </div>
        <Rail {...model} />
        {mayAnswer ? <AnswerForm {...model} /> : <ReadOnly {...model} />}
        <div class="app-indicator__end">
          {!mayAnswer && usefulLinks(standard)}
          <Neighbouring {...model} />
          <WaysAround opened={opened} indicator={indicator} mayAnswer={mayAnswer} />
        </div>
      </div>
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
  const { opened, standard, indicator, answer, from } = model
  return (
    <Form
      id={ANSWER}
      action={paths.indicator.to({ ...atOf(opened), indicator: indicator.id }, { from })}
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
      <div class="app-answer__evidence">
        <Examples {...model} />
        <YourEvidence {...model} />
      </div>
      <Ratings {...model} />
      <div class="app-answer__next">
        <section class="app-question" id="actions" aria-labelledby="actions-heading">
          <h2 class="govuk-heading-m" id="actions-heading">
            What will you do next?
          </h2>
          {model.actions}
          {usefulLinks(standard)}
        </section>
        <Notes {...model} />
      </div>
      <div class="app-answer__end">
        <SaveStatus>{answer.updatedAt ? savedWords(answer.updatedAt, model.today) : undefined}</SaveStatus>
        {from ? BACK_BUTTONS : ON_BUTTONS}
      </div>
    </Form>
  )
}

/** What a phone has no room for is said all the same. */
const Rest = ({ children }: { children: Child }) => <span class="app-answer__rest">{children}</span>

const buttons = (main: Child) =>
  inOnePiece(
    <div class="govuk-button-group">
      {main}
      <Button name="do" value="save" kind="secondary" attributes={{ 'data-without-js': true }}>
        Save
      </Button>
      <Button name="do" value="skip" kind="secondary">
        Skip<Rest> for now</Rest>
      </Button>
    </div>,
  )

const ON_BUTTONS = buttons(
  <Button name="do" value="continue" preventDoubleClick>
    Save and continue
  </Button>,
)

const BACK_BUTTONS = buttons(
  <Button name="do" value="list" preventDoubleClick>
    Save and go back<Rest> to the list</Rest>
  </Button>,
)

/** The standard's own page asks; whoever came here another way is told that it can. */
function MarkFirst({ opened, standard, askAbout }: IndicatorModel) {
  if (!askAbout) return null
  return (
    <InsetText>
      You hold the {askAbout.heldMark}. It may cover Standard {standard.number}.{' '}
      <a class="govuk-link" href={paths.standard.to({ ...atOf(opened), standard: String(standard.number) })}>
        Say whether it does
      </a>
    </InsetText>
  )
}

/** A time alone reads as today's. */
function savedWords(at: Instant, today: Day): string {
  return formatDate(at) === formatDate(today) ? `Saved ${formatTime(at)}` : `Saved on ${formatDate(at)}`
}

function Conflicts({ opened, indicator, conflicts, from, mayAnswer }: IndicatorModel) {
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
            <a class="govuk-link" href={paths.versions.to({ ...at, conflict: conflict.id }, { from })}>
              {FIELD_LABELS[conflict.field]}: see both versions
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Neighbouring({ opened, from, neighbours }: IndicatorModel) {
  const to = (id: string) => paths.indicator.to({ ...atOf(opened), indicator: id }, { from })
  const link = (indicator: Indicator | null, key: string) =>
    indicator && {
      href: to(indicator.id),
      label: `${indicator.id} ${indicator.shortTitle}`,
      attributes: { 'data-shortcut': key },
    }
  return <Pagination label="Indicators" previous={link(neighbours.previous, 'p')} next={link(neighbours.next, 'n')} />
}
