import { eachRow, type Owned } from '../platform/index.ts'
import type { EvidenceTable } from './tables.ts'

/** How many items of evidence an organisation has, what was removed not counted. */
export async function countEvidence(own: Owned): Promise<number> {
  const { items } = await own
    .select('evidence')
    .select((e) => e.fn.countAll().as('items'))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(items)
}

/** What a person added, oldest first, what was removed since included; read while it is asked for. */
export async function* evidenceBy(own: Owned, personId: string) {
  const rows = eachRow((after: EvidenceTable | null, limit) =>
    own
      .select('evidence')
      .selectAll()
      .where('id', '>', after?.id ?? '')
      .orderBy('id')
      .limit(limit)
      .execute(),
  )
  for await (const { id, subject, kind, title, url, place, file_name, added_by, added_at, removed_at } of rows) {
    if (added_by !== personId) continue
    yield {
      id,
      about: subject,
      kind,
      title,
      ...(url === null ? {} : { url }),
      ...(place === null ? {} : { place }),
      ...(file_name === null ? {} : { fileName: file_name }),
      addedAt: added_at,
      ...(removed_at === null ? {} : { removedAt: removed_at }),
    }
  }
}
