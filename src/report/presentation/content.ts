import type { Refusal } from '../../platform/index.ts'
import { LOGO_BYTES, LOGO_PIXELS, type LogoRead } from './logo.ts'
import { LONGEST } from './rules.ts'

const KILOBYTES = LOGO_BYTES / 1000

export const WORDS = {
  title: 'The front of your report',
  lead: 'A logo and a few words of your own, if you like. A report is whole without them.',
  notSealed:
    'They are about how the report looks. They are no part of what is completed and sealed, so you can change them at any time, and the last page of the report says so.',
  logo: 'Logo',
  logoWhere: 'It stands on the cover of every report of your organisation.',
  logoField: 'Choose a picture',
  logoHint: `PNG or JPEG, up to ${KILOBYTES} kB and ${LOGO_PIXELS.toLocaleString('en-GB')} pixels on each side. We keep only what draws it.`,
  logoAdd: 'Use this logo',
  logoReplace: 'Use this logo instead',
  logoRemove: 'Remove the logo',
  logoNow: 'Your logo now:',
  logoAlt: 'Your logo',
  logoSet: 'The logo is on the cover of your reports.',
  logoRemoved: 'The logo is removed.',
  foreword: 'Foreword',
  forewordHint:
    'For example, who you are, why you did this and what you would like readers to know. It comes after the cover of this report alone. To take it away, leave this empty and save.',
  signedBy: 'Whose words are they?',
  signedByHint: 'For example, “Amara Reid, chair of trustees”',
  save: 'Save the foreword',
  saved: 'The foreword is saved.',
  forewordRemoved: 'The foreword is removed.',
  meanwhileFirst: 'Somebody else changed the foreword while you were writing.',
  meanwhile:
    'Nothing of yours is lost: it is in the form below, not saved yet. This is what they saved. If you save now, yours replaces it.',
  emptyNow: 'They removed it.',
} as const

export const ERRORS = {
  logoMissing: 'Choose a picture',
  logoTooLong: `The picture must be ${KILOBYTES} kB or smaller. Save it smaller, then choose it again.`,
  forewordTooLong: `The foreword must be ${LONGEST.foreword.toLocaleString('en-GB')} characters or fewer, so that it fits on a page`,
  signedByTooLong: `Whose words they are must be ${LONGEST.signedBy} characters or fewer`,
} as const

/** Why a file is no logo. */
export const LOGO_ERRORS: Readonly<Record<Extract<LogoRead, { ok: false }>['because'], string>> = {
  'not-a-picture': 'That is not a PNG or JPEG picture. Save your logo as one of these, then choose it again.',
  damaged: 'We can’t read that picture. Open it, save it again as PNG or JPEG, then choose it again.',
  'too-large': `Each side must be ${LOGO_PIXELS.toLocaleString('en-GB')} pixels or fewer. Make the picture smaller, then choose it again.`,
}

/** Why a file was not taken, whatever is in it. */
export const NOT_TAKEN: Readonly<Record<Refusal, string>> = {
  'not-confirmed':
    'We keep files once you have confirmed your e-mail address, so this was not taken. Open the link we sent you, then choose the picture again.',
  'no-room': 'There is no room for more files here just now, so this was not taken. Try again tomorrow.',
  'too-many': 'You have added a great many files in the last hour, so this was not taken. Try again in an hour.',
  'too-much':
    'You, or your organisation, have added as much in files as we can take in a day, so this was not taken. Try again tomorrow.',
}
