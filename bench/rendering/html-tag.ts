import { html } from 'hono/html'
import type { Shown } from './forty-indicators.tsx'

/** The same page in Hono's template strings. */
export function fortyIndicators(indicators: readonly Shown[]) {
  return html`<main id="main-content" class="app-main"><h1 class="govuk-heading-l">Look it all over</h1><section class="app-look-over" aria-labelledby="answers">${indicators.map(answer)}</section></main>`
}

function answer(indicator: Shown) {
  const { id, href, title, statement, core, evidence, facts } = indicator
  const done = `done-${id}`
  return html`<article class="app-answer-card"><h3 class="govuk-heading-s"><a class="govuk-link" href="${href}">${id} ${title}</a> ${core ? html`<strong class="app-core">Core</strong>` : ''}</h3><p class="govuk-body-s app-answer-card__statement">${statement}</p>${rating(indicator.rating)}<div class="app-formatted"><p class="govuk-body" dir="auto">${evidence}</p></div>${facts.length > 0 ? html`<ul class="govuk-list">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>` : ''}<input class="govuk-checkboxes__input" id="${done}" type="checkbox" name="done" value="${id}"${core ? html` checked` : ''}><label class="govuk-label" for="${done}">Looked at</label></article>`
}

function rating(label: string) {
  return html`<span class="app-rating"><span class="app-rating__mark" aria-hidden="true"></span><span class="app-rating__label">${label}</span></span>`
}
