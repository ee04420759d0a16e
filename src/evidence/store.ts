import { type Owned, type OwnedTx, prepared } from '../platform/index.ts'
import { firstPreview } from './kinds.ts'
import { type EvidenceItem, type NewEvidence, offeredBack, type Preview, type RemovedItem } from './rules.ts'
import type { EvidenceTable } from './tables.ts'

const aboutOne = prepared((own: Owned, subject: string) => present(own).selectAll().where('subject', '=', subject))
const between = prepared((own: Owned, from: string, to: string) =>
  present(own).selectAll().where('subject', '>=', from).where('subject', '<', to),
)

/** In no order: SQLite sorting two rows takes longer than finding them, and this is asked with every indicator's page. */
const aboutOneWithRemoved = prepared((own: Owned, subject: string, since: string) =>
  own
    .select('evidence')
    .selectAll()
    .where('subject', '=', subject)
    .where((e) => e.or([e('removed_at', 'is', null), e('removed_at', '>', since)])),
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
 * Evidence about one subject, oldest first, and what was removed from it and is worth offering back, the latest first and at
 * most `MOST_REMOVED`, in one question: a page that people wait for asks it.
 * @param since what was removed by then is left out
 */
export async function evidenceAndRemoved(
  own: Owned,
  subject: string,
  since: string,
): Promise<{ readonly items: readonly EvidenceItem[]; readonly removed: readonly RemovedItem[] }> {
  const items: EvidenceItem[] = []
  const removed: RemovedItem[] = []
  for (const row of await aboutOneWithRemoved(own, subject, since)) {
    if (row.removed_at === null) items.push(itemOf(row))
    else removed.push({ ...itemOf(row), removedAt: row.removed_at })
  }
  items.sort((a, b) => compare(a.addedAt, b.addedAt) || compare(a.id, b.id))
  removed.sort((a, b) => compare(b.removedAt, a.removedAt) || compare(a.id, b.id))
  return { items, removed: removed.length === 0 ? removed : offeredBack(removed, items) }
}

/**
 * Evidence about everything whose subject begins so, by subject and then oldest first.
 * @param prefix ends in a slash, so that `assessment/1/` does not reach `assessment/10`
 */
export async function evidenceUnder(own: Owned, prefix: string): Promise<readonly EvidenceItem[]> {
  const [from, to] = rangeUnder(prefix)
  return (await between(own, from, to)).map(itemOf)
}

/**
 * What the evidence is about that is there now and was not, or was there and is not any more.
 * @param prefix as for `evidenceUnder`
 * @param ids of what was there at one moment
 */
export async function subjectsThatDiffer(own: Owned, prefix: string, ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const there = await evidenceUnder(own, prefix)
  const subjects = new Set(there.filter(({ id }) => !ids.has(id)).map(({ subject }) => subject))
  const present = new Set(there.map(({ id }) => id))
  for (const id of ids) {
    const item = present.has(id) ? null : await findEvidence(own, id)
    if (item) subjects.add(item.subject)
  }
  return subjects
}

/** One item, removed or not. */
export async function findEvidence(own: Owned, id: string): Promise<(EvidenceItem & { readonly removed: boolean }) | null> {
  const row = await own.select('evidence').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { ...itemOf(row), removed: row.removed_at !== null } : null
}

export async function insertEvidence(own: OwnedTx, items: readonly EvidenceItem[]): Promise<void> {
  // A statement takes a bounded number of values.
  for (let start = 0; start < items.length; start += 500)
    await own.insert('evidence', items.slice(start, start + 500).map(rowOf)).execute()
}

export async function setRemoved(own: OwnedTx, id: string, removedAt: string | null): Promise<void> {
  await own.update('evidence').set({ removed_at: removedAt }).where('id', '=', id).execute()
}

/**
 * Keeps what came of making a preview, for every item of the organisation that has this file: nobody's doing, and no change to what
 * the item says.
 */
export async function setPreview(own: OwnedTx, fileSha256: string, preview: Preview | 'none'): Promise<void> {
  await own.update('evidence').set(previewRow(preview)).where('file_sha256', '=', fileSha256).execute()
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

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function present(own: Owned) {
  return inOrder(own).where('removed_at', 'is', null)
}

function inOrder(own: Owned) {
  return own.select('evidence').orderBy('subject').orderBy('added_at').orderBy('id')
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
    // A copy of an item has what that has.
    ...previewRow(firstPreview(item) === 'none' || item.preview === 'not-yet' ? null : item.preview),
    added_by: item.addedBy,
    added_at: item.addedAt,
    removed_at: null,
  }
}

function previewRow(preview: Preview | 'none' | null) {
  const made = preview === 'none' ? null : preview
  return {
    preview: made ? 'made' : preview && 'none',
    preview_sha256: made?.sha256 ?? null,
    preview_width: made?.width ?? null,
    preview_height: made?.height ?? null,
  } as const
}

function itemOf(row: EvidenceTable): EvidenceItem {
  const { id, subject, added_by: addedBy, added_at: addedAt } = row
  const content = contentOf(row)
  return { id, subject, addedBy, addedAt, preview: previewOf(row) ?? firstPreview(content), ...content }
}

/** What came of making it; null where nobody has tried. */
function previewOf(row: EvidenceTable): Preview | 'none' | null {
  if (row.preview === null) return null
  const { preview_sha256: sha256, preview_width: width, preview_height: height } = row
  return row.preview === 'made' && sha256 && width && height ? { sha256, width, height } : 'none'
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
