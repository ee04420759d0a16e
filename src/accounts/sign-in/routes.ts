import type { Context as HonoContext } from 'hono'
import { type Form, Problem, type Routes, visitOf } from '../../platform/index.ts'
import { clearSiteData } from '../clear-site-data.ts'
import { rememberedEmail } from '../cookies.ts'
import { anyone, anyoneAtAll, whoAsks } from '../guards.ts'
import { countGuess } from '../guesses.ts'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import { LONGEST_ADDRESS, localPath } from '../rules.ts'
import { carriesSession, clearSessionCookie, sessionToken } from '../session.ts'
import { signIn, signOut } from './actions.ts'
import { readSignIn, SIGN_IN_FIELDS, SIGN_OUT_FIELDS } from './forms.ts'
import { KEPT_FIELD, keep, readKept, writeKept } from './kept.ts'
import { attemptOf, letIn } from './let-in.ts'
import { signInPage, wordsStillHerePage } from './pages.tsx'

export function addSignIn(routes: Routes, house: House): void {
  routes.get(paths.signIn.pattern, anyone, (visit, c) => {
    const next = localPath(c.req.query('next') ?? '')
    if (visit.person) return visit.go(next ?? paths.start.to())
    const signedOut = carriesSession(c, house.secure)
    return visit.show(signInPage({ email: rememberedEmail(c, house.secure), next, kept: null, signedOut, errors: {} }))
  })

  routes.post(paths.signIn.pattern, anyone, SIGN_IN_FIELDS, async (visit, form, c) => {
    const kept = readKept(form.get(KEPT_FIELD))
    const given = {
      email: form.get('email').slice(0, 300),
      next: localPath(form.get('next')),
      kept: kept && form.get(KEPT_FIELD),
      ofSomebodyElse: kept !== null && visit.person !== null && !visit.isPageOf(kept.page, visit.person.id),
    }
    const read = readSignIn(form)
    if (!read.ok) return visit.show(signInPage({ ...given, errors: read.errors }), 422)

    const { email } = read.value
    const guess = await countGuess(house, visit, c, email)
    if (guess.tooMany) return visit.show(signInPage({ ...given, mayUseLink: true, errors: { email: guess.tooMany } }), 429)

    const signedIn = await guess.judged(() => signIn(house, attemptOf(house, visit, c, read.value)))
    if (!signedIn) {
      visit.logSecurity('sign-in.refused', { person: guess.personId, email })
      return visit.show(signInPage({ ...given, errors: { email: NOT_RIGHT } }), 422)
    }

    await guess.wasRight()
    letIn(house, visit, c, signedIn)
    if (!kept) return visit.go(given.next ?? paths.start.to())
    return visit.isPageOf(kept.page, signedIn.person.id)
      ? visit.show(wordsStillHerePage(kept))
      : visit.show(signInPage({ ...given, email: '', ofSomebodyElse: true, errors: {} }), 403)
  })

  // For anyone: someone whose session has ended meanwhile gets what they asked for as well.
  routes.post(paths.signOut.pattern, anyoneAtAll, SIGN_OUT_FIELDS, async (visit, form, c) => {
    const token = sessionToken(c, house.secret, house.secure)
    clearSessionCookie(c, house.secure)
    clearSiteData(c, form)
    if (token) {
      try {
        const person = await whoAsks(c)
        if (person) await signOut(house, token, person)
        if (person) visit.logSecurity('signed-out')
      } catch (error) {
        // The cookie goes all the same: whoever leaves a shared computer must not stay signed in on it.
        house.log.error({ err: error }, 'a session was not ended')
        return visit.go(paths.signIn.to(), ONLY_HERE)
      }
    }
    return visit.go(paths.signIn.to(), 'You are signed out.')
  })
}

/** A copy of the cookie, if anybody had made one, would still open the session. */
const ONLY_HERE =
  'You are signed out of this browser, but something went wrong on our side and we could not end the session itself. Next time you sign in, sign out of it under “Your account”.'
const NOT_RIGHT = 'The e-mail address or the passphrase is not right. Check both and try again'

/**
 * Asks whoever made this request to sign in. Somebody going to a page comes back to it. Somebody whose session ended while
 * they were writing keeps every word: it travels inside the sign-in form, and can be saved once they are back.
 */
export async function askToSignIn(c: HonoContext, { secure }: House): Promise<Response> {
  const visit = visitOf(c)
  const url = new URL(c.req.url)
  const asked = `${url.pathname}${url.search}`
  const address = asked.length > LONGEST_ADDRESS ? url.pathname : asked
  if (c.req.header('accept')?.startsWith('application/json'))
    return c.json({ problem: 'signed-out', message: 'You have been signed out. Sign in again to save this.' }, 401)
  if (c.req.method !== 'POST') return visit.go(paths.signIn.to({}, { next: address }))

  const form = await visit.readForm('drop')
  const kept = writeKept(keep(address, form))
  // More than a form can carry: the problem's page shows it to be copied.
  if (kept === null) throw new Problem('too-large', { form })
  return visit.show(signInPage({ email: rememberedEmail(c, secure), next: null, kept, errors: {} }), 401)
}

/**
 * What somebody wrote who was signed in here before, and was sent by whoever is now: it is not shown, and waits in the form until
 * its writer signs in. Null when it is more than a form can carry.
 */
export function askWriterToSignIn(c: HonoContext, form: Form): Response | Promise<Response> | null {
  const url = new URL(c.req.url)
  const kept = writeKept(keep(`${url.pathname}${url.search}`, form))
  if (kept === null) return null
  return visitOf(c).show(signInPage({ email: '', next: null, kept, ofSomebodyElse: true, errors: {} }), 403)
}
