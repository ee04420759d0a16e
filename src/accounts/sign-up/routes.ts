import { networkOf, newId, type Routes } from '../../platform/index.ts'
import { rememberEmail } from '../cookies.ts'
import { anyone } from '../guards.ts'
import { type House, wordsIfTooMany } from '../house.ts'
import { paths } from '../paths.ts'
import { localPath } from '../rules.ts'
import { LIMITS, perNetwork } from '../throttle.ts'
import { signUp } from './actions.ts'
import { readSignUp, SIGN_UP_FIELDS } from './forms.ts'
import { signUpPage } from './pages.tsx'

export function addSignUp(routes: Routes, house: House): void {
  routes.get(paths.signUp.pattern, anyone, (visit, c) => {
    const next = localPath(c.req.query('next') ?? '')
    if (visit.person) return visit.go(next ?? paths.start.to())
    return visit.show(signUpPage({ id: newId(), name: '', email: '', next, errors: {} }))
  })

  routes.post(paths.signUp.pattern, anyone, SIGN_UP_FIELDS, async (visit, form, c) => {
    const next = localPath(form.get('next'))
    const given = { id: form.get('id'), name: form.get('name').slice(0, 200), email: form.get('email').slice(0, 300), next }
    const network = networkOf(visit.address())
    const wait = await wordsIfTooMany(c, house.throttle.attemptAll(perNetwork(LIMITS.signUpFromAddress, visit.address())))
    if (wait) return visit.show(signUpPage({ ...given, errors: { name: wait } }), 429)
    const read = await readSignUp(form, network)
    if (!read.ok) return visit.show(signUpPage({ ...given, errors: read.errors }), 422)
    await signUp(house, { ...read.value, id: given.id, network })
    visit.logSecurity('sign-up.sent', { email: read.value.email })
    rememberEmail(c, read.value.email, house.secure)
    return visit.go(paths.signIn.to({}, { next }), 'Thank you. Now sign in with the passphrase you have just chosen.')
  })
}
