import { type ExampleEvidence, type ExampleItem, ratingById } from '../../frameworks/index.ts'
import { FormattedText, formatDate, InsetText, RatingMark } from '../../ui/index.ts'
import { heldExamples, LESS_RELEVANT } from '../answer.ts'
import { EXAMPLE_WORDS, exemptionWords, FIELD_LABELS, LESS_RELEVANT_LABEL } from '../content.ts'
import { isGoneThrough } from '../open.ts'
import type { IndicatorModel } from './page.tsx'
import { PRINT_NOTES } from './print-notes.tsx'

/** An answer for someone who may read it but not change it: why that is, and what it says, the rating first. */
export function ReadOnly(model: IndicatorModel) {
  const { opened, standard, indicator, values, evidence, actions, answer } = model
  const untouched = answer.revision === 0 && evidence === null && actions === null
  if (untouched && (opened.exempt.has(standard.number) || !isGoneThrough(opened, indicator))) return <WhyClosed {...model} />
  return (
    <div class="app-reading">
      <WhyClosed {...model} />
      <TwoVersions {...model} />
      <section class="app-question" aria-labelledby="rating-heading">
        <h2 class="govuk-heading-m" id="rating-heading">
          Self-assessed rating
        </h2>
        <Rating {...model} />
      </section>
      <section class="app-question" id="your-evidence" aria-labelledby="evidence-heading">
        <h2 class="govuk-heading-m" id="evidence-heading">
          Evidence
        </h2>
        {values.evidence === '' ? (
          <p class="govuk-body app-nothing">Nothing is written yet.</p>
        ) : (
          <FormattedText text={values.evidence} />
        )}
        {evidence}
      </section>
      <ExamplesRead {...model} />
      <section class="app-question" id="actions" aria-labelledby="actions-heading">
        <h2 class="govuk-heading-m" id="actions-heading">
          Development actions
        </h2>
        {actions ?? <p class="govuk-body app-nothing">None is planned yet.</p>}
      </section>
      {values.notes !== '' && (
        <section class="app-question app-private" aria-labelledby="notes-heading">
          <h2 class="govuk-heading-m" id="notes-heading">
            Private notes
          </h2>
          <p class="govuk-hint">Only people in your organisation see these. They are never part of a report.</p>
          <FormattedText text={values.notes} />
          {PRINT_NOTES}
        </section>
      )}
      {answer.updatedAt && <p class="govuk-body-s app-nothing">Last changed on {formatDate(answer.updatedAt)}.</p>}
    </div>
  )
}

/** Why nothing here can be changed, and since when. */
function WhyClosed({ opened, standard, indicator, answer }: IndicatorModel) {
  const { completion, status } = opened.assessment
  if (!isGoneThrough(opened, indicator)) {
    return (
      <InsetText>
        This assessment goes through the core indicators, and this is not one of them, so nothing is asked here.
        {answer.revision > 0 && ' What was written is set aside. It comes back when the other indicators are added.'}
      </InsetText>
    )
  }
  const exemption = opened.exempt.has(standard.number) && opened.exemptions.find((each) => each.standard === standard.number)
  if (exemption) {
    return (
      <InsetText>
        <p class="govuk-body">
          Standard {standard.number} is covered by your {exemption.mark}, so nothing is asked here. Any answers given before are
          kept.
        </p>
        <p class="govuk-body">{exemptionWords(exemption, true)}</p>
      </InsetText>
    )
  }
  if (status === 'complete' && completion) {
    return (
      <InsetText>
        {completion.completedBy}, {completion.completedByRole}, completed this assessment on {formatDate(completion.completedOn)},
        so its answers stay as they are. To correct something, whoever leads it can open a new revision.
      </InsetText>
    )
  }
  return <InsetText>You can read everything here. Someone who contributes to the assessment fills it in.</InsetText>
}

/** Only someone who may choose is shown the choice; everyone else is told that it waits. */
function TwoVersions({ conflicts }: IndicatorModel) {
  if (conflicts.length === 0) return null
  return (
    <InsetText>
      This was changed in two places at the same time, and both versions are kept:{' '}
      {[...new Set(conflicts.map(({ field }) => FIELD_LABELS[field].toLowerCase()))].join(', ')}. You are reading the one that
      stands. Someone who contributes to the assessment will choose, or join them.
    </InsetText>
  )
}

function Rating({ opened, indicator, values }: IndicatorModel) {
  const { ratings } = opened.edition
  if (values.rating === LESS_RELEVANT) {
    return (
      <div class="app-reading__rating">
        <p class="app-reading__word">{LESS_RELEVANT_LABEL}</p>
        <FormattedText text={values.lessRelevantReason} />
      </div>
    )
  }
  const rating = ratingById(opened.edition, values.rating)
  if (!rating) return <p class="govuk-body app-nothing">Not rated yet.</p>
  return (
    <div class="app-reading__rating">
      <RatingMark order={rating.order} count={ratings.length} label={rating.label} />
      <p class="govuk-body">{indicator.levels[rating.id] ?? rating.meaning}</p>
    </div>
  )
}

function ExamplesRead({ indicator, values }: IndicatorModel) {
  if (indicator.examples.length === 0) return null
  const held = new Set(heldExamples(values))
  return (
    <section class="app-question" id="examples" aria-labelledby="examples-heading">
      <h2 class="govuk-heading-m" id="examples-heading">
        Example evidence
      </h2>
      <ul class="app-examples-read">
        {indicator.examples.map((example) => (
          <ExampleRead example={example} held={held} />
        ))}
      </ul>
    </section>
  )
}

function ExampleRead({ example, held }: { example: ExampleEvidence; held: ReadonlySet<string> }) {
  if (example.kind === 'item') return <Item item={example} held={held} />
  return (
    <li class="app-examples-read__group">
      {example.heading}
      <ul class="app-examples-read">
        {example.items.map((item) => (
          <Item item={item} held={held} />
        ))}
      </ul>
    </li>
  )
}

function Item({ item, held }: { item: ExampleItem; held: ReadonlySet<string> }) {
  const has = held.has(item.key)
  return (
    <li class="app-examples-read__item">
      <span>{item.text}</span>{' '}
      <span class="app-example__state">
        <span class={has ? 'app-example__held' : 'app-example__not-yet'}>{has ? EXAMPLE_WORDS.held : EXAMPLE_WORDS.notYet}</span>
      </span>
    </li>
  )
}
