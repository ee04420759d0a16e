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
  | { readonly state: 'saved'; readonly revision: number; readonly savedAt: string; readonly summary?: string }
  | {
      readonly state: 'conflict'
      readonly revision: number
      readonly savedAt: string
      readonly summary?: string
      /** Both texts of each are kept on the server; every other field sent was saved. */
      readonly conflicts: readonly Conflict[]
    }

export interface Conflict {
  readonly id: string
  readonly field: string
  readonly fieldLabel: string
  readonly yours: string
  readonly theirs: string
  readonly by: string
  readonly at: string
  /** Where the person chooses. */
  readonly href: string
}

/** Replies other than 200; 5xx and anything unexpected is tried again. */
export type SaveProblem =
  | { readonly problem: 'signed-out' }
  | { readonly problem: 'forged' | 'not-allowed' }
  | { readonly problem: 'stale'; readonly message: string }
  | { readonly problem: 'invalid'; readonly errors: Readonly<Record<string, string>> }
