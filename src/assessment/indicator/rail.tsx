import type { Edition, Indicator } from '../../frameworks/index.ts'
import { Button, remembered } from '../../ui/index.ts'
import { INDICATOR_STATES, LESS_RELEVANT_LABEL } from '../content.ts'
import type { Opened } from '../open.ts'
import { fromIndicator } from '../paths.ts'
import type { IndicatorState } from '../rules.ts'
import type { IndicatorModel } from './page.tsx'

/** The id of the form that an answer is written in. */
export const ANSWER = 'answer'
/** Where the rating is chosen. */
export const YOUR_RATING = 'your-rating'

/**
 * What stays beside an indicator's questions: where it stands in its standard, the rating that is chosen, with the way to it, and
 * a button to save. That button is the first of the form, so it is what Enter in a text field presses.
 */
export function Rail({ opened, standard, indicator, mayAnswer }: IndicatorModel) {
  return (
    <div class="app-rail">
      <Place opened={opened} number={standard.number} indicator={indicator} />
      {mayAnswer && ratingAtHand(opened.edition)}
      {mayAnswer && (
        <Button kind="secondary" class="app-rail__save" name="do" value="save" attributes={{ form: ANSWER }}>
          Save
        </Button>
      )}
    </div>
  )
}

/** The standard's indicators, with their states: in sight where there is room, folded on a phone. */
function Place({ opened, number, indicator }: { opened: Opened; number: number; indicator: Indicator }) {
  const standard = opened.standards.find((each) => each.standard.number === number)
  if (!standard) return null
  const { answered, indicators, state } = standard
  const words = state === 'exempt' ? 'covered by a quality mark' : `${answered} of ${indicators.length} answered`
  return (
    <nav class="app-place" aria-label={`Standard ${number}`}>
      <details class="app-place__fold">
        <summary class="app-place__summary">
          Standard {number}: {words}
        </summary>
        <p class="app-place__heading">
          <a class="govuk-link" href={fromIndicator.standard(number)}>
            Standard {number}
          </a>
          <span class="app-place__count"> {words}</span>
        </p>
        <ul class="app-place__list">
          {standard.indicators.map(({ indicator: other, state }) =>
            other.id === indicator.id ? placeHere(other, state) : place(other, state),
          )}
        </ul>
      </details>
    </nav>
  )
}

const place = remembered((indicator: Indicator, state: IndicatorState) => <InPlace indicator={indicator} state={state} />)
const placeHere = remembered((indicator: Indicator, state: IndicatorState) => (
  <InPlace indicator={indicator} state={state} here />
))

/** The state is a shape, and a word for those who don't see it. */
function InPlace({ indicator, state, here }: { indicator: Indicator; state: IndicatorState; here?: true }) {
  return (
    <li>
      <a
        class={`app-state app-state--${state} app-place__link`}
        href={fromIndicator.indicator(indicator.id)}
        aria-current={here && 'page'}
      >
        {indicator.id} {indicator.shortTitle}
        <span class="govuk-visually-hidden">, {INDICATOR_STATES[state].label}</span>
      </a>
    </li>
  )
}

/** Every choice is sent, and the style sheet shows the one that is made, so that it is true without a script as well. */
const ratingAtHand = remembered((edition: Edition) => (
  <p class="app-chosen">
    <span class="app-chosen__label">Your rating: </span>
    <span class="app-chosen__none">none yet</span>
    {edition.ratings.map(({ label }, place) => (
      <span class="app-chosen__rating" data-chosen={place + 1}>
        {label}
      </span>
    ))}
    <span class="app-chosen__rating" data-chosen="less-relevant">
      {LESS_RELEVANT_LABEL}
    </span>{' '}
    <a class="govuk-link app-chosen__link" href={`#${YOUR_RATING}`}>
      Go to the rating
    </a>
  </p>
))
