import type { ProblemKind } from '../platform/index.ts'

/**
 * What a page's autosave and the server say to each other. Types only: the server can hold itself to them without loading any
 * of the browser's scripts.
 *
 * The request is a POST to the form's own address, form-encoded, with `accept: application/json`:
 * `token`, `person` (whose words these are), `basedOn` (the revision they were written on), one `fields` for each field sent,
 * and those fields under their own names. Radios and checkboxes that are not chosen are absent; several checkboxes repeat.
 * A request whose reply was lost is sent again word for word, so text that is already there is not a conflict.
 */
export type SaveReply =
  | (Saved & { readonly state: 'saved' })
  /** Every other field sent was saved, and both texts of each conflict are kept. */
  | (Saved & { readonly state: 'conflict'; readonly conflicts: readonly Conflict[] })

interface Saved {
  readonly revision: number
  /** Time of day, to be shown: "10:42". */
  readonly savedAt: string
  /** Names of the fields this save changed; empty when the server had them already. */
  readonly changed: readonly string[]
}

export interface Conflict {
  readonly id: string
  readonly field: string
  readonly fieldLabel: string
  /** Who wrote the other text. */
  readonly by?: string
  /** Where the person chooses. */
  readonly href: string
}

/** Sent along by a form that signs somebody out, where the browser holds somebody else's unsent words as well. */
export type KeepDrafts = 'keepDrafts'

/** Replies that are no acknowledgement. After 5xx and anything unexpected the save is sent again. */
export type SaveProblem =
  | { readonly problem: ProblemKind; readonly message: string }
  /** What was in order is saved; these fields are not. */
  | { readonly problem: 'invalid'; readonly errors: Readonly<Record<string, string>> }
