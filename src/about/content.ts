// Words that several of these pages share.
import type { Operator } from '../platform/operator.ts'
import type { Footer } from '../ui/index.ts'
import { paths } from './paths.ts'

/** What each page is called, in the order in which the footer lists them. */
export const TITLES = {
  about: 'About',
  help: 'Help',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  licence: 'Source and licence',
} as const

export const FOOTER_LINKS: Footer['links'] = (Object.keys(TITLES) as (keyof typeof TITLES)[]).map((name) => ({
  text: TITLES[name],
  href: paths[name].to(),
}))

export const NOT_SAID = 'Whoever runs this Mentormark has not said who they are yet.'

/** Who runs it, as a sentence that names them, or says that they have not said so. */
export function whoRunsIt({ name, address }: Operator): string {
  if (name === null) return NOT_SAID
  return `This Mentormark is run by ${address === null ? name : `${name}, ${address}`}.`.replace('..', '.')
}

/** "30 days", "1 day". */
export const inDays = (days: number) => `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`

/** For how long something is kept that whoever runs it decides on. */
export function keptFor(days: number | null): string {
  if (days === null) return 'Whoever runs this Mentormark has not said how long yet.'
  return days === 0 ? 'Not kept.' : `${inDays(days)}.`
}
