import type { Edition, Indicator, Standard } from '../../frameworks/index.ts'
import type { Page } from '../../platform/index.ts'
import { type Child, CoreTag, PageHeading, plural, RatingMark, remembered, TwoThirds } from '../../ui/index.ts'
import { LESS_RELEVANT_LABEL, WORKSHEETS } from '../content.ts'
import { nameOf } from '../names.ts'
import type { Opened } from '../open.ts'
import { paths } from '../paths.ts'
import type { StandardProgress } from '../rules.ts'

export interface WorksheetsModel {
  readonly organisation: string
  readonly opened: Opened
  /** Null for every standard. */
  readonly chosen: StandardProgress | null
}

/**
 * The indicators as blank sheets to fill in by hand, a sheet of paper for each: for a meeting, and for whoever would rather write
 * ("it works on paper"). Nothing of what has been answered is on them. A standard that a mark covers has none.
 */
export function worksheetsPage({ organisation, opened, chosen }: WorksheetsModel): Page {
  const { assessment, edition } = opened
  const at = { organisation: opened.organisationId, assessment: assessment.id }
  const standards = (chosen ? [chosen] : opened.standards).filter(({ state }) => state !== 'exempt')
  const sheets = standards.reduce((sum, { indicators }) => sum + indicators.length, 0)
  return {
    title: WORKSHEETS,
    back: { href: paths.taskList.to(at), text: 'Your assessment' },
    body: (
      <div class="app-worksheets">
        <div class="app-worksheets__intro">
          <TwoThirds>
            <PageHeading
              caption={nameOf(assessment)}
              lead="Take them to a meeting and fill them in together by hand. Afterwards, type what you agreed into the assessment."
            >
              {WORKSHEETS}
            </PageHeading>
            <p class="govuk-body">
              {sheets === 0
                ? 'A quality mark covers this standard, so there is nothing to fill in.'
                : `${plural(sheets, 'sheet', 'sheets')} of A4, one for each indicator. To print them, use your browser’s “Print” (Ctrl and P, or ⌘ and P).`}
            </p>
            <nav aria-label="Which worksheets">
              <ul class="govuk-list app-worksheets__choice">
                <li>
                  <Choice href={paths.worksheets.to(at)} current={chosen === null}>
                    All standards
                  </Choice>
                </li>
                {opened.standards.map(({ standard }) => (
                  <li>
                    <Choice
                      href={paths.worksheets.to(at, { standard: String(standard.number) })}
                      current={chosen?.standard.number === standard.number}
                    >
                      {standard.number}. {standard.title}
                    </Choice>
                  </li>
                ))}
              </ul>
            </nav>
          </TwoThirds>
        </div>
        {standards.map(({ standard, indicators }) =>
          indicators.map(({ indicator }) => (
            <article class="app-worksheet" aria-labelledby={`sheet-${indicator.id}`}>
              {head(indicator)}
              <p class="app-worksheet__of">
                {organisation}, {nameOf(assessment)}. {placeOf(standard)}
              </p>
              {questions(edition)(indicator)}
            </article>
          )),
        )}
      </div>
    ),
  }
}

function Choice({ href, current, children }: { href: string; current: boolean; children?: Child }) {
  return (
    <a class="govuk-link" href={href} aria-current={current && 'page'}>
      {children}
    </a>
  )
}

const placeOf = (standard: Standard) => `Standard ${standard.number}: ${standard.title}.`

const head = remembered((indicator: Indicator) => (
  <>
    <h2 class="govuk-heading-m app-worksheet__title" id={`sheet-${indicator.id}`}>
      {indicator.id} {indicator.shortTitle} {indicator.core && <CoreTag />}
    </h2>
    <p class="app-worksheet__statement">{indicator.statement}</p>
  </>
))

/** What is asked, with room to write: the same for everybody, so it is written once for each edition. */
const questions = (edition: Edition) => {
  const known = asked.get(edition)
  if (known) return known
  const fresh = remembered((indicator: Indicator) => <Questions edition={edition} indicator={indicator} />)
  asked.set(edition, fresh)
  return fresh
}

const asked = new WeakMap<Edition, (indicator: Indicator) => ReturnType<typeof head>>()

function Questions({ edition, indicator }: { edition: Edition; indicator: Indicator }) {
  return (
    <>
      <h3 class="app-worksheet__question">What we have already</h3>
      <ul class="app-worksheet__examples">
        {indicator.examples.map((example) =>
          example.kind === 'item' ? (
            <li class="app-worksheet__tick">{example.text}</li>
          ) : (
            <li>
              {example.heading}
              <ul class="app-worksheet__examples">
                {example.items.map((item) => (
                  <li class="app-worksheet__tick">{item.text}</li>
                ))}
              </ul>
            </li>
          ),
        )}
      </ul>
      <h3 class="app-worksheet__question">Our evidence, and where it is kept</h3>
      <div class="app-worksheet__lines" />
      <h3 class="app-worksheet__question">Where are we now?</h3>
      <ul class="app-worksheet__ratings">
        {edition.ratings.map(({ id, order, label, meaning }) => (
          <li class="app-worksheet__tick">
            <RatingMark order={order} count={edition.ratings.length} label={label} />
            <p class="app-worksheet__level">{indicator.levels[id] ?? meaning}</p>
          </li>
        ))}
        <li class="app-worksheet__tick app-worksheet__reason">
          <strong>{LESS_RELEVANT_LABEL}</strong>, because
        </li>
      </ul>
      <h3 class="app-worksheet__question">What will we do next?</h3>
      <table class="app-worksheet__actions">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">By when</th>
            <th scope="col">Priority</th>
          </tr>
        </thead>
        <tbody>
          {[1, 2, 3].map(() => (
            <tr>
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
