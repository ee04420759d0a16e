import { EVIDENCE_FORM } from '../../evidence/index.ts'
import type { ExemptionRule } from '../../frameworks/index.ts'
import {
  CHOICE,
  type DateBoxes,
  type DateRead,
  type Day,
  dateBoxes,
  dateFields,
  type Form,
  type FormFields,
  readDate,
  typedDate,
} from '../../platform/index.ts'
import type { Exemption } from '../rules.ts'

export const EXEMPTION_FIELDS: FormFields = {
  level: CHOICE,
  ...dateFields('awardedOn'),
  ...dateFields('expiresOn'),
  ...EVIDENCE_FORM,
  do: CHOICE,
}

export interface ExemptionValues {
  readonly level: string
  readonly awardedOn: DateBoxes
  readonly expiresOn: DateBoxes
}

type DateError = Extract<DateRead, { ok: false }>
export interface ExemptionErrors {
  readonly level?: string
  readonly awardedOn?: DateError
  readonly expiresOn?: DateError
}

/** @param today ISO day; a mark can't have been awarded after it ("Framework, Standard 8, page 46" asks for the date awarded) */
export function readExemption(
  form: Form,
  rule: ExemptionRule,
  today: Day,
):
  | { readonly ok: true; readonly value: Exemption }
  | { readonly ok: false; readonly values: ExemptionValues; readonly errors: ExemptionErrors } {
  const level = form.get('level')
  const awarded = readDate(form, 'awardedOn', {
    label: 'The date it was awarded',
    required: true,
    today,
    lies: 'past',
    notAfter: today,
  })
  const expires = readDate(form, 'expiresOn', {
    label: 'The date it ends',
    required: rule.record.includes('expires_on'),
    today,
    lies: 'ahead',
    notBefore: awarded.ok && awarded.day ? awarded.day : undefined,
  })
  const known = rule.levels.includes(level)
  if (known && awarded.ok && awarded.day && expires.ok) {
    return {
      ok: true,
      value: { standard: rule.standard, mark: rule.heldMark, level, awardedOn: awarded.day, expiresOn: expires.day },
    }
  }
  return {
    ok: false,
    values: { level, awardedOn: typedDate(form, 'awardedOn'), expiresOn: typedDate(form, 'expiresOn') },
    errors: {
      ...(known ? {} : { level: 'Choose the level you hold' }),
      ...(awarded.ok ? {} : { awardedOn: awarded }),
      ...(expires.ok ? {} : { expiresOn: expires }),
    },
  }
}

export function exemptionValues(exemption: Exemption | undefined): ExemptionValues {
  return {
    level: exemption?.level ?? '',
    awardedOn: dateBoxes(exemption?.awardedOn ?? null),
    expiresOn: dateBoxes(exemption?.expiresOn ?? null),
  }
}
