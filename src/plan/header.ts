import type { Edition } from '../frameworks/index.ts'
import type { Day, Owned } from '../platform/index.ts'

/** A way back: where it leads, and what it is called. */
export interface Back {
  readonly href: string
  readonly text: string
}

/**
 * The pages of other capabilities that lead to the plan or to one of its actions, and are gone back to. An address says which of
 * them it was, and nothing else: where each is, the program knows, so that nobody can be led anywhere else.
 */
export const ORIGINS = ['indicator', 'results', 'assessments', 'overview'] as const
export type Origin = (typeof ORIGINS)[number]

/** What stands above a plan. The plan does not know what it belongs to; the program connects it to what does. */
export interface PlanHeader {
  /** What the plan is of, with its year: "Stepping Stones, 2026". */
  readonly title: string
  readonly editionId: string
  readonly edition: Edition
  /** Its words as they are in use now: whom to ask for help. */
  readonly framework?: Edition
  readonly completedOn: Day | null
  readonly completedBy: string | null
  readonly nextReviewOn: Day | null
  readonly reviewedBy: string | null
  /** Where the plan leads back to, for whoever did not come from anywhere in particular. */
  readonly back: Back
  /** The plan to print, to send and to work on elsewhere. */
  readonly downloads: readonly { readonly href: string; readonly text: string }[]
  /**
   * The page of an indicator; null for one that has none here.
   * @param removed an action that was just removed there, to be offered back
   */
  indicator(id: string, removed?: string): string | null
  /** The other pages that lead here. */
  readonly origins: Readonly<Record<Exclude<Origin, 'indicator'>, Back>>
}

/** Finds what stands above a plan; null where the organisation has no such plan. */
export type FindHeader = (own: Owned, planId: string) => Promise<PlanHeader | null>
