import { type Kysely, sql } from 'kysely'

type Row = Record<string, string | number | null>
type Any = Kysely<Record<string, Row>>

/**
 * Corrections that can be discarded, assessments that go on from another, and names that tell two of one year apart. A correction
 * that is open already is taken up as if it had been opened under this version.
 */
export const corrections = {
  name: '0004-corrections',
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable('correction')
      .addColumn('organisation_id', 'text', (c) => c.notNull())
      .addColumn('assessment_id', 'text', (c) => c.notNull())
      .addColumn('opening', 'integer', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('opened_by', 'text', (c) => c.notNull())
      .addColumn('opened_at', 'text', (c) => c.notNull())
      .addColumn('opened_with', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text')
      .addColumn('closed_by', 'text')
      .addColumn('closed_at', 'text')
      .addColumn('closed_with', 'text')
      .addColumn('changed', 'text')
      .addPrimaryKeyConstraint('correction_pk', ['organisation_id', 'assessment_id', 'opening'])
      .addForeignKeyConstraint(
        'correction_assessment',
        ['organisation_id', 'assessment_id'],
        'assessment',
        ['organisation_id', 'id'],
        (c) => c.onDelete('cascade'),
      )
      .execute()

    const assessment = (column: string, type: 'text' | 'integer', value?: string | number) =>
      db.schema
        .alterTable('assessment')
        .addColumn(column, type, (c) => (value === undefined ? c : c.notNull().defaultTo(value)))
        .execute()
    await assessment('opening', 'integer', 0)
    await assessment('ordinal', 'integer', 1)
    await assessment('plan_id', 'text', '')
    await assessment('began_with', 'text', '')
    await assessment('continues_id', 'text')
    await assessment('continues_revision', 'integer')
    await assessment('continues_completed_on', 'text')
    await db.schema
      .alterTable('answer')
      .addColumn('carried', 'text', (c) => c.notNull().defaultTo(''))
      .execute()
    await db.schema.createIndex('assessment_plan').on('assessment').columns(['organisation_id', 'plan_id']).execute()

    await sql`update assessment set opening = revision - 1, plan_id = id, began_with = scope`.execute(db)
    await numberNamesakes(db as unknown as Any)
    await takeUpOpenCorrections(db as unknown as Any)
  },
}

/** The second of the same name in one year becomes "(2)", in the order in which they were started. */
async function numberNamesakes(db: Any): Promise<void> {
  const rows = await db
    .selectFrom('assessment')
    .select(['organisation_id', 'id', 'programme', 'started_at'])
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  const known = new Map<string, number>()
  for (const { organisation_id, id, programme, started_at } of rows) {
    const name = JSON.stringify([
      organisation_id,
      String(programme ?? 'All our mentoring').toLowerCase(),
      String(started_at).slice(0, 4),
    ])
    const ordinal = (known.get(name) ?? 0) + 1
    known.set(name, ordinal)
    if (ordinal === 1) continue
    await db
      .updateTable('assessment')
      .set({ ordinal })
      .where('organisation_id', '=', organisation_id ?? null)
      .where('id', '=', id ?? null)
      .execute()
  }
}

/**
 * What was sealed last stands in the foreground again, and the correction can be discarded: how things stood when it was opened is
 * told from the seal and from what was saved by then.
 */
async function takeUpOpenCorrections(db: Any): Promise<void> {
  const open = await db
    .selectFrom('assessment')
    .selectAll()
    .where('status', '=', 'in-progress')
    .where('revision', '>', 1)
    .execute()
  for (const row of open) {
    const one = (table: string, assessment: 'assessment_id' | 'id' = 'assessment_id') =>
      db
        .selectFrom(table)
        .where('organisation_id', '=', row.organisation_id ?? null)
        .where(assessment, '=', row.id ?? null)
    const seal = await one('sealed_assessment')
      .select(['content', 'sealed_at'])
      .where('revision', '=', Number(row.revision) - 1)
      .executeTakeFirst()
    if (!seal) continue
    const sealedAt = String(seal.sealed_at)
    const record = JSON.parse(String(seal.content)) as Sealed
    if (!record.completion) continue

    const saves = await one('answer_change')
      .select(({ fn }) => ['indicator_id', fn.max('revision').as('revision')])
      .where('at', '<=', sealedAt)
      .groupBy('indicator_id')
      .execute()
    const subject = `assessment/${row.id}/`
    const evidence = await db
      .selectFrom('evidence')
      .select('id')
      .where('organisation_id', '=', row.organisation_id ?? null)
      .where(sql<string>`substr(subject, 1, ${sql.lit(subject.length)})`, '=', subject)
      .where('added_at', '<=', sealedAt)
      .where(({ eb, or }) => or([eb('removed_at', 'is', null), eb('removed_at', '>', sealedAt)]))
      .execute()
    const waiting = await one('answer_conflict')
      .select('id')
      .where('at', '<=', sealedAt)
      .where(({ eb, or }) => or([eb('settled_at', 'is', null), eb('settled_at', '>', sealedAt)]))
      .execute()
    const exemptions = await one('exemption').selectAll().execute()
    const reopened = await db
      .selectFrom('activity')
      .select(['actor', 'at'])
      .where('organisation_id', '=', row.organisation_id ?? null)
      .where('action', '=', 'assessment.reopened')
      .where('subject', '=', `assessment/${row.id}`)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    await db
      .insertInto('correction')
      .values({
        organisation_id: row.organisation_id ?? null,
        assessment_id: row.id ?? null,
        opening: Number(row.opening),
        revision: Number(row.revision),
        reason: row.revision_reason ?? '',
        opened_by: reopened?.actor ?? '',
        opened_at: reopened?.at ?? sealedAt,
        opened_with: JSON.stringify({
          answers: Object.fromEntries(saves.map((each) => [each.indicator_id, { revision: Number(each.revision) }])),
          unsettled: waiting.map(({ id }) => id),
          evidence: evidence.map(({ id }) => id),
          exemptions: exemptionsSealed(record, exemptions, sealedAt),
          programme: record.programme,
          lead: record.lead,
          scope: record.scope,
          revisionReason: record.revisionReason,
        }),
      })
      .execute()
    const { completedOn, completedBy, completedByRole, nextReviewOn, reviewedBy } = record.completion
    await db
      .updateTable('assessment')
      .set({
        completed_on: completedOn,
        completed_by: completedBy,
        completed_by_role: completedByRole,
        next_review_on: nextReviewOn,
        reviewed_by: reviewedBy,
      })
      .where('organisation_id', '=', row.organisation_id ?? null)
      .where('id', '=', row.id ?? null)
      .execute()
  }
}

interface Mark {
  readonly standard: number
  readonly mark: string
  readonly level: string
  readonly awardedOn: string
  readonly expiresOn: string | null
}

/** What this needs of a sealed record. */
interface Sealed {
  readonly programme: string | null
  readonly lead: string
  readonly scope: string
  readonly revisionReason: string | null
  readonly exemptions: readonly Mark[]
  readonly completion: {
    readonly completedOn: string
    readonly completedBy: string
    readonly completedByRole: string
    readonly nextReviewOn: string
    readonly reviewedBy: string | null
  } | null
}

/** The marks on the record, which has those alone that held; and what was recorded by then of marks that did not. */
function exemptionsSealed(record: Sealed, rows: readonly Row[], sealedAt: string) {
  const sealed = record.exemptions.map(({ standard, mark, level, awardedOn, expiresOn }) => {
    return { standard, mark, level, awardedOn, expiresOn, recordedAt: sealedAt }
  })
  const others = rows
    .filter((row) => String(row.recorded_at) <= sealedAt && !sealed.some(({ standard }) => standard === Number(row.standard)))
    .map((row) => ({
      standard: Number(row.standard),
      mark: row.mark,
      level: row.level,
      awardedOn: row.awarded_on,
      expiresOn: row.expires_on,
      recordedAt: row.recorded_at,
    }))
  return [...sealed, ...others].sort((a, b) => a.standard - b.standard)
}
