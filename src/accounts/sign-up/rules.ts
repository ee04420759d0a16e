/**
 * How somebody signs up: by a link that is mailed to their address, or at once, where nothing could be mailed.
 * See docs/decisions/2026-11-22-sign-up-and-known-addresses.md.
 */
export type SignUpWay = 'by-link' | 'at-once'

export function signUpWay({ mailIsSetUp }: { readonly mailIsSetUp: boolean }): SignUpWay {
  return mailIsSetUp ? 'by-link' : 'at-once'
}

const HOUR = 60 * 60

/** How long a link to sign up works, in seconds: what NIST SP 800-63A allows for a code that is mailed. Mails and pages say so in words. */
export const WORKS = 24 * HOUR

/** How long it is known what has become of a link, in seconds: whoever opens it later is told what to do. */
export const REMEMBERED = 7 * 24 * HOUR

export type SignUpLinkState = 'works' | 'used' | 'too-old'

/**
 * @param link.hasAccount somebody has signed up with its address, by this link or in another way
 * @param now in milliseconds
 */
export function signUpLinkState(link: { readonly sentAt: string; readonly hasAccount: boolean }, now: number): SignUpLinkState {
  if (link.hasAccount) return 'used'
  return now < Date.parse(link.sentAt) + WORKS * 1000 ? 'works' : 'too-old'
}
