import { normalisePassphrase } from './passphrase.ts'

// The sign-in library's own hashing (scrypt), loaded when first needed.

/** @param passphrase within its bounds */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const { hashPassword } = await import('better-auth/crypto')
  return hashPassword(normalisePassphrase(passphrase) ?? '')
}

/** False also when there is no hash to compare with, after the same work. */
export async function passphraseMatches(hash: string | null, typed: string): Promise<boolean> {
  const { hashPassword, verifyPassword } = await import('better-auth/crypto')
  const passphrase = normalisePassphrase(typed)
  if (passphrase === null) return false
  if (hash === null) {
    await hashPassword(passphrase)
    return false
  }
  return verifyPassword({ hash, password: passphrase })
}
