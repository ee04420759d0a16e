import { domainInAscii, LONGEST_NORMALISED, normalised, unturned, withoutUnseen } from '../platform/index.ts'
import { paths } from './paths.ts'

/** Addresses nobody is sent to after signing in: they are about signing in. */
const DOORS: ReadonlySet<string> = new Set(
  [paths.signIn, paths.signUp, paths.finishSignUp, paths.signOut, paths.forgotten, paths.reset, paths.confirmAddress].map(
    (path) => path.pattern,
  ),
)

/** The longest address anybody is sent to, in UTF-16 units. */
export const LONGEST_ADDRESS = 2000

/**
 * The address as a path on this site, or null when it could lead anywhere else. Browsers read `\` as `/`, drop tabs and line
 * breaks, and take `//name` for another site, so all of those are turned away, also when only `..` brings them about.
 */
export function localPath(address: string): string | null {
  if (address.length > LONGEST_ADDRESS || !address.startsWith('/') || /[\\\p{Cc}]/u.test(address)) return null
  const here = 'http://here.invalid'
  if (!URL.canParse(address, here)) return null
  const url = new URL(address, here)
  const path = `${url.pathname}${url.search}${url.hash}`
  if (url.origin !== here || path.startsWith('//') || DOORS.has(url.pathname)) return null
  return path
}

/**
 * The one spelling of an e-mail address: without what nobody sees in it, in small letters, its domain as the internet has it
 * (`xn--…`). Nothing else is changed: two addresses that differ in anything else are two, and only letters of ASCII have capitals
 * here, since others could make one address of two. For every place that takes an address, the terminal included.
 * @param typed within its bound
 */
export function normaliseEmail(typed: string): string {
  const address = smallLetters(withoutUnseen(typed).trim())
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  return at < 0 ? address : `${address.slice(0, at + 1)}${domainInAscii(domain)}`
}

function smallLetters(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
}

/**
 * A person's or an organisation's name as it is kept: one spelling, one line, single spaces, and nothing that turns it around. A
 * text that is far longer than any name comes back as it is, for the field's bound to refuse.
 */
export function normaliseName(typed: string): string {
  if (typed.length > LONGEST_NORMALISED) return typed
  return normalised(unturned(typed), 'NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** "Firefox on Windows": enough for someone to recognise their own sessions. */
export function browserName(userAgent: string | null): string {
  if (!userAgent) return 'A browser'
  const browser = [...BROWSERS].find(([, sign]) => sign.test(userAgent))?.[0] ?? 'A browser'
  const system = [...SYSTEMS].find(([, sign]) => sign.test(userAgent))?.[0]
  return system ? `${browser} on ${system}` : browser
}

/** In order: most browsers also claim to be the ones below them. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdgA?\/|\bEdgiOS\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\bFirefox\/|\bFxiOS\//],
  ['Chrome', /Chrome\/|\bCriOS\//],
  ['Safari', /\bSafari\//],
]

const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['an iPhone', /\biPhone\b/],
  ['an iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['a Chromebook', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['a Mac', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
]
