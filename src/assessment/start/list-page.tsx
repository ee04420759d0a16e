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
import { goOnWords, nameOf, SCOPES } from '../content.ts'
import type { AssessmentLinks, PlanFrom } from '../links.ts'
import type { Listed } from '../open.ts'
import { advisedInWords } from '../pace.ts'
import { paths } from '../paths.ts'
import type { Assessment } from '../store/assessments.ts'

export interface ListModel {
  /** Where results and plans are read. */
  readonly links: AssessmentLinks
  /** The page that the list stands on, which a plan leads back to. */
  readonly planFrom: PlanFrom
  readonly organisationId: string
  readonly mayStart: boolean
  readonly mayAnswer: boolean
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
export function AssessmentCards({
  organisationId,
  mayStart,
  mayAnswer,
  assessments,
  more,
  core,
  links,
  planFrom,
  headingLevel = 3,
}: ListModel & { readonly headingLevel?: 2 | 3 }) {
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
  const newest = assessments.find(({ assessment }) => assessment.status === 'in-progress')?.assessment
  return (
    <Stack class="app-assessments">
      {assessments.map(({ assessment, progress, next, overdue }) => (
        <Card
          title={nameOf(assessment)}
          headingLevel={headingLevel}
          href={paths.taskList.to({ organisation: organisationId, assessment: assessment.id })}
          footer={
            assessment.status === 'complete' && assessment.completion ? (
              <>
                <StatusTag kind="complete">Completed</StatusTag> on {formatDate(assessment.completion.completedOn)}. Next review{' '}
                {formatDate(assessment.completion.nextReviewOn)}.
                <WayOn
                  of={assessment}
                  organisationId={organisationId}
                  links={links}
                  planFrom={planFrom}
                  overdue={overdue}
                  results
                />
              </>
            ) : (
              <>
                <ProgressBar {...progress} label="indicators answered" />
                {next && mayAnswer && (
                  <Button
                    class="app-assessments__go-on"
                    href={paths.indicator.to({ organisation: organisationId, assessment: assessment.id, indicator: next.id })}
                    kind={assessment === newest ? 'primary' : 'secondary'}
                    start={assessment === newest}
                  >
                    {goOnWords(next, progress.done > 0)}
                  </Button>
                )}
                {overdue > 0 && (
                  <WayOn of={assessment} organisationId={organisationId} links={links} planFrom={planFrom} overdue={overdue} />
                )}
              </>
            )
          }
        >
          <p class="govuk-body">
            {SCOPES[assessment.scope].short}, led by {assessment.lead}, started {formatDate(assessment.startedAt)}
            {assessment.revision > 1 && `. Revision ${assessment.revision}`}
          </p>
        </Card>
      ))}
      {more > 0 && <p class="govuk-body">{plural(more, 'older assessment is', 'older assessments are')} not shown here.</p>}
      {start && <div>{start}</div>}
    </Stack>
  )
}

interface WayOnProps {
  readonly of: Assessment
  readonly organisationId: string
  readonly links: AssessmentLinks
  readonly planFrom: PlanFrom
  readonly overdue: number
  readonly results?: boolean
}

/** What people come back for between two assessments. */
function WayOn({ of: assessment, organisationId, links, planFrom, overdue, results = false }: WayOnProps) {
  const at = { organisation: organisationId, assessment: assessment.id }
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
        {overdue > 0 && `: ${plural(overdue, 'action', 'actions')} overdue`}
      </li>
    </ul>
  )
}
