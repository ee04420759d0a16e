import { type EvidenceItem, EvidenceItems, PictureStrip } from '../../evidence/index.ts'
import { ratingById } from '../../frameworks/index.ts'
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
import { type Answer, heldExamples, LESS_RELEVANT } from '../answer.ts'
import { exemptionWords, goOnWords, INDICATOR_STATES, LESS_RELEVANT_SHORT, LOOK_OVER, STANDARD_STATES } from '../content.ts'
import { GapList } from '../gap-list.tsx'
import type { Opened } from '../open.ts'
import { paths } from '../paths.ts'
import { type Gap, MUST_CLOSE, nextIndicator, type StandardProgress, type Surroundings } from '../rules.ts'

export interface LookOverModel {
  readonly opened: Opened
  /** One standard's, or every standard's. */
  readonly standards: readonly StandardProgress[]
  answerOf(indicatorId: string): Answer
  gapsOf(indicatorId: string): readonly Gap[]
  around(indicatorId: string): Surroundings
  evidenceOf(indicatorId: string): readonly EvidenceItem[]
  readonly mayAnswer: boolean
  readonly mayComplete: boolean
  readonly mayClaimExemption: boolean
}

const at = (opened: Opened) => ({ organisation: opened.organisationId, assessment: opened.assessment.id })

/** Every answer of the whole assessment at a glance, gaps first. */
export function wholePage(model: LookOverModel): Page {
  const { opened } = model
  return {
    title: LOOK_OVER,
    back: { href: paths.taskList.to(at(opened)), text: 'All standards' },
    body: (
      <>
        <PageHeading lead={leadOf(model)}>{LOOK_OVER}</PageHeading>
        <Gaps {...model} />
        {model.mayComplete && opened.assessment.status === 'in-progress' && (
          <Button href={paths.complete.to(at(opened))} kind={nothingStandsInTheWay(model) ? 'primary' : 'secondary'}>
            Go on to complete the assessment
          </Button>
        )}
        {model.standards.map((standard) => (
          <section class="app-look-over" aria-labelledby={`standard-${standard.standard.number}`}>
            <h2 class="govuk-heading-m" id={`standard-${standard.standard.number}`}>
              <a class="govuk-link" href={paths.standard.to({ ...at(opened), standard: String(standard.standard.number) })}>
                {standard.standard.number}. {standard.standard.title}
              </a>
            </h2>
            <Answers {...model} standard={standard} />
          </section>
        ))}
      </>
    ),
  }
}

/** True when it could be completed as it stands. */
function nothingStandsInTheWay({ standards, gapsOf }: LookOverModel): boolean {
  const indicators = standards.flatMap((standard) => standard.indicators)
  return !indicators.some(({ indicator }) => gapsOf(indicator.id).some((gap) => MUST_CLOSE.has(gap)))
}

/** What there is to do here, for whoever looks. */
function leadOf({ opened, mayAnswer }: LookOverModel): string {
  const { completion } = opened.assessment
  if (completion) return `Completed by ${completion.completedBy} on ${formatDate(completion.completedOn)}.`
  return mayAnswer
    ? 'Questions come first. They are there to help you think; most of them you can leave.'
    : 'You can read all of it. Someone who contributes to the assessment fills it in.'
}

export interface StandardModel extends LookOverModel {
  readonly standard: StandardProgress
  /** What shows the mark that could stand in for it, and who added it. */
  readonly certificate: readonly EvidenceItem[]
  readonly people: ReadonlyMap<string, string>
}

/** One standard: its aim, its answers, and a mark that could stand in for it. */
export function standardPage(model: StandardModel): Page {
  const { opened, standard } = model
  const next = nextIndicator([standard])
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
        {rule && (
          <Mark {...model} held={rule.heldMark} standardNumber={standard.standard.number}>
            {exemption && exemptionWords(exemption, opened.exempt.has(exemption.standard))}
          </Mark>
        )}
        {model.mayAnswer && next && (
          <Button href={paths.indicator.to({ ...at(opened), indicator: next.id })} start>
            {goOnWords(next, standard.answered > 0)}
          </Button>
        )}
        <Gaps {...model} begun />
        <h2 class="govuk-heading-m">Indicators</h2>
        <Answers {...model} standard={standard} />
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

interface GapsProps extends LookOverModel {
  /** Only of indicators that have been begun: the others stand below with their state. */
  readonly begun?: boolean | undefined
}

function Gaps({ opened, standards, gapsOf, mayAnswer, begun }: GapsProps) {
  // Before anything is answered, a list of everything unanswered tells nobody anything; once complete or covered, nothing is asked.
  const unasked = ['not-started', 'exempt']
  if (opened.assessment.status === 'complete' || standards.every(({ state }) => unasked.includes(state))) return null
  const rows = standards
    .flatMap((standard) => standard.indicators)
    .flatMap(({ indicator, state }) => gapsOf(indicator.id).map((gap) => ({ indicator, state, gap })))
    .filter(({ state }) => !begun || state !== 'not-started')
    // Only someone who may choose is shown the choice.
    .filter(({ gap }) => mayAnswer || gap !== 'two-versions')
  if (rows.length === 0 && nextIndicator(standards)) return null
  if (rows.length === 0) return <p class="govuk-body app-nothing-open">Nothing is left open here.</p>
  return (
    <section class="app-worth-a-look" aria-labelledby="gaps-heading">
      <h2 class="govuk-heading-m" id="gaps-heading">
        Worth another look
      </h2>
      <GapList organisationId={opened.organisationId} assessmentId={opened.assessment.id} rows={rows} />
    </section>
  )
}

function Answers({ opened, standard, answerOf, around, evidenceOf }: LookOverModel & { standard: StandardProgress }) {
  return (
    <div class="app-answer-cards">
      {standard.indicators.map(({ indicator, state }) => {
        const { values } = answerOf(indicator.id)
        const rating = ratingById(opened.edition, values.rating)
        const counts = around(indicator.id)
        const held = heldExamples(values).length
        const facts = [
          held > 0 && plural(held, 'example ticked', 'examples ticked'),
          counts.evidence > 0 && plural(counts.evidence, 'item of evidence', 'items of evidence'),
          counts.actions > 0 && plural(counts.actions, 'action', 'actions'),
        ].filter((fact) => fact !== false)
        return (
          <article class="app-answer-card">
            <div class="app-answer-card__words">
              <h3 class="govuk-heading-s">
                <a class="govuk-link" href={paths.indicator.to({ ...at(opened), indicator: indicator.id })}>
                  {indicator.id} {indicator.shortTitle}
                </a>{' '}
                {indicator.core && <CoreTag />}
              </h3>
              <p class="govuk-body-s app-answer-card__statement">{indicator.statement}</p>
              {values.rating === LESS_RELEVANT && <FormattedText text={values.lessRelevantReason} />}
              {values.evidence !== '' && <FormattedText text={beginningOf(values.evidence)} />}
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
