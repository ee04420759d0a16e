import { assessmentPaths } from '../../assessment/index.ts'
import { PLAN_TITLE, type PlanCounts, planNeeds } from '../../plan/index.ts'
import type { Day, Page } from '../../platform/index.ts'
import {
  Button,
  CoreTag,
  formatDate,
  IndicatorFigure,
  InsetText,
  PageHeading,
  PriorityTag,
  plural,
  RatingMark,
  StandardsFigure,
} from '../../ui/index.ts'
import { DOWNLOADS, growingLead, lowerFirst, pdfWords, standingWords, strengthsLead } from '../content.ts'
import type { Reported } from '../open.ts'
import { paths } from '../paths.ts'
import { chartData, growing, type IndicatorPicture, plannedActions, plannedAmong, standardsPicture, strengths } from '../rules.ts'

export interface ResultsModel extends Reported {
  readonly organisationId: string
  readonly planHref: string
  /** The day it was completed last, while a correction is open; null otherwise. */
  readonly completedBefore: Day | null
  /** Of the plan as it is today. */
  readonly planned: PlanCounts
  /** Characters that the PDFs can show only by number. */
  readonly unprintable: readonly string[]
  /** They may choose a logo and write a foreword. */
  readonly mayDescribe: boolean
}

/** Where an organisation stands, told without a score: two pictures with their tables, strengths, core gaps, promises. */
export function resultsPage(model: ResultsModel): Page {
  const { organisationId, assessment, edition, record, seal } = model
  const data = chartData(edition, standardsPicture(edition, record))
  return {
    title: 'Results',
    back: {
      href: assessmentPaths.taskList.to({ organisation: organisationId, assessment: assessment.id }),
      text: 'Your assessment',
    },
    body: (
      <>
        <PageHeading
          caption={`${edition.title} ${edition.edition}`}
          lead={standingWords(record.completion, model.completedBefore)}
        >
          {record.programme ? `${record.programme}: ${lowerFirst(pdfWords.whereWeAre)}` : pdfWords.whereWeAre}
        </PageHeading>
        <ToThePlan {...model} />
        <Downloads {...model} />
        <Revisions {...model} />
        <section aria-labelledby="standards-heading" class="app-results">
          <h2 class="govuk-heading-l" id="standards-heading">
            {pdfWords.acrossStandards}
          </h2>
          <StandardsFigure data={data} />
        </section>
        <section aria-labelledby="indicators-heading" class="app-results">
          <h2 class="govuk-heading-l" id="indicators-heading">
            {pdfWords.everyIndicator}
          </h2>
          <IndicatorFigure data={data} />
        </section>
        <div class="app-results-pair">
          <Strengths {...model} />
          <Growing {...model} />
        </div>
        <Promises {...model} />
        {seal && (
          <p class="govuk-body-s app-seal">
            Sealed as revision {seal.revision}. Its fingerprint (SHA-256) is <code>{seal.sha256}</code>. Anyone who has this
            record can check that it has not been changed.
          </p>
        )}
      </>
    ),
  }
}

/** What naturally comes next, before everything there is to read. */
function ToThePlan({ planHref, planned }: ResultsModel) {
  return (
    <p class="govuk-body">
      What comes next is in your{' '}
      <a class="govuk-link" href={planHref}>
        {PLAN_TITLE}
      </a>
      . {planned.total === 0 ? 'It has no actions yet.' : planNeeds(planned)}
    </p>
  )
}

function Downloads({ organisationId, assessment, seal, unprintable, mayDescribe }: ResultsModel) {
  const at = { organisation: organisationId, assessment: assessment.id }
  const revision = seal ? { revision: seal.revision } : {}
  return (
    <>
      <div class="app-downloads">
        <Button href={paths.report.to(at, revision)}>{DOWNLOADS.report}</Button>
        <Button href={paths.summaryPage.to(at, revision)} kind="secondary">
          {DOWNLOADS.summary}
        </Button>
        <a class="govuk-link" href={paths.plan.to(at, revision)}>
          {DOWNLOADS.plan}
        </a>
        <a class="govuk-link" href={paths.planCsv.to(at)}>
          {DOWNLOADS.planCsv}
        </a>
      </div>
      {unprintable.length > 0 && <p class="govuk-body app-unprintable">{DOWNLOADS.unprintable(unprintable.join(' '))}</p>}
      <ul class="govuk-list app-downloads-more">
        {mayDescribe && (
          <li>
            <a class="govuk-link" href={paths.front.to(at)}>
              {DOWNLOADS.front}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={paths.keep.to(at)}>
            {DOWNLOADS.keep}
          </a>
        </li>
      </ul>
    </>
  )
}

function Revisions({ organisationId, assessment, record, revisions, seal }: ResultsModel) {
  const at = { organisation: organisationId, assessment: assessment.id }
  const others = revisions.filter((each) => each.revision !== seal?.revision)
  if (others.length === 0) return null
  return (
    <InsetText>
      {seal && seal.revision < assessment.revision && (
        <p class="govuk-body">You are reading revision {seal.revision}. There is a newer one.</p>
      )}
      {record.revisionReason && (
        <p class="govuk-body">
          This is revision {record.revision}. Why it was made: {record.revisionReason}
        </p>
      )}
      <ul class="govuk-list">
        {assessment.status === 'in-progress' && seal && (
          <li>
            <a class="govuk-link" href={paths.results.to(at)}>
              Revision {assessment.revision}, in progress
            </a>
          </li>
        )}
        {others.map((each) => (
          <li>
            <a class="govuk-link" href={paths.results.to(at, { revision: each.revision })}>
              Revision {each.revision}, sealed {formatDate(each.sealedAt)}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  )
}

function Strengths({ edition, record, organisationId, assessment }: ResultsModel) {
  const found = strengths(edition, record)
  return (
    <section aria-labelledby="strengths-heading" class="app-results">
      <h2 class="govuk-heading-m" id="strengths-heading">
        {pdfWords.strengths}
      </h2>
      <p class="govuk-body">{strengthsLead(edition, found)}</p>
      <IndicatorList found={found} organisationId={organisationId} assessmentId={assessment.id} ratings={edition.ratings} />
    </section>
  )
}

function Growing({ edition, record, organisationId, assessment }: ResultsModel) {
  const found = growing(edition, record)
  return (
    <section aria-labelledby="gaps-heading" class="app-results">
      <h2 class="govuk-heading-m" id="gaps-heading">
        {pdfWords.growNext}
      </h2>
      <p class="govuk-body">{growingLead(found.length, plannedAmong(record, found))}</p>
      <IndicatorList found={found} organisationId={organisationId} assessmentId={assessment.id} ratings={edition.ratings} />
    </section>
  )
}

interface IndicatorListProps {
  readonly found: readonly IndicatorPicture[]
  readonly organisationId: string
  readonly assessmentId: string
  readonly ratings: Reported['edition']['ratings']
}

function IndicatorList({ found, organisationId, assessmentId, ratings }: IndicatorListProps) {
  if (found.length === 0) return null
  return (
    <ul class="govuk-list app-results-list">
      {found.map(({ indicator, state }) => (
        <li>
          <span>
            <a
              class="govuk-link"
              href={assessmentPaths.indicator.to({
                organisation: organisationId,
                assessment: assessmentId,
                indicator: indicator.id,
              })}
            >
              {indicator.id} {indicator.shortTitle}
            </a>{' '}
            {indicator.core && <CoreTag />}
          </span>
          {state.kind === 'rated' ? (
            <RatingMark order={state.order} count={ratings.length} label={ratings[state.order]?.label ?? ''} />
          ) : (
            <span class="app-results-list__not-rated">Not rated yet</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Enough to remember what was promised; the plan has them all. */
const FIRST_PROMISES = 6

function Promises({ edition, record, planHref }: ResultsModel) {
  const planned = plannedActions(edition, record)
  return (
    <section aria-labelledby="promises-heading" class="app-results">
      <h2 class="govuk-heading-l" id="promises-heading">
        {pdfWords.actions}
      </h2>
      {planned.length === 0 ? (
        <p class="govuk-body">No development actions yet.</p>
      ) : (
        <ul class="app-promises">
          {planned.slice(0, FIRST_PROMISES).map(({ action, indicator, priority }) => (
            <li class="app-promises__item">
              <p class="app-promises__action" dir="auto">
                {action.action}
              </p>
              <p class="app-promises__facts">
                <span>
                  {indicator.id} {indicator.shortTitle}
                </span>
                <span dir="auto">{action.byWhom || 'Nobody named yet'}</span>
                {action.completedOn ? (
                  <span>completed on {formatDate(action.completedOn)}</span>
                ) : (
                  action.byWhen && <span>by {formatDate(action.byWhen)}</span>
                )}
                {priority && (
                  <PriorityTag
                    label={priority}
                    order={edition.priorities.findIndex((each) => each.label === priority)}
                    count={edition.priorities.length}
                  />
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={planHref}>
          {planned.length > FIRST_PROMISES
            ? `All ${plural(planned.length, 'action', 'actions')} in the ${PLAN_TITLE}`
            : `The ${PLAN_TITLE}`}
        </a>
      </p>
    </section>
  )
}
