import { betterAuth } from 'better-auth'
import { autocommit, type Clock, newId, type Services } from '../platform/index.ts'
import type { Hashing } from './hashing.ts'
import { MAX_CHARACTERS, MIN_CHARACTERS } from './passphrase.ts'
import { RENEW_SECONDS, SESSION_SECONDS, sessionCookie } from './session.ts'

/**
 * The sign-in library: it keeps people, passphrases and sessions in our tables, under our names. We call it from our own
 * routes and do not serve its own, so what can be reached from outside is only what is listed in our routes.
 */
export function createAuth(
  services: Services,
  options: {
    secret: string
    secure: boolean
    hashing: Hashing
  },
) {
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
    emailAndPassword: {
      enabled: true,
      // Our own bounds count what people see (passphrase.ts); the library counts UTF-16 units, of which an emoji has two.
      minPasswordLength: MIN_CHARACTERS,
      maxPasswordLength: MAX_CHARACTERS * 2,
      password: {
        hash: (passphrase) => options.hashing.hash(passphrase),
        verify: ({ hash, password }) => options.hashing.matches(hash, password),
      },
    },
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

function sessionTimes(clock: Clock) {
  const now = clock.now()
  return { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000) }
}

export type Auth = ReturnType<typeof createAuth>
