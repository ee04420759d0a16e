import { normalised } from '../../platform/index.ts'

/**
 * Registration numbers, the ways people write them, as org-id identifiers (https://org-id.guide): a register's code, a dash,
 * and the number as that register prints it. Only the form is checked; nobody is asked whether it exists.
 */
export const REGISTERS = ['GB-CHC', 'GB-COH', 'GB-SC', 'GB-NIC'] as const
export type Register = (typeof REGISTERS)[number]

export type RegistrationRead =
  | { readonly ok: true; readonly id: string }
  /** `meant` is the register whose numbers look like this one. */
  | { readonly ok: false; readonly digits: number | null; readonly meant: Register | null }

/** What a register's number looks like once spaces and labels are gone, and how it is then printed; null when it is not one. */
const FORMS: Readonly<Record<Register, (number: string) => string | null>> = {
  // Charity Commission for England and Wales: 6 or 7 digits; a linked charity adds its own number, and `-0` is the charity itself.
  'GB-CHC': (number) => (/^[1-9]\d{5,6}(-[1-9]\d{0,2})?$/.test(number.replace(/-0$/, '')) ? number.replace(/-0$/, '') : null),
  // Companies House: 8 characters. Leading zeros are often left out.
  'GB-COH': (number) => {
    const [, letters = '', digits = ''] = /^([A-Z]{2})?(\d+)$/.exec(number) ?? []
    const width = letters ? 6 : 8
    return digits && digits.length <= width && digits.length >= width - 2 && Number(digits) > 0
      ? letters + digits.padStart(width, '0')
      : null
  },
  // Office of the Scottish Charity Regulator: SC and 6 digits, of which the first is a zero that is often left out or typed as an O.
  'GB-SC': (number) => {
    const [, digits = ''] = /^(?:SC)?O?(\d{5,6})$/.exec(number) ?? []
    return digits ? `SC${digits.padStart(6, '0')}` : null
  },
  // Charity Commission for Northern Ireland: NIC and 6 digits; the identifier has the digits alone.
  'GB-NIC': (number) => /^(?:NIC)?(\d{6})$/.exec(number)?.[1] ?? null,
}

/** Reads one number for the register it was given for. */
export function readRegistration(register: Register, typed: string): RegistrationRead {
  const number = tidy(register, typed)
  const printed = FORMS[register](number)
  if (printed) return { ok: true, id: `${register}-${printed}` }
  const digits = /^\d+$/.test(number) ? number.length : null
  return { ok: false, digits, meant: meantFor(register, number) }
}

/** Splits a field that may hold several numbers. */
export function splitRegistrations(typed: string): readonly string[] {
  return typed
    .split(/[,;&\n]|\band\b/i)
    .map((part) => part.trim())
    .filter(Boolean)
}

/** Which register an identifier belongs to, and the number on it; null for an identifier of any other register. */
export function parseRegistration(id: string): { readonly register: Register; readonly number: string } | null {
  const register = REGISTERS.find((each) => id.startsWith(`${each}-`))
  return register ? { register, number: id.slice(register.length + 1) } : null
}

/** `Registered charity no. 1 123 456` → `1123456`; `gb-coh-01234567` → `01234567`. */
function tidy(register: Register, typed: string): string {
  return normalised(typed, 'NFKC')
    .toUpperCase()
    .replace(/[‐-―−]/g, '-')
    .replace(new RegExp(`^\\s*${register}-`), '')
    .replace(/\b(SCOTTISH|REGISTERED|REGISTRATION|REG|CHARITY|COMPANY|CIC|CIO|NUMBER|NO|NUM)\b\.?/g, '')
    .replace(/[\s.:#/()]/g, '')
    .replace(/^-+|-+$/g, '')
}

/** Letters give a number away even when it is in the wrong box. */
function meantFor(register: Register, number: string): Register | null {
  const meant: Register | null = /^NIC\d+$/.test(number)
    ? 'GB-NIC'
    : /^SCO?\d+$/.test(number)
      ? 'GB-SC'
      : /^[A-Z]{2}\d{6}$/.test(number)
        ? 'GB-COH'
        : null
  return meant === register ? null : meant
}
