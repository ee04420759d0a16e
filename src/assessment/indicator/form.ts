import { EVIDENCE_FORM } from '../../evidence/index.ts'
import { type Edition, exampleItems, type Indicator } from '../../frameworks/index.ts'
import { ACTION_FORM } from '../../plan/index.ts'
import { CHOICE, type Form, type FormFields, readWhole } from '../../platform/index.ts'
import { BOUNDS, examplesValue, FIELDS, type Field, type FieldValues, LESS_RELEVANT } from '../answer.ts'
import { FIELD_LABELS } from '../content.ts'

/** Everything on an indicator's page, and what a script sends. */
export const INDICATOR_FIELDS: FormFields = {
  whole: CHOICE,
  fields: CHOICE,
  person: CHOICE,
  basedOn: CHOICE,
  examples: CHOICE,
  rating: CHOICE,
  ...BOUNDS,
  ...EVIDENCE_FORM,
  ...ACTION_FORM,
  do: CHOICE,
}

export type AnswerErrors = Partial<Record<Field, string>>

export interface AnswerForm {
  /** The answer's revision the person was looking at. */
  readonly basedOn: number
  /** What may be saved: the fields that were sent and are in order. */
  readonly values: Partial<FieldValues>
  /** What was sent, in order or not, to be shown again. */
  readonly sent: Partial<FieldValues>
  readonly errors: AnswerErrors
}

/**
 * Reads an answer's fields. A script names the ones it sends in `fields`; a whole page says `whole`, because what is not
 * ticked is not sent at all.
 */
export function readAnswer(form: Form, edition: Edition, indicator: Indicator): AnswerForm {
  const named = FIELDS.filter((field) => form.all('fields').includes(field))
  const fields = named.length > 0 ? named : form.get('whole') === 'yes' ? FIELDS : []
  const sent: Partial<Record<Field, string>> = {}
  const values: Partial<Record<Field, string>> = {}
  const errors: AnswerErrors = {}
  for (const field of fields) {
    const value = field === 'examples' ? readExamples(form, indicator) : form.get(field)
    sent[field] = value
    const fault = faultIn(field, value, edition)
    if (fault) errors[field] = fault
    else values[field] = value
  }
  // What is no revision at all is one of which nothing is known, as 0 is.
  return { basedOn: readWhole(form.get('basedOn')) ?? 0, values, sent, errors }
}

function readExamples(form: Form, indicator: Indicator): string {
  const known = new Set(exampleItems(indicator).map((example) => example.key))
  return examplesValue(form.all('examples').filter((key) => known.has(key)))
}

function faultIn(field: Field, value: string, edition: Edition): string | null {
  if (field === 'examples') return null
  if (field === 'rating') {
    const known = value === '' || value === LESS_RELEVANT || edition.ratings.some((rating) => rating.id === value)
    return known ? null : 'Choose one of the ratings'
  }
  const bound = BOUNDS[field]
  return value.length > bound
    ? `${FIELD_LABELS[field]} must be ${bound.toLocaleString('en-GB')} characters or fewer. You have ${value.length.toLocaleString('en-GB')}. For long documents, say where they are kept instead.`
    : null
}
