/** Every word the scripts say. */
import type { Status } from './autosave/state.ts'

/** Said where words are only on this page: nothing else holds them. */
const NOT_KEPT = 'Not saved in this browser: there is no room, or it is not allowed. Keep this page open until it says “Saved”.'
const KEPT = 'Your words are kept in this browser.'
const FOUND = 'We found words that had not been saved, and put them back.'

/** The sentence that belongs to a status, and whether a link to sign in is its end. */
export function statusWords(status: Status): { readonly text: string; readonly signIn: boolean } {
  const { kind, unsaved, kept, found } = status
  const copy = kept ? KEPT : NOT_KEPT
  const sentence = {
    idle: '',
    saved: found ? `They are saved now, ${status.at}.` : `Saved ${status.at}`,
    saving: 'Saving…',
    pending: found ? 'Saving them now…' : kept ? '' : NOT_KEPT,
    retrying: kept ? `Not saved yet. Trying again… ${KEPT}` : `Not saved yet. Trying again… ${NOT_KEPT}`,
    offline: kept
      ? 'You are offline. Your words are kept in this browser and will be saved when you are back.'
      : `You are offline. ${NOT_KEPT}`,
    'signed-out': unsaved
      ? `You have been signed out. ${copy} To save them here,`
      : 'You have been signed out. Before you go on,',
    'someone-else': unsaved
      ? `Someone else is signed in now. ${copy} To save them here, sign out in another tab, then sign in as yourself.`
      : 'Someone else is signed in now, so nothing you change here would be saved. Load the page again.',
    invalid: `Not saved yet: see the message beside what you wrote. ${copy}`,
    stopped: `${status.message ?? 'This can’t be saved here any more.'} ${unsaved ? copy : ''}`.trim(),
  }[kind]
  return { text: found && kind !== 'idle' ? `${FOUND} ${sentence}`.trim() : sentence, signIn: kind === 'signed-out' }
}

export const words = {
  /** The end of a sentence. */
  signIn: 'sign in again (opens in a new tab)',
  tooLong: 'This is too long to save. Shorten it, or put part of it in a file.',
  errorPrefix: 'Error:',

  important: 'Important',
  twoVersions: (label: string) => `Two versions of ${inside(label)} – choose`,
  conflict: (by: string | undefined, label: string) =>
    `${by ?? 'Someone else'} changed ${inside(label)} too. Both versions are kept.`,

  unsentTitle: 'Words you wrote earlier are not saved yet',
  unsentWaiting: 'Kept in this browser. We will keep trying.',
  unsentOpen: 'Kept in this browser. Open the page to see what to do.',
  unsentRefused: 'They can’t be saved there any more, so they are kept in this browser. Copy what you need.',
  unsentShow: 'Show these words',
  unsentForget: 'Remove them from this browser',
  untitled: 'An earlier page',

  signOutTitle: 'Some of your words are not saved yet',
  signOutThisPage: 'This page',
  signOut: {
    lost: 'Signing out removes them from this browser, so that nobody else can read them here. Stay until they are saved, or copy what you need first.',
    stay: 'Stay signed in',
    go: 'Sign out and remove them',
  },
  close: {
    lost: 'Closing your account removes them from this browser. Copy what you need first.',
    stay: 'Stay here',
    go: 'Close it and remove them',
  },

  shortcutsUse: 'Use keyboard shortcuts on this browser',
  shortcutsOn: 'Keyboard shortcuts are on',
  shortcutsOff: 'Keyboard shortcuts are off',
  rated: (label: string) => `Rated ${label}`,

  showPassword: 'Show',
  hidePassword: 'Hide',
  showPasswordLabel: 'Show password',
  hidePasswordLabel: 'Hide password',
  passwordShown: 'Your password is visible',
  passwordHidden: 'Your password is hidden',

  /** "You have 1 character remaining", in the sentences of govuk-frontend. */
  remaining: (left: number, unit: 'character' | 'word') =>
    `You have ${Math.abs(left).toLocaleString('en-GB')} ${unit}${Math.abs(left) === 1 ? '' : 's'} ${left < 0 ? 'too many' : 'remaining'}`,

  fileChosen: (names: string) => `Chosen but not sent yet: ${names}. It is sent when you press the button.`,
} as const

/** A label in the middle of a sentence. */
function inside(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
