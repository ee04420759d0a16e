import { type Form, type FormFields, tidied } from '../../platform/index.ts'
import type { AssessmentDescription } from '../actions/describe.ts'

export interface DescriptionValues {
  readonly programme: string
  readonly lead: string
}
export type DescriptionErrors = Partial<Record<keyof DescriptionValues, string>>

export type DescriptionForm =
  | { readonly ok: true; readonly value: AssessmentDescription }
  | { readonly ok: false; readonly values: DescriptionValues; readonly errors: DescriptionErrors }

const LONGEST = 120

export const DESCRIPTION_FIELDS: FormFields = { programme: LONGEST, lead: LONGEST }

/** The two fields that say what an assessment is about, when it is started and afterwards. */
export function readDescription(form: Form): DescriptionForm {
  const text = (name: keyof DescriptionValues) => tidied(form.get(name), LONGEST)
  const values = { programme: text('programme'), lead: text('lead') }
  const errors: DescriptionErrors = {
    ...(values.programme.length > LONGEST ? { programme: `The programme’s name must be ${LONGEST} characters or fewer` } : {}),
    ...(values.lead === '' ? { lead: 'Enter the name of whoever is leading it' } : {}),
    ...(values.lead.length > LONGEST ? { lead: `The name must be ${LONGEST} characters or fewer` } : {}),
  }
  if (Object.keys(errors).length > 0) return { ok: false, values, errors }
  return { ok: true, value: { programme: values.programme || null, lead: values.lead } }
}
