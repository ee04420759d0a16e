import { parseRegistration, type Register, type RegistrationRead } from './registrations.ts'

/** Something to choose from: what is kept, and how it reads. */
export interface Option {
  readonly id: string
  readonly label: string
  readonly hint?: string
}

export const KINDS: readonly Option[] = [
  { id: 'registered-charity', label: 'Registered charity', hint: 'Including a charitable company and a CIO' },
  { id: 'cic', label: 'Community interest company (CIC)' },
  { id: 'company', label: 'Other company' },
  { id: 'unincorporated', label: 'Community group or association', hint: 'Not registered as a company or a charity' },
  { id: 'school', label: 'School, college or university' },
  { id: 'council', label: 'Council or other public body' },
  { id: 'other', label: 'Something else' },
]

/** "volunteer mentoring, professional mentoring, online mentoring, peer mentoring and sports-based mentoring": the framework's own examples, and two more. */
export const MODELS: readonly Option[] = [
  { id: 'volunteer', label: 'Volunteer mentoring' },
  { id: 'professional', label: 'Professional mentoring', hint: 'Mentors are paid staff' },
  { id: 'online', label: 'Online mentoring' },
  { id: 'peer', label: 'Peer mentoring' },
  { id: 'sports', label: 'Sports-based mentoring' },
  { id: 'group', label: 'Group mentoring' },
]

export const MENTORS: readonly Option[] = [
  { id: '1-10', label: '10 or fewer' },
  { id: '11-25', label: '11 to 25' },
  { id: '26-50', label: '26 to 50' },
  { id: '51-100', label: '51 to 100' },
  { id: '101-250', label: '101 to 250' },
  { id: '251+', label: 'More than 250' },
]

export const YOUNG_PEOPLE: readonly Option[] = [
  { id: '1-25', label: '25 or fewer' },
  { id: '26-50', label: '26 to 50' },
  { id: '51-100', label: '51 to 100' },
  { id: '101-250', label: '101 to 250' },
  { id: '251-500', label: '251 to 500' },
  { id: '501+', label: 'More than 500' },
]

/** Suggestions; any other mark can be written in. Kept by name, as packs name them. */
export const MARKS: readonly Option[] = [
  'London Youth Quality Mark',
  'National Youth Agency Quality Mark',
  'Trusted Charity Mark',
  'Investing in Volunteers',
  'Matrix Standard',
].map((name) => ({ id: name, label: name }))

const BOROUGHS = [
  'City of London',
  'Barking and Dagenham',
  'Barnet',
  'Bexley',
  'Brent',
  'Bromley',
  'Camden',
  'Croydon',
  'Ealing',
  'Enfield',
  'Greenwich',
  'Hackney',
  'Hammersmith and Fulham',
  'Haringey',
  'Harrow',
  'Havering',
  'Hillingdon',
  'Hounslow',
  'Islington',
  'Kensington and Chelsea',
  'Kingston upon Thames',
  'Lambeth',
  'Lewisham',
  'Merton',
  'Newham',
  'Redbridge',
  'Richmond upon Thames',
  'Southwark',
  'Sutton',
  'Tower Hamlets',
  'Waltham Forest',
  'Wandsworth',
  'Westminster',
]

/** London and its local authorities by their ONS codes, E09000001 to E09000033 in this order, so that other data can be matched. */
export const AREAS: readonly Option[] = [
  { id: 'E12000007', label: 'All of London' },
  ...BOROUGHS.map((label, index) => ({ id: `E09${String(index + 1).padStart(6, '0')}`, label })),
]

/** The label of what was chosen; what is not among the options is in the organisation's own words. */
export function labelOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.id === value)?.label ?? value
}

interface RegisterWords {
  readonly label: string
  /** Of the number once it is kept: "Charity number 1123456 (England and Wales)". */
  readonly printed: (number: string) => string
  readonly looksLike: string
  readonly example: string
  /** Other shapes there are, for a message. */
  readonly others?: string
}

export const REGISTER_WORDS: Readonly<Record<Register, RegisterWords>> = {
  'GB-CHC': {
    label: 'Charity number, England and Wales',
    printed: (number) => `Charity number ${number} (England and Wales)`,
    looksLike: 'Charity numbers in England and Wales are 6 or 7 digits, without a zero before them',
    example: '1123456',
  },
  'GB-COH': {
    label: 'Company number, including CICs',
    printed: (number) => `Company number ${number}`,
    looksLike: 'Company numbers are 8 characters, digits alone or with letters',
    example: '01234567',
    others: 'SC123456, R0000123 or IP12345R',
  },
  'GB-SC': {
    label: 'Charity number, Scotland',
    printed: (number) => `Charity number ${number} (Scotland)`,
    looksLike: 'Scottish charity numbers are SC and 6 digits',
    example: 'SC012345',
  },
  'GB-NIC': {
    label: 'Charity number, Northern Ireland',
    printed: (number) => `Charity number NIC${number} (Northern Ireland)`,
    looksLike: 'Northern Ireland charity numbers are NIC and 6 digits',
    example: 'NIC100123',
  },
}

/** What is wrong with a number, and what one looks like. */
export function registrationWords({
  typed,
  read,
}: {
  readonly typed: string
  readonly read: RegistrationRead & { ok: false }
}): string {
  const { looksLike, example, others } = REGISTER_WORDS[read.register]
  const quoted = `“${typed.length > 30 ? `${typed.slice(0, 30)}…` : typed}”`
  if (read.meant) return `${quoted} looks like a number for “${REGISTER_WORDS[read.meant].label}”. Move it there, or check it`
  const wrong =
    read.digits === null
      ? `${quoted} is not in the form we expect`
      : `${quoted} has ${read.digits} ${read.digits === 1 ? 'digit' : 'digits'}`
  return `${wrong}. ${looksLike}, like ${others ? `${example}, ${others}` : example}`
}

/** An identifier as people say it. */
export function printedRegistration(id: string): string {
  const parsed = parseRegistration(id)
  return parsed ? REGISTER_WORDS[parsed.register].printed(parsed.number) : id
}
