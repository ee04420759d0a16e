import { type Kysely, sql } from 'kysely'

/** Small pictures of evidence that is a picture, kept among the files under their own digests. */
export const previews = {
  name: '0006-previews',
  async up(db: Kysely<never>): Promise<void> {
    // `made`, or `none` where none can be; null where nobody has tried.
    for (const [column, type] of [
      ['preview', 'text'],
      ['preview_sha256', 'text'],
      ['preview_width', 'integer'],
      ['preview_height', 'integer'],
    ] as const)
      await db.schema.alterTable('evidence').addColumn(column, type).execute()
    // What the sweep of files asks: is this file anyone's preview?
    await sql`create index evidence_preview on evidence (preview_sha256) where preview_sha256 is not null`.execute(db)
  },
}
