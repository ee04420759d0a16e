// What evidence is. No database, no clock, no HTTP.
import type { Instant } from '../platform/index.ts'

export interface LinkEvidence {
  readonly kind: 'link'
  readonly title: string
  /** `https:` or `http:`. */
  readonly url: string
}

/** Where something is kept, instead of a copy of it. */
export interface PlaceEvidence {
  readonly kind: 'place'
  readonly title: string
  readonly place: string
}

export interface FileEvidence {
  readonly kind: 'file'
  readonly title: string
  readonly fileName: string
  /** Media type by our own look at the content. */
  readonly fileType: string
  readonly bytes: number
  readonly sha256: string
}

/** Something about to be added. */
export type NewEvidence = LinkEvidence | PlaceEvidence | FileEvidence

export type EvidenceItem = NewEvidence & {
  readonly id: string
  readonly subject: string
  /** Person's id, or `system:` and a name. */
  readonly addedBy: string
  readonly addedAt: Instant
}

/** Evidence that was taken away, and when. */
export type RemovedItem = EvidenceItem & { readonly removedAt: Instant }

/** How long what was removed can be put back, in days. Then it is forgotten for good. */
export const PUT_BACK_DAYS = 30

/** What was removed after this moment can be put back; what was removed by then is forgotten by the next sweep. */
export function putBackSince(now: Date): Instant {
  return new Date(now.getTime() - PUT_BACK_DAYS * 24 * 60 * 60 * 1000).toISOString()
}

/** Most of what was removed that is offered back. Nobody looks through more, and a page stays readable. */
export const MOST_REMOVED = 50

/**
 * What is worth offering back: what was added again meanwhile is there already, and what was removed twice is offered once.
 * @param removed the latest first
 */
export function offeredBack(removed: readonly RemovedItem[], there: readonly EvidenceItem[]): readonly RemovedItem[] {
  const offered: RemovedItem[] = []
  for (const item of removed)
    if (offered.length < MOST_REMOVED && ![...there, ...offered].some((other) => sameEvidence(item, other))) offered.push(item)
  return offered
}

/** Longest texts, in characters. */
export const LONGEST = { subject: 200, url: 2000, title: 200, place: 500, fileName: 200 } as const

/** Most items about one subject. Far more than an indicator needs; it keeps a page readable and a mistake small. */
export const MOST_ITEMS = 100

/** True when both say the same thing: the same address, the same place or the same content. Adding it twice adds nothing. */
export function sameEvidence(a: NewEvidence, b: NewEvidence): boolean {
  if (a.kind === 'link') return b.kind === 'link' && a.url === b.url && a.title === b.title
  if (a.kind === 'place') return b.kind === 'place' && a.place === b.place && a.title === b.title
  return b.kind === 'file' && a.sha256 === b.sha256 && a.fileName === b.fileName
}

export type LinkRead =
  | { readonly ok: true; readonly url: string; readonly title: string }
  | {
      readonly ok: false
      readonly because: 'not-a-link' | 'on-a-computer' | 'an-email-address' | 'not-http' | 'holds-a-password'
    }

/**
 * A web address as people paste it: with or without `https://`, in angle brackets, with spaces around it.
 * @returns the full address, and a title made from it for those who give none
 */
export function readLink(pasted: string): LinkRead {
  const text = pasted.trim().replace(/^[<"'“‘]+|[>"'”’]+$/g, '')
  if (/^([a-z]:[\\/]|\\\\|file:|~\/)/i.test(text)) return { ok: false, because: 'on-a-computer' }
  if (/^(mailto:)?[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/i.test(text)) return { ok: false, because: 'an-email-address' }
  // A colon before a port number, as in "example.org:8080", is not a scheme's.
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d{1,5}(\/|$))/i.exec(text)?.[1]?.toLowerCase()
  if (scheme && scheme !== 'http' && scheme !== 'https') return { ok: false, because: 'not-http' }
  const full = scheme ? text : `https://${text.replace(/^\/\//, '')}`
  const url = URL.parse(full)
  // A lone number parses as an address on the internet, so the dot is looked for in what was typed as well.
  const named = /\./.test(text) && /.\../.test(url?.hostname ?? '')
  if (!url || !(named || url.hostname === 'localhost' || url.hostname.startsWith('[')))
    return { ok: false, because: 'not-a-link' }
  if (url.username || url.password) return { ok: false, because: 'holds-a-password' }
  return { ok: true, url: url.href, title: shortAddress(url) }
}

/** "example.org/policies/safeguarding", cut where it is long. */
function shortAddress(url: URL): string {
  const text = `${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}`
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`
}

/** "840 bytes", "1.2 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const [size, unit] = bytes < 999_500 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${size < 9.95 ? size.toFixed(1).replace(/\.0$/, '') : Math.round(size)} ${unit}`
}
