import { type Mention, mentionsIn, type Place } from './registration-text.ts'

/**
 * Registration numbers, the ways people write them, as org-id identifiers (https://org-id.guide): a register's code, a dash,
 * and the number as that register prints it. Only the form is checked; nobody is asked whether it exists.
 */
export const REGISTERS = ['GB-CHC', 'GB-COH', 'GB-SC', 'GB-NIC'] as const
export type Register = (typeof REGISTERS)[number]

export type RegistrationRead =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false
      /** The register it was read for: the box it stands in, or another that its words name. */
      readonly register: Register
      /** How many digits there are, where that is what is wrong. */
      readonly digits: number | null
      /** The register whose numbers look like this one. */
      readonly meant: Register | null
    }

/** What was written for one number, and what it says. */
export interface ReadNumber {
  readonly typed: string
  readonly read: RegistrationRead
}

/** The parts of a number, in capitals: `RS`, `00123`, `C`. */
type Parts = Pick<Mention, 'letters' | 'digits' | 'link' | 'suffix'>

/**
 * What numbers of Companies House begin with, besides digits alone and the `R` of companies from before there was a Northern
 * Ireland: societies, partnerships, charitable incorporated organisations and the like among them.
 */
const COMPANY_LETTERS = new Set(
  'AC BR CE CS EN ES FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC'.split(
    ' ',
  ),
)

const isOfCompanies = (letters: string) => letters === 'R' || COMPANY_LETTERS.has(letters)

/** How many digits a number has, where it has no letters. */
const LENGTHS: Readonly<Record<Register, readonly number[]>> = {
  'GB-CHC': [6, 7],
  'GB-COH': [6, 7, 8],
  'GB-SC': [5, 6],
  'GB-NIC': [6],
}

/** A number as its register prints it; null when it is none of that register's. Zeros at the beginning are often left out. */
const FORMS: Readonly<Record<Register, (parts: Parts) => string | null>> = {
  // Charity Commission for England and Wales: 6 or 7 digits; a linked charity adds its own number, and `-0` is the charity itself.
  'GB-CHC': ({ letters, digits, link, suffix }) => {
    if (letters || suffix || !/^[1-9]\d{5,6}$/.test(digits)) return null
    if (link === null || link === '0') return digits
    return /^[1-9]\d{0,2}$/.test(link) ? `${digits}-${link}` : null
  },
  // Companies House: 8 characters, digits or letters and digits; societies end in up to three letters.
  'GB-COH': ({ letters, digits, link, suffix }) => {
    if ((letters !== '' && !isOfCompanies(letters)) || link !== null || Number(digits) === 0) return null
    if (suffix && (letters.length < 2 || suffix.length > 3 || digits.length < 3)) return null
    const width = 8 - letters.length - suffix.length
    return digits.length <= width && digits.length >= width - 2 ? letters + digits.padStart(width, '0') + suffix : null
  },
  // Office of the Scottish Charity Regulator: SC and 6 digits, of which the first is a zero.
  'GB-SC': ({ letters, digits, link, suffix }) =>
    (letters === '' || letters === 'SC') && link === null && !suffix && /^\d{5,6}$/.test(digits)
      ? `SC${digits.padStart(6, '0')}`
      : null,
  // Charity Commission for Northern Ireland: NIC and 6 digits; the identifier has the digits alone.
  'GB-NIC': ({ letters, digits, link, suffix }) =>
    (letters === '' || letters === 'NIC') && link === null && !suffix && /^\d{6}$/.test(digits) ? digits : null,
}

const OF_PLACE: Readonly<Record<Place, Register>> = { 'england-wales': 'GB-CHC', scotland: 'GB-SC', 'northern-ireland': 'GB-NIC' }

/**
 * Reads every number in a box. One that its letters, or the words beside it, say to be another register's is that register's: nobody
 * has to write it again in another box.
 * @param box the register it was given for
 */
export function readRegistrations(box: Register, typed: string): readonly ReadNumber[] {
  return mentionsIn(typed, {
    isPrefix: (letters) => letters === 'NIC' || isOfCompanies(letters),
    isNumber: (mention) => identify(mention, box) !== null,
  }).map(({ typed: words, mention }) => ({ typed: words, read: mention ? readMention(mention, box) : notANumber(box) }))
}

function readMention(mention: Mention, box: Register): RegistrationRead {
  const id = identify(mention, box)
  if (id !== null) return { ok: true, id }
  const register = registerOf(mention, box)
  const { letters, digits, link, suffix, amongWords } = mention
  const bare = !letters && !suffix && link === null && !amongWords
  const wrongLength = bare && !LENGTHS[register].includes(digits.length)
  return { ok: false, register, digits: wrongLength ? digits.length : null, meant: bare ? meantFor(register, digits) : null }
}

const notANumber = (register: Register): RegistrationRead => ({ ok: false, register, digits: null, meant: null })

/** The org-id identifier; null when it is no number of the register that it seems to be of. */
function identify(mention: Mention, box: Register): string | null {
  const register = registerOf(mention, box)
  const number = FORMS[register](register === 'GB-COH' ? withLettersOfPlace(mention) : mention)
  return number === null ? null : `${register}-${number}`
}

/** Which register a number is of: by its own code, by its letters, by the words beside it, and else by the box it stands in. */
function registerOf({ code, letters, digits, said }: Mention, box: Register): Register {
  const byCode = REGISTERS.find((register) => register === code)
  if (byCode) return byCode
  if (letters === 'NIC') return 'GB-NIC'
  const { company, charity, place } = said
  // Companies and charities in Scotland have numbers of the same form.
  if (letters === 'SC') return company === charity ? (box === 'GB-COH' ? 'GB-COH' : 'GB-SC') : company ? 'GB-COH' : 'GB-SC'
  if (letters !== '') return isOfCompanies(letters) ? 'GB-COH' : box
  // Eight digits with a zero before them are no charity's.
  if (/^0\d{7}$/.test(digits) || (company && !charity)) return 'GB-COH'
  if (place === null) return charity && !company && box === 'GB-COH' ? 'GB-CHC' : box
  return box === 'GB-COH' && !charity ? 'GB-COH' : OF_PLACE[place]
}

/** Companies of Scotland and of Northern Ireland have letters, which whoever says where it is may leave out. */
function withLettersOfPlace(mention: Mention): Parts {
  const { letters, digits, said } = mention
  if (letters !== '' || digits.length > 6 || said.place === null || said.place === 'england-wales') return mention
  return { ...mention, letters: said.place === 'scotland' ? 'SC' : 'NI' }
}

/** Digits alone that may be another register's; which, is for whoever wrote them to say. */
function meantFor(register: Register, digits: string): Register | null {
  if (register !== 'GB-COH' && digits.length === 8) return 'GB-COH'
  return (register === 'GB-SC' || register === 'GB-NIC') && /^[1-9]\d{6}$/.test(digits) ? 'GB-CHC' : null
}

/** Which register an identifier belongs to, and the number on it; null for an identifier of any other register. */
export function parseRegistration(id: string): { readonly register: Register; readonly number: string } | null {
  const register = REGISTERS.find((each) => id.startsWith(`${each}-`))
  return register ? { register, number: id.slice(register.length + 1) } : null
}
