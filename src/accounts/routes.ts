import type { Context as HonoContext } from 'hono'
import { type AskToKeep, Routes } from '../platform/index.ts'
import { addAccount } from './account/routes.ts'
import { addClosing } from './closing/routes.ts'
import { addConfirming } from './confirming/routes.ts'
import { mayLeaveFiles } from './confirming/rules.ts'
import { addForgotten } from './forgotten/routes.ts'
import { setDoorkeeper } from './guards.ts'
import { type AccountsOptions, type House, openHouse } from './house.ts'
import { addOrganisation } from './organisation/routes.ts'
import { addOutbox } from './outbox/routes.ts'
import {
  isDueForRenewal,
  type Member,
  type Person,
  renewSession,
  sessionOf,
  sessionToken,
  writeSessionCookie,
} from './session.ts'
import { addSignIn, askToSignIn, askWriterToSignIn } from './sign-in/routes.ts'
import { addFinishSignUp } from './sign-up/finish-routes.ts'
import { addSignUp } from './sign-up/routes.ts'
import { addStart } from './start/routes.ts'
import { LIMITS } from './throttle.ts'

export interface Accounts {
  readonly routes: Routes
  attendDoor(c: HonoContext): void
  /** Loads what only signing in needs, so that the first person to do so does not wait for it. */
  warmUp(): Promise<void>
}

/** People, organisations, roles and sign-in. */
export function createAccounts(options: AccountsOptions): Accounts {
  const house = openHouse(options)
  const routes = new Routes()
  addStart(routes, house)
  addSignUp(routes, house)
  addFinishSignUp(routes, house)
  addSignIn(routes, house)
  addForgotten(routes, house)
  addConfirming(routes, house)
  addAccount(routes, house)
  addClosing(routes, house)
  addOrganisation(routes, house)
  addOutbox(routes, house)
  return {
    routes,
    attendDoor: (c) =>
      setDoorkeeper(c, {
        personOf: (request) => personOf(house, request),
        askToSignIn: (request) => askToSignIn(request, house),
        askWriterToSignIn,
        mayLeaveFile: (member, mostBytes) => mayLeaveFile(house, member, mostBytes),
      }),
    async warmUp() {
      await house.auth()
    },
  }
}

/** Room for a file of so many bytes at most: the person's and the organisation's. */
async function mayLeaveFile({ throttle, mail, files }: House, member: Member, mostBytes: number): ReturnType<AskToKeep> {
  if (!mayLeaveFiles({ confirmed: member.confirmed, mailIsSetUp: mail.isSetUp })) return 'not-confirmed'
  if (!(await files.hasRoomFor(mostBytes))) return 'no-room'
  if (!(await throttle.allows(LIMITS.files, member.id))) return 'too-many'
  const person = await throttle.reserve(LIMITS.fileBytesOfPerson, mostBytes, member.id)
  if (!person) return 'too-much'
  const organisation = await throttle.reserve(LIMITS.fileBytes, mostBytes, member.organisation.id)
  if (!organisation) {
    await person(0)
    return 'too-much'
  }
  return async (was) => {
    await person(was)
    await organisation(was)
  }
}

/** Who holds the request's session. One that is in use goes on: it is renewed, and the browser told, at most once a day, until it has lasted as long as one may. */
async function personOf(house: House, c: HonoContext): Promise<Person | null> {
  const { db, clock, secret, secure } = house
  const token = sessionToken(c, secret, secure)
  const session = token ? await sessionOf(db.read, clock, token) : null
  if (session && isDueForRenewal(session, clock)) {
    try {
      await renewSession(db, clock, session)
      writeSessionCookie(c, session.token, secret, secure)
    } catch (error) {
      // Whoever only reads can go on when nothing can be written, as on a full disk. The next request tries again.
      house.log.error({ err: error }, 'a session was not renewed')
    }
  }
  return session?.person ?? null
}
