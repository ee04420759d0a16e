import { audit, instant, networkOf } from '../../platform/index.ts'
import { type House, lineAbout } from '../house.ts'
import { nullIfBusy } from '../in-turn.ts'
import type { Person } from '../session.ts'
import { accountByEmail, endSession, passphraseHash, renewPassphraseHash, tidySessions } from '../store.ts'

export interface SignInAttempt {
  /** Normalised. */
  readonly email: string
  readonly passphrase: string
  /** The session the browser came with, valid or not: it ends, so that nobody keeps one from before (ASVS 5.0, 7.2.4). */
  readonly formerToken: string | null
  readonly address: string
  readonly userAgent: string
}

export interface SignedIn {
  readonly person: Person
  /** The sign-in library's own, to be sent as they are. */
  readonly cookies: readonly string[]
}

/**
 * Null when the address is unknown or the passphrase wrong: which of them is not said, and takes the same time. An old hash is
 * renewed on the way, which the audit line of the sign-in says.
 * @throws Problem `busy`
 */
export async function signIn(house: House, attempt: SignInAttempt): Promise<SignedIn | null> {
  const network = networkOf(attempt.address)
  const account = await accountByEmail(house.db.read, attempt.email)
  const isRight = await house.hashing.matches(account?.hash ?? null, attempt.passphrase, network)
  if (!account || !isRight) return null
  const auth = await house.auth()
  const response = await auth.api.beginSession({
    body: { personId: account.id },
    headers: new Headers({ 'x-forwarded-for': attempt.address, 'user-agent': attempt.userAgent.slice(0, 300) }),
    asResponse: true,
  })
  if (response.status !== 200) {
    if (response.status >= 500) throw new Error('the sign-in library failed', { cause: await response.text() })
    return null
  }
  const { user } = (await response.json()) as { user: Omit<Person, 'confirmed'> & { readonly emailVerified: boolean } }
  const person: Person = { id: user.id, name: user.name, email: user.email, confirmed: user.emailVerified }
  const outdated = await outdatedHash(house, person)
  // It can wait for the next sign-in.
  const renewed = outdated && (await house.hashing.hash(attempt.passphrase, network).catch(nullIfBusy))
  await house.db.write(async (tx) => {
    if (attempt.formerToken) await endSession(tx, attempt.formerToken)
    await tidySessions(tx, person.id, instant(house.clock))
    if (renewed) await renewPassphraseHash(tx, person.id, outdated, renewed)
    const detail = renewed ? { passphraseHash: 'renewed' } : {}
    await audit(tx, { actor: { kind: 'person', ...person }, clock: house.clock }, lineAbout(person, 'person.signed-in', detail))
  })
  return { person, cookies: response.headers.getSetCookie() }
}

/** The hash of a person's passphrase, when it would be made differently today. */
async function outdatedHash(house: House, person: Person): Promise<string | null> {
  const hash = await passphraseHash(house.db.read, person.id)
  return hash !== null && house.hashing.isOutdated(hash) ? hash : null
}

/** Ends one session. Nothing happens when it had ended already. */
export async function signOut(house: House, token: string, person: Person): Promise<void> {
  await house.db.write(async (tx) => {
    await endSession(tx, token)
    await audit(tx, { actor: { kind: 'person', ...person }, clock: house.clock }, lineAbout(person, 'person.signed-out'))
  })
}
