import type { Owned } from '../platform/index.ts'

/** How many items of evidence an organisation has, what was removed not counted. */
export async function countEvidence(own: Owned): Promise<number> {
  const { items } = await own
    .select('evidence')
    .select((e) => e.fn.countAll().as('items'))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(items)
}

/** What a person added, oldest first, what was removed since included. */
export async function evidenceBy(own: Owned, personId: string) {
  const rows = await own
    .select('evidence')
    .select(['id', 'subject', 'kind', 'title', 'url', 'place', 'file_name', 'added_at', 'removed_at'])
    .where('added_by', '=', personId)
    .orderBy('added_at')
    .execute()
  return rows.map(({ id, subject, kind, title, url, place, file_name, added_at, removed_at }) => ({
    id,
    about: subject,
    kind,
    title,
    ...(url === null ? {} : { url }),
    ...(place === null ? {} : { place }),
    ...(file_name === null ? {} : { fileName: file_name }),
    addedAt: added_at,
    ...(removed_at === null ? {} : { removedAt: removed_at }),
  }))
}
