import type { Context as HonoContext } from 'hono'
import { NO_FIELDS, Problem, type Routes, visitOf } from '../../platform/index.ts'
import { forgetEmail, rememberedEmail } from '../cookies.ts'
import { anyone, anyoneAtAll, nowKnownAs, whoAsks } from '../guards.ts'
import { type House, wordsIfTooMany } from '../house.ts'
import { paths } from '../paths.ts'
import { LONGEST_ADDRESS, localPath } from '../rules.ts'
import { carriesSession, clearSessionCookie, sessionToken } from '../session.ts'
import { LIMITS, networkOf } from '../throttle.ts'
import { signIn, signOut } from './actions.ts'
import { readSignIn, SIGN_IN_FIELDS } from './forms.ts'
import { KEPT_FIELD, keep, readKept, writeKept } from './kept.ts'
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
    }
    const read = readSignIn(form)
    if (!read.ok) return visit.show(signInPage({ ...given, errors: read.errors }), 422)

    const network = networkOf(visit.address())
    const { email } = read.value
    const tries = house.throttle
      .attempt(LIMITS.signIn, network, email)
      .then(() => house.throttle.attempt(LIMITS.signInFromAddress, network))
    const wait = await wordsIfTooMany(c, tries)
    if (wait) return visit.show(signInPage({ ...given, errors: { email: wait } }), 429)

    const signedIn = await signIn(house, {
      ...read.value,
      formerToken: sessionToken(c, house.secret, house.secure),
      address: visit.address(),
      userAgent: c.req.header('user-agent') ?? '',
    })
    if (!signedIn) return visit.show(signInPage({ ...given, errors: { email: NOT_RIGHT } }), 422)

    await house.throttle.clear(LIMITS.signIn, network, email)
    await house.throttle.giveBack(LIMITS.signInFromAddress, network)
    for (const cookie of signedIn.cookies) c.header('set-cookie', cookie, { append: true })
    forgetEmail(c, house.secure)
    nowKnownAs(c, signedIn.person)
    return kept ? visit.show(wordsStillHerePage(kept)) : visit.go(given.next ?? paths.start.to())
  })

  // For anyone: someone whose session has ended meanwhile gets what they asked for as well.
  routes.post(paths.signOut.pattern, anyoneAtAll, NO_FIELDS, async (visit, _form, c) => {
    const token = sessionToken(c, house.secret, house.secure)
    clearSessionCookie(c, house.secure)
    if (token) {
      try {
        const person = await whoAsks(c)
        if (person) await signOut(house, token, person)
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
