import type { Context as HonoContext } from 'hono'
import { CHOICE, type FormFields, type Routes } from '../../platform/index.ts'
import { isPassphraseOf } from '../account/actions.ts'
import { WRONG_PASSPHRASE } from '../content.ts'
import { carriedLink, carryLink, dropLink, rememberEmail } from '../cookies.ts'
import { LINK_FIELD, LONGEST } from '../forms.ts'
import { anyone, type OpenVisit } from '../guards.ts'
import { countGuess } from '../guesses.ts'
import type { House } from '../house.ts'
import { MAX_CHARACTERS } from '../passphrase.ts'
import { paths } from '../paths.ts'
import type { Person } from '../session.ts'
import { confirmAddress, ownerOfConfirmLink } from './actions.ts'
import { confirmedPage, confirmLinkTooOldPage, confirmPage } from './pages.tsx'

const PURPOSE = 'confirm-address'
const FIELDS: FormFields = { [LINK_FIELD]: CHOICE, username: LONGEST.email, passphrase: MAX_CHARACTERS }

export function addConfirming(routes: Routes, house: House): void {
  const noLonger = (visit: OpenVisit) => visit.show(confirmLinkTooOldPage({ signedIn: visit.person !== null }), 404)

  // Changes nothing: scanners of mail open links too.
  routes.get(paths.confirmAddress.pattern, anyone, async (visit, c) => {
    const opened = c.req.query('token')
    if (opened !== undefined) {
      carryLink(c, PURPOSE, opened, house.secure)
      return visit.go(paths.confirmAddress.to())
    }
    const token = carriedLink(c, PURPOSE, house.secure)
    const owner = await ownerOfConfirmLink(house, token)
    if (owner) return visit.show(confirmPage({ token, email: owner.email, signedIn: visit.person?.id === owner.id, errors: {} }))
    return visit.person?.confirmed ? visit.show(confirmedPage(visit.person.email)) : noLonger(visit)
  })

  routes.post(paths.confirmAddress.pattern, anyone, FIELDS, async (visit, form, c) => {
    const token = form.get(LINK_FIELD)
    const owner = await ownerOfConfirmLink(house, token)
    if (!owner) return noLonger(visit)
    const signedIn = visit.person?.id === owner.id
    const refused = signedIn ? null : await refusal(visit, c, owner, form.get('passphrase'))
    if (refused) {
      const page = confirmPage({ token, email: owner.email, signedIn, errors: { passphrase: refused.words } })
      return visit.show(page, refused.status)
    }
    if (!(await confirmAddress(house, token))) return noLonger(visit)
    dropLink(c, PURPOSE, house.secure)
    if (signedIn) return visit.go(paths.start.to(), 'Your e-mail address is confirmed.')
    rememberEmail(c, owner.email, house.secure)
    return visit.go(visit.person ? paths.start.to() : paths.signIn.to(), `The address ${owner.email} is confirmed.`)
  })

  /**
   * Whoever reads the mail may not be who signed up. Only somebody who also has the passphrase confirms the account: otherwise a
   * stranger who signed up with a colleague's address would be let in as soon as the colleague pressed the button.
   */
  async function refusal(visit: OpenVisit, c: HonoContext, owner: Person, passphrase: string) {
    if (passphrase === '') return { words: 'Enter your passphrase', status: 422 } as const
    const guess = await countGuess(house, visit, c, owner.email)
    if (guess.tooMany) return { words: guess.tooMany, status: 429 } as const
    if (!(await guess.judged(() => isPassphraseOf(house, owner, passphrase)))) {
      visit.logSecurity('passphrase.refused', { person: owner.id })
      return { words: WRONG_PASSPHRASE, status: 422 } as const
    }
    await guess.wasRight()
    return null
  }
}
