import { betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { autocommit, type Clock, newId, type Services } from '../platform/index.ts'
import { RENEW_SECONDS, SESSION_SECONDS, sessionCookie } from './session.ts'

/**
 * The sign-in library: it begins sessions, and keeps people and sessions in our tables, under our names. We call it from our own
 * routes and do not serve its own, so what can be reached from outside is only what is listed in our routes. Passphrases are ours
 * (`hashing.ts`): it is asked when whoever gave one has shown who they are.
 */
export function createAuth(services: Services, options: { readonly secret: string; readonly secure: boolean }) {
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return betterAuth({
    appName: 'Mentormark',
    baseURL: services.baseUrl,
    secret: options.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: autocommit(services.db), type: services.db.engine === 'sqlite' ? 'sqlite' : 'postgres', transaction: false },
    user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'session',
      fields: { userId: 'person_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...times },
      expiresIn: SESSION_SECONDS,
      updateAge: RENEW_SECONDS,
    },
    account: {
      modelName: 'sign_in_method',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'person_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...times } },
    plugins: [{ id: 'mentormark', endpoints: { beginSession } }],
    databaseHooks: {
      // The library looks at the machine's clock; everything else, and every test, goes by ours.
      session: { create: { before: async (session) => ({ data: { ...session, ...sessionTimes(services.clock) } }) } },
    },
    advanced: {
      // Our name for the session's cookie has its prefix already; the library would put `__Secure-` before it.
      useSecureCookies: false,
      cookies: { session_token: { name: sessionCookie(options.secure) } },
      cookiePrefix: 'mentormark',
      defaultCookieAttributes: { secure: options.secure },
      database: { generateId: () => newId() },
      disableCSRFCheck: false,
    },
  })
}

/**
 * Begins a session for somebody who has shown who they are. The library's own way to sign in refuses addresses that browsers take,
 * such as `sam&jo@example.org`; our own looks the person up, compares the passphrase, and comes here.
 */
const beginSession = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ personId: z.string() }), requireHeaders: true },
  async (ctx) => {
    const { internalAdapter } = ctx.context
    const user = await internalAdapter.findUserById(ctx.body.personId)
    if (!user) throw new APIError('UNAUTHORIZED')
    const session = await internalAdapter.createSession(user.id)
    await setSessionCookie(ctx, { session, user })
    const { id, name, email, emailVerified } = user
    return ctx.json({ user: { id, name, email, emailVerified } })
  },
)

function sessionTimes(clock: Clock) {
  const now = clock.now()
  return { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000) }
}

export type Auth = ReturnType<typeof createAuth>
