import type { OrganisationRecord } from '../accounts/index.ts'

/**
 * The account an organisation gives of itself: everything that is sealed when an assessment is completed, and everything
 * that reports, exports and result pages are made from. Plain JSON values only, so that it can be written canonically.
 * Private notes are never part of it.
 */
export interface AssessmentRecord {
  readonly format: 'mentormark-assessment/1'
  readonly assessmentId: string
  readonly organisation: OrganisationRecord
  /** Null when the assessment is about everything the organisation does. */
  readonly programme: string | null
  readonly framework: FrameworkRecord
  readonly scope: 'all' | 'core'
  /** The completed assessment that this one goes on from. Not there in one that begins by itself, nor in records sealed before. */
  readonly continues?: ContinuedRecord
  /** Name of the person leading the assessment. */
  readonly lead: string
  /** ISO date. */
  readonly startedOn: string
  /** 1 for the first; each correction of a completed assessment makes the next. */
  readonly revision: number
  /** Why this revision was made; null for the first. */
  readonly revisionReason: string | null
  /** Null while in progress. */
  readonly completion: CompletionRecord | null
  readonly exemptions: readonly ExemptionRecord[]
  /** In the edition's order, only the indicators in scope, exempt ones included. */
  readonly answers: readonly AnswerRecord[]
  /** In the plan's order. */
  readonly actions: readonly ActionRecord[]
}

export interface ContinuedRecord {
  readonly assessmentId: string
  readonly revision: number
  /** Of that revision's record, lower-case hex. */
  readonly sha256: string
  /** ISO date. */
  readonly completedOn: string
}

export interface FrameworkRecord {
  readonly id: string
  readonly edition: string
  readonly title: string
  readonly publisher: string
  readonly digest: string
}

export interface CompletionRecord {
  /** ISO date. */
  readonly completedOn: string
  readonly completedBy: string
  readonly completedByRole: string
  /** ISO date. */
  readonly nextReviewOn: string
  readonly reviewedBy: string | null
}

export interface ExemptionRecord {
  readonly standard: number
  readonly mark: string
  readonly level: string
  /** ISO date. */
  readonly awardedOn: string
  /** ISO date. */
  readonly expiresOn: string | null
  /** The certificate, or where it is kept. */
  readonly certificate: readonly EvidenceRecord[]
}

export interface AnswerRecord {
  readonly indicatorId: string
  readonly standard: number
  readonly core: boolean
  readonly statement: string
  /** Closed by an exemption: its earlier answer is kept but does not count. */
  readonly exempt: boolean
  /** Rating id of the edition, or null. */
  readonly rating: string | null
  /** The reason, where the organisation says this indicator is less relevant to how it mentors. */
  readonly lessRelevantBecause: string | null
  readonly evidence: string
  readonly examplesHeld: readonly string[]
  readonly items: readonly EvidenceRecord[]
  /** There when the answer is still as it came from the assessment that this one goes on from. */
  readonly carriedOver?: true
}

export type EvidenceRecord =
  | { readonly kind: 'link'; readonly title: string; readonly url: string }
  | { readonly kind: 'place'; readonly title: string; readonly place: string }
  | { readonly kind: 'file'; readonly title: string; readonly name: string; readonly bytes: number; readonly sha256: string }

export interface ActionRecord {
  readonly id: string
  readonly indicatorId: string
  readonly action: string
  readonly byWhom: string
  /** ISO date, or null when none is set yet. */
  readonly byWhen: string | null
  /** Priority id of the edition, or null. */
  readonly priority: string | null
  /** ISO date, or null while open. */
  readonly completedOn: string | null
  readonly whatChanged: string
}

export type { OrganisationRecord }
