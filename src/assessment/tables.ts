import type { AnswerState } from './rules.ts'

export interface AssessmentTable {
  organisation_id: string
  id: string
  framework_id: string
  edition: string
  /** The very words of the edition it is pinned to, by their digest. */
  digest: string
  /** Newer words of that edition that its lead chose not to take; null for none. */
  declined_digest: string | null
  /** Null when it is about everything the organisation does. */
  programme: string | null
  scope: 'all' | 'core'
  /** Name of who leads it. */
  lead: string
  status: 'in-progress' | 'complete'
  /** 1, and one more for each correction that is open or completed. The number of a discarded one is used again. */
  revision: number
  revision_reason: string | null
  /** How many corrections have been opened: tells one from the next, also when the first was discarded. */
  opening: number
  started_at: string
  /** 2 for the second of the same name in one year. */
  ordinal: number
  /** Whose development plan is its own: its own id, or that of the assessment whose plan goes on. */
  plan_id: string
  /** The scope it was started with. */
  began_with: 'all' | 'core'
  /** The completed assessment of the core indicators that it goes on from, and which of its revisions. */
  continues_id: string | null
  continues_revision: number | null
  continues_completed_on: string | null
  /** How it was completed last: stays while a correction is open. */
  completed_on: string | null
  completed_by: string | null
  completed_by_role: string | null
  next_review_on: string | null
  reviewed_by: string | null
}

/** The answer as it stands: every field is text, so that its history can be kept field by field. */
export interface AnswerTable {
  organisation_id: string
  assessment_id: string
  indicator_id: string
  /** One more with each save that changed something. */
  revision: number
  /** What the rules make of the rest, so that progress is read without the words. */
  state: AnswerState
  /** Rating id, `less-relevant`, or ''. */
  rating: string
  evidence: string
  /** JSON list of example keys held, sorted. */
  examples: string
  less_relevant_reason: string
  notes: string
  /** `yes` when put off for now. */
  skipped: string
  /** `yes` while it is as it came from the assessment that this one goes on from. */
  carried: string
  updated_at: string
  updated_by: string
}

/** One field of one save. Rows are only ever added. */
export interface AnswerChangeTable {
  organisation_id: string
  assessment_id: string
  indicator_id: string
  revision: number
  field: string
  value: string
  person_id: string
  at: string
}

/** What someone wrote into a field that another had changed meanwhile: kept until somebody chooses. */
export interface AnswerConflictTable {
  organisation_id: string
  assessment_id: string
  indicator_id: string
  id: string
  field: string
  value: string
  based_on: number
  person_id: string
  at: string
  settled_at: string | null
}

export interface ExemptionTable {
  organisation_id: string
  assessment_id: string
  standard: number
  mark: string
  level: string
  awarded_on: string
  expires_on: string | null
  recorded_at: string
}

/** A completed assessment, opened to be corrected: how everything stood then, and how it ended. */
export interface CorrectionTable {
  organisation_id: string
  assessment_id: string
  /** 1 for the first that was opened. */
  opening: number
  /** The revision that it is to become. */
  revision: number
  reason: string
  /** Person's id, or `system:` and a name. */
  opened_by: string
  opened_at: string
  /** JSON: a `Snapshot`. */
  opened_with: string
  outcome: 'completed' | 'discarded' | null
  closed_by: string | null
  closed_at: string | null
  /** JSON, of a discarded one: a `Snapshot` of what was discarded, and the `Changes` that it had made. */
  closed_with: string | null
  changed: string | null
}

export interface SealedAssessmentTable {
  organisation_id: string
  assessment_id: string
  revision: number
  /** Of `content`, lower-case hex. */
  sha256: string
  /** An `AssessmentRecord` in canonical JSON. */
  content: string
  sealed_at: string
}

declare module '../platform/database/tables.ts' {
  interface OwnedTables {
    assessment: AssessmentTable
    answer: AnswerTable
    answer_change: AnswerChangeTable
    answer_conflict: AnswerConflictTable
    exemption: ExemptionTable
    correction: CorrectionTable
    sealed_assessment: SealedAssessmentTable
  }
}
