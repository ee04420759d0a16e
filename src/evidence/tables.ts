import type { Instant } from '../platform/index.ts'

export interface EvidenceTable {
  organisation_id: string
  id: string
  /** What it is about, as a path of ids: `assessment/0193…/indicator/2.3`. Opaque here. */
  subject: string
  /** `link`, `place` or `file`. */
  kind: string
  title: string
  url: string | null
  place: string | null
  file_name: string | null
  /** Media type by our own look at the content. */
  file_type: string | null
  file_bytes: number | null
  file_sha256: string | null
  /** `made`, or `none` where a picture can't have one; null where nobody has asked for it yet. */
  preview: string | null
  preview_sha256: string | null
  /** In pixels, as it is seen. */
  preview_width: number | null
  preview_height: number | null
  /** Person's id, or `system:` and a name. */
  added_by: string
  added_at: Instant
  /** Kept after it is removed, so that removing can be undone. */
  removed_at: Instant | null
}

declare module '../platform/database/tables.ts' {
  interface OwnedTables {
    evidence: EvidenceTable
  }
}
