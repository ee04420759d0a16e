import type { Context as HonoContext } from 'hono'
import { instant, type Routes } from '../../platform/index.ts'
import { confirmRequest, sendConfirmLink } from '../confirming/actions.ts'
import { tooManyLinksWords, WRONG_PASSPHRASE } from '../content.ts'
import { rememberEmail } from '../cookies.ts'
import type { Errors } from '../forms.ts'
import { type PersonVisit, signedIn } from '../guards.ts'
import { countGuess } from '../guesses.ts'
import { type House, wordsIfTooMany } from '../house.ts'
import { nullIfBusy } from '../in-turn.ts'
import { paths } from '../paths.ts'
import { localPath } from '../rules.ts'
import { clearSessionCookie, sessionOf, sessionToken } from '../session.ts'
import { signIn } from '../sign-in/actions.ts'
import { membershipsOf, sessionsOf } from '../store.ts'
import { LIMITS } from '../throttle.ts'
import { changePassphrase, isPassphraseOf, rename, signOutOf } from './actions.ts'
import {
  type AccountField,
  ADDRESS_FIELDS,
  NAME_FIELDS,
  PASSPHRASE_FIELDS,
  readName,
  readPassphraseChange,
  readSessionsToEnd,
  SESSIONS_FIELDS,
} from './forms.ts'
import { accountPage, CHANGE_PASSPHRASE } from './pages.tsx'

export function addAccount(routes: Routes, house: House): void {
  /** The page as it stands, or with what has just been typed into one of its forms. */
  async function show(
    visit: PersonVisit,
    c: HonoContext,
    given: { errors?: Errors<AccountField>; name?: string; ticked?: readonly string[] } = {},
    status: 200 | 422 | 429 = 200,
  ): Promise<Response> {
    const thisSession = await currentSession(c)
    const sessions = await sessionsOf(visit.db.read, visit.person.id, instant(visit.clock))
    return visit.show(
      accountPage({
        name: given.name ?? visit.person.name,
        email: visit.person.email,
        confirmed: visit.person.confirmed,
        confirm: await confirmRequest(visit, visit.person),
        memberships: await membershipsOf(visit.db.read, visit.person.id),
        sessions: [...sessions].sort((one, other) => Number(other.id === thisSession) - Number(one.id === thisSession)),
        thisSession,
        tickedSessions: given.ticked ?? [],
        errors: given.errors ?? {},
      }),
      status,
    )
  }

  async function currentSession(c: HonoContext): Promise<string> {
    const token = sessionToken(c, house.secret, house.secure)
    return (token && (await sessionOf(house.db.read, house.clock, token))?.id) || ''
  }

  routes.get(paths.account.pattern, signedIn, (visit, c) => show(visit, c))

  // Whoever is not signed in comes back here when they are.
  routes.get(paths.changePassword.pattern, signedIn, (visit) => visit.go(`${paths.account.to()}#${CHANGE_PASSPHRASE}`))

  // Where a form was shown again with something to correct, loading the page anew leads back.
  for (const path of [paths.accountAddress, paths.accountName, paths.accountPassphrase, paths.accountSessions])
    routes.get(path.pattern, signedIn, (visit) => visit.go(paths.account.to()))

  routes.post(paths.accountAddress.pattern, signedIn, ADDRESS_FIELDS, async (visit, form, c) => {
    const next = localPath(form.get('next')) ?? paths.account.to()
    const { person } = visit
    if (person.confirmed) return visit.go(next, 'Your e-mail address is confirmed already.')
    const attempt = house.throttle.attempt(LIMITS.confirmMailTo, person.email)
    const wait = await wordsIfTooMany(c, attempt, tooManyLinksWords)
    if (wait) return show(visit, c, { errors: { confirmAgain: wait } }, 429)
    await sendConfirmLink(visit, person)
    void visit.mail.deliver()
    return visit.go(next, `We have sent a link to ${person.email}. It works once, within the next seven days.`)
  })

  routes.post(paths.accountName.pattern, signedIn, NAME_FIELDS, async (visit, form, c) => {
    const read = readName(form)
    if (!read.ok) return show(visit, c, { errors: read.errors, name: form.get('name').slice(0, 200) }, 422)
    await rename(visit, visit.person, read.value.name)
    return visit.go(paths.account.to(), 'Your name is saved.')
  })

  routes.post(paths.accountPassphrase.pattern, signedIn, PASSPHRASE_FIELDS, async (visit, form, c) => {
    const choices = await wordsIfTooMany(c, house.throttle.attempt(LIMITS.newPassphrase, visit.person.id))
    if (choices) return show(visit, c, { errors: { passphrase: choices } }, 429)
    const read = await readPassphraseChange(form, visit.person)
    if (!read.ok) return show(visit, c, { errors: read.errors }, 422)
    const guess = await countGuess(house, visit, c, visit.person.email)
    if (guess.tooMany) return show(visit, c, { errors: { passphraseNow: guess.tooMany } }, 429)
    if (!(await guess.judged(() => isPassphraseOf(house, visit.person, read.value.passphraseNow)))) {
      visit.logSecurity('passphrase.refused')
      return show(visit, c, { errors: { passphraseNow: WRONG_PASSPHRASE } }, 422)
    }
    await changePassphrase(house, visit, visit.person, read.value.passphrase)
    visit.logSecurity('passphrase.changed')
    await guess.wasRight()
    // Every session has ended, this one included: a new one begins, with a new token. Where there is no room for that, they sign
    // in themselves: their passphrase is changed.
    const again = await signIn(house, {
      email: visit.person.email,
      passphrase: read.value.passphrase,
      formerToken: null,
      address: visit.address(),
      userAgent: c.req.header('user-agent') ?? '',
    }).catch(nullIfBusy)
    for (const cookie of again?.cookies ?? []) c.header('set-cookie', cookie, { append: true })
    return visit.go(paths.account.to(), 'Your passphrase is changed, and you are signed out everywhere else.')
  })

  routes.post(paths.accountSessions.pattern, signedIn, SESSIONS_FIELDS, async (visit, form, c) => {
    const read = readSessionsToEnd(form)
    const ticked = form.all('sessions')
    if (!read.ok) return show(visit, c, { errors: read.errors, ticked }, 422)
    const guess = await countGuess(house, visit, c, visit.person.email)
    if (guess.tooMany) return show(visit, c, { errors: { passphraseCheck: guess.tooMany }, ticked }, 429)
    if (!(await guess.judged(() => isPassphraseOf(house, visit.person, read.value.passphraseCheck)))) {
      visit.logSecurity('passphrase.refused')
      return show(visit, c, { errors: { passphraseCheck: WRONG_PASSPHRASE }, ticked }, 422)
    }
    await guess.wasRight()
    const here = await currentSession(c)
    await signOutOf(visit, visit.person, read.value.sessions)
    visit.logSecurity('sessions.ended', { sessions: read.value.sessions.length })
    if (!read.value.sessions.includes(here)) return visit.go(paths.account.to(), 'You are signed out of the places you ticked.')
    clearSessionCookie(c, house.secure)
    rememberEmail(c, visit.person.email, house.secure)
    return visit.go(paths.signIn.to(), 'You are signed out.')
  })
}
