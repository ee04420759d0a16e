import { CHOICE, type Form, type FormFields, readWhole, tidied } from '../../platform/index.ts'
import type { Seen } from '../actions/complete.ts'

/** What a form that completes, corrects or discards says it was shown for. */
export const SEEN_FIELDS: FormFields = { revision: CHOICE, opening: CHOICE }

/** For a form that does not say, revision 0: which none is. */
export function readSeen(form: Form): Seen {
  return { revision: readWhole(form.get('revision')) ?? 0, opening: readWhole(form.get('opening')) ?? 0 }
}

export const REASON_LONGEST = 1000

export const CORRECT_FIELDS: FormFields = { ...SEEN_FIELDS, reason: REASON_LONGEST, from: CHOICE }
export const DISCARD_FIELDS: FormFields = { ...SEEN_FIELDS, changes: CHOICE }

export interface CorrectValues {
  readonly reason: string
  /** The opening of the discarded correction that is picked up; null to begin from what was completed. */
  readonly resume: number | null
}

/** @param toPickUp what was discarded: whoever picks it up without a word does so for the same reason */
export function readCorrection(
  form: Form,
  toPickUp: { readonly opening: number; readonly reason: string } | null,
):
  | { readonly ok: true; readonly value: CorrectValues }
  | { readonly ok: false; readonly values: CorrectValues; readonly error: string } {
  const resume = readWhole(form.get('from'))
  const same = toPickUp?.opening === resume ? toPickUp.reason : ''
  const values = { reason: tidied(form.get('reason'), REASON_LONGEST) || same, resume }
  if (values.reason === '') return { ok: false, values, error: 'Say in a sentence what needs correcting' }
  if (values.reason.length > REASON_LONGEST)
    return { ok: false, values, error: `The reason must be ${REASON_LONGEST} characters or fewer` }
  return { ok: true, value: values }
}
