/** Pages other than the assessment's own that lead to its plan. */
export type PlanFrom = 'assessments' | 'overview' | 'results'

interface At {
  readonly organisation: string
  readonly assessment: string
}

/** Where a plan is, which two assessments may share: `Assessment.planId`. */
interface PlanAt {
  readonly organisation: string
  readonly plan: string
}

/** Addresses of pages that other capabilities own; given by `app.tsx`, which knows them all. */
export interface AssessmentLinks {
  results(at: At): string
  /** @param from where somebody comes from, to go back to; null for the assessment's own page */
  plan(at: PlanAt, from: PlanFrom | null): string
}
