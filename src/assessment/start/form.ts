import { CHOICE, type Form, type FormFields, idOrNew } from '../../platform/index.ts'
import { DESCRIPTION_FIELDS, readDescription } from '../describe/form.ts'
import type { Scope } from '../rules.ts'

export const START_FIELDS: FormFields = { id: CHOICE, edition: CHOICE, scope: CHOICE, ...DESCRIPTION_FIELDS }

export interface StartValues {
  readonly id: string
  readonly edition: string
  readonly scope: string
  readonly programme: string
  readonly lead: string
}
export type StartErrors = Partial<Record<keyof StartValues, string>>

export type StartForm =
  | { readonly ok: true; readonly value: { id: string; edition: string; scope: Scope; programme: string | null; lead: string } }
  | { readonly ok: false; readonly values: StartValues; readonly errors: StartErrors }

/** @param editions keys that may be chosen */
export function readStart(form: Form, editions: readonly string[]): StartForm {
  const values: StartValues = {
    id: idOrNew(form.get('id')),
    edition: form.get('edition'),
    scope: form.get('scope'),
    programme: form.get('programme'),
    lead: form.get('lead'),
  }
  const description = readDescription(form)
  const errors: StartErrors = {
    ...(editions.includes(values.edition) ? {} : { edition: 'Choose which framework to use' }),
    ...(values.scope === 'core' || values.scope === 'all' ? {} : { scope: 'Choose the core indicators or the whole framework' }),
    ...(description.ok ? {} : description.errors),
  }
  if (!description.ok || Object.keys(errors).length > 0) return { ok: false, values, errors }
  return {
    ok: true,
    value: {
      id: values.id,
      edition: values.edition,
      scope: values.scope as Scope,
      ...description.value,
    },
  }
}
