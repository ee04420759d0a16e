import type { Instant } from '../platform/clock.ts'
import type { Database } from '../platform/database/index.ts'
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

/** Editions in use, by database, as they were read last. */
const readLast = new WeakMap<Database, readonly Edition[]>()

/**
 * Every edition with the words in use, from memory: every page says whose framework it is, and asks no database for it. Read at
 * the start, after a pack was loaded, and once a minute, because another process may load one.
 */
export function editionsInUse(db: Database): readonly Edition[] {
  return readLast.get(db) ?? NONE
}

const NONE: readonly Edition[] = []

/** The words of an edition that are in use now, for whom to ask and who publishes it: what is older may name somebody who has gone. */
export function wordsInUse(db: Database, edition: Edition): Edition {
  return editionsInUse(db).find(({ id, edition: label }) => id === edition.id && label === edition.edition) ?? edition
}

/** Brings `editionsInUse` up to date. The list stays the same object for as long as the same words are in use. */
export async function readEditions({ db }: { readonly db: Database }): Promise<void> {
  const rows = await inUse(db.read).select('digest').orderBy('framework_id').orderBy('edition').limit(MOST_KNOWN).execute()
  const before = editionsInUse(db)
  if (rows.length === before.length && rows.every(({ digest }, place) => digest === before[place]?.digest)) return
  const editions: Edition[] = []
  for (const { digest } of rows) editions.push(await pinnedEdition(db.read, digest))
  readLast.set(db, editions)
}

/** Every edition with the words in use, by framework and then by edition. */
export async function listEditions(db: ReaderOrTx): Promise<readonly EditionListed[]> {
  const rows = await inUse(db)
    .select(['framework_id', 'edition', 'digest', 'loaded_at'])
    .orderBy('framework_id')
    .orderBy('edition')
    .execute()
  const listed: EditionListed[] = []
  for (const row of rows) {
    const { id, title, publisher, digest, edition } = await pinnedEdition(db, row.digest)
    listed.push({ id, edition, title, publisher, digest, loadedAt: row.loaded_at })
  }
  return listed
}

/** The edition as it is now, or null where there is none of that name. */
export async function findEdition(db: ReaderOrTx, id: string, edition: string): Promise<Edition | null> {
  const row = await inUse(db).select('digest').where('framework_id', '=', id).where('edition', '=', edition).executeTakeFirst()
  return row ? pinnedEdition(db, row.digest) : null
}

/**
 * The edition an assessment is pinned to, in the words it had when the assessment began, whatever took their place since.
 * @throws Error when it is missing or was changed in the database: nothing the program does can bring that about
 */
export async function pinnedEdition(db: ReaderOrTx, digest: string): Promise<Edition> {
  const ready = known.get(digest)
  if (ready) return ready
  const row = await db.selectFrom('framework_edition').select('content').where('digest', '=', digest).executeTakeFirst()
  if (!row) throw new Error(`No framework with the digest ${digest} is here.`)
  const edition = editionFromJson(row.content)
  if (edition.digest !== digest) {
    throw new Error(
      `The framework ${edition.id}, edition ${edition.edition}, was changed in the database: its digest does not fit.`,
    )
  }
  rememberEdition(edition)
  return edition
}

/** For an edition that was read from elsewhere: its digest says that it is the same. */
export function rememberEdition(edition: Edition): void {
  if (known.has(edition.digest)) return
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(edition.digest, edition)
}

/** Adds an edition, or puts its new words in the place of the old, which are kept for what is pinned to them. */
export async function putEdition(tx: Tx, edition: Edition, content: string, at: Instant): Promise<void> {
  await tx
    .updateTable('framework_edition')
    .set({ superseded_at: at })
    .where('framework_id', '=', edition.id)
    .where('edition', '=', edition.edition)
    .where('superseded_at', 'is', null)
    .execute()
  await tx
    .insertInto('framework_edition')
    .values({
      framework_id: edition.id,
      edition: edition.edition,
      digest: edition.digest,
      content,
      loaded_at: at,
      superseded_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['framework_id', 'edition', 'digest']).doUpdateSet({ loaded_at: at, superseded_at: null }),
    )
    .execute()
}

function inUse(db: ReaderOrTx) {
  return db.selectFrom('framework_edition').where('superseded_at', 'is', null)
}
