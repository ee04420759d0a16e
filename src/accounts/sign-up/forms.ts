import { z } from 'zod'
import type { Form } from '../../platform/index.ts'
import { weaknessWords } from '../content.ts'
import { type Errors, emailAddress, personName, type Read, readFields } from '../forms.ts'
import { weaknessOf } from '../passphrase.ts'

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
