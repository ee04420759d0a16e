import {
  CHOICE,
  type DateBoxes,
  type DateRead,
  type Day,
  dateFields,
  type Form,
  type FormFields,
  readDate,
  tidied,
  typedDate,
} from '../../platform/index.ts'
import { SEEN_FIELDS } from '../correct/form.ts'
import type { Completion } from '../store/assessments.ts'

export interface CompleteValues {
  readonly honest: boolean
  readonly completedBy: string
  readonly completedByRole: string
  readonly completedOn: DateBoxes
  readonly nextReviewOn: DateBoxes
  readonly reviewedBy: string
}

type DateError = Extract<DateRead, { ok: false }>
export interface CompleteErrors {
  readonly honest?: string
  readonly completedBy?: string
  readonly completedByRole?: string
  readonly completedOn?: DateError
  readonly nextReviewOn?: DateError
  readonly reviewedBy?: string
}

const LONGEST = 120

export const COMPLETE_FIELDS: FormFields = {
  ...SEEN_FIELDS,
  honest: CHOICE,
  completedBy: LONGEST,
  completedByRole: LONGEST,
  ...dateFields('completedOn'),
  ...dateFields('nextReviewOn'),
  reviewedBy: LONGEST,
}

/** @param today ISO day: nothing is completed in the future */
export function readCompletion(
  form: Form,
  today: Day,
  startedOn: Day,
):
  | { readonly ok: true; readonly value: Completion }
  | { readonly ok: false; readonly values: CompleteValues; readonly errors: CompleteErrors } {
  const text = (name: string) => tidied(form.get(name), LONGEST)
  const values: CompleteValues = {
    honest: form.get('honest') === 'yes',
    completedBy: text('completedBy'),
    completedByRole: text('completedByRole'),
    completedOn: typedDate(form, 'completedOn'),
    nextReviewOn: typedDate(form, 'nextReviewOn'),
    reviewedBy: text('reviewedBy'),
  }
  const completed = readDate(form, 'completedOn', {
    label: 'The date it was completed',
    required: true,
    today,
    lies: 'past',
    notBefore: startedOn,
    notAfter: today,
  })
  const review = readDate(form, 'nextReviewOn', {
    label: 'The date of the next review',
    required: true,
    today,
    lies: 'ahead',
    notBefore: completed.ok && completed.day ? completed.day : undefined,
  })
  const errors: CompleteErrors = {
    ...(values.honest ? {} : { honest: 'Tick the box to say this is an honest account' }),
    ...nameError('completedBy', values.completedBy, 'Enter the name of whoever is completing it', true),
    ...nameError('completedByRole', values.completedByRole, 'Enter their role, such as programme manager', true),
    ...nameError('reviewedBy', values.reviewedBy, '', false),
    ...(completed.ok ? {} : { completedOn: completed }),
    ...(review.ok ? {} : { nextReviewOn: review }),
  }
  if (Object.keys(errors).length === 0 && completed.ok && completed.day && review.ok && review.day) {
    return {
      ok: true,
      value: {
        completedOn: completed.day,
        completedBy: values.completedBy,
        completedByRole: values.completedByRole,
        nextReviewOn: review.day,
        reviewedBy: values.reviewedBy || null,
      },
    }
  }
  return { ok: false, values, errors }
}

function nameError(field: string, value: string, missing: string, required: boolean): Record<string, string> {
  if (required && value === '') return { [field]: missing }
  return value.length > LONGEST ? { [field]: `This must be ${LONGEST} characters or fewer` } : {}
}
