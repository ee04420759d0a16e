import type { Indicator } from '../frameworks/index.ts'
import { type Child, plural } from '../ui/index.ts'
import { GAPS } from './content.ts'
import { paths } from './paths.ts'
import type { Gap } from './rules.ts'

/** Something worth another look at one indicator. */
export interface GapRow {
  readonly indicator: Indicator
  readonly gap: Gap
}

interface GapListProps {
  readonly organisationId: string
  readonly assessmentId: string
  /** In the framework's order. */
  readonly rows: readonly GapRow[]
  /** False where each of them has to be seen to: then a long list is not folded. */
  readonly fold?: boolean | undefined
}

/** More than this many under one question are folded away. */
const SHOWN = 8

/** What is worth another look: each question once, with every indicator it is asked of. */
export function GapList({ organisationId, assessmentId, rows, fold = true }: GapListProps) {
  return (
    <div class="app-gaps">
      {questions(rows).map(({ gap, indicators }) => (
        <div class="app-gap">
          <h3 class="app-gap__question">{GAPS[gap].question}</h3>
          <p class="app-gap__about">{GAPS[gap].about}</p>
          <Folded when={fold && indicators.length > SHOWN} count={indicators.length}>
            <ul class="app-gap__indicators">
              {indicators.map((indicator) => (
                <li>
                  <a
                    class="govuk-link"
                    href={paths.indicator.to({ organisation: organisationId, assessment: assessmentId, indicator: indicator.id })}
                  >
                    {indicator.id} {indicator.shortTitle}
                  </a>
                </li>
              ))}
            </ul>
          </Folded>
        </div>
      ))}
    </div>
  )
}

function Folded({ when, count, children }: { when: boolean; count: number; children?: Child }) {
  if (!when) return <>{children}</>
  return (
    <details class="govuk-details app-gap__folded">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{plural(count, 'indicator', 'indicators')}</span>
      </summary>
      {children}
    </details>
  )
}

/** The questions that are asked, in the order of `GAPS`, each of its indicators. */
function questions(rows: readonly GapRow[]): readonly { readonly gap: Gap; readonly indicators: readonly Indicator[] }[] {
  return (Object.keys(GAPS) as Gap[])
    .map((gap) => ({ gap, indicators: rows.filter((row) => row.gap === gap).map((row) => row.indicator) }))
    .filter(({ indicators }) => indicators.length > 0)
}
