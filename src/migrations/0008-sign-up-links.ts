import type { Kysely } from 'kysely'

/** Links by which somebody who has no account yet signs up, kept as digests. They are mailed before there is a person. */
export const signUpLinks = {
  name: '0008-sign-up-links',
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable('sign_up_link')
      .addColumn('digest', 'text', (c) => c.primaryKey())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('email', 'text', (c) => c.notNull())
      .addColumn('next', 'text')
      .addColumn('sent_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('sign_up_link_email').on('sign_up_link').column('email').execute()
  },
}
