import type { Instant } from '../../platform/index.ts'

/** An organisation's logo, for the front of its reports. */
export interface ReportLogoTable {
  organisation_id: string
  type: string
  /** Base64: small, and gone with the organisation. */
  content: string
  width: number
  height: number
  set_at: Instant
  set_by: string
}

/** The foreword of an assessment's report. */
export interface ReportForewordTable {
  organisation_id: string
  assessment_id: string
  foreword: string
  /** Whose words they are: a name, and what they do. */
  signed_by: string
  /** Counts changes, so that a form can say which version it was made from. */
  revision: number
  changed_at: Instant
  changed_by: string
}

declare module '../../platform/database/tables.ts' {
  interface OwnedTables {
    report_logo: ReportLogoTable
    report_foreword: ReportForewordTable
  }
}
