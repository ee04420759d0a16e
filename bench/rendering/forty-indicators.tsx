/** Forty indicators with their answers, in the kind of markup our pages have. Compiled once for each JSX runtime. */

export interface Shown {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly statement: string
  readonly core: boolean
  readonly rating: string
  readonly evidence: string
  readonly facts: readonly string[]
}

export function fortyIndicators(indicators: readonly Shown[]) {
  return (
    <main id="main-content" class="app-main">
      <h1 class="govuk-heading-l">Look it all over</h1>
      <section class="app-look-over" aria-labelledby="answers">
        {indicators.map((indicator) => (
          <Answer indicator={indicator} />
        ))}
      </section>
    </main>
  )
}

function Answer({ indicator }: { indicator: Shown }) {
  return (
    <article class="app-answer-card">
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={indicator.href}>
          {indicator.id} {indicator.title}
        </a>{' '}
        {indicator.core && <strong class="app-core">Core</strong>}
      </h3>
      <p class="govuk-body-s app-answer-card__statement">{indicator.statement}</p>
      <Rating label={indicator.rating} />
      <div class="app-formatted">
        <p class="govuk-body" dir="auto">
          {indicator.evidence}
        </p>
      </div>
      {indicator.facts.length > 0 && (
        <ul class="govuk-list">
          {indicator.facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
      <input
        class="govuk-checkboxes__input"
        id={`done-${indicator.id}`}
        type="checkbox"
        name="done"
        value={indicator.id}
        checked={indicator.core}
      />
      <label class="govuk-label" for={`done-${indicator.id}`}>
        Looked at
      </label>
    </article>
  )
}

function Rating({ label }: { label: string }) {
  return (
    <span class="app-rating">
      <span class="app-rating__mark" aria-hidden="true" />
      <span class="app-rating__label">{label}</span>
    </span>
  )
}
