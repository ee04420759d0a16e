import { z } from 'zod'
import { CHOICE, type Form, type FormFields } from '../../platform/index.ts'
import { weaknessWords } from '../content.ts'
import { type Errors, emailAddress, LONGEST, personName, type Read, readFields } from '../forms.ts'
import { MAX_CHARACTERS, weaknessOf } from '../passphrase.ts'
import { LONGEST_ADDRESS } from '../rules.ts'

export const SIGN_UP_FIELDS: FormFields = {
  id: CHOICE,
  name: LONGEST.name,
  email: LONGEST.email,
  passphrase: MAX_CHARACTERS,
  next: LONGEST_ADDRESS,
}

const fields = z.object({ name: personName, email: emailAddress })

export interface SignUp {
  readonly name: string
  readonly email: string
  readonly passphrase: string
}

/** Checks every field, also when one is wrong already, so that people hear of everything at once. @param network the visitor's */
export async function readSignUp(form: Form, network: string): Promise<Read<SignUp, keyof SignUp>> {
  const read = readFields(form, fields)
  const passphrase = form.get('passphrase')
  const about = [form.get('name').slice(0, 100), form.get('email').slice(0, 254)]
  const weakness = await weaknessOf(passphrase, about, network)
  if (read.ok && !weakness) return { ok: true, value: { ...read.value, passphrase } }
  const errors: Errors<keyof SignUp> = { ...(read.ok ? {} : read.errors) }
  if (weakness) errors.passphrase = weaknessWords(weakness)
  return { ok: false, errors }
}
