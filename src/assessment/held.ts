import type { Owned } from '../platform/index.ts'

/** True when a sealed record names the file with this digest: what was sealed can be shown for as long as the seal stands. */
export async function isOnRecord(own: Owned, sha256: string): Promise<boolean> {
  const row = await own
    .select('sealed_assessment')
    .select('revision')
    .where('content', 'like', `%"${sha256}"%`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
