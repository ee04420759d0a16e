import { asSystem, audit, Conflict, instant, isId, newId } from '../../platform/index.ts'
import { type House, lineAbout } from '../house.ts'
import { makeLink } from '../mailed-links.ts'
import { alreadyHereMail, welcomeMail } from '../mails.ts'
import { insertPerson, passphraseHash, personByEmail } from '../store.ts'
import { LIMITS } from '../throttle.ts'

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

/**
 * Makes an account, unless the address has one. Either way the caller learns nothing and the owner of the address gets one
 * message: see docs/decisions/2026-11-22-sign-up-and-known-addresses.md. Both ways do the same work, so that they also take
 * the same time.
 */
export async function signUp(house: House, given: NewPerson): Promise<void> {
  const hash = await house.hashing.hash(given.passphrase, given.network)
  const mayMail = await house.throttle.allows(LIMITS.signUpMailTo, given.email)
  const id = isId(given.id) ? given.id : newId()
  try {
    const isTheirs = await keepPerson(house, { ...given, id, hash, mayMail })
    // The same form once more, and the account is there already. Only its first passphrase counts: a form that is sent again must
    // never open an account that may have another owner by now. They hear of it as the owner of any known address does.
    if (isTheirs && !(await isPassphraseHere(house, id, given))) await keepPerson(house, { ...given, id: newId(), hash, mayMail })
  } catch (error) {
    // The address was taken a moment ago, or the form's id is somebody's already.
    if (!(error instanceof Conflict)) throw error
    await keepPerson(house, { ...given, id: newId(), hash, mayMail })
  }
  void house.mail.deliver()
}

async function isPassphraseHere(house: House, id: string, { passphrase, network }: NewPerson): Promise<boolean> {
  return house.hashing.matches(await passphraseHash(house.db.read, id), passphrase, network)
}

/** @returns true when the person was there already, under this very id; nothing was done then */
async function keepPerson(house: House, person: NewPerson & { hash: string; mayMail: boolean }): Promise<boolean> {
  const { id, name, email, hash, mayMail } = person
  const { clock, mail, baseUrl } = house
  return house.db.write(async (tx) => {
    const known = await personByEmail(tx, email)
    if (known) {
      if (known.id === id) return true
      if (mayMail) await mail.queue(tx, alreadyHereMail(known, baseUrl))
      await audit(tx, asSystem(house, 'sign-up'), lineAbout(known, 'person.signed-up-again'))
      return false
    }
    await insertPerson(tx, { id, name, email, hash, now: instant(clock) })
    await audit(tx, { actor: { kind: 'person', id, name, email }, clock }, lineAbout({ id }, 'person.signed-up'))
    if (mayMail) await mail.queue(tx, welcomeMail(email, baseUrl, await makeLink(tx, clock, 'confirm-address', id)))
    return false
  })
}
