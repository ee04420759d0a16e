import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import { CHOICE, type FormFields, networkOf, type Routes, type Visit } from '../../platform/index.ts'
import { weaknessWords } from '../content.ts'
import { carriedLink, carryLink, dropLink, rememberEmail, rememberedEmail } from '../cookies.ts'
import { emailAddress, LINK_FIELD, LONGEST, readFields } from '../forms.ts'
import { anyone } from '../guards.ts'
import { type House, wordsIfTooMany } from '../house.ts'
import { rememberDevice } from '../known-device.ts'
import { isPossibleLink } from '../mailed-links.ts'
import { MAX_CHARACTERS, weaknessOf } from '../passphrase.ts'
import { paths } from '../paths.ts'
import { clearSessionCookie } from '../session.ts'
import { accountByEmail } from '../store.ts'
import { LIMITS, perNetwork } from '../throttle.ts'
import { chooseNewPassphrase, ownerOfLink, sendLink } from './actions.ts'
import { forgottenPage, linkSentPage, linkTooOldPage, newPassphrasePage } from './pages.tsx'

const fields = z.object({ email: emailAddress })

const NEW_PASSPHRASE_FIELDS: FormFields = { [LINK_FIELD]: CHOICE, username: LONGEST.email, passphrase: MAX_CHARACTERS }

export function addForgotten(routes: Routes, house: House): void {
  /**
   * A link that opens nothing. Those that could be guesses are counted for the network they come from, though a link has 256 bits
   * and nobody finds one; a right one always works, however many have been tried.
   */
  async function refuseLink(visit: Visit, c: HonoContext, token: string): Promise<Response> {
    if (!isPossibleLink(token)) return visit.show(linkTooOldPage(), 404)
    visit.logSecurity('passphrase.link-refused')
    const wait = await wordsIfTooMany(c, house.throttle.attemptAll(perNetwork(LIMITS.wrongLinks, visit.address())))
    return visit.show(linkTooOldPage(), wait ? 429 : 404)
  }

  routes.get(paths.forgotten.pattern, anyone, async (visit, c) => {
    const email = rememberedEmail(c, house.secure)
    // The link was asked for a moment ago: a page of its own, so that loading it again sends nothing.
    if (c.req.query('sent') && email) {
      const outbox = await house.outboxOpen(c)
      return visit.show(linkSentPage({ email, mailed: house.mail.isSetUp, outbox }))
    }
    return visit.show(forgottenPage({ email, errors: {} }))
  })

  routes.post(paths.forgotten.pattern, anyone, { email: LONGEST.email }, async (visit, form, c) => {
    const email = form.get('email').slice(0, 300)
    const read = readFields(form, fields)
    if (!read.ok) return visit.show(forgottenPage({ email, errors: read.errors }), 422)
    const wait = await wordsIfTooMany(c, house.throttle.attemptAll(perNetwork(LIMITS.forgottenFromAddress, visit.address())))
    if (wait) return visit.show(forgottenPage({ email, errors: { email: wait } }), 429)
    visit.logSecurity('passphrase.link-requested', { email: read.value.email })
    if (await house.throttle.allows(LIMITS.forgottenMailTo, read.value.email)) sendLink(house, read.value.email)
    else visit.logSecurity('throttled', { email: read.value.email })
    rememberEmail(c, read.value.email, house.secure)
    return visit.go(paths.forgotten.to({}, { sent: 'yes' }))
  })

  routes.get(paths.reset.pattern, anyone, async (visit, c) => {
    const opened = c.req.query('token')
    if (opened !== undefined) {
      carryLink(c, 'new-passphrase', opened, house.secure)
      return visit.go(paths.reset.to())
    }
    const token = carriedLink(c, 'new-passphrase', house.secure)
    const owner = await ownerOfLink(house, token)
    if (!owner) return refuseLink(visit, c, token)
    return visit.show(newPassphrasePage({ token, email: owner.email, errors: {} }))
  })

  routes.post(paths.reset.pattern, anyone, NEW_PASSPHRASE_FIELDS, async (visit, form, c) => {
    const token = form.get(LINK_FIELD)
    const passphrase = form.get('passphrase')
    const owner = await ownerOfLink(house, token)
    if (!owner) return refuseLink(visit, c, token)
    const network = networkOf(visit.address())
    const wait = await wordsIfTooMany(c, house.throttle.attempt(LIMITS.newPassphrase, network))
    if (wait) return visit.show(newPassphrasePage({ token, email: owner.email, errors: { passphrase: wait } }), 429)
    const weakness = await weaknessOf(passphrase, [owner.name, owner.email], network)
    if (weakness) {
      const errors = { passphrase: weaknessWords(weakness) }
      return visit.show(newPassphrasePage({ token, email: owner.email, errors }), 422)
    }
    if (!(await chooseNewPassphrase(house, token, passphrase, network))) return visit.show(linkTooOldPage(), 404)
    dropLink(c, 'new-passphrase', house.secure)
    visit.logSecurity('passphrase.reset', { person: owner.id })
    // Whoever has the link is the owner, and is never kept out of this browser by a stranger's guesses.
    const account = await accountByEmail(house.db.read, owner.email)
    if (account) rememberDevice(c, account, house)
    // Their session here has ended with the others, which should not come as news on the next page.
    if (!visit.person || visit.person.id === owner.id) clearSessionCookie(c, house.secure)
    rememberEmail(c, owner.email, house.secure)
    return visit.go(paths.signIn.to(), 'Your new passphrase is in place. Sign in with it.')
  })
}
