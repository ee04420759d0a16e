import { z } from 'zod'
import { CHOICE, type Form, type FormFields } from '../../platform/index.ts'
import { weaknessWords } from '../content.ts'
import { type Errors, emailAddress, LINK_FIELD, LONGEST, personName, type Read, readFields } from '../forms.ts'
import { MAX_CHARACTERS, weaknessOf } from '../passphrase.ts'
import { LONGEST_ADDRESS } from '../rules.ts'

/** The form that asks for everything, and the one that asks for the address alone. */
export const SIGN_UP_FIELDS: FormFields = {
  id: CHOICE,
  name: LONGEST.name,
  email: LONGEST.email,
  passphrase: MAX_CHARACTERS,
  next: LONGEST_ADDRESS,
}

/** Behind a mailed link. */
export const FINISH_FIELDS: FormFields = {
  [LINK_FIELD]: CHOICE,
  name: LONGEST.name,
  username: LONGEST.email,
  passphrase: MAX_CHARACTERS,
}

const address = z.object({ email: emailAddress })
const named = z.object({ name: personName })
const both = named.extend(address.shape)

export function readAddress(form: Form): Read<{ readonly email: string }, 'email'> {
  return readFields(form, address)
}

export interface SignUp {
  readonly name: string
  readonly email: string
  readonly passphrase: string
}

/** Checks every field, also when one is wrong already, so that people hear of everything at once. @param network the visitor's */
export async function readSignUp(form: Form, network: string): Promise<Read<SignUp, keyof SignUp>> {
  const about = [form.get('name').slice(0, 100), form.get('email').slice(0, 254)]
  return withPassphrase(readFields(form, both), form, about, network)
}

/** The same behind a mailed link, which says whose address it is. */
export async function readFinish(
  form: Form,
  email: string,
  network: string,
): Promise<Read<Pick<SignUp, 'name' | 'passphrase'>, 'name' | 'passphrase'>> {
  return withPassphrase(readFields(form, named), form, [form.get('name').slice(0, 100), email], network)
}

/** What was read, with a passphrase that may be used. @param about what a stranger would know of its owner */
async function withPassphrase<Value, Field extends string>(
  read: Read<Value, Field>,
  form: Form,
  about: readonly string[],
  network: string,
): Promise<Read<Value & { readonly passphrase: string }, Field | 'passphrase'>> {
  const passphrase = form.get('passphrase')
  const weakness = await weaknessOf(passphrase, about, network)
  if (read.ok && !weakness) return { ok: true, value: { ...read.value, passphrase } }
  const errors: Errors<Field | 'passphrase'> = { ...(read.ok ? {} : read.errors) }
  return { ok: false, errors: weakness ? { ...errors, passphrase: weaknessWords(weakness) } : errors }
}
