import { type LinkRead, MOST_FILES, type Refusal } from '../platform/index.ts'
import type { FileKind, Identified } from './kinds.ts'
import { LONGEST, PUT_BACK_DAYS } from './rules.ts'

export const KIND_WORDS = { link: 'Link', place: 'Where it is kept', file: 'File' } as const

export const WORDS = {
  addLink: 'Add a link',
  addPlace: 'Say where it is kept',
  addFile: 'Add a file',
  /** Evidence can hold children's personal data: discouraged where it is entered. */
  aboutYoungPeople: 'Files about young people: say where they are kept instead of adding a copy.',
  removed: (title: string) => `Removed “${title}”.`,
  removedLately: 'Removed evidence',
  putBackFor: (many: boolean) =>
    `You can put these back for ${PUT_BACK_DAYS} days after they were removed.${many ? ' They are the latest.' : ''}`,
  putBack: 'Put it back',
} as const

const TAKEN =
  'We take PDF, Word, Excel, PowerPoint and OpenDocument files, pictures (JPEG, PNG, GIF, WebP and HEIC) and plain text (TXT, CSV and MD).'

export const ERRORS = {
  linkMissing: 'Enter the link',
  linkTooLong: `The link must be ${LONGEST.url} characters or fewer`,
  linkTitleTooLong: `What the link shows must be ${LONGEST.title} characters or fewer`,
  placeMissing: 'Say where it is kept',
  placeTooLong: `Where it is kept must be ${LONGEST.place} characters or fewer`,
  placeTitleMissing: 'Say what is kept there',
  placeTitleTooLong: `What is kept there must be ${LONGEST.title} characters or fewer`,
  fileMissing: 'Choose a file',
  tooManyFiles: `Add up to ${MOST_FILES} files at a time. None has been added yet: choose them again, a few at a time.`,
  fileTooLarge: 'The file is bigger than 25 MB. Make it smaller, or say where it is kept instead.',
} as const

/** For a file that was not taken, whatever is in it. */
export const NOT_TAKEN: Readonly<Record<Refusal, string>> = {
  'not-confirmed':
    'We keep files once you have confirmed your e-mail address, so this was not taken. Open the link we sent you, then choose the file again. Or say where it is kept instead.',
  'no-room': 'There is no room for more files here just now, so this was not taken. Say where it is kept instead.',
  'too-many':
    'You have added a great many files in the last hour, so this was not taken. Try again in an hour, or say where it is kept instead.',
  'too-much':
    'You, or your organisation, have added as much in files as we can take in a day, so this was not taken. Say where it is kept instead, or try again tomorrow.',
}

export function linkError(because: Extract<LinkRead, { ok: false }>['because']): string {
  switch (because) {
    case 'not-a-link':
      return 'Enter a web address, such as example.org/policy'
    case 'on-a-computer':
      return 'That is a place on a computer, so other people can’t open it as a link. Say where it is kept instead.'
    case 'an-email-address':
      return 'That is an e-mail address. Enter a web address, or say where it is kept instead.'
    case 'not-http':
      return 'That is not the address of a web page. Enter one such as example.org/policy, with or without https:// before it.'
    case 'holds-a-password':
      return 'The link has a user name or password in it, before the @. Remove that part.'
  }
}

export function fileError(name: string, why: Extract<Identified, { ok: false }>): string {
  switch (why.because) {
    case 'empty':
      return `“${name}” is empty. Check that it opens on your computer, then choose it again.`
    case 'not-taken':
      return `“${name}” is not a kind of file we can take. ${TAKEN} You can say where it is kept instead.`
    case 'macros':
      return `“${name}” can carry programs (macros), so we can’t take it. Save it as a PDF, then choose that.`
    case 'too-much-inside':
      return `“${name}” unpacks to far more than a document holds, so we can’t take it. Open it, save it again or as a PDF, then choose that.`
    case 'not-text':
      return `“${name}” is not text we can read. Save it again as UTF-8 text (in Excel, “CSV UTF-8”), then choose it again.`
    case 'mislabelled':
      return why.really
        ? `“${name}” is named like ${a(why.claimed)}, but inside it is ${a(why.really)}. Make its name end in .${why.really.endings[0]}, then choose it again.`
        : `“${name}” is named like ${a(why.claimed)}, but that is not what is inside. Open it, save it as ${a(why.claimed)}, then choose it again.`
  }
}

/** Browsers do not keep chosen files when a form is shown again. */
export function chooseAgain(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`)
  const listed = quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}` : quoted[0]
  return `Choose ${listed} again: nothing is wrong with ${names.length > 1 ? 'them' : 'it'}, but chosen files are forgotten when a page is shown again.`
}

function a(kind: FileKind): string {
  return `${/^[AEIOU]/.test(kind.word) ? 'an' : 'a'} ${kind.word}`
}
