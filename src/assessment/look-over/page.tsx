import { type EvidenceItem, EvidenceItems, PictureStrip } from '../../evidence/index.ts'
import { type ExemptionRule, ratingById } from '../../frameworks/index.ts'
import type { Page } from '../../platform/index.ts'
import {
  Button,
  type Child,
  CoreTag,
  FormattedText,
  formatDate,
  PageHeading,
  plural,
  RatingMark,
  StatusTag,
} from '../../ui/index.ts'
import { heldExamples, LESS_RELEVANT } from '../answer.ts'
import { type CameFrom, rowId } from '../came-from.ts'
import { exemptionWords, goOnWords, INDICATOR_STATES, LESS_RELEVANT_SHORT, LOOK_OVER, STANDARD_STATES } from '../content.ts'
import { gapRows, openRows, ToDoList, WorthALook, worthRows } from '../gap-list.tsx'
import { CarriedOver } from '../go-on/carried-over.tsx'
import { ASKED } from '../mark-question.ts'
import type { OpenedWithAnswers } from '../open.ts'
import { paths } from '../paths.ts'
import { nextIndicator, nextStandard, type StandardProgress, type Surroundings } from '../rules.ts'

export interface LookOverModel {
  readonly opened: OpenedWithAnswers
  /** One standard's, or every standard's. */
  readonly standards: readonly StandardProgress[]
  around(indicatorId: string): Surroundings
  evidenceOf(indicatorId: string): readonly EvidenceItem[]
  readonly mayAnswer: boolean
  readonly mayComplete: boolean
  readonly mayClaimExemption: boolean
}

const at = (opened: OpenedWithAnswers) => ({ organisation: opened.organisationId, assessment: opened.assessment.id })

/** Every answer of the whole assessment at a glance, what needs an answer first. */
export function wholePage(model: LookOverModel): Page {
  const { opened, mayComplete } = model
  const gaps = gapsIn(model)
  const ready = openRows(gaps).length === 0
  return {
    title: LOOK_OVER,
    back: { href: paths.taskList.to(at(opened)), text: 'All standards' },
    body: (
      <>
        <PageHeading lead={leadOf(model)}>{LOOK_OVER}</PageHeading>
        {isAsked(model) && <ToDoList {...listOf(model, 'look-over-list')} edition={opened.edition} rows={openRows(gaps)} fold />}
        {isAsked(model) && ready && <p class="govuk-body">Every indicator has an answer.</p>}
        {mayComplete && opened.assessment.status === 'in-progress' && (
          <Button href={paths.complete.to(at(opened))} kind={ready ? 'primary' : 'secondary'}>
            Go on to complete the assessment
          </Button>
        )}
        {isAsked(model) && <WorthALook {...listOf(model, 'look-over-also')} rows={worthRows(gaps)} />}
        {model.standards.map((standard) => (
          <section class="app-look-over" aria-labelledby={`standard-${standard.standard.number}`}>
            <h2 class="govuk-heading-m" id={`standard-${standard.standard.number}`}>
              <a class="govuk-link" href={paths.standard.to({ ...at(opened), standard: String(standard.standard.number) })}>
                {standard.standard.number}. {standard.standard.title}
              </a>
            </h2>
            <Answers {...model} standard={standard} list="look-over" />
          </section>
        ))}
      </>
    ),
  }
}

const listOf = ({ opened }: LookOverModel, list: CameFrom) => ({
  organisationId: opened.organisationId,
  assessmentId: opened.assessment.id,
  list,
})

/** What there is to see to. Only someone who may choose between two versions is shown the choice. */
function gapsIn({ opened, standards, around, mayAnswer }: LookOverModel) {
  return gapRows({ ...opened, standards }, around).filter(({ gap }) => mayAnswer || gap !== 'two-versions')
}

/** False before anything is answered, when a list of everything would tell nobody anything; and once nothing is asked any more. */
function isAsked({ opened, standards }: LookOverModel): boolean {
  const unasked = ['not-started', 'exempt']
  return opened.assessment.status !== 'complete' && !standards.every(({ state }) => unasked.includes(state))
}

/** What there is to do here, for whoever looks. */
function leadOf({ opened, mayAnswer }: LookOverModel): string {
  const { completion, status } = opened.assessment
  if (status === 'complete' && completion)
    return `Completed by ${completion.completedBy} on ${formatDate(completion.completedOn)}.`
  return mayAnswer
    ? 'What still needs an answer comes first. Below it is every answer.'
    : 'You can read all of it. Someone who contributes to the assessment fills it in.'
}

export interface StandardModel extends LookOverModel {
  readonly standard: StandardProgress
  /** A mark the organisation holds that may cover it, as long as nobody has said whether it does. */
  readonly askAbout: ExemptionRule | null
  /** What shows the mark that could stand in for it, and who added it. */
  readonly certificate: readonly EvidenceItem[]
  readonly people: ReadonlyMap<string, string>
}

/** One standard: its aim, its answers, and a mark that could stand in for it. */
export function standardPage(model: StandardModel): Page {
  const { opened, standard } = model
  // The others stand below with their state.
  const begun = gapsIn(model).filter(
    ({ indicator }) => standard.indicators.find((each) => each.indicator === indicator)?.state !== 'not-started',
  )
  const rule = opened.edition.exemptions.find((each) => each.standard === standard.standard.number)
  const exemption = opened.exemptions.find((each) => each.standard === standard.standard.number)
  const state = STANDARD_STATES[standard.state]
  return {
    title: `Standard ${standard.standard.number}: ${standard.standard.title}`,
    back: { href: paths.taskList.to(at(opened)), text: 'All standards' },
    body: (
      <>
        <PageHeading caption={`Standard ${standard.standard.number}`} lead={standard.standard.aim}>
          {standard.standard.title}
        </PageHeading>
        <p class="govuk-body">
          <StatusTag kind={state.status}>{state.label}</StatusTag>
        </p>
        {model.askAbout ? (
          <AskAboutMark {...model} rule={model.askAbout} />
        ) : (
          <>
            {rule && (
              <Mark {...model} held={rule.heldMark} standardNumber={standard.standard.number}>
                {exemption && exemptionWords(exemption, opened.exempt.has(exemption.standard))}
              </Mark>
            )}
            <WayOn {...model} />
          </>
        )}
        {isAsked(model) && (
          <>
            <ToDoList {...listOf(model, 'standard')} edition={opened.edition} rows={openRows(begun)} />
            <WorthALook {...listOf(model, 'standard')} rows={worthRows(begun)} />
          </>
        )}
        <h2 class="govuk-heading-m">Indicators</h2>
        <Answers {...model} standard={standard} list={null} />
        <p class="govuk-body app-after-list">
          <a class="govuk-link" href={paths.lookOver.to(at(opened))}>
            {LOOK_OVER}
          </a>
        </p>
      </>
    ),
  }
}

function Mark(props: StandardModel & { held: string; standardNumber: number; children: Child }) {
  const { opened, held, standardNumber, certificate, people, children, mayClaimExemption } = props
  if (!children && !mayClaimExemption) return null
  const exempt = opened.exempt.has(standardNumber)
  const address = paths.exemption.to({ ...at(opened), standard: String(standardNumber) })
  return (
    <div class="govuk-inset-text">
      {children && <p class="govuk-body">{children}</p>}
      {children && <EvidenceItems items={certificate} organisationId={opened.organisationId} people={people} canChange={false} />}
      {exempt && (
        <p class="govuk-body">
          This mark covers the whole standard, so nothing is asked here. Any answers given before are kept.
        </p>
      )}
      {children && !exempt && (
        <p class="govuk-body">It no longer covers this standard, so its indicators are open again, with the answers they had.</p>
      )}
      {!children && <p class="govuk-body">If you hold a {held}, you don’t need to complete this standard.</p>}
      {mayClaimExemption && opened.assessment.status === 'in-progress' && (
        <a class="govuk-link" href={address}>
          {children ? 'Change or withdraw this' : `We hold a ${held}`}
        </a>
      )}
    </div>
  )
}

/** The one obvious next step: what is open here; when nothing is, the next standard; when none is left, looking it all over. */
function WayOn({ opened, standard, mayAnswer }: StandardModel) {
  if (!mayAnswer) return null
  const here = nextIndicator([standard])
  const next = nextStandard(opened.standards, standard.standard.number)
  if (here) {
    return (
      <Button href={paths.indicator.to({ ...at(opened), indicator: here.id })} start>
        {goOnWords(here, standard.answered > 0)}
      </Button>
    )
  }
  if (next) {
    return (
      <Button href={paths.standard.to({ ...at(opened), standard: String(next.number) })} start>
        Go on to standard {next.number}, {next.title}
      </Button>
    )
  }
  return (
    <Button href={paths.lookOver.to(at(opened))} start>
      Look over every answer
    </Button>
  )
}

/** Asked once: going through the standard is an answer too. */
function AskAboutMark({ opened, standard: { standard, indicators }, rule }: StandardModel & { rule: ExemptionRule }) {
  const [first] = indicators
  const number = String(standard.number)
  return (
    <section class="app-next-step" aria-labelledby="ask-about-mark">
      <h2 class="govuk-heading-m" id="ask-about-mark">
        You hold the {rule.heldMark}. Does it cover Standard {number}?
      </h2>
      <p class="govuk-body">
        If it does, you don’t need to answer {indicators.length === 1 ? 'its indicator' : `its ${indicators.length} indicators`}.
        We ask for its level and the date it was awarded.
      </p>
      <div class="govuk-button-group">
        <Button href={paths.exemption.to({ ...at(opened), standard: number })}>Yes, it covers Standard {number}</Button>
        {first && (
          <Button href={paths.indicator.to({ ...at(opened), indicator: first.indicator.id }, { mark: ASKED })} kind="secondary">
            No, go through Standard {number}
          </Button>
        )}
      </div>
    </section>
  )
}

function Answers({ opened, standard, around, evidenceOf, list }: LookOverModel & { standard: StandardProgress; list: CameFrom }) {
  const rows = list ?? 'standard'
  return (
    <div class="app-answer-cards">
      {standard.indicators.map(({ indicator, state }) => {
        const answer = opened.answerOf(indicator.id)
        const { values } = answer
        const rating = ratingById(opened.edition, values.rating)
        const counts = around(indicator.id)
        const held = heldExamples(values).length
        const facts = [
          held > 0 && plural(held, 'example ticked', 'examples ticked'),
          counts.evidence > 0 && plural(counts.evidence, 'item of evidence', 'items of evidence'),
          counts.actions > 0 && plural(counts.actions, 'action', 'actions'),
        ].filter((fact) => fact !== false)
        return (
          <article class="app-answer-card" id={rowId(rows, indicator.id)}>
            <div class="app-answer-card__words">
              <h3 class="govuk-heading-s">
                <a class="govuk-link" href={paths.indicator.to({ ...at(opened), indicator: indicator.id }, { from: list })}>
                  {indicator.id} {indicator.shortTitle}
                </a>{' '}
                {indicator.core && <CoreTag />}
              </h3>
              <p class="govuk-body-s app-answer-card__statement">{indicator.statement}</p>
              {values.rating === LESS_RELEVANT && <FormattedText text={values.lessRelevantReason} />}
              {values.evidence !== '' && <FormattedText text={beginningOf(values.evidence)} />}
              <CarriedOver opened={opened} answer={answer} />
              <PictureStrip items={evidenceOf(indicator.id)} organisationId={opened.organisationId} />
            </div>
            <div class="app-answer-card__standing">
              {rating && state !== 'exempt' ? (
                <RatingMark order={rating.order} count={opened.edition.ratings.length} label={rating.label} />
              ) : (
                <StatusTag kind={INDICATOR_STATES[state].status}>
                  {values.rating === LESS_RELEVANT && state !== 'exempt' ? LESS_RELEVANT_SHORT : INDICATOR_STATES[state].label}
                </StatusTag>
              )}
              {facts.length > 0 && (
                <ul class="app-answer-card__facts">
                  {facts.map((fact) => (
                    <li>{fact}</li>
                  ))}
                </ul>
              )}
            </div>
          </article>
        )
      })}
    </div>
  )
}

/** A long text's first lines, cut between characters: half an emoji is none. */
function beginningOf(text: string): string {
  if (text.length <= 400) return text
  return `${text.slice(0, 400).replace(/[\uD800-\uDBFF]$/, '')}…`
}
