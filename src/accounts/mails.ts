import { paths } from './paths.ts'

/** Plain, short, and safe to forward: a message says what happened, what to do, and what to do if it was not you. */
interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Someone named: only names their owner gave while signed in, never ones a stranger typed into a sign-up form. */
interface Addressee {
  readonly name: string
  readonly email: string
}

/** Where a link to confirm an address leads. */
export function confirmUrl(baseUrl: string, token: string): string {
  return `${baseUrl}${paths.confirmAddress.to({}, { token })}`
}

/** To an address that has no account. Whoever asked may be a stranger, so it names nobody. */
export function signUpMail(email: string, baseUrl: string, token: string): Message {
  return {
    to: email,
    subject: 'Finish signing up to Mentormark',
    text: letter(
      'Hello,',
      'Someone, perhaps you, wants to sign up to Mentormark with this e-mail address. If it is you, open this link to choose your name and a passphrase. It works once, within the next 24 hours, on any device:',
      `${baseUrl}${paths.finishSignUp.to({}, { token })}`,
      'If it was not you, there is nothing to do: there is no account unless somebody opens the link and finishes.',
    ),
  }
}

/** Asked for by somebody signed in, whose address may still be another's: so it names nobody. */
export function confirmMail(email: string, baseUrl: string, token: string): Message {
  return {
    to: email,
    subject: 'Confirm your e-mail address for Mentormark',
    text: letter(
      'Hello,',
      'Someone, perhaps you, uses this e-mail address on Mentormark. If it was you, open this link to confirm that the address is yours. It works once, within the next seven days:',
      confirmUrl(baseUrl, token),
      'If it was not you, do not confirm it. Choose a new passphrase and the account is yours alone:',
      `${baseUrl}${paths.forgotten.to()}`,
    ),
  }
}

/** To the owner of an address that someone wants to sign up with again. */
export function alreadyHereMail(person: Addressee, baseUrl: string): Message {
  return {
    to: person.email,
    subject: 'You have a Mentormark account already',
    text: letter(
      `Hello ${person.name},`,
      'Someone, perhaps you, wants to sign up to Mentormark with this e-mail address. You have an account already, so nothing was changed. Sign in with the passphrase you chose before:',
      `${baseUrl}${paths.signIn.to()}`,
      'If you have forgotten it, choose a new passphrase:',
      `${baseUrl}${paths.forgotten.to()}`,
      'If it was not you, there is nothing to do.',
    ),
  }
}

export function resetMail(person: Addressee, baseUrl: string, token: string): Message {
  return {
    to: person.email,
    subject: 'Choose a new passphrase for Mentormark',
    text: letter(
      `Hello ${person.name},`,
      'To choose a new passphrase, open this link. It works once, within the next hour:',
      `${baseUrl}${paths.reset.to({}, { token })}`,
      'If you did not ask for this, there is nothing to do: your passphrase stays as it is.',
    ),
  }
}

export function passphraseChangedMail(person: Addressee, baseUrl: string): Message {
  return {
    to: person.email,
    subject: 'Your Mentormark passphrase was changed',
    text: letter(
      `Hello ${person.name},`,
      'The passphrase of your Mentormark account has just been changed, and everywhere else you were signed in has been signed out.',
      'If it was not you, choose a new one straight away:',
      `${baseUrl}${paths.forgotten.to()}`,
    ),
  }
}

function letter(...paragraphs: readonly string[]): string {
  return `${[...paragraphs, 'Mentormark'].join('\n\n')}\n`
}
