import type { Hint } from './guessing.ts'
import { MAX_CHARACTERS, MIN_CHARACTERS, type Weakness } from './passphrase.ts'
import type { Role } from './policy.ts'
import { waitInWords } from './throttle.ts'

export const ROLE_WORDS: Readonly<Record<Role, { readonly label: string; readonly may: string }>> = {
  owner: { label: 'Owner', may: 'Can do everything' },
  lead: { label: 'Lead', may: 'Leads assessments and the plan' },
  contributor: { label: 'Contributor', may: 'Answers and adds evidence' },
  viewer: { label: 'Viewer', may: 'Reads, and changes nothing' },
}

/** To somebody signed in, who gives their own again. */
export const WRONG_PASSPHRASE = 'This is not your passphrase. Check it and try again'

export const PASSPHRASE_HINT = `At least ${MIN_CHARACTERS} characters. Three or four unrelated words are easy to remember and hard to guess. You can use spaces, symbols and any language.`

const GUESSABLE: Readonly<Record<Hint, string>> = {
  common: 'This passphrase is one of the first that people try.',
  personal:
    'This passphrase has a word in it that a stranger could guess: one from your name, your e-mail address or what this site is about.',
  repeated: 'This passphrase repeats itself, which makes it easy to guess.',
  keyboard: 'This passphrase follows the keyboard or the alphabet, which makes it easy to guess.',
  dates: 'This passphrase is mostly a date, which makes it easy to guess.',
  words: 'This passphrase could be guessed.',
}

export function weaknessWords(weakness: Weakness): string {
  switch (weakness.because) {
    case 'empty':
      return 'Choose a passphrase'
    case 'short':
      return `Make your passphrase at least ${MIN_CHARACTERS} characters: it has ${weakness.characters}. Another word or two would do it`
    case 'long':
      return `Make your passphrase ${MAX_CHARACTERS} characters or fewer`
    case 'guessable':
      return `${GUESSABLE[weakness.hint]} Add another word or two that have nothing to do with it`
  }
}

/** To somebody who asks for one more link. */
export function tooManyLinksWords(retryAfter: number | null): string {
  return `We have sent you several links already, and the last one works. Look in your junk mail too, or ask for another in ${waitInWords(retryAfter ?? 60)}`
}

/** To somebody who signs up while very many do. */
export function tooManySignUpsWords(retryAfter: number | null): string {
  return `Very many people are signing up just now. Try again in ${waitInWords(retryAfter ?? 60)}`
}

/** What a form says when something was tried too often. */
export function tooManyWords(retryAfter: number | null): string {
  return `That has been tried too many times. To keep everyone safe, wait ${waitInWords(retryAfter ?? 60)} and try again`
}
