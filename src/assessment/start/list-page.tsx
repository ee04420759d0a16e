import { newId, type Page } from '../../platform/index.ts'
import {
  Button,
  Card,
  EmptyState,
  formatDate,
  PageHeading,
  ProgressBar,
  plural,
  Stack,
  StatusTag,
  TwoThirds,
  VisuallyHidden,
} from '../../ui/index.ts'
import { goOnWords, LOOK_OVER, LOOK_OVER_AND_COMPLETE, SCOPES } from '../content.ts'
import { OpenCorrection } from '../correct/open-correction.tsx'
import type { AssessmentLinks, PlanFrom } from '../links.ts'
import { nameOf } from '../names.ts'
import type { Listed } from '../open.ts'
import { advisedInWords } from '../pace.ts'
import { paths } from '../paths.ts'
import { stageOf } from '../rules.ts'

export interface ListModel {
  /** Where results and plans are read. */
  readonly links: AssessmentLinks
  /** The page that the list stands on, which a plan leads back to. */
  readonly planFrom: PlanFrom
  readonly organisationId: string
  readonly mayStart: boolean
  readonly mayAnswer: boolean
  readonly mayComplete: boolean
  readonly mayCorrect: boolean
  readonly assessments: readonly Listed[]
  /** How many older ones are not shown. */
  readonly more: number
  /** How many core indicators the framework has that a first assessment would be of; null when none is called for. */
  readonly core: number | null
}

export function listPage(model: ListModel): Page {
  return {
    title: 'Assessments',
    body: (
      <TwoThirds>
        <PageHeading>Assessments</PageHeading>
        <AssessmentCards {...model} headingLevel={2} />
      </TwoThirds>
    ),
  }
}

/** The organisation's assessments, newest first; for its own page and for its overview. */
export function AssessmentCards(model: ListModel & { readonly headingLevel?: 2 | 3 }) {
  const { organisationId, mayStart, assessments, more, core, headingLevel = 3 } = model
  const start = mayStart && (
    <Button
      href={paths.start.to({ organisation: organisationId }, { id: newId() })}
      start={assessments.length === 0}
      kind={assessments.length === 0 ? 'primary' : 'secondary'}
    >
      Start {assessments.length === 0 ? 'your first assessment' : 'another assessment'}
    </Button>
  )
  if (assessments.length === 0) {
    return (
      <EmptyState title="No assessment yet" action={start}>
        An assessment takes you through the framework one indicator at a time: what you do now, how you can show it, and what you
        would like to do next.
        {core !== null && ` The core indicators take ${advisedInWords(core)}, in as many sittings as you like.`}
      </EmptyState>
    )
  }
  // One obvious next step: the one begun last.
  const newest = assessments.find(({ assessment }) => stageOf(assessment) === 'open')
  return (
    <Stack class="app-assessments">
      {assessments.map((listed) => (
        <AssessmentCard model={model} listed={listed} headingLevel={headingLevel} primary={listed === newest} />
      ))}
      {more > 0 && <p class="govuk-body">{plural(more, 'older assessment is', 'older assessments are')} not shown here.</p>}
      {start && <div>{start}</div>}
    </Stack>
  )
}

interface CardProps {
  readonly model: ListModel
  readonly listed: Listed
  readonly headingLevel: 2 | 3
  /** True for the one that comes next. */
  readonly primary: boolean
}

function AssessmentCard({ model, listed, headingLevel, primary }: CardProps) {
  const { organisationId } = model
  const { assessment } = listed
  const stage = stageOf(assessment)
  const revision = stage === 'correcting' ? assessment.revision - 1 : assessment.revision
  return (
    <Card
      title={nameOf(assessment)}
      headingLevel={headingLevel}
      href={paths.taskList.to({ organisation: organisationId, assessment: assessment.id })}
      footer={stage === 'open' ? <Open {...model} listed={listed} primary={primary} /> : <Completed {...model} listed={listed} />}
    >
      <p class="govuk-body">
        {SCOPES[assessment.scope].short}, led by {assessment.lead}, started {formatDate(assessment.startedAt)}
        {revision > 1 && `. Revision ${revision}`}
      </p>
    </Card>
  )
}

function Open(model: ListModel & { listed: Listed; primary: boolean }) {
  const { organisationId, mayAnswer, mayComplete, listed, primary } = model
  const { assessment, progress, next, overdue } = listed
  const at = { organisation: organisationId, assessment: assessment.id }
  const href = next ? paths.indicator.to({ ...at, indicator: next.id }) : paths.lookOver.to(at)
  const answered = mayComplete ? LOOK_OVER_AND_COMPLETE : LOOK_OVER
  return (
    <>
      <ProgressBar {...progress} label="indicators answered" />
      {mayAnswer && (
        <Button class="app-assessments__go-on" href={href} kind={primary ? 'primary' : 'secondary'} start={primary}>
          {next ? goOnWords(next, progress.done > 0) : answered}
        </Button>
      )}
      {overdue > 0 && <ComeBackFor {...model} listed={listed} />}
    </>
  )
}

/** What is completed, and beneath it that a correction is open, where one is. */
function Completed(model: ListModel & { listed: Listed }) {
  const { listed } = model
  const { assessment } = listed
  const { completion } = assessment
  if (!completion) return null
  return (
    <>
      <StatusTag kind="complete">Completed</StatusTag> on {formatDate(completion.completedOn)}. Next review{' '}
      {formatDate(completion.nextReviewOn)}.
      <ComeBackFor {...model} listed={listed} results />
      <OpenCorrection {...model} assessment={assessment} carryOn="task-list" />
    </>
  )
}

/** What people come back for between two assessments. */
function ComeBackFor({
  organisationId,
  links,
  planFrom,
  listed,
  results = false,
}: ListModel & { listed: Listed; results?: boolean }) {
  const { assessment, overdue, wayOn } = listed
  const at = { organisation: organisationId, assessment: assessment.id, plan: assessment.planId }
  // Links that say the same are told apart by those who hear them in a list.
  const whose = <VisuallyHidden> of {nameOf(assessment)}</VisuallyHidden>
  return (
    <ul class="govuk-list app-assessments__links">
      {results && (
        <li>
          <a class="govuk-link" href={links.results(at)}>
            Results{whose}
          </a>
        </li>
      )}
      <li>
        <a class="govuk-link" href={links.plan(at, planFrom)}>
          Development plan{whose}
        </a>
        {/* Said once: the assessment that goes on has the same plan. */}
        {overdue > 0 && !wayOn?.taken && `: ${plural(overdue, 'action', 'actions')} overdue`}
      </li>
      {wayOn && (
        <li>
          <a class="govuk-link" href={wayOn.href}>
            {wayOn.text}
            {!wayOn.taken && whose}
          </a>
        </li>
      )}
    </ul>
  )
}
