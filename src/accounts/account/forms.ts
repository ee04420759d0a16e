import { z } from 'zod'
import type { Form } from '../../platform/index.ts'
import { weaknessWords } from '../content.ts'
import { type Errors, personName, type Read, readFields } from '../forms.ts'
import { weaknessOf } from '../passphrase.ts'
import type { Person } from '../session.ts'

/** Every field of the account page; each of its three forms reads its own. */
export type AccountField = 'name' | 'passphraseNow' | 'passphrase' | 'sessions' | 'passphraseCheck'

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
  const sessions = form.all('sessions').slice(0, 1000)
  const passphraseCheck = form.get('passphraseCheck')
  const errors: Errors<keyof SessionsToEnd> = {}
  if (sessions.length === 0) errors.sessions = 'Tick each place you want to sign out of'
  if (passphraseCheck === '') errors.passphraseCheck = 'Enter your passphrase, so that we know it is you'
  return Object.keys(errors).length === 0 ? { ok: true, value: { sessions, passphraseCheck } } : { ok: false, errors }
}
