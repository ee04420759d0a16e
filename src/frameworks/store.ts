import type { Instant } from '../platform/clock.ts'
import type { ReaderOrTx, Tx } from '../platform/database/tables.ts'
import type { Edition } from './edition.ts'
import { editionFromJson } from './pack/compiled.ts'

/** An edition as lists show it. */
export interface EditionListed {
  readonly id: string
  readonly edition: string
  readonly title: string
  readonly publisher: string
  readonly digest: string
  readonly loadedAt: Instant
}

/** Editions already read, by digest: a digest never means another content, so nothing here grows stale. */
const known = new Map<string, Edition>()
const MOST_KNOWN = 50

/** Every edition, by framework and then by edition. */
export async function listEditions(db: ReaderOrTx): Promise<readonly EditionListed[]> {
  const rows = await db
    .selectFrom('framework_edition')
    .select(['framework_id', 'edition', 'digest', 'loaded_at'])
    .orderBy('framework_id')
    .orderBy('edition')
    .execute()
  const listed: EditionListed[] = []
  for (const row of rows) {
    const edition = await editionOf(db, row)
    const { id, title, publisher, digest } = edition
    listed.push({ id, edition: edition.edition, title, publisher, digest, loadedAt: row.loaded_at })
  }
  return listed
}

/** The edition as it is now, or null where there is none of that name. */
export async function findEdition(db: ReaderOrTx, id: string, edition: string): Promise<Edition | null> {
  const row = await db
    .selectFrom('framework_edition')
    .select(['framework_id', 'edition', 'digest'])
    .where('framework_id', '=', id)
    .where('edition', '=', edition)
    .executeTakeFirst()
  return row ? editionOf(db, row) : null
}

async function editionOf(
  db: ReaderOrTx,
  row: { readonly framework_id: string; readonly edition: string; readonly digest: string },
): Promise<Edition> {
  const ready = known.get(row.digest)
  if (ready) return ready
  // The words may be replaced between the two queries; what is read now is current all the same.
  const { content, digest } = await db
    .selectFrom('framework_edition')
    .select(['content', 'digest'])
    .where('framework_id', '=', row.framework_id)
    .where('edition', '=', row.edition)
    .executeTakeFirstOrThrow()
  const edition = editionFromJson(content)
  if (edition.digest !== digest) {
    throw new Error(
      `The framework ${row.framework_id}, edition ${row.edition}, was changed in the database: its digest does not fit.`,
    )
  }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(digest, edition)
  return edition
}

/** Adds an edition, or puts its new words in the place of the old. */
export async function putEdition(tx: Tx, edition: Edition, content: string, at: Instant): Promise<void> {
  await tx
    .insertInto('framework_edition')
    .values({ framework_id: edition.id, edition: edition.edition, digest: edition.digest, content, loaded_at: at })
    .onConflict((conflict) =>
      conflict.columns(['framework_id', 'edition']).doUpdateSet({ digest: edition.digest, content, loaded_at: at }),
    )
    .execute()
}
