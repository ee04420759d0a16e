import type { Form } from '../../platform/index.ts'
import type { Errors } from '../forms.ts'
import { isNamed } from './rules.ts'
import type { Affected } from './store.ts'

/** `name-` and an organisation's id: its name, typed again. */
export type ClosingField = 'passphraseCheck' | `name-${string}`

export const nameField = (organisationId: string) => `name-${organisationId}` as const

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
