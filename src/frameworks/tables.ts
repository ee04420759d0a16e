export interface FrameworkEditionTable {
  framework_id: string
  edition: string
  /** SHA-256 of `content`. */
  digest: string
  /** The pack's own content in canonical JSON. */
  content: string
  loaded_at: string
  /** When other words took its place; null for the words in use. What was pinned to it goes on reading it. */
  superseded_at: string | null
}

declare module '../platform/database/tables.ts' {
  interface SharedTables {
    framework_edition: FrameworkEditionTable
  }
}
