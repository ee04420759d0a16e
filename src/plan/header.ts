import type { Edition } from '../frameworks/index.ts'
import type { Day, Owned } from '../platform/index.ts'

/** What stands above a plan. The plan does not know what it belongs to; the program connects it to what does. */
export interface PlanHeader {
  /** What the plan is of: "Assessment started 4 March 2026". */
  readonly title: string
  readonly editionId: string
  readonly edition: Edition
  /** Its words as they are in use now: whom to ask for help. */
  readonly framework?: Edition
  readonly completedOn: Day | null
  readonly completedBy: string | null
  readonly nextReviewOn: Day | null
  readonly reviewedBy: string | null
  readonly back: { readonly href: string; readonly text: string }
  /** The plan to print, to send and to work on elsewhere. */
  readonly downloads: readonly { readonly href: string; readonly text: string }[]
}

/** Finds what stands above a plan; null where the organisation has no such plan. */
export type FindHeader = (own: Owned, planId: string) => Promise<PlanHeader | null>
