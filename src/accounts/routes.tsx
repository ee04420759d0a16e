import type { Context as HonoContext } from 'hono'
import type { Services } from '../platform/context.ts'
import { Routes } from '../platform/http/routes.ts'
import { visitOf } from '../platform/http/visit.ts'
import { anyone, setDoorkeeper } from './guards.ts'
import { paths } from './paths.ts'
import { personOf, sessionToken } from './session.ts'

interface AccountsOptions extends Services {
  readonly secret: string
  readonly secure: boolean
  readonly loopback: boolean
}

/** People, organisations, roles and sign-in. */
export function createAccounts(options: AccountsOptions): { routes: Routes; attendDoor(c: HonoContext): void } {
  const routes = new Routes()
  routes.get(paths.start.pattern, anyone, (visit) =>
    visit.show({ title: 'Mentormark', body: <h1 class="govuk-heading-xl">Mentormark</h1> }),
  )
  return {
    routes,
    attendDoor: (c) =>
      setDoorkeeper(c, {
        async personOf(request) {
          const token = sessionToken(request, options.secret, options.secure)
          return token ? personOf(options.db.read, options.clock, token) : null
        },
        askToSignIn: async (request) => visitOf(request).go(paths.signIn.to({}, { next: request.req.path })),
      }),
  }
}
