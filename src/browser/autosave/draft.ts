/** Words on their way: how they are compared, kept in the browser and put in a request. Pure. */

/** A text as typed, or one radio's value; a list for checkboxes, and an empty list where nothing is chosen. */
export type Value = string | readonly string[]
export type Values = Readonly<Record<string, Value>>

/** Fields sent together, with the revision they were written on. */
export interface Batch {
  readonly basedOn: number
  readonly fields: Values
}

/** What one page has not been told is saved. */
export interface Unsaved extends Batch {
  /** Where fields were written on different revisions; `basedOn` is then the oldest. */
  readonly bases?: Readonly<Record<string, number>>
  /** Sent earlier with other words, and no reply came: to be sent again first, so that our own words don't meet as two versions. */
  readonly sent?: Batch
}

/** As it lies in localStorage. */
export interface Draft extends Unsaved {
  readonly version: 1
  readonly action: string
  /** ISO instant. */
  readonly at: string
  /** Where the words were written, to link to. */
  readonly page?: string
  readonly title?: string
}

export function same(a: Value | null, b: Value | null): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

/** What the key of every draft begins with, whoever wrote it. */
export const DRAFTS = 'mentormark:draft:'
export const draftKey = (person: string, subject = '') => `${DRAFTS}${person}:${subject}`

/** Null for anything that is not a draft we understand. */
export function parseDraft(json: string | null): Draft | null {
  try {
    const draft = JSON.parse(json ?? '') as Draft
    const sound =
      draft.version === 1 && typeof draft.action === 'string' && isBatch(draft) && (!draft.sent || isBatch(draft.sent))
    return sound ? draft : null
  } catch {
    return null
  }
}

function isBatch({ basedOn, fields }: Batch): boolean {
  if (!Number.isInteger(basedOn) || typeof fields !== 'object' || fields === null) return false
  return Object.values(fields).every((value) => typeof value === 'string' || Array.isArray(value))
}

/** The body of a save. */
export function encodeSave(batch: Batch, token: string, person: string): string {
  const body = new URLSearchParams({ token, person, basedOn: String(batch.basedOn) })
  for (const [name, value] of Object.entries(batch.fields)) {
    body.append('fields', name)
    for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
  }
  return body.toString()
}

/**
 * A field that differs both from the page as sent and from the draft: the person typed before this script began, or the
 * browser put back something older. Neither text may go, so unless one holds the other, both stay.
 */
export function reconcile(drafted: Value, shown: Value, sentByServer: Value): Value {
  if (same(shown, sentByServer) || typeof drafted !== 'string' || typeof shown !== 'string') return drafted
  if (drafted.includes(shown)) return drafted
  return shown.includes(drafted) ? shown : `${drafted}\n\n${shown}`
}
