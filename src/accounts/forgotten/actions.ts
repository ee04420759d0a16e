import { asSystem, audit, instant, underWay } from '../../platform/index.ts'
import { keepConfirmed } from '../confirming/actions.ts'
import { type House, lineAbout } from '../house.ts'
import { endLinks, linkOwner, makeLink } from '../mailed-links.ts'
import { passphraseChangedMail, resetMail } from '../mails.ts'
import type { Person } from '../session.ts'
import { endEverySession, personByEmail, setPassphraseHash } from '../store.ts'

const PURPOSE = 'new-passphrase'

/**
 * Sends the link that lets the owner of an address choose a new passphrase, if the address has an account. Returns at once
 * and works on by itself, so that how long the reply takes says nothing about the address.
 */
export function sendLink(house: House, email: string): void {
  const sending = new Promise((resolve) => setImmediate(resolve)).then(() => mailLink(house, email))
  underWay.inBackground('sending a link for a new passphrase', house.log, sending)
}

async function mailLink(house: House, email: string): Promise<void> {
  const { db, mail, clock, baseUrl } = house
  await db.write(async (tx) => {
    const person = await personByEmail(tx, email)
    if (!person) return
    await mail.queue(tx, resetMail(person, baseUrl, await makeLink(tx, clock, PURPOSE, person.id)))
    await audit(tx, asSystem(house, 'forgotten-passphrase'), lineAbout(person, 'passphrase.link-sent'))
  })
  void mail.deliver()
}

/** Whose link this is; null when it was used, is too old, or never was. */
export function ownerOfLink(house: House, token: string): Promise<Person | null> {
  return linkOwner(house.db.read, house.clock, PURPOSE, token)
}

/**
 * Puts the new passphrase in place, and ends every session and every link of its owner: this one, those asked for before, and
 * whatever somebody else asked for. The address is confirmed with it.
 * @param network the visitor's, whose turn it takes
 * @returns false when the link was used or grew too old meanwhile
 */
export async function chooseNewPassphrase(house: House, token: string, passphrase: string, network: string): Promise<boolean> {
  const hash = await house.hashing.hash(passphrase, network)
  const chosen = await house.db.write(async (tx) => {
    const owner = await linkOwner(tx, house.clock, PURPOSE, token)
    if (!owner || !(await endLinks(tx, owner.id, PURPOSE, token))) return false
    await setPassphraseHash(tx, owner.id, hash, instant(house.clock))
    await endEverySession(tx, owner.id)
    await house.mail.queue(tx, passphraseChangedMail(owner, house.baseUrl))
    const ctx = asSystem(house, 'forgotten-passphrase')
    await audit(tx, ctx, lineAbout(owner, 'passphrase.reset'))
    // Whoever opened the link reads the mail that is sent there.
    await keepConfirmed(tx, ctx, owner)
    return true
  })
  void house.mail.deliver()
  return chosen
}
