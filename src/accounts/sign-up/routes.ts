import type { Context as HonoContext } from 'hono'
import { type Form, networkOf, newId, type Routes } from '../../platform/index.ts'
import { tooManySignUpsWords } from '../content.ts'
import { rememberEmail, rememberedEmail } from '../cookies.ts'
import type { Errors } from '../forms.ts'
import { anyone, type OpenVisit } from '../guards.ts'
import { type House, wordsIfTooMany } from '../house.ts'
import { paths } from '../paths.ts'
import { localPath } from '../rules.ts'
import { LIMITS, perNetwork } from '../throttle.ts'
import { sendSignUpLink, signUp } from './actions.ts'
import { readAddress, readSignUp, SIGN_UP_FIELDS, type SignUp } from './forms.ts'
import { goIn, goInAgain } from './going-in.ts'
import { askAddressPage, linkSentPage, signUpPage } from './pages.tsx'
import { signUpWay } from './rules.ts'

export function addSignUp(routes: Routes, house: House): void {
  const byLink = signUpWay({ mailIsSetUp: house.mail.isSetUp }) === 'by-link'

  routes.get(paths.signUp.pattern, anyone, (visit, c) => {
    const next = localPath(c.req.query('next') ?? '')
    if (visit.person) return visit.go(next ?? paths.start.to())
    if (!byLink) return visit.show(signUpPage({ id: newId(), name: '', email: '', next, known: false, errors: {} }))
    const email = rememberedEmail(c, house.secure)
    // The link was asked for a moment ago: a page of its own, so that loading it again sends nothing.
    if (c.req.query('sent') && email) return visit.show(linkSentPage({ email, next }))
    return visit.show(askAddressPage({ email, next, errors: {} }))
  })

  routes.post(paths.signUp.pattern, anyone, SIGN_UP_FIELDS, async (visit, form, c) => {
    const wait = await wordsIfTooMany(c, house.throttle.attemptAll(perNetwork(LIMITS.signUpFromAddress, visit.address())))
    return byLink ? sendLink(visit, form, c, wait) : signUpAtOnce(visit, form, c, wait)
  })

  /** Whatever the address, the visitor gets the same answer, after the same work. */
  async function sendLink(visit: OpenVisit, form: Form, c: HonoContext, wait: string | null): Promise<Response> {
    const given = { email: form.get('email').slice(0, 300), next: localPath(form.get('next')) }
    if (wait) return visit.show(askAddressPage({ ...given, errors: { email: wait } }), 429)
    const read = readAddress(form)
    if (!read.ok) return visit.show(askAddressPage({ ...given, errors: read.errors }), 422)
    const { email } = read.value
    const everybody = await wordsIfTooMany(c, house.throttle.attempt(LIMITS.signUpMail), tooManySignUpsWords)
    if (everybody) return visit.show(askAddressPage({ ...given, errors: { email: everybody } }), 429)
    visit.logSecurity('sign-up.sent', { email })
    const { throttle } = house
    if ((await throttle.allows(LIMITS.signUpMailTo, email)) && (await throttle.allows(LIMITS.signUpMailDaily, email)))
      sendSignUpLink(house, email, given.next)
    else visit.logSecurity('throttled', { email })
    rememberEmail(c, email, house.secure)
    return visit.go(paths.signUp.to({}, { sent: 'yes', next: given.next }))
  }

  /** Where nothing can be mailed. An address that has an account is told so, since there is no other way to tell its owner. */
  async function signUpAtOnce(visit: OpenVisit, form: Form, c: HonoContext, wait: string | null): Promise<Response> {
    const given = {
      id: form.get('id'),
      name: form.get('name').slice(0, 200),
      email: form.get('email').slice(0, 300),
      next: localPath(form.get('next')),
    }
    const again = (errors: Errors<keyof SignUp>, status: 422 | 429, known = false) =>
      visit.show(signUpPage({ ...given, known, errors }), status)
    if (wait) return again({ name: wait }, 429)
    const network = networkOf(visit.address())
    const read = await readSignUp(form, network)
    if (!read.ok) return again(read.errors, 422)
    const { email, passphrase } = read.value
    visit.logSecurity('sign-up.sent', { email })
    const came = await signUp(house, { ...read.value, id: given.id, network })
    const goingIn = { email, passphrase, next: given.next }
    if (came === 'new') return goIn(house, visit, c, goingIn)
    const gone = came === 'again' ? await goInAgain(house, visit, c, goingIn) : null
    if (gone instanceof Response) return gone
    if (gone) return again({ email: gone.tooMany }, 429)
    visit.logSecurity('sign-up.known', { email })
    rememberEmail(c, email, house.secure)
    return again({ email: KNOWN }, 422, true)
  }
}

const KNOWN = 'There is an account with this e-mail address already. Sign in, or use another address'
