/** Addresses of pages that other capabilities own; given by `app.tsx`, which knows them all. */
export interface AssessmentLinks {
  results(at: { readonly organisation: string; readonly assessment: string }): string
  /** Of a plan, which two assessments may share: `Assessment.planId`. */
  plan(at: { readonly organisation: string; readonly plan: string }): string
}
