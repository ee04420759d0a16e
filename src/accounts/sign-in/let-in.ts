import type { Context as HonoContext } from 'hono'
import type { Visit } from '../../platform/index.ts'
import { forgetEmail } from '../cookies.ts'
import { nowKnownAs } from '../guards.ts'
import type { House } from '../house.ts'
import { clearFormerCookie, sessionToken } from '../session.ts'
import type { SignedIn, SignInAttempt } from './actions.ts'

/** Somebody's attempt to sign in with this request. @param given its address normalised */
export function attemptOf(
  { secret, secure }: House,
  visit: Visit,
  c: HonoContext,
  given: { readonly email: string; readonly passphrase: string },
): SignInAttempt {
  return {
    ...given,
    formerToken: sessionToken(c, secret, secure),
    address: visit.address(),
    userAgent: c.req.header('user-agent') ?? '',
  }
}

/** From here on the request, and its browser, are those of whoever has signed in. */
export function letIn({ secure }: House, visit: Visit, c: HonoContext, { person, cookies }: SignedIn): void {
  clearFormerCookie(c, secure)
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  forgetEmail(c, secure)
  nowKnownAs(c, person)
  visit.logSecurity('sign-in.succeeded')
}
