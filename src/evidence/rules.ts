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

/** A small picture of a file that is one, kept as a file of its own. */
export interface Preview {
  readonly sha256: string
  /** In pixels. */
  readonly width: number
  readonly height: number
}

export type EvidenceItem = NewEvidence & {
  /** `none` for what is no picture, or one that can't be shown; `not-yet` where nobody has asked for it. */
  readonly preview: Preview | 'none' | 'not-yet'
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

/** "840 bytes", "1.2 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const [size, unit] = bytes < 999_500 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${size < 9.95 ? size.toFixed(1).replace(/\.0$/, '') : Math.round(size)} ${unit}`
}
