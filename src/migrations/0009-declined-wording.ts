import type { Kysely } from 'kysely'

/** Newer words of its edition that an assessment's lead has chosen not to take: its page does not offer them again. */
export const declinedWording = {
  name: '0009-declined-wording',
  async up(db: Kysely<never>): Promise<void> {
    await db.schema.alterTable('assessment').addColumn('declined_digest', 'text').execute()
  },
}
