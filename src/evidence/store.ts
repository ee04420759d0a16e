import { namesOf } from '../accounts/index.ts'
import { type Owned, type OwnedTx, prepared, type ReaderOrTx } from '../platform/index.ts'
import type { EvidenceItem, NewEvidence } from './rules.ts'
import type { EvidenceTable } from './tables.ts'

const aboutOne = prepared((own: Owned, subject: string) => present(own).selectAll().where('subject', '=', subject))
const between = prepared((own: Owned, from: string, to: string) =>
  present(own).selectAll().where('subject', '>=', from).where('subject', '<', to),
)

/** Evidence about one or several subjects, oldest first. Removed items are left out. */
export async function evidenceAbout(own: Owned, subjects: string | readonly string[]): Promise<readonly EvidenceItem[]> {
  if (typeof subjects === 'string') return (await aboutOne(own, subjects)).map(itemOf)
  const list = [...new Set(subjects)]
  if (list.length === 0) return []
  const rows = await present(own).selectAll().where('subject', 'in', list).execute()
  return rows.map(itemOf)
}

/**
 * Evidence about everything whose subject begins so, by subject and then oldest first.
 * @param prefix ends in a slash, so that `assessment/1/` does not reach `assessment/10`
 */
export async function evidenceUnder(own: Owned, prefix: string): Promise<readonly EvidenceItem[]> {
  const [from, to] = rangeUnder(prefix)
  return (await between(own, from, to)).map(itemOf)
}

/** How many items each subject under the prefix has. Subjects without any are not in it. */
export async function evidenceCounts(own: Owned, prefix: string): Promise<ReadonlyMap<string, number>> {
  const [from, to] = rangeUnder(prefix)
  const rows = await own
    .select('evidence')
    .select((e) => ['subject', e.fn.countAll().as('items')])
    .where('subject', '>=', from)
    .where('subject', '<', to)
    .where('removed_at', 'is', null)
    .groupBy('subject')
    .execute()
  return new Map(rows.map(({ subject, items }) => [subject, Number(items)]))
}

/** One item, removed or not. */
export async function findEvidence(own: Owned, id: string): Promise<(EvidenceItem & { readonly removed: boolean }) | null> {
  const row = await own.select('evidence').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { ...itemOf(row), removed: row.removed_at !== null } : null
}

/** Names of the people who added these, by their id. Someone who has been erased is left out. */
export function whoAdded(db: ReaderOrTx, items: readonly EvidenceItem[]): Promise<ReadonlyMap<string, string>> {
  return namesOf(
    db,
    items.map(({ addedBy }) => addedBy),
  )
}

export async function insertEvidence(own: OwnedTx, items: readonly EvidenceItem[]): Promise<void> {
  await own.insert('evidence', items.map(rowOf)).execute()
}

export async function setRemoved(own: OwnedTx, id: string, removedAt: string | null): Promise<void> {
  await own.update('evidence').set({ removed_at: removedAt }).where('id', '=', id).execute()
}

/** Deletes an item for good, if it was removed by that instant. @returns what it was about; null when it was not removed */
export async function deleteRemoved(own: OwnedTx, id: string, removedBy: string): Promise<string | null> {
  const row = await own
    .select('evidence')
    .select('subject')
    .where('id', '=', id)
    .where('removed_at', '<=', removedBy)
    .executeTakeFirst()
  if (row) await own.delete('evidence').where('id', '=', id).execute()
  return row?.subject ?? null
}

function present(own: Owned) {
  return own.select('evidence').where('removed_at', 'is', null).orderBy('subject').orderBy('added_at').orderBy('id')
}

/** A range, and not LIKE: it uses the index, and no character in it means anything else. `0` is what follows `/`. */
function rangeUnder(prefix: string): readonly [from: string, to: string] {
  if (!prefix.endsWith('/')) throw new Error(`A prefix of subjects ends in a slash: ${prefix}`)
  return [prefix, `${prefix.slice(0, -1)}0`]
}

function rowOf(item: EvidenceItem): Omit<EvidenceTable, 'organisation_id'> {
  const file = item.kind === 'file' ? item : null
  return {
    id: item.id,
    subject: item.subject,
    kind: item.kind,
    title: item.title,
    url: item.kind === 'link' ? item.url : null,
    place: item.kind === 'place' ? item.place : null,
    file_name: file?.fileName ?? null,
    file_type: file?.fileType ?? null,
    file_bytes: file?.bytes ?? null,
    file_sha256: file?.sha256 ?? null,
    added_by: item.addedBy,
    added_at: item.addedAt,
    removed_at: null,
  }
}

function itemOf(row: EvidenceTable): EvidenceItem {
  const { id, subject, added_by: addedBy, added_at: addedAt } = row
  return { id, subject, addedBy, addedAt, ...contentOf(row) }
}

function contentOf(row: EvidenceTable): NewEvidence {
  const { title } = row
  if (row.kind === 'link') return { kind: 'link', title, url: row.url ?? '' }
  if (row.kind === 'place') return { kind: 'place', title, place: row.place ?? '' }
  return {
    kind: 'file',
    title,
    fileName: row.file_name ?? '',
    fileType: row.file_type ?? '',
    bytes: Number(row.file_bytes ?? 0),
    sha256: row.file_sha256 ?? '',
  }
}
