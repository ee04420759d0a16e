import { type Edition, exampleItems, type Indicator, indicatorById, type Standard, wordingWords } from '../../frameworks/index.ts'
import type { Page } from '../../platform/index.ts'
import { PageHeading, Pagination } from '../../ui/index.ts'
import type { Opened } from '../open.ts'
import { paths } from '../paths.ts'

export interface BothWordingsModel {
  readonly opened: Opened
  readonly indicator: Indicator
  /** The edition to read beside the assessment's own, and all there are to choose from. */
  readonly other: Edition
  readonly others: readonly Edition[]
  readonly previous: Indicator | null
  readonly next: Indicator | null
}

/** One indicator in the words of two editions, side by side. */
export function bothWordingsPage(model: BothWordingsModel): Page {
  const { opened, indicator, other, others } = model
  const at = { organisation: opened.organisationId, assessment: opened.assessment.id }
  const to = (id: string, edition = other.edition) => paths.bothWordings.to({ ...at, indicator: id }, { edition })
  const link = (to_: Indicator | null) => to_ && { href: to(to_.id), label: `${to_.id} ${to_.shortTitle}` }
  return {
    title: `${indicator.id} in two wordings`,
    back: { href: paths.indicator.to({ ...at, indicator: indicator.id }), text: `Back to ${indicator.id}` },
    body: (
      <>
        <PageHeading caption={opened.edition.title} lead="The same indicator in the words of two editions. You answer it once.">
          {indicator.id} {indicator.shortTitle}
        </PageHeading>
        {others.length > 1 && (
          <nav aria-label="Which edition to read beside ours">
            <ul class="govuk-list app-wordings__choice">
              {others.map((each) => (
                <li>
                  <a
                    class="govuk-link"
                    href={to(indicator.id, each.edition)}
                    aria-current={each.edition === other.edition ? 'true' : undefined}
                  >
                    Edition {each.edition}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div class="app-wordings">
          <Wording edition={opened.edition} indicator={indicator} heading="ours" />
          <Wording edition={other} indicator={indicatorById(other, indicator.id)} heading="theirs" />
        </div>
        <Pagination label="Indicators" previous={link(model.previous)} next={link(model.next)} />
      </>
    ),
  }
}

interface WordingProps {
  readonly edition: Edition
  readonly indicator: Indicator | null
  readonly heading: string
}

function Wording({ edition, indicator, heading }: WordingProps) {
  if (!indicator) return null
  const standard = edition.standards.find(({ number }) => number === indicator.standard)
  return (
    <section class="app-wordings__one" aria-labelledby={heading} lang={edition.language}>
      <h2 class="govuk-heading-m" id={heading}>
        Edition {edition.edition}
      </h2>
      <p class="govuk-body-s">{wordingWords(edition) ?? `From the edition “${edition.edition}”, by ${edition.publisher}.`}</p>
      {standard && <OfStandard standard={standard} />}
      <h3 class="govuk-heading-s">What it asks</h3>
      <p class="govuk-body">{indicator.statement}</p>
      {exampleItems(indicator).length > 0 && (
        <>
          <h3 class="govuk-heading-s">Example evidence</h3>
          <ul class="govuk-list govuk-list--bullet">
            {indicator.examples.map((example) =>
              example.kind === 'item' ? (
                <li>{example.text}</li>
              ) : (
                <li>
                  {example.heading}
                  <ul class="govuk-list govuk-list--bullet">
                    {example.items.map(({ text }) => (
                      <li>{text}</li>
                    ))}
                  </ul>
                </li>
              ),
            )}
          </ul>
        </>
      )}
    </section>
  )
}

function OfStandard({ standard }: { standard: Standard }) {
  return (
    <>
      <h3 class="govuk-heading-s">
        Standard {standard.number}: {standard.title}
      </h3>
      <p class="govuk-body">{standard.aim}</p>
    </>
  )
}
