import { z } from 'zod'
import { CHOICE, type Form, type FormFields, readWhole, tidied } from '../../platform/index.ts'
import { ERRORS } from './content.ts'
import { type Foreword, LONGEST } from './rules.ts'

export const LOGO_FORM: FormFields = { logo: 0 }
export const FOREWORD_FORM: FormFields = { basedOn: CHOICE, foreword: LONGEST.foreword, signedBy: LONGEST.signedBy }

export type ForewordErrors = Readonly<Partial<Record<keyof Foreword, string>>>

/** Each fits into what the form may hold; longer is said beside the field. */
const words = z.object({
  foreword: bounded(LONGEST.foreword, ERRORS.forewordTooLong),
  signedBy: bounded(LONGEST.signedBy, ERRORS.signedByTooLong).transform((text) => text.replace(/\s+/g, ' ')),
})

function bounded(longest: number, message: string) {
  return z
    .string()
    .overwrite((text) => tidied(text, longest))
    .max(longest, message)
}

export function forewordValues(form: Form): Foreword & { readonly basedOn: string } {
  return { foreword: form.get('foreword'), signedBy: form.get('signedBy'), basedOn: form.get('basedOn') }
}

export function readForeword(
  form: Form,
):
  | { readonly ok: true; readonly value: Foreword; readonly basedOn: number }
  | { readonly ok: false; readonly errors: ForewordErrors } {
  const read = words.safeParse(forewordValues(form))
  if (read.success) return { ok: true, value: read.data, basedOn: readWhole(form.get('basedOn')) ?? 0 }
  const errors: Partial<Record<keyof Foreword, string>> = {}
  for (const issue of read.error.issues) errors[issue.path[0] as keyof Foreword] ??= issue.message
  return { ok: false, errors }
}
