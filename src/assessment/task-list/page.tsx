import { AboutFramework, type Edition } from '../../frameworks/index.ts'
import type { Page } from '../../platform/index.ts'
import {
  Button,
  Card,
  Form,
  formatDate,
  InsetText,
  PageHeading,
  ProgressBar,
  plural,
  StatusTag,
  TaskList,
  WithAside,
} from '../../ui/index.ts'
import { goOnWords, LOOK_OVER, LOOK_OVER_AND_COMPLETE, SCOPES, STANDARD_STATES, WORKSHEETS } from '../content.ts'
import { OpenCorrection } from '../correct/open-correction.tsx'
import { DESCRIBE } from '../describe/page.tsx'
import type { WayOn } from '../go-on/way-on.ts'
import { nameOf } from '../names.ts'
import type { Opened } from '../open.ts'
import { inWords, type TimeLeft } from '../pace.ts'
import { paths } from '../paths.ts'
import { canBe, hasCore, nextIndicator, restOf, stageOf } from '../rules.ts'
import { addTheOther, CORE_ALONE } from '../scope/page.tsx'
import type { Assessment } from '../store/assessments.ts'
import { type NewerWording, SEE_CORRECTED, WordingOffer } from '../wording/offer.tsx'

export interface TaskListModel {
  readonly opened: Opened
  readonly timeLeft: TimeLeft
  readonly mayAnswer: boolean
  /** Quality marks the organisation has said it holds. */
  readonly marks: readonly string[]
  /** Whoever may start an assessment may widen it, and say anew what it is about. */
  readonly mayStart: boolean
  readonly mayComplete: boolean
  readonly mayCorrect: boolean
  /** How many indicators are set aside that have been begun. */
  readonly aside: number
  /** The completed assessment that it goes on from, and how many of its answers are as they were there. */
  readonly from: { readonly assessment: Assessment; readonly carried: number } | null
  /** How it goes on to the whole framework, or has. */
  readonly wayOn: WayOn | null
  /** Its edition as it is in use now: who publishes it. */
  readonly framework: Edition
  /** Newer words of its edition that it could take; null for none. */
  readonly newer: NewerWording | null
  /** Where the finished thing is read; given by the program, which knows the reports. */
  readonly resultsHref: string
  readonly planHref: string
}

export function taskListPage(model: TaskListModel): Page {
  const { opened } = model
  const { assessment, edition, standards } = opened
  const at = { organisation: opened.organisationId, assessment: assessment.id }
  return {
    title: nameOf(assessment),
    back: { href: paths.list.to({ organisation: opened.organisationId }), text: 'Assessments' },
    body: (
      <WithAside asideLabel="About this assessment" aside={<About {...model} />}>
        <PageHeading caption={`${edition.title} ${edition.edition}`}>{nameOf(assessment)}</PageHeading>
        {stageOf(assessment) === 'open' ? <NextStep {...model} /> : <Completed {...model} />}
        {model.newer?.state === 'offered' && model.mayStart && <WordingOffer opened={opened} newer={model.newer} />}
        <h2 class="govuk-heading-m">The standards</h2>
        <TaskList
          items={standards.map(({ standard, state, answered, indicators }) => ({
            title: `${standard.number}. ${standard.title}`,
            href: paths.standard.to({ ...at, standard: String(standard.number) }),
            hint: [
              state === 'exempt'
                ? 'Covered by a quality mark'
                : `${answered} of ${plural(indicators.length, 'indicator', 'indicators')} answered`,
              markFor(model, standard.number),
            ]
              .filter((part) => part !== null)
              .join('. '),
            status: <StatusTag kind={STANDARD_STATES[state].status}>{STANDARD_STATES[state].label}</StatusTag>,
          }))}
        />
      </WithAside>
    ),
  }
}

/** A mark the organisation holds may stand in for a standard that it is about to go through. */
function markFor({ opened, marks, mayAnswer }: TaskListModel, standard: number): string | null {
  if (!mayAnswer || !canBe(stageOf(opened.assessment), 'answer') || opened.exempt.has(standard)) return null
  const rule = opened.edition.exemptions.find((each) => each.standard === standard && marks.includes(each.heldMark))
  return rule ? `You hold the ${rule.heldMark}, which may cover this standard` : null
}

function NextStep({ opened, timeLeft, mayAnswer, mayComplete, from }: TaskListModel) {
  const { assessment, standards, progress } = opened
  const at = { organisation: opened.organisationId, assessment: assessment.id }
  const next = nextIndicator(standards)
  return (
    <div class="app-next-step">
      <ProgressBar {...progress} label="indicators answered" />
      {from && from.carried > 0 && assessment.continues && (
        <p class="govuk-body">
          {plural(from.carried, 'answer is', 'answers are')} from the core assessment completed on{' '}
          {formatDate(assessment.continues.completedOn)}. Change what is different by now.
        </p>
      )}
      {next ? (
        <>
          <p class="govuk-body">{timeWords(timeLeft, progress.done > 0)}</p>
          {mayAnswer ? (
            <Button href={paths.indicator.to({ ...at, indicator: next.id })} start>
              {goOnWords(next, progress.done > 0)}
            </Button>
          ) : (
            <p class="govuk-body">You can read everything here. Someone who contributes to the assessment fills it in.</p>
          )}
        </>
      ) : (
        <>
          <p class="govuk-body">Every indicator has an answer. Look it over with your colleagues, then complete it.</p>
          <div class="govuk-button-group">
            <Button href={paths.lookOver.to(at)} start>
              {mayComplete ? LOOK_OVER_AND_COMPLETE : LOOK_OVER}
            </Button>
            {mayComplete && (
              <a class="govuk-link" href={paths.complete.to(at)}>
                Go straight on to complete the assessment
              </a>
            )}
          </div>
        </>
      )}
    </div>
  )
}

/** One or two answers are no pace: until there is one, it is advice. */
function timeWords({ minutes, from }: TimeLeft, begun: boolean): string {
  if (from === 'pace') return `You have ${inWords(minutes)} left, at the pace you are going.`
  return `Allow ${inWords(minutes)} ${begun ? 'more' : 'in all'}. Stop whenever you like.`
}

function Completed({ opened, resultsHref, planHref, mayAnswer, mayComplete, mayCorrect, wayOn }: TaskListModel) {
  const { assessment, organisationId } = opened
  const { completion } = assessment
  if (!completion) return null
  const at = { organisation: opened.organisationId, assessment: assessment.id }
  return (
    <Card class="app-completed" title={`Completed on ${formatDate(completion.completedOn)}`}>
      <p class="govuk-body">
        By {completion.completedBy}, {completion.completedByRole}. The next review is on {formatDate(completion.nextReviewOn)}
        {completion.reviewedBy && `, led by ${completion.reviewedBy}`}.
      </p>
      <div class="govuk-button-group">
        <Button href={resultsHref}>See your results</Button>
        <Button href={planHref} kind="secondary">
          Your development plan
        </Button>
        {wayOn && (
          <a class="govuk-link" href={wayOn.href}>
            {wayOn.text}
          </a>
        )}
        {mayCorrect && canBe(stageOf(assessment), 'correct') && (
          <a class="govuk-link" href={paths.correct.to(at)}>
            Correct something
          </a>
        )}
      </div>
      <OpenCorrection {...{ organisationId, assessment, mayAnswer, mayComplete, mayCorrect }} carryOn={null} />
    </Card>
  )
}

function About(model: TaskListModel) {
  const { opened, mayStart, framework, newer, planHref, resultsHref, from } = model
  const { assessment, organisationId } = opened
  const at = { organisation: organisationId, assessment: assessment.id }
  return (
    <>
      <h2 class="govuk-heading-s">About this assessment</h2>
      <p class="govuk-body-s">
        {SCOPES[assessment.scope].short}. Led by {assessment.lead}. Started {formatDate(assessment.startedAt)}.
      </p>
      {from && (
        <p class="govuk-body-s">
          It goes on from{' '}
          <a class="govuk-link" href={paths.taskList.to({ organisation: organisationId, assessment: from.assessment.id })}>
            {nameOf(from.assessment)}
          </a>
          , and both have the same development plan.
        </p>
      )}
      {mayStart && canBe(stageOf(assessment), 'describe') && (
        <p class="govuk-body-s">
          <a class="govuk-link" href={paths.describe.to(at)}>
            {DESCRIBE}
          </a>
        </p>
      )}
      {assessment.revision > 1 && assessment.revisionReason && stageOf(assessment) === 'completed' && (
        <p class="govuk-body-s">
          Revision {assessment.revision}: {assessment.revisionReason}
        </p>
      )}
      <ScopeOf {...model} />
      <ul class="govuk-list govuk-body-s">
        <li>
          <a class="govuk-link" href={paths.lookOver.to(at)}>
            {LOOK_OVER}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={planHref}>
            Development plan
          </a>
        </li>
        <li>
          <a class="govuk-link" href={resultsHref}>
            Results and report
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.worksheets.to(at)}>
            {WORKSHEETS}
          </a>
        </li>
        {newer?.state === 'available' && (
          <li>
            <a class="govuk-link" href={paths.wording.to(at)}>
              {SEE_CORRECTED}
            </a>
          </li>
        )}
      </ul>
      <AboutFramework edition={framework} small />
    </>
  )
}

/** What is gone through, and how to go through more or less of it. */
function ScopeOf({ opened, mayStart, aside }: TaskListModel) {
  const { assessment, edition, organisationId } = opened
  if (!hasCore(edition) || !canBe(stageOf(assessment), 'change-scope')) return null
  const at = { organisation: organisationId, assessment: assessment.id }
  const rest = restOf(edition)
  if (assessment.scope === 'core') {
    return (
      <InsetText class="app-about">
        <p class="govuk-body-s">
          You are going through the core indicators. The other {rest} can be added at any time. Nothing you have done is lost.
          {aside > 0 &&
            ` ${plural(aside, 'of them has', 'of them have')} been begun, and will be as you left ${aside === 1 ? 'it' : 'them'}.`}
        </p>
        {mayStart && (
          <Button href={paths.extend.to(at)} kind="secondary">
            {addTheOther(rest)}
          </Button>
        )}
      </InsetText>
    )
  }
  if (!mayStart || assessment.continues) return null
  return (
    <Form action={paths.narrow.to(at)} class="app-narrow">
      <button type="submit" class="app-narrow__button">
        {assessment.beganWith === 'core' ? BACK_TO_CORE : CORE_ALONE}
      </button>
    </Form>
  )
}

const BACK_TO_CORE = 'Go back to the core indicators'
