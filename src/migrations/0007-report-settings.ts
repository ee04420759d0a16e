import type { Kysely } from 'kysely'

/** What an organisation puts at the front of its reports: a logo for all of them, and a foreword for each. */
export const reportSettings = {
  name: '0007-report-settings',
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable('report_logo')
      .addColumn('organisation_id', 'text', (c) => c.primaryKey().references('organisation.id').onDelete('cascade'))
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('width', 'integer', (c) => c.notNull())
      .addColumn('height', 'integer', (c) => c.notNull())
      .addColumn('set_at', 'text', (c) => c.notNull())
      .addColumn('set_by', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('report_foreword')
      .addColumn('organisation_id', 'text', (c) => c.notNull())
      .addColumn('assessment_id', 'text', (c) => c.notNull())
      .addColumn('foreword', 'text', (c) => c.notNull())
      .addColumn('signed_by', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('changed_at', 'text', (c) => c.notNull())
      .addColumn('changed_by', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('report_foreword_pk', ['organisation_id', 'assessment_id'])
      .addForeignKeyConstraint(
        'report_foreword_assessment',
        ['organisation_id', 'assessment_id'],
        'assessment',
        ['organisation_id', 'id'],
        (c) => c.onDelete('cascade'),
      )
      .execute()
  },
}
