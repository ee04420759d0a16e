import type { Context as HonoContext } from 'hono'
import type { Visit } from '../../platform/index.ts'
import { rememberEmail } from '../cookies.ts'
import { countGuess } from '../guesses.ts'
import type { House } from '../house.ts'
import { nullIfBusy } from '../in-turn.ts'
import { rememberDevice } from '../known-device.ts'
import { paths } from '../paths.ts'
import { signIn } from '../sign-in/actions.ts'
import { attemptOf, letIn } from '../sign-in/let-in.ts'
import { accountByEmail } from '../store.ts'

export interface GoingIn {
  /** Normalised. */
  readonly email: string
  readonly passphrase: string
  /** Where to go then: an address on this site. */
  readonly next: string | null
}

const WELCOME = 'Welcome. Your account is ready, and you are signed in.'
/** Where there is no room for one more passphrase to be hashed just now. */
const ONLY_READY = 'Your account is ready. Sign in with the passphrase you have just chosen.'

/** Signs somebody in whose account was made a moment ago, with this passphrase. */
export async function goIn(house: House, visit: Visit, c: HonoContext, given: GoingIn): Promise<Response> {
  const signedIn = await signIn(house, attemptOf(house, visit, c, given)).catch(nullIfBusy)
  if (!signedIn) {
    visit.logSecurity('sign-up.finished', { email: given.email })
    rememberEmail(c, given.email, house.secure)
    return visit.go(paths.signIn.to({}, { next: given.next }), ONLY_READY)
  }
  const account = await accountByEmail(house.db.read, given.email)
  if (account) rememberDevice(c, account, house)
  letIn(house, visit, c, signedIn)
  visit.logSecurity('sign-up.finished')
  return visit.go(given.next ?? paths.start.to(), WELCOME)
}

/**
 * The same for a form that was sent before, or whose first answer never arrived: the account is there already, and may have another
 * owner by now. So the passphrase is a guess, counted as any other.
 * @returns what to say when there were too many; null when it is not the passphrase of that account
 */
export async function goInAgain(
  house: House,
  visit: Visit,
  c: HonoContext,
  given: GoingIn,
): Promise<Response | { readonly tooMany: string } | null> {
  const guess = await countGuess(house, visit, c, given.email)
  if (guess.tooMany) return { tooMany: guess.tooMany }
  const signedIn = await guess.judged(() => signIn(house, attemptOf(house, visit, c, given)))
  if (!signedIn) {
    visit.logSecurity('sign-in.refused', { person: guess.personId, email: given.email })
    return null
  }
  await guess.wasRight()
  letIn(house, visit, c, signedIn)
  return visit.go(given.next ?? paths.start.to(), WELCOME)
}
