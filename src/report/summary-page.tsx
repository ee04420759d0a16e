import { planCounts } from '../plan/index.ts'
import type { Page } from '../platform/index.ts'
import { Button, formatDate, PageHeading, TwoThirds } from '../ui/index.ts'
import { bidParagraph, planSentence, resultsSentence, SUMMARY, standingWords } from './content.ts'
import type { Reported } from './open.ts'
import { paths } from './paths.ts'
import { standing, strengths } from './rules.ts'

export interface SummaryPageModel extends Reported {
  readonly organisationId: string
}

/** The same as the page for trustees, in words to read and copy, and the way to that page. @param model with the plan as it is today */
export function summaryPage({ organisationId, assessment, edition, record, seal, today }: SummaryPageModel): Page {
  const at = { organisation: organisationId, assessment: assessment.id }
  const revision = seal ? { revision: seal.revision } : {}
  const counted = standing(edition, record)
  const counts = planCounts(
    record.actions.map((action, position) => ({ ...action, position })),
    today,
  )
  return {
    title: SUMMARY.title,
    back: { href: paths.results.to(at, revision), text: 'Results' },
    body: (
      <TwoThirds>
        <PageHeading lead={SUMMARY.lead}>{SUMMARY.title}</PageHeading>
        <p class="govuk-body">{standingWords(record.completion, null)}</p>
        <p class="govuk-body">{resultsSentence(edition, counted)}</p>
        <p class="govuk-body">
          {SUMMARY.planToday(formatDate(today))} {planSentence(counts)}
        </p>
        <Button href={paths.summary.to(at, revision)}>{SUMMARY.download}</Button>
        <Bid paragraph={bidParagraph(edition, record, counted, named(strengths(edition, record)))} />
      </TwoThirds>
    ),
  }
}

/** As many as a reader of a bid remembers. */
const NAMED = 3

const named = (found: ReturnType<typeof strengths>) => found.named.slice(0, NAMED).map(({ indicator }) => indicator.shortTitle)

/** Text to mark and copy; with scripts, a button does it. */
function Bid({ paragraph }: { readonly paragraph: string | null }) {
  if (paragraph === null) return <p class="govuk-body">{SUMMARY.notYet}</p>
  return (
    <section aria-labelledby="bid-heading">
      <h2 class="govuk-heading-m" id="bid-heading">
        {SUMMARY.paragraph}
      </h2>
      <p class="govuk-body">{SUMMARY.paragraphLead}</p>
      <blockquote class="app-bid" id="bid" dir="auto">
        {paragraph}
      </blockquote>
      <div data-copy="bid" data-copy-label={SUMMARY.copy} data-copy-done={SUMMARY.copied} />
    </section>
  )
}
