import { betterAuth } from 'better-auth'
import type { Services } from '../platform/context.ts'
import { autocommit } from '../platform/database/index.ts'
import { newId } from '../platform/ids.ts'

/** How long a session lasts after it was last renewed, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60

/**
 * The sign-in library: it keeps people, passphrases and sessions in our tables, under our names. We call it from our own
 * routes and do not serve its own, so what can be reached from outside is only what is listed in our routes.
 */
export function createAuth(
  services: Services,
  options: {
    secret: string
    secure: boolean
    sendReset: (to: string, name: string, url: string, token: string) => Promise<void>
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
      updateAge: 24 * 60 * 60,
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
      minPasswordLength: 12,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      sendResetPassword: async ({ user, url, token }) => options.sendReset(user.email, user.name, url, token),
    },
    advanced: {
      cookiePrefix: 'mentormark',
      useSecureCookies: options.secure,
      database: { generateId: () => newId() },
      disableCSRFCheck: false,
    },
  })
}

export type Auth = ReturnType<typeof createAuth>
