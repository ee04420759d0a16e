import { type Kysely, sql } from 'kysely'

type Engine = 'sqlite' | 'postgres'

/**
 * The first schema. Instants and days are text that sorts (ISO 8601, UTC), lists are JSON text, so that both databases hold
 * and compare the same values; only the sign-in library's own tables use the engine's types, because it does.
 */
export const first = {
  name: '0001-first',
  async up(db: Kysely<never>, engine: Engine): Promise<void> {
    const libraryTime = engine === 'sqlite' ? 'text' : 'timestamptz'
    const libraryFlag = engine === 'sqlite' ? 'integer' : 'boolean'
    const schema = db.schema

    // What no single organisation owns.
    await schema
      .createTable('mail')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('recipient', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('queued_at', 'text', (c) => c.notNull())
      .addColumn('sent_at', 'text')
      .addColumn('try_after', 'text')
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('last_error', 'text')
      .execute()
    await schema.createIndex('mail_recipient').on('mail').column('recipient').execute()
    await sql`create index mail_waiting on mail (try_after) where try_after is not null`.execute(db)

    await schema
      .createTable('person')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('email', 'text', (c) => c.notNull().unique())
      .addColumn('email_verified', libraryFlag, (c) => c.notNull())
      .addColumn('image', 'text')
      .addColumn('created_at', libraryTime, (c) => c.notNull())
      .addColumn('updated_at', libraryTime, (c) => c.notNull())
      // Set when the account was closed: then only the id is left, for what it wrote.
      .addColumn('closed_at', 'text')
      .execute()
    await schema
      .createTable('session')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('token', 'text', (c) => c.notNull().unique())
      .addColumn('person_id', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('expires_at', libraryTime, (c) => c.notNull())
      .addColumn('created_at', libraryTime, (c) => c.notNull())
      .addColumn('updated_at', libraryTime, (c) => c.notNull())
      .addColumn('ip_address', 'text')
      .addColumn('user_agent', 'text')
      .execute()
    await schema.createIndex('session_person').on('session').column('person_id').execute()
    await schema
      .createTable('sign_in_method')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('account_id', 'text', (c) => c.notNull())
      .addColumn('provider_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('access_token', 'text')
      .addColumn('refresh_token', 'text')
      .addColumn('id_token', 'text')
      .addColumn('access_token_expires_at', libraryTime)
      .addColumn('refresh_token_expires_at', libraryTime)
      .addColumn('scope', 'text')
      .addColumn('password', 'text')
      .addColumn('created_at', libraryTime, (c) => c.notNull())
      .addColumn('updated_at', libraryTime, (c) => c.notNull())
      .execute()
    await schema.createIndex('sign_in_method_person').on('sign_in_method').column('person_id').execute()
    await schema
      .createTable('verification')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('identifier', 'text', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('expires_at', libraryTime, (c) => c.notNull())
      .addColumn('created_at', libraryTime, (c) => c.notNull())
      .addColumn('updated_at', libraryTime, (c) => c.notNull())
      .execute()
    await schema.createIndex('verification_value').on('verification').column('value').execute()
    await schema.createIndex('verification_identifier').on('verification').column('identifier').execute()
    await schema
      .createTable('throttle')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addColumn('resets_at', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('throttle_resets_at').on('throttle').column('resets_at').execute()

    await schema
      .createTable('organisation')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('kind', 'text')
      .addColumn('registrations', 'text', (c) => c.notNull())
      .addColumn('areas', 'text', (c) => c.notNull())
      .addColumn('models', 'text', (c) => c.notNull())
      .addColumn('mentors_per_year', 'text')
      .addColumn('young_people_per_year', 'text')
      .addColumn('marks', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .execute()
    await schema
      .createTable('membership')
      .addColumn('organisation_id', 'text', (c) => c.notNull().references('organisation.id').onDelete('cascade'))
      .addColumn('person_id', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('membership_pk', ['organisation_id', 'person_id'])
      .execute()
    await schema.createIndex('membership_person').on('membership').column('person_id').execute()

    await schema
      .createTable('framework_edition')
      .addColumn('framework_id', 'text', (c) => c.notNull())
      .addColumn('edition', 'text', (c) => c.notNull())
      .addColumn('digest', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('loaded_at', 'text', (c) => c.notNull())
      .addColumn('superseded_at', 'text')
      .addPrimaryKeyConstraint('framework_edition_pk', ['framework_id', 'edition', 'digest'])
      .execute()

    // What an organisation owns: its id leads every primary key.
    await schema
      .createTable('activity')
      .addColumn('organisation_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('detail', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('activity_pk', ['organisation_id', 'id'])
      .execute()

    // What was done by and to a person, outside any organisation: asked for when they download what is held about them.
    await sql`create index activity_person on activity (subject) where organisation_id = '00000000-0000-0000-0000-000000000000'`.execute(
      db,
    )

    await schema
      .createTable('evidence')
      .addColumn('organisation_id', 'text', (c) => c.notNull().references('organisation.id').onDelete('cascade'))
      .addColumn('id', 'text', (c) => c.notNull())
      // Ordered byte by byte, so that everything under one path of ids is one range of the index.
      .addColumn('subject', engine === 'sqlite' ? 'text' : sql`text collate "C"`, (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('url', 'text')
      .addColumn('place', 'text')
      .addColumn('file_name', 'text')
      .addColumn('file_type', 'text')
      .addColumn('file_bytes', 'integer')
      .addColumn('file_sha256', 'text')
      .addColumn('added_by', 'text', (c) => c.notNull())
      .addColumn('added_at', 'text', (c) => c.notNull())
      .addColumn('removed_at', 'text')
      .addPrimaryKeyConstraint('evidence_pk', ['organisation_id', 'id'])
      .execute()
    await schema.createIndex('evidence_subject').on('evidence').columns(['organisation_id', 'subject']).execute()
    // What the sweep of files asks: is this file anyone's, and what was removed long ago?
    await sql`create index evidence_file on evidence (file_sha256) where file_sha256 is not null`.execute(db)
    await sql`create index evidence_removed on evidence (removed_at) where removed_at is not null`.execute(db)

    await schema
      .createTable('development_action')
      .addColumn('organisation_id', 'text', (c) => c.notNull().references('organisation.id').onDelete('cascade'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('plan_id', 'text', (c) => c.notNull())
      .addColumn('indicator_id', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('by_whom', 'text', (c) => c.notNull())
      .addColumn('by_when', 'text')
      .addColumn('priority', 'text')
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('completed_on', 'text')
      .addColumn('what_changed', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('added_at', 'text', (c) => c.notNull())
      .addColumn('removed_at', 'text')
      .addPrimaryKeyConstraint('development_action_pk', ['organisation_id', 'id'])
      .execute()
    await schema
      .createIndex('development_action_plan')
      .on('development_action')
      .columns(['organisation_id', 'plan_id', 'position'])
      .execute()

    await schema
      .createTable('assessment')
      .addColumn('organisation_id', 'text', (c) => c.notNull().references('organisation.id').onDelete('cascade'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('framework_id', 'text', (c) => c.notNull())
      .addColumn('edition', 'text', (c) => c.notNull())
      .addColumn('digest', 'text', (c) => c.notNull())
      .addColumn('programme', 'text')
      .addColumn('scope', 'text', (c) => c.notNull())
      .addColumn('lead', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('revision_reason', 'text')
      .addColumn('started_at', 'text', (c) => c.notNull())
      .addColumn('completed_on', 'text')
      .addColumn('completed_by', 'text')
      .addColumn('completed_by_role', 'text')
      .addColumn('next_review_on', 'text')
      .addColumn('reviewed_by', 'text')
      .addPrimaryKeyConstraint('assessment_pk', ['organisation_id', 'id'])
      .execute()

    await schema
      .createTable('answer')
      .addColumn('organisation_id', 'text', (c) => c.notNull())
      .addColumn('assessment_id', 'text', (c) => c.notNull())
      .addColumn('indicator_id', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('rating', 'text', (c) => c.notNull())
      .addColumn('evidence', 'text', (c) => c.notNull())
      .addColumn('examples', 'text', (c) => c.notNull())
      .addColumn('less_relevant_reason', 'text', (c) => c.notNull())
      .addColumn('notes', 'text', (c) => c.notNull())
      .addColumn('skipped', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addColumn('updated_by', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('answer_pk', ['organisation_id', 'assessment_id', 'indicator_id'])
      .addForeignKeyConstraint(
        'answer_assessment',
        ['organisation_id', 'assessment_id'],
        'assessment',
        ['organisation_id', 'id'],
        (c) => c.onDelete('cascade'),
      )
      .execute()
    await schema
      .createTable('answer_change')
      .addColumn('organisation_id', 'text', (c) => c.notNull())
      .addColumn('assessment_id', 'text', (c) => c.notNull())
      .addColumn('indicator_id', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('field', 'text', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('answer_change_pk', ['organisation_id', 'assessment_id', 'indicator_id', 'revision', 'field'])
      .addForeignKeyConstraint(
        'answer_change_assessment',
        ['organisation_id', 'assessment_id'],
        'assessment',
        ['organisation_id', 'id'],
        (c) => c.onDelete('cascade'),
      )
      .execute()
    await schema
      .createTable('answer_conflict')
      .addColumn('organisation_id', 'text', (c) => c.notNull())
      .addColumn('assessment_id', 'text', (c) => c.notNull())
      .addColumn('indicator_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('field', 'text', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('based_on', 'integer', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('settled_at', 'text')
      .addPrimaryKeyConstraint('answer_conflict_pk', ['organisation_id', 'assessment_id', 'indicator_id', 'id'])
      .addForeignKeyConstraint(
        'answer_conflict_assessment',
        ['organisation_id', 'assessment_id'],
        'assessment',
        ['organisation_id', 'id'],
        (c) => c.onDelete('cascade'),
      )
      .execute()
    await schema
      .createTable('exemption')
      .addColumn('organisation_id', 'text', (c) => c.notNull())
      .addColumn('assessment_id', 'text', (c) => c.notNull())
      .addColumn('standard', 'integer', (c) => c.notNull())
      .addColumn('mark', 'text', (c) => c.notNull())
      .addColumn('level', 'text', (c) => c.notNull())
      .addColumn('awarded_on', 'text', (c) => c.notNull())
      .addColumn('expires_on', 'text')
      .addColumn('recorded_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('exemption_pk', ['organisation_id', 'assessment_id', 'standard'])
      .addForeignKeyConstraint(
        'exemption_assessment',
        ['organisation_id', 'assessment_id'],
        'assessment',
        ['organisation_id', 'id'],
        (c) => c.onDelete('cascade'),
      )
      .execute()
    await schema
      .createTable('sealed_assessment')
      .addColumn('organisation_id', 'text', (c) => c.notNull())
      .addColumn('assessment_id', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('sealed_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('sealed_assessment_pk', ['organisation_id', 'assessment_id', 'revision'])
      .addForeignKeyConstraint(
        'sealed_assessment_assessment',
        ['organisation_id', 'assessment_id'],
        'assessment',
        ['organisation_id', 'id'],
        (c) => c.onDelete('cascade'),
      )
      .execute()
  },
}
