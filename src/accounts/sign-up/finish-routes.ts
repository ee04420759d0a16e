import type { Context as HonoContext } from 'hono'
import { networkOf, type Routes } from '../../platform/index.ts'
import { carriedLink, carryLink, dropLink, rememberEmail } from '../cookies.ts'
import { type Errors, LINK_FIELD } from '../forms.ts'
import { anyone, type OpenVisit } from '../guards.ts'
import { type House, wordsIfTooMany } from '../house.ts'
import { isPossibleLink } from '../mailed-links.ts'
import { paths } from '../paths.ts'
import { LIMITS, perNetwork } from '../throttle.ts'
import { findSignUpLink, finishSignUp } from './actions.ts'
import { FINISH_FIELDS, readFinish } from './forms.ts'
import { goIn, goInAgain } from './going-in.ts'
import type { SignUpLink } from './links.ts'
import { finishPage, linkTooOldPage, linkUsedPage, noSuchLinkPage } from './pages.tsx'

const PURPOSE = 'sign-up'

/** What a link to sign up leads to. */
export function addFinishSignUp(routes: Routes, house: House): void {
  /** A link that works no more says what to do instead. */
  async function refuse(visit: OpenVisit, c: HonoContext, link: SignUpLink | null, token: string): Promise<Response> {
    if (link?.state === 'too-old') return visit.show(linkTooOldPage(link), 404)
    if (link) {
      if (visit.person?.email === link.email) return visit.go(paths.start.to())
      rememberEmail(c, link.email, house.secure)
      return visit.show(linkUsedPage(link), 404)
    }
    if (!isPossibleLink(token)) return visit.show(noSuchLinkPage(), 404)
    visit.logSecurity('sign-up.link-refused')
    const wait = await wordsIfTooMany(c, house.throttle.attemptAll(perNetwork(LIMITS.wrongLinks, visit.address())))
    return visit.show(noSuchLinkPage(), wait ? 429 : 404)
  }

  // Changes nothing: scanners of mail open links too.
  routes.get(paths.finishSignUp.pattern, anyone, async (visit, c) => {
    const opened = c.req.query('token')
    if (opened !== undefined) {
      carryLink(c, PURPOSE, opened, house.secure)
      return visit.go(paths.finishSignUp.to())
    }
    const token = carriedLink(c, PURPOSE, house.secure)
    const link = await findSignUpLink(house, token)
    if (link?.state !== 'works') return refuse(visit, c, link, token)
    return visit.show(finishPage({ token, email: link.email, name: '', signedInAs: visit.person?.name ?? null, errors: {} }))
  })

  routes.post(paths.finishSignUp.pattern, anyone, FINISH_FIELDS, async (visit, form, c) => {
    const token = form.get(LINK_FIELD)
    const link = await findSignUpLink(house, token)
    if (!link || link.state === 'too-old') return refuse(visit, c, link, token)
    const { email, next } = link
    const goingIn = { email, next, passphrase: form.get('passphrase') }
    const again = (errors: Errors<'name' | 'passphrase'>, status: 422 | 429) => {
      const name = form.get('name').slice(0, 200)
      return visit.show(finishPage({ token, email, name, signedInAs: visit.person?.name ?? null, errors }), status)
    }

    /** The same form twice: whoever sends it is let in if it is theirs. */
    const sentAgain = async () => {
      const gone = goingIn.passphrase === '' ? null : await goInAgain(house, visit, c, goingIn)
      if (gone instanceof Response) return gone
      return gone ? again({ passphrase: gone.tooMany }, 429) : refuse(visit, c, { ...link, state: 'used' }, token)
    }
    if (link.state === 'used') return sentAgain()

    const network = networkOf(visit.address())
    const wait = await wordsIfTooMany(c, house.throttle.attempt(LIMITS.newPassphrase, network))
    if (wait) return again({ passphrase: wait }, 429)
    const read = await readFinish(form, email, network)
    if (!read.ok) return again(read.errors, 422)
    if (!(await finishSignUp(house, token, { ...read.value, network }))) return sentAgain()
    dropLink(c, PURPOSE, house.secure)
    return goIn(house, visit, c, goingIn)
  })
}
