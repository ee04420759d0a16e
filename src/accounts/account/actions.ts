import { audit, type Context, instant, NO_ORGANISATION } from '../../platform/index.ts'
import { type House, lineAbout, mustBeHere } from '../house.ts'
import { endLinks } from '../mailed-links.ts'
import { passphraseChangedMail } from '../mails.ts'
import type { Person } from '../session.ts'
import { endEverySession, endSessions, endSessionsOfEveryone, passphraseHash, renamePerson, setPassphraseHash } from '../store.ts'

/** @throws Problem `not-found` when the account has been closed meanwhile */
export async function rename(ctx: Context, person: Person, name: string): Promise<void> {
  await ctx.db.write(async (tx) => {
    await mustBeHere(tx, person.id)
    await renamePerson(tx, person.id, name, instant(ctx.clock))
    await audit(tx, ctx, lineAbout(person, 'person.renamed'))
  })
}

/** True when `typed` is this person's passphrase. */
export async function isPassphraseOf(house: House, person: Person, typed: string): Promise<boolean> {
  return house.hashing.matches(await passphraseHash(house.db.read, person.id), typed, person.id)
}

/**
 * Changes the passphrase and ends every session and every mailed link to choose another: whoever may have learnt the old one, or
 * reads the mail, is out. The caller signs in anew.
 * @throws Problem `not-found` when the account has been closed meanwhile
 */
export async function changePassphrase(house: House, ctx: Context, person: Person, passphrase: string): Promise<void> {
  const hash = await house.hashing.hash(passphrase, person.id)
  await ctx.db.write(async (tx) => {
    await mustBeHere(tx, person.id)
    await setPassphraseHash(tx, person.id, hash, instant(ctx.clock))
    await endEverySession(tx, person.id)
    await endLinks(tx, person.id, 'new-passphrase')
    await ctx.mail.queue(tx, passphraseChangedMail(person, ctx.baseUrl))
    await audit(tx, ctx, lineAbout(person, 'passphrase.changed'))
  })
  void ctx.mail.deliver()
}

/** Ends those of this person's sessions; ids of anyone else's do nothing. */
export async function signOutOf(ctx: Context, person: Person, sessions: readonly string[]): Promise<void> {
  await ctx.db.write(async (tx) => {
    await endSessions(tx, person.id, sessions)
    await audit(tx, ctx, lineAbout(person, 'person.signed-out-elsewhere', { sessions: sessions.length }))
  })
}

/** Ends every session of a person. @returns how many there were */
export function signOutEverywhere(ctx: Context, person: Person): Promise<number> {
  return ctx.db.write(async (tx) => {
    const sessions = await endEverySession(tx, person.id)
    await audit(tx, ctx, lineAbout(person, 'person.signed-out-everywhere', { sessions }))
    return sessions
  })
}

/** Ends every session there is. @returns how many there were */
export function signOutEveryone(ctx: Context): Promise<number> {
  return ctx.db.write(async (tx) => {
    const sessions = await endSessionsOfEveryone(tx)
    const line = { organisationId: NO_ORGANISATION, action: 'everyone.signed-out', subject: 'people', detail: { sessions } }
    await audit(tx, ctx, line)
    return sessions
  })
}
