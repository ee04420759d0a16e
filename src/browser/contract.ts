/**
 * What a page's autosave and the server say to each other. Types only: the server can hold itself to them without loading any
 * of the browser's scripts.
 *
 * The request is a POST to the form's own address, form-encoded, with `accept: application/json`:
 * `token`, `person` (whose words these are), `basedOn` (the revision they were written on), one `fields` for each field sent,
 * and those fields under their own names. Radios and checkboxes that are not chosen are absent; several checkboxes repeat.
 * A request whose reply was lost is sent again word for word, so text that is already there is not a conflict.
 */
export type SaveReply = Saved | (Saved & { readonly conflicts: readonly Conflict[] })

interface Saved {
  /** With a conflict, every other field sent was saved, and both texts of each conflict are kept. */
  readonly state: 'saved' | 'conflict'
  readonly revision: number
  /** Time of day, to be shown: "10:42". */
  readonly savedAt: string
  /** Where the assessment stands now, for `[data-save-summary]`. */
  readonly summary?: string
  /** Names of the fields this save changed; empty when the server had them already. */
  readonly changed?: readonly string[]
}

export interface Conflict {
  readonly id: string
  readonly field: string
  readonly fieldLabel: string
  readonly yours: string
  readonly theirs: string
  /** Who wrote theirs, and when. */
  readonly by?: string
  readonly at?: string
  /** Where the person chooses. */
  readonly href: string
}

/** Replies 401, 403, 409 and 422. After 5xx and anything unexpected the save is sent again. */
export type SaveProblem =
  | { readonly problem: 'signed-out' }
  | { readonly problem: 'forged' | 'not-allowed' }
  | { readonly problem: 'stale'; readonly message: string }
  | { readonly problem: 'invalid'; readonly errors: Readonly<Record<string, string>> }
