import { domainToASCII, domainToUnicode } from 'node:url'
import { withoutUnseen } from './text.ts'

export type LinkRead =
  /** `url` as it must be, to be kept and followed; `title` made from it, for those who give none. */
  | { readonly ok: true; readonly url: string; readonly title: string }
  | {
      readonly ok: false
      readonly because: 'not-a-link' | 'on-a-computer' | 'an-email-address' | 'not-http' | 'holds-a-password'
    }

/** A place in somebody's computer or on a shared drive: `C:\…`, `\\server\…`, `/Users/…`. */
const ON_A_COMPUTER = /^([a-z]:[\\/]|\\\\|file:|content:|~\/|\/(?:users|home|volumes|mnt|storage|sdcard)\/)/i
const EMAIL_ADDRESS = /^(mailto:)?[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/i
/** Before the address that Office copies for its own programs: `ms-word:ofe|u|https://…`. */
const FOR_OFFICE = /^ms-[a-z]{1,20}:[a-z]{3}(?:\|[a-z])?\|u\|(?=https?:)/i
/** The title of a document, which telephones share before its address. */
const TITLE_BEFORE = /^(?:(?!:\/\/).){1,300}\s(?=https?:\/\/\S+$)/is
/** What was copied with an address from a page that has invisible spaces in it, and then copied again from an address bar. */
const UNSEEN_AT_THE_END = /(?:%E2%80%8B|%E2%81%A0|%EF%BB%BF|%C2%AD)+$/i

/**
 * A web address as people paste it, for every field that asks for a link: with or without `https://`, in angle brackets or quotation
 * marks, with spaces in it as SharePoint has them and invisible characters as they come along when copying, with the letters of
 * any script.
 * @param pasted within its field's bound
 */
export function readLink(pasted: string): LinkRead {
  const text = withoutUnseen(pasted)
    .trim()
    .replace(/^[<"'“‘]+|[>"'”’]+$/g, '')
    .replace(FOR_OFFICE, '')
    .replace(TITLE_BEFORE, '')
    .replace(UNSEEN_AT_THE_END, '')
    .trim()
  if (ON_A_COMPUTER.test(text)) return { ok: false, because: 'on-a-computer' }
  if (EMAIL_ADDRESS.test(text)) return { ok: false, because: 'an-email-address' }
  // A colon before a port number, as in "example.org:8080", is not a scheme's.
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d{1,5}(\/|$))/i.exec(text)?.[1]?.toLowerCase()
  if (scheme && scheme !== 'http' && scheme !== 'https') return { ok: false, because: 'not-http' }
  const full = scheme ? text : `https://${text.replace(/^\/\//, '')}`
  const url = URL.parse(full)
  // A lone number parses as an address on the internet, so the dot is looked for in what was typed as well: any that browsers take.
  const named = /[.。．｡]/.test(text) && /.\../.test(url?.hostname ?? '')
  if (!url || !(named || url.hostname === 'localhost' || url.hostname.startsWith('[')))
    return { ok: false, because: 'not-a-link' }
  if (url.username || url.password) return { ok: false, because: 'holds-a-password' }
  return { ok: true, url: url.href, title: shortAddress(url) }
}

/** "example.org/policies/safeguarding", cut where it is long. */
function shortAddress(url: URL): string {
  const text = `${shownHost(url.hostname).replace(/^www\./, '')}${shownPath(url.pathname).replace(/\/$/, '')}`
  if (text.length <= LONGEST_TITLE) return text
  return `${text.slice(0, LONGEST_TITLE - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** In UTF-16 units. */
const LONGEST_TITLE = 80

/**
 * An address as a person writes it, to be read and not to be followed: `https://münchen.example/straße` for
 * `https://xn--mnchen-3ya.example/stra%C3%9Fe`. What is no web address comes back as it is.
 */
export function shownAddress(href: string): string {
  const url = URL.parse(href)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password) return href
  const port = url.port ? `:${url.port}` : ''
  return `${url.protocol}//${shownHost(url.hostname)}${port}${shownPath(url.pathname)}${shownPath(url.search)}${shownPath(url.hash)}`
}

/** A domain as the internet has it (`xn--…`); what is in ASCII already, or no domain at all, stays as it is. */
export function domainInAscii(domain: string): string {
  return /^[\p{ASCII}]*$/u.test(domain) ? domain : domainToASCII(domain) || domain
}

/** What has a meaning of its own in an address, and stays as it is written there. */
const MEANS_SOMETHING = /[%/?#[\]@:;&=+$,\\]/
/** What can be seen and told from everything else: letters, marks on them, digits, punctuation, signs, a plain space, and joiners. */
const SEEN = /^[\p{L}\p{M}\p{N}\p{P}\p{S} \u200c\u200d]$/u

/** `Shared%20Documents/Stra%C3%9Fe` → `Shared Documents/Straße`. */
function shownPath(path: string): string {
  const shown = path.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    let decoded: string
    try {
      decoded = decodeURIComponent(encoded)
    } catch {
      // Written in another way than UTF-8.
      return encoded
    }
    const signs = [...decoded]
    const isPlain = (sign: string, place: number) => {
      // What joins belongs to the sign before it.
      const both = `${signs[place - 1] ?? ''}${sign}`
      return SEEN.test(sign) && !MEANS_SOMETHING.test(sign) && withoutUnseen(both).endsWith(sign)
    }
    return signs.map((sign, place) => (isPlain(sign, place) ? sign : encodeURIComponent(sign))).join('')
  }) // A space at the end could not be told from none.
  return shown.replace(/ +$/, (spaces) => '%20'.repeat(spaces.length))
}

/** A host's name in its own letters; as the internet has it (`xn--…`) where those could be taken for others. */
function shownHost(host: string): string {
  if (!host.includes('xn--')) return host
  const labels = host.split('.')
  const ending = scriptsOf(domainToUnicode(labels.at(-1) ?? ''))
  return labels
    .map((label) => {
      if (!label.startsWith('xn--')) return label
      const letters = domainToUnicode(label)
      return letters !== '' && isUnmistakable(letters, ending) ? letters : label
    })
    .join('.')
}

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Georgian',
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Hangul',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Ethiopic',
].map((name) => ({ name, has: new RegExp(`\\p{Script=${name}}`, 'u') }))
type Script = (typeof SCRIPTS)[number]['name']

/** Scripts that one language writes side by side (UTS 39, highly restrictive). */
const TOGETHER: readonly ReadonlySet<Script>[] = [
  new Set(['Latin', 'Han', 'Hiragana', 'Katakana']),
  new Set(['Latin', 'Han', 'Bopomofo']),
  new Set(['Latin', 'Han', 'Hangul']),
]
/** Letters of Cyrillic, Greek and Armenian that look like Latin ones. */
const LIKE_LATIN = /^[аеорсухіјѕһԁԛԝѵӏүкмтвнгпшщьъϲοαενικρτυχωγσоосցսհոօյզ\d-]+$/u
/** Latin letters that many languages have; others are for phonetics, and lookalikes. */
const USUAL_LATIN = /^[!-\u024f\u1e00-\u1eff]$/u

function scriptsOf(text: string): ReadonlySet<Script> {
  return new Set(SCRIPTS.filter(({ has }) => has.test(text)).map(({ name }) => name))
}

/**
 * True for a label that can't be taken for another: of one script, or of those that one language writes together. A word that is
 * nothing but Cyrillic, Greek or Armenian lookalikes of Latin letters stands only before an ending of its own script.
 */
function isUnmistakable(label: string, ending: ReadonlySet<Script>): boolean {
  const scripts = scriptsOf(label)
  const known = [...label].every(
    (sign) =>
      SCRIPTS.some(({ has }) => has.test(sign)) || /^[\p{M}\p{N}-]$/u.test(sign) || sign === '\u200c' || sign === '\u200d',
  )
  if (!known || scripts.size === 0) return false
  if (scripts.size > 1) return TOGETHER.some((family) => [...scripts].every((script) => family.has(script)))
  if (scripts.has('Latin')) return [...label].every((sign) => USUAL_LATIN.test(sign))
  return !LIKE_LATIN.test(label) || [...scripts].some((script) => ending.has(script))
}
