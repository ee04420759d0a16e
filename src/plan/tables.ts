import type { Day, Instant } from '../platform/index.ts'

export interface DevelopmentActionTable {
  organisation_id: string
  id: string
  /** Opaque here: the id of the assessment that the plan began with. */
  plan_id: string
  /** Indicator of the plan's edition: `6.3`. */
  indicator_id: string
  action: string
  /** Empty while nobody is named. */
  by_whom: string
  by_when: Day | null
  /** Priority id of the edition. */
  priority: string | null
  /** Place in the plan; no two actions of a plan share one. */
  position: number
  completed_on: Day | null
  what_changed: string
  /** Counts changes, so that a form can say which version it was made from. */
  revision: number
  added_at: Instant
  /** Kept after it is removed, so that removing can be undone. */
  removed_at: Instant | null
}

declare module '../platform/database/tables.ts' {
  interface OwnedTables {
    development_action: DevelopmentActionTable
  }
}
