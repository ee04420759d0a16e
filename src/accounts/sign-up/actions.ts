import { asSystem, audit, Conflict, instant, isId, newId, underWay } from '../../platform/index.ts'
import { keepConfirmed } from '../confirming/actions.ts'
import { type House, lineAbout } from '../house.ts'
import { alreadyHereMail, signUpMail } from '../mails.ts'
import type { Person } from '../session.ts'
import { insertPerson, personByEmail } from '../store.ts'
import { makeSignUpLink, type SignUpLink, signUpLink } from './links.ts'

/**
 * Sends the link to sign up with to an address, or says there that it has an account. Returns at once and works on by itself, so
 * that neither the reply nor how long it takes says which of them it was.
 * @param next where whoever asks was going: an address on this site
 */
export function sendSignUpLink(house: House, email: string, next: string | null): void {
  const sending = new Promise((resolve) => setImmediate(resolve)).then(() => mailLink(house, email, next))
  underWay.inBackground('sending a link to sign up', house.log, sending)
}

async function mailLink(house: House, email: string, next: string | null): Promise<void> {
  const { db, mail, clock, baseUrl } = house
  const ctx = asSystem(house, 'sign-up')
  await db.write(async (tx) => {
    const known = await personByEmail(tx, email)
    if (known) {
      await mail.queue(tx, alreadyHereMail(known, baseUrl))
      await audit(tx, ctx, lineAbout(known, 'person.signed-up-again'))
      return
    }
    const { token, personId } = await makeSignUpLink(tx, clock, { email, next })
    await mail.queue(tx, signUpMail(email, baseUrl, token))
    await audit(tx, ctx, lineAbout({ id: personId }, 'person.sign-up-link-sent'))
  })
  void mail.deliver()
}

/** What a link to sign up stands for; null when it was never made, or is forgotten. */
export function findSignUpLink({ db, clock }: House, token: string): Promise<SignUpLink | null> {
  return signUpLink(db.read, clock, token)
}

/**
 * Makes the account a link was mailed for. Its address is confirmed: whoever has the link reads the mail that is sent there.
 * @param given.network the visitor's, whose turn it takes
 * @returns null when the link no longer works, or its address has an account by now
 */
export async function finishSignUp(
  house: House,
  token: string,
  given: { readonly name: string; readonly passphrase: string; readonly network: string },
): Promise<Person | null> {
  const { db, clock } = house
  const hash = await house.hashing.hash(given.passphrase, given.network)
  try {
    return await db.write(async (tx) => {
      const link = await signUpLink(tx, clock, token)
      if (link?.state !== 'works') return null
      const person: Person = { id: link.personId, name: given.name, email: link.email, confirmed: false }
      const ctx = { actor: { kind: 'person', ...person }, clock } as const
      await insertPerson(tx, { ...person, hash, now: instant(clock) })
      await audit(tx, ctx, lineAbout(person, 'person.signed-up'))
      await keepConfirmed(tx, ctx, person)
      return { ...person, confirmed: true }
    })
  } catch (error) {
    // Somebody was a moment quicker.
    if (error instanceof Conflict) return null
    throw error
  }
}

export interface NewPerson {
  /** Made when the form was shown, so that a form sent twice makes one person. */
  readonly id: string
  readonly name: string
  /** Normalised. */
  readonly email: string
  readonly passphrase: string
  /** The visitor's, whose turn it takes. */
  readonly network?: string
}

/** What came of signing up: a person, the very same as when this form was sent before, or nothing, since the address has an account. */
export type SignedUp = 'new' | 'again' | 'known'

/**
 * Makes an account at once, where no link can be mailed. Nobody has shown that the address is theirs, so it is not confirmed.
 * An account that is there is never changed, nor opened: whoever sends a form again gives their passphrase as at any sign-in.
 */
export async function signUp(house: House, given: NewPerson): Promise<SignedUp> {
  const hash = await house.hashing.hash(given.passphrase, given.network)
  const person = { ...given, id: isId(given.id) ? given.id : newId(), hash }
  try {
    return await keepPerson(house, person)
  } catch (error) {
    // The address was taken a moment ago, or the form's id is somebody's already.
    if (!(error instanceof Conflict)) throw error
    return keepPerson(house, { ...person, id: newId() })
  }
}

async function keepPerson(house: House, person: NewPerson & { readonly hash: string }): Promise<SignedUp> {
  const { id, name, email, hash } = person
  const { clock } = house
  return house.db.write(async (tx) => {
    const known = await personByEmail(tx, email)
    if (known?.id === id) return 'again'
    if (known) {
      await audit(tx, asSystem(house, 'sign-up'), lineAbout(known, 'person.signed-up-again'))
      return 'known'
    }
    await insertPerson(tx, { id, name, email, hash, now: instant(clock) })
    await audit(tx, { actor: { kind: 'person', id, name, email }, clock }, lineAbout({ id }, 'person.signed-up'))
    return 'new'
  })
}
