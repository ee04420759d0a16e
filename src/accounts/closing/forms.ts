import { CHOICE, type Form, type FormFields } from '../../platform/index.ts'
import { type Errors, LONGEST } from '../forms.ts'
import { LONGEST_NAME } from '../organisation/forms.ts'
import { MAX_CHARACTERS } from '../passphrase.ts'
import { isNamed } from './rules.ts'
import type { Affected } from './store.ts'

/** `name-` and an organisation's id: its name, typed again. */
export type ClosingField = 'passphraseCheck' | `name-${string}`

export const nameField = (organisationId: string) => `name-${organisationId}` as const

export const CLOSING_FIELDS: FormFields = {
  erase: CHOICE,
  'name-*': LONGEST_NAME,
  username: LONGEST.email,
  passphraseCheck: MAX_CHARACTERS,
  // What the script says of unsent words (`clear-site-data.ts`).
  keepDrafts: CHOICE,
}

/** What needs correcting before an account may be closed; whether the passphrase is right is for the action to find out. */
export function closingErrors(form: Form, affected: readonly Affected[]): Errors<ClosingField> {
  const errors: Errors<ClosingField> = {}
  for (const { organisation, fate } of affected) {
    const field = nameField(organisation.id)
    if (fate === 'erased' && !isNamed(form.get(field), organisation.name)) {
      errors[field] = `Type “${organisation.name}”, so that we know you mean to erase it`
    }
  }
  if (form.get('passphraseCheck') === '') errors.passphraseCheck = 'Enter your passphrase, so that we know it is you'
  return errors
}
