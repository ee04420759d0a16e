import { z } from 'zod'
import { CHOICE, type Form, type FormFields, isId } from '../../platform/index.ts'
import { weaknessWords } from '../content.ts'
import { type Errors, LONGEST, personName, type Read, readFields } from '../forms.ts'
import { MAX_CHARACTERS, weaknessOf } from '../passphrase.ts'
import { LONGEST_ADDRESS } from '../rules.ts'
import type { Person } from '../session.ts'

/** Every field of the account page, and the button that asks for a link; each of its forms reads its own. */
export type AccountField = 'confirmAgain' | 'name' | 'passphraseNow' | 'passphrase' | 'sessions' | 'passphraseCheck'

/** Asking for the link that confirms one's address, from any page. */
export const ADDRESS_FIELDS: FormFields = { next: LONGEST_ADDRESS }
export const NAME_FIELDS: FormFields = { name: LONGEST.name }
export const PASSPHRASE_FIELDS: FormFields = {
  username: LONGEST.email,
  passphraseNow: MAX_CHARACTERS,
  passphrase: MAX_CHARACTERS,
}
export const SESSIONS_FIELDS: FormFields = { sessions: CHOICE, username: LONGEST.email, passphraseCheck: MAX_CHARACTERS }

const name = z.object({ name: personName })

export function readName(form: Form): Read<{ readonly name: string }, 'name'> {
  return readFields(form, name)
}

export interface PassphraseChange {
  readonly passphraseNow: string
  readonly passphrase: string
}

/** Whether `passphraseNow` is right is for the action to find out. */
export async function readPassphraseChange(form: Form, person: Person): Promise<Read<PassphraseChange, keyof PassphraseChange>> {
  const passphraseNow = form.get('passphraseNow')
  const passphrase = form.get('passphrase')
  const errors: Errors<keyof PassphraseChange> = {}
  if (passphraseNow === '') errors.passphraseNow = 'Enter the passphrase you use now'
  const weakness = await weaknessOf(passphrase, [person.name, person.email], person.id)
  if (weakness) errors.passphrase = weaknessWords(weakness)
  else if (passphrase === passphraseNow) errors.passphrase = 'Choose one that is different from the passphrase you use now'
  return Object.keys(errors).length === 0 ? { ok: true, value: { passphraseNow, passphrase } } : { ok: false, errors }
}

export interface SessionsToEnd {
  readonly sessions: readonly string[]
  readonly passphraseCheck: string
}

export function readSessionsToEnd(form: Form): Read<SessionsToEnd, keyof SessionsToEnd> {
  const sessions = form.all('sessions').filter(isId)
  const passphraseCheck = form.get('passphraseCheck')
  const errors: Errors<keyof SessionsToEnd> = {}
  if (sessions.length === 0) errors.sessions = 'Tick each place you want to sign out of'
  if (passphraseCheck === '') errors.passphraseCheck = 'Enter your passphrase, so that we know it is you'
  return Object.keys(errors).length === 0 ? { ok: true, value: { sessions, passphraseCheck } } : { ok: false, errors }
}
