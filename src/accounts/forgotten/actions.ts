import type { House } from '../house.ts'
import { normalisePassphrase } from '../passphrase.ts'
import type { Person } from '../session.ts'
import { personById } from '../store.ts'

/**
 * Sends the link that lets the owner of an address choose a new passphrase, if the address has an account. Returns at once
 * and works on by itself, so that how long the reply takes says nothing about the address.
 */
export function sendLink(house: House, email: string): void {
  house
    .auth()
    .then((auth) => auth.api.requestPasswordReset({ body: { email } }))
    .catch((error: unknown) => house.log.error({ err: error }, 'the link for a new passphrase was not sent'))
}

/** Whose link this is; null when it was used, is too old, or never was. */
export async function ownerOfLink(house: House, token: string): Promise<Person | null> {
  if (!/^\w{10,100}$/.test(token)) return null
  const { internalAdapter } = await (await house.auth()).$context
  const link = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  if (!link || link.expiresAt < new Date()) return null
  return (await personById(house.db.read, link.value)) ?? null
}

/**
 * Puts the new passphrase in place, ends every session of its owner and uses up the link.
 * @returns false when the link was used or grew too old meanwhile
 */
export async function chooseNewPassphrase(house: House, token: string, passphrase: string): Promise<boolean> {
  const auth = await house.auth()
  const response = await auth.api.resetPassword({
    body: { token, newPassword: normalisePassphrase(passphrase) ?? '' },
    asResponse: true,
  })
  if (response.status >= 500) throw new Error('the sign-in library failed', { cause: await response.text() })
  return response.status === 200
}
