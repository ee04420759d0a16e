import { z } from 'zod'
import { CHOICE, FORM_TEXT, type Form, type FormFields } from '../../platform/index.ts'
import { emailAddress, LONGEST, type Read, readFields } from '../forms.ts'
import { MAX_CHARACTERS } from '../passphrase.ts'
import { LONGEST_ADDRESS } from '../rules.ts'
import { KEPT_FIELD } from './kept.ts'

export interface SignIn {
  /** Normalised. */
  readonly email: string
  readonly passphrase: string
}

/** The button, and what the script says of unsent words (`clear-site-data.ts`). */
export const SIGN_OUT_FIELDS: FormFields = { keepDrafts: CHOICE }

export const SIGN_IN_FIELDS: FormFields = {
  email: LONGEST.email,
  passphrase: MAX_CHARACTERS,
  next: LONGEST_ADDRESS,
  [KEPT_FIELD]: FORM_TEXT,
}

const fields = z.object({ email: emailAddress, passphrase: z.string().min(1, 'Enter your passphrase') })

export function readSignIn(form: Form): Read<SignIn, keyof SignIn> {
  return readFields(form, fields)
}
