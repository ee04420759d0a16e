import { audit, instant } from '../../platform/index.ts'
import { type House, lineAbout } from '../house.ts'
import { normalisePassphrase } from '../passphrase.ts'
import type { Person } from '../session.ts'
import { endSession, tidySessions } from '../store.ts'

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

/** Null when the address is unknown or the passphrase wrong: which of them is not said, and takes the same time. */
export async function signIn(house: House, attempt: SignInAttempt): Promise<SignedIn | null> {
  const password = normalisePassphrase(attempt.passphrase)
  if (password === null) return null
  const auth = await house.auth()
  const response = await auth.api.signInEmail({
    body: { email: attempt.email, password },
    headers: new Headers({ 'x-forwarded-for': attempt.address, 'user-agent': attempt.userAgent.slice(0, 300) }),
    asResponse: true,
  })
  if (response.status !== 200) {
    if (response.status >= 500) throw new Error('the sign-in library failed', { cause: await response.text() })
    house.log.info('sign-in refused')
    return null
  }
  const { user } = (await response.json()) as { user: Omit<Person, 'confirmed'> & { readonly emailVerified: boolean } }
  const person: Person = { id: user.id, name: user.name, email: user.email, confirmed: user.emailVerified }
  await house.db.write(async (tx) => {
    if (attempt.formerToken) await endSession(tx, attempt.formerToken)
    await tidySessions(tx, person.id, instant(house.clock))
    await audit(tx, { actor: { kind: 'person', ...person }, clock: house.clock }, lineAbout(person, 'person.signed-in'))
  })
  return { person, cookies: response.headers.getSetCookie() }
}

/** Ends one session. Nothing happens when it had ended already. */
export async function signOut(house: House, token: string, person: Person): Promise<void> {
  await house.db.write(async (tx) => {
    await endSession(tx, token)
    await audit(tx, { actor: { kind: 'person', ...person }, clock: house.clock }, lineAbout(person, 'person.signed-out'))
  })
}
