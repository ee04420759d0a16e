import type { Context as HonoContext } from 'hono'
import { contentDisposition, type Form, jsonFile, ownedBy, type Routes, streamed } from '../../platform/index.ts'
import { isPassphraseOf } from '../account/actions.ts'
import { clearSiteData } from '../clear-site-data.ts'
import { WRONG_PASSPHRASE } from '../content.ts'
import { forgetEmail } from '../cookies.ts'
import type { Errors } from '../forms.ts'
import { anyone, type PersonVisit, signedIn } from '../guards.ts'
import { countGuess } from '../guesses.ts'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import { clearSessionCookie } from '../session.ts'
import { closeAccount, erasedAmong } from './actions.ts'
import { heldAbout } from './download.ts'
import { CLOSING_FIELDS, type ClosingField, closingErrors, nameField } from './forms.ts'
import { closePage, goodbyePage } from './pages.tsx'
import { sameIds } from './rules.ts'
import { affectedBy } from './store.ts'

/** What is held about a person, and closing their account. */
export function addClosing(routes: Routes, house: House): void {
  async function show(
    visit: PersonVisit,
    given: { form?: Form; errors?: Errors<ClosingField>; changed?: boolean } = {},
    status: 200 | 409 | 422 | 429 = 200,
  ): Promise<Response> {
    const affected = await affectedBy(visit.db.read, visit.person.id)
    const organisations = await Promise.all(
      affected.map(async (each) => {
        const { id } = each.organisation
        const holds = each.fate === 'erased' ? ((await house.holdings?.of(ownedBy(visit.db.read, id))) ?? []) : []
        return { ...each, holds, typed: given.form?.get(nameField(id)).slice(0, 300) ?? '' }
      }),
    )
    return visit.show(
      closePage({ email: visit.person.email, organisations, errors: given.errors ?? {}, changed: given.changed ?? false }),
      status,
    )
  }

  routes.get(paths.accountData.pattern, signedIn, async (visit, c) => {
    const held = await heldAbout(visit, visit.person, house.holdings)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': contentDisposition('attachment', 'What Mentormark holds about you.json'),
      'cache-control': 'private, no-store',
    }
    return streamed(c, jsonFile(held), headers, visit.log, visit.person.id)
  })

  routes.get(paths.closeAccount.pattern, signedIn, (visit) => show(visit))

  routes.post(paths.closeAccount.pattern, signedIn, CLOSING_FIELDS, async (visit, form, c) => {
    const { person } = visit
    const affected = await affectedBy(visit.db.read, person.id)
    const agreed = form.all('erase')
    // What the page said would go must be what goes now: in another window things may have moved on.
    if (!sameIds(agreed, erasedAmong(affected))) return show(visit, { form, changed: true }, 409)
    const errors = closingErrors(form, affected)
    if (Object.keys(errors).length > 0) return show(visit, { form, errors }, 422)
    const guess = await countGuess(house, visit, c, person.email)
    if (guess.tooMany) return show(visit, { form, errors: { passphraseCheck: guess.tooMany } }, 429)
    if (!(await guess.judged(() => isPassphraseOf(house, person, form.get('passphraseCheck'))))) {
      visit.logSecurity('passphrase.refused')
      return show(visit, { form, errors: { passphraseCheck: WRONG_PASSPHRASE } }, 422)
    }
    await guess.wasRight()
    const closed = await closeAccount(visit, person, agreed)
    if (!closed.ok) return show(visit, { form, changed: true }, 409)
    visit.logSecurity('account.closed')
    forgetThemHere(c, house.secure)
    clearSiteData(c, form)
    return visit.go(paths.goodbye.to())
  })

  routes.get(paths.goodbye.pattern, anyone, (visit) =>
    // Somebody who is signed in has nothing to be seen off from.
    visit.person ? visit.go(paths.start.to()) : visit.show(goodbyePage()),
  )
}

function forgetThemHere(c: HonoContext, secure: boolean): void {
  clearSessionCookie(c, secure)
  forgetEmail(c, secure)
}
