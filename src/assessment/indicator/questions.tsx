import { type Edition, type ExampleEvidence, type ExampleItem, type Indicator, indicatorById } from '../../frameworks/index.ts'
import { CharacterCount, Details, Radios, RatingMark, remembered } from '../../ui/index.ts'
import { BOUNDS, type FieldValues, heldExamples, LESS_RELEVANT } from '../answer.ts'
import { EXAMPLE_WORDS, LESS_RELEVANT_LABEL } from '../content.ts'
import type { AnswerErrors } from './form.ts'
import { Documents } from './guidance.tsx'
import type { IndicatorModel } from './page.tsx'
import { PRINT_NOTES } from './print-notes.tsx'
import { YOUR_RATING } from './rail.tsx'

/** The questions of an indicator, in the framework's own order: example evidence, your evidence, self-assessment. */

export function Examples({ indicator, values }: IndicatorModel) {
  if (indicator.examples.length === 0) return null
  const held = new Set(heldExamples(values))
  return (
    <section class="app-question" id="examples">
      <fieldset class="govuk-fieldset" aria-describedby="examples-hint">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
          <h2 class="govuk-fieldset__heading">Example evidence</h2>
        </legend>
        <p class="govuk-hint" id="examples-hint">
          Tick what you have. “Not yet” is a good answer too: these are examples, and nobody needs them all.
        </p>
        {indicator.examples.map((example) => (
          <Example example={example} held={held} />
        ))}
      </fieldset>
    </section>
  )
}

function Example({ example, held }: { example: ExampleEvidence; held: ReadonlySet<string> }) {
  const shown = (item: ExampleItem) => tick(item, held.has(item.key) ? 'held' : 'not-yet')
  if (example.kind === 'item') return shown(example)
  return (
    <fieldset class="govuk-fieldset app-examples-group">
      <legend class="govuk-fieldset__legend app-examples-group__heading">{example.heading}</legend>
      {example.items.map(shown)}
    </fieldset>
  )
}

/**
 * One example, said in words as well as by its tick. Both words are sent, and the style sheet shows the one that is true, so that
 * no script is needed; the hidden one is no part of the box's description either.
 */
const tick = remembered((item: ExampleItem, state: 'held' | 'not-yet') => {
  const id = `example-${item.key.replace('.', '-')}`
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item app-example">
        <input
          class="govuk-checkboxes__input app-example__input"
          id={id}
          type="checkbox"
          name="examples"
          value={item.key}
          checked={state === 'held'}
          data-field="examples"
          aria-describedby={`${id}-state`}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {item.text}
        </label>
        <span class="app-example__state" id={`${id}-state`}>
          <span class="app-example__held">{EXAMPLE_WORDS.held}</span>
          <span class="app-example__not-yet">{EXAMPLE_WORDS.notYet}</span>
        </span>
      </div>
    </div>
  )
})

export function YourEvidence({ opened, indicator, values, errors, evidence }: IndicatorModel) {
  return (
    <section class="app-question" id="your-evidence" aria-labelledby="evidence-heading">
      <h2 class="govuk-heading-m" id="evidence-heading">
        Your evidence
      </h2>
      <CharacterCount
        name="evidence"
        label="What do you do, and what shows it?"
        hint="A sentence or two is plenty. Leave out names and anything that would identify a young person."
        rows={6}
        maxlength={BOUNDS.evidence}
        value={values.evidence}
        error={errors.evidence}
        attributes={{ 'data-field': 'evidence', dir: 'auto' }}
      />
      {evidence}
      <Documents opened={opened} indicator={indicator} />
    </section>
  )
}

export function Ratings({ opened, indicator, values, errors }: IndicatorModel) {
  const { rating, lessRelevantReason } = values
  const usual = !errors.rating && !errors.lessRelevantReason && lessRelevantReason === ''
  return usual
    ? usualChoices(opened.edition, `${indicator.id} ${rating}`)
    : ratingChoices(opened.edition, indicator, values, errors)
}

/** As nearly every page shows them. `state` is the indicator and the rating chosen: `2.3 good`. */
const usualChoices = remembered((edition: Edition, state: string) => {
  const [id = '', rating = ''] = state.split(' ')
  const indicator = indicatorById(edition, id)
  return indicator && ratingChoices(edition, indicator, { rating, lessRelevantReason: '' }, {})
})

function ratingChoices(
  { ratings }: Edition,
  indicator: Indicator,
  values: Pick<FieldValues, 'rating' | 'lessRelevantReason'>,
  errors: AnswerErrors,
) {
  return (
    <section class="app-question app-answer__rating" id={YOUR_RATING}>
      <Radios
        name="rating"
        class="app-choices"
        legend={<h2 class="govuk-fieldset__heading">Where are you now?</h2>}
        legendSize="m"
        hint="Choose what sounds most like you today. Nobody marks this: an honest answer is the useful one."
        error={errors.rating}
        value={values.rating}
        items={[
          ...ratings.map((rating, index) => ({
            value: rating.id,
            text: <RatingMark order={rating.order} count={ratings.length} label={rating.label} />,
            hint: indicator.levels[rating.id] ?? rating.meaning ?? undefined,
            attributes: { 'data-field': 'rating', 'data-shortcut-rating': String(index + 1) },
          })),
          { divider: 'or' },
          {
            value: LESS_RELEVANT,
            text: LESS_RELEVANT_LABEL,
            attributes: { 'data-field': 'rating', 'data-less-relevant': true },
            conditional: (
              <CharacterCount
                name="lessRelevantReason"
                label="Why is it less relevant to how you mentor?"
                rows={2}
                maxlength={BOUNDS.lessRelevantReason}
                value={values.lessRelevantReason}
                error={errors.lessRelevantReason}
                attributes={{ 'data-field': 'lessRelevantReason', dir: 'auto' }}
              />
            ),
          },
        ]}
      />
    </section>
  )
}

export function Notes({ values, errors }: IndicatorModel) {
  return (
    <Details summary="Private notes" open={values.notes !== '' || errors.notes !== undefined} class="app-question app-private">
      <CharacterCount
        name="notes"
        label="Notes for your own team"
        hint="Only people in your organisation see these. They are never part of a report."
        rows={4}
        maxlength={BOUNDS.notes}
        value={values.notes}
        error={errors.notes}
        attributes={{ 'data-field': 'notes', dir: 'auto' }}
      />
      {PRINT_NOTES}
    </Details>
  )
}
