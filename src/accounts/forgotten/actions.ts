import { asSystem, audit, instant, underWay } from '../../platform/index.ts'
import { hashPassphrase } from '../hashing.ts'
import { type House, lineAbout } from '../house.ts'
import { passphraseChangedMail } from '../mails.ts'
import type { Person } from '../session.ts'
import { endEveryLink, endEverySession, linkOwner, setPassphraseHash } from '../store.ts'

/**
 * Sends the link that lets the owner of an address choose a new passphrase, if the address has an account. Returns at once
 * and works on by itself, so that how long the reply takes says nothing about the address.
 */
export function sendLink(house: House, email: string): void {
  const sending = house.auth().then((auth) => auth.api.requestPasswordReset({ body: { email } }))
  underWay.inBackground('sending a link for a new passphrase', house.log, sending)
}

/** Whose link this is; null when it was used, is too old, or never was. */
export async function ownerOfLink(house: House, token: string): Promise<Person | null> {
  return /^\w{10,100}$/.test(token) ? linkOwner(house.db.read, token) : null
}

/**
 * Puts the new passphrase in place, and ends every session and every link of its owner: this one, those asked for before, and
 * whatever somebody else asked for.
 * @returns false when the link was used or grew too old meanwhile
 */
export async function chooseNewPassphrase(house: House, token: string, passphrase: string): Promise<boolean> {
  const hash = await hashPassphrase(passphrase)
  const chosen = await house.db.write(async (tx) => {
    const owner = await linkOwner(tx, token)
    if (!owner || !(await endEveryLink(tx, owner.id, token))) return false
    await setPassphraseHash(tx, owner.id, hash, instant(house.clock))
    await endEverySession(tx, owner.id)
    await house.mail.queue(tx, passphraseChangedMail(owner, house.baseUrl))
    await audit(tx, asSystem(house, 'forgotten-passphrase'), lineAbout(owner, 'passphrase.reset'))
    return true
  })
  void house.mail.deliver()
  return chosen
}
