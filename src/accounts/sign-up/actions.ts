import { asSystem, audit, Conflict, instant, isId, newId } from '../../platform/index.ts'
import { hashPassphrase } from '../hashing.ts'
import { type House, lineAbout } from '../house.ts'
import { alreadyHereMail, welcomeMail } from '../mails.ts'
import { insertPerson, personByEmail } from '../store.ts'
import { LIMITS } from '../throttle.ts'

export interface NewPerson {
  /** Made when the form was shown, so that a form sent twice makes one person. */
  readonly id: string
  readonly name: string
  /** Normalised. */
  readonly email: string
  readonly passphrase: string
}

/**
 * Makes an account, unless the address has one. Either way the caller learns nothing and the owner of the address gets one
 * message: see docs/decisions/2026-11-22-sign-up-and-known-addresses.md. Both ways do the same work, so that they also take
 * the same time.
 */
export async function signUp(house: House, given: NewPerson): Promise<void> {
  const hash = await hashPassphrase(given.passphrase)
  const mayMail = await house.throttle.allows(LIMITS.signUpMailTo, given.email)
  const id = isId(given.id) ? given.id : newId()
  try {
    await keepPerson(house, { ...given, id, hash, mayMail })
  } catch (error) {
    // The address was taken a moment ago, or the form's id is somebody's already.
    if (!(error instanceof Conflict)) throw error
    await keepPerson(house, { ...given, id: newId(), hash, mayMail })
  }
  void house.mail.deliver()
}

async function keepPerson(house: House, person: NewPerson & { hash: string; mayMail: boolean }): Promise<void> {
  const { id, name, email, hash, mayMail } = person
  const { clock, mail, baseUrl } = house
  await house.db.write(async (tx) => {
    const known = await personByEmail(tx, email)
    if (known) {
      if (known.id === id) return
      if (mayMail) await mail.queue(tx, alreadyHereMail(known, baseUrl))
      await audit(tx, asSystem(house, 'sign-up'), lineAbout(known, 'person.signed-up-again'))
      return
    }
    await insertPerson(tx, { id, name, email, hash, now: instant(clock) })
    await audit(tx, { actor: { kind: 'person', id, name, email }, clock }, lineAbout({ id }, 'person.signed-up'))
    if (mayMail) await mail.queue(tx, welcomeMail(email, baseUrl))
  })
}
