import type { Kysely } from 'kysely'

/** How many bytes of files the whole server keeps, and has taken lately: counted here, so that every process counts together. */
export const fileSpace = {
  name: '0003-file-space',
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable('file_space')
      .addColumn('counted', 'text', (c) => c.primaryKey())
      .addColumn('bytes', 'bigint', (c) => c.notNull())
      .addColumn('resets_at', 'text')
      .execute()
  },
}
