interface At {
  readonly organisation: string
  readonly assessment: string
}

/** Addresses of pages that other capabilities own; given by `app.tsx`, which knows them all. */
export interface AssessmentLinks {
  results(at: At): string
  plan(at: At): string
}
