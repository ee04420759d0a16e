import { type Kysely, sql } from 'kysely'

/**
 * Links that are mailed to a person, kept as digests. Whoever has chosen a passphrase through a mailed link has shown that the
 * address is theirs.
 */
export const mailedLinks = {
  name: '0002-mailed-links',
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable('mailed_link')
      .addColumn('digest', 'text', (c) => c.primaryKey())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('sent_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('mailed_link_person').on('mailed_link').column('person_id').execute()
    await sql`
      update person set email_verified = true
      where closed_at is null and id in (
        select substr(subject, 8) from activity
        where organisation_id = '00000000-0000-0000-0000-000000000000' and action = 'passphrase.reset'
      )`.execute(db)
    // The sign-in library kept the links it had mailed in the clear. They worked for an hour.
    await sql`delete from verification`.execute(db)
  },
}
