import { assessmentPaths, nameOf, OpenCorrection, type WayOn } from '../../assessment/index.ts'
import { AboutFramework, SupportContact } from '../../frameworks/index.ts'
import { countsSentence, PLAN_TITLE, type PlanCounts, planNeeds } from '../../plan/index.ts'
import type { Page } from '../../platform/index.ts'
import {
  Button,
  CoreTag,
  Details,
  formatDate,
  IndicatorFigure,
  InsetText,
  PageHeading,
  PriorityTag,
  plural,
  RatingMark,
  StandardsFigure,
} from '../../ui/index.ts'
import { AS_COMPLETED, andMore, briefWords, DOWNLOADS, growNextLead, pdfWords, standingWords, strengthsLead } from '../content.ts'
import { AS_IT_STANDS, isCorrection, type Reported } from '../open.ts'
import { paths } from '../paths.ts'
import {
  chartData,
  growNext,
  type IndicatorPicture,
  inBrief,
  type Named,
  plannedActions,
  plannedAmong,
  standardsPicture,
  strengths,
} from '../rules.ts'
import { Numbers } from './numbers.tsx'

export interface ResultsModel extends Reported {
  readonly organisationId: string
  readonly planHref: string
  /** How it goes on to the whole framework, or has. */
  readonly wayOn: WayOn | null
  readonly mayAnswer: boolean
  readonly mayComplete: boolean
  readonly mayCorrect: boolean
  /** The edition as it is in use now: who publishes it, and whom to ask. */
  readonly framework: Reported['edition']
  /** Of the plan as it is today. */
  readonly planned: PlanCounts
  /** Characters that the PDFs can show only by number. */
  readonly unprintable: readonly string[]
  /** They may choose a logo and write a foreword. */
  readonly mayDescribe: boolean
}

/** Where an organisation stands, told without a score: a sentence, a picture with its numbers, strengths, what could grow, promises. */
export function resultsPage(model: ResultsModel): Page {
  const { organisationId, assessment, edition, record, seal, wayOn } = model
  const completedBefore = isCorrection(model) ? (assessment.completion?.completedOn ?? null) : null
  const data = chartData(edition, standardsPicture(edition, record))
  return {
    title: titleOf(model),
    back: {
      href: assessmentPaths.taskList.to({ organisation: organisationId, assessment: assessment.id }),
      text: 'Your assessment',
    },
    body: (
      <>
        <PageHeading
          caption={nameOf({ ...assessment, programme: record.programme })}
          lead={briefWords(edition, inBrief(edition, record))}
        >
          {completedBefore === null ? pdfWords.whereWeAre : CORRECTION_SO_FAR}
        </PageHeading>
        <p class="govuk-body">{standingWords(record.completion, completedBefore)}</p>
        <PlanToday {...model} />
        {wayOn && (
          <p class="govuk-body">
            <a class="govuk-link" href={wayOn.href}>
              {wayOn.text}
            </a>
          </p>
        )}
        <Downloads {...model} />
        {seal && <CorrectionBeneath {...model} />}
        <Revisions {...model} />
        <section aria-labelledby="standards-heading" class="app-results">
          <h2 class="govuk-heading-l" id="standards-heading">
            {pdfWords.acrossStandards}
          </h2>
          <div class="app-results-counted">
            <StandardsFigure data={data} />
            <Numbers data={data} />
          </div>
          <Details summary={pdfWords.everyIndicator} id="every-indicator">
            <IndicatorFigure data={data} />
          </Details>
        </section>
        <div class="app-results-pair">
          <Strengths {...model} />
          <GrowNext {...model} />
        </div>
        <Promises {...model} />
        <section aria-labelledby="about-heading" class="app-results-about">
          <h2 class="govuk-heading-s" id="about-heading">
            About the framework
          </h2>
          <AboutFramework edition={model.framework} small />
          <SupportContact edition={model.framework} small />
        </section>
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

/** For the browser's tab: results of several revisions may be open at once. */
function titleOf(model: ResultsModel): string {
  if (isCorrection(model)) return 'Results of the correction so far'
  const { seal, revisions } = model
  return seal && seal.revision !== revisions[0]?.revision ? `Results, revision ${seal.revision}` : 'Results'
}

const CORRECTION_SO_FAR = 'The correction as it stands'

/** What is sealed is read by default; where the correction of it can be read, and what can be done with it. */
function CorrectionBeneath(model: ResultsModel) {
  const at = { organisation: model.organisationId, assessment: model.assessment.id }
  return <OpenCorrection {...model} carryOn="task-list" resultsHref={paths.results.to(at, { revision: AS_IT_STANDS })} />
}

/** What naturally comes next, before everything there is to read. The plan goes on after completing: what it is today is said to be so. */
function PlanToday({ planHref, planned }: ResultsModel) {
  return (
    <p class="govuk-body">
      Your{' '}
      <a class="govuk-link" href={planHref}>
        {PLAN_TITLE}
      </a>{' '}
      today: {planned.total === 0 ? 'no actions yet.' : `${countsSentence(planned)} ${planNeeds(planned)}`.trim()}
    </p>
  )
}

function Downloads({ organisationId, assessment, seal, query, unprintable, mayDescribe }: ResultsModel) {
  const at = { organisation: organisationId, assessment: assessment.id }
  const revision = seal ? { revision: seal.revision } : query
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
  const newest = revisions[0]?.revision ?? 0
  if (others.length === 0 && !record.revisionReason) return null
  return (
    <InsetText>
      {seal && seal.revision < newest && (
        <p class="govuk-body">You are reading revision {seal.revision}. There is a newer one.</p>
      )}
      {record.revisionReason && (
        <p class="govuk-body">
          This is revision {record.revision}. Why it was made: {record.revisionReason}
        </p>
      )}
      {others.length > 0 && (
        <ul class="govuk-list">
          {others.map((each) => (
            <li>
              <a class="govuk-link" href={paths.results.to(at, { revision: each.revision })}>
                Revision {each.revision}, sealed {formatDate(each.sealedAt)}
              </a>
            </li>
          ))}
        </ul>
      )}
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
      <p class="govuk-body">{strengthsLead(found)}</p>
      <IndicatorLists found={found} organisationId={organisationId} assessmentId={assessment.id} ratings={edition.ratings} />
    </section>
  )
}

function GrowNext({ edition, record, organisationId, assessment }: ResultsModel) {
  const found = growNext(edition, record)
  return (
    <section aria-labelledby="gaps-heading" class="app-results">
      <h2 class="govuk-heading-m" id="gaps-heading">
        {pdfWords.growNext}
      </h2>
      <p class="govuk-body">{growNextLead(found, plannedAmong(record, [...found.named, ...found.more]))}</p>
      <IndicatorLists found={found} organisationId={organisationId} assessmentId={assessment.id} ratings={edition.ratings} />
    </section>
  )
}

interface IndicatorListsProps extends Omit<IndicatorListProps, 'found'> {
  readonly found: Named
}

/** The few that matter most, and the rest folded under them. */
function IndicatorLists({ found: { named, more }, ...at }: IndicatorListsProps) {
  return (
    <>
      <IndicatorList found={named} {...at} />
      {more.length > 0 && (
        <Details summary={andMore(more.length)} class="app-results-more">
          <IndicatorList found={more} {...at} />
        </Details>
      )}
    </>
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

function Promises({ edition, record, planHref, seal }: ResultsModel) {
  const planned = plannedActions(edition, record)
  return (
    <section aria-labelledby="promises-heading" class="app-results">
      <h2 class="govuk-heading-l" id="promises-heading">
        {pdfWords.actions}
      </h2>
      {seal && <p class="govuk-body">{AS_COMPLETED}</p>}
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
      {seal && planned.length > FIRST_PROMISES && (
        <p class="govuk-body">
          {andMore(planned.length - FIRST_PROMISES)}: the full report has all {planned.length}.
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={planHref}>
          {seal
            ? `The ${PLAN_TITLE} as it is today`
            : planned.length > FIRST_PROMISES
              ? `All ${plural(planned.length, 'action', 'actions')} in the ${PLAN_TITLE}`
              : `The ${PLAN_TITLE}`}
        </a>
      </p>
    </section>
  )
}
