import { audit, type Context, type Owned, ofEveryone, ownedBy, type Reader, type Swept } from '../platform/index.ts'
import { putBackSince } from './rules.ts'
import { deleteRemoved } from './store.ts'

/** Forgotten in one sweep; the next goes on. */
const MOST_AT_ONCE = 1000

/** What is not forgotten, however long ago it was removed. Evidence itself knows nothing of the reasons. */
export interface Kept {
  /** True when a record that may not change names this file. */
  readonly isOnRecord: (own: Owned, sha256: string) => Promise<boolean>
  /** True while what was removed about this subject may have to be put back. */
  readonly mayComeBack: (own: Owned, subject: string) => Promise<boolean>
}

export interface SweepSettings extends Kept {
  readonly dryRun?: boolean
  /** Ends the sweep early; the next one goes on. */
  readonly signal?: AbortSignal
}

export interface EvidenceSwept extends Swept {
  /** Links, places and files removed by their people so long ago that they are forgotten for good. */
  readonly forgotten: number
}

/**
 * Clears away what nobody needs: what an upload left that was never finished or never saved, and what was removed from evidence
 * more than thirty days ago, except a file that is on a record and what may have to be put back. See docs/decisions/2026-11-22-kept-and-erased.md.
 */
export async function sweepFiles(ctx: Context, settings: SweepSettings): Promise<EvidenceSwept> {
  const forgotten = await forgetRemoved(ctx, settings)
  const swept = await ctx.files.sweep({
    now: ctx.clock.now(),
    inUse: (digests) => filesInUse(ctx.db.read, digests),
    dryRun: settings.dryRun ?? false,
    signal: settings.signal,
  })
  return { forgotten, ...swept }
}

/** Those of the digests that evidence of any organisation refers to, what was removed and may be put back included: files, and their previews. */
export async function filesInUse(db: Reader, digests: readonly string[]): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  for (const column of ['file_sha256', 'preview_sha256'] as const) {
    const rows = await ofEveryone(db, 'evidence').select(column).distinct().where(column, 'in', digests).execute()
    for (const row of rows) used.add((row as Readonly<Record<typeof column, string>>)[column])
  }
  return used
}

async function forgetRemoved(ctx: Context, { isOnRecord, mayComeBack, dryRun, signal }: SweepSettings): Promise<number> {
  const before = putBackSince(ctx.clock.now())
  const old = await ofEveryone(ctx.db.read, 'evidence')
    .select(['organisation_id', 'id', 'subject', 'file_sha256'])
    .where('removed_at', 'is not', null)
    .where('removed_at', '<=', before)
    .orderBy('removed_at')
    .execute()
  let forgotten = 0
  for (const { organisation_id, id, subject, file_sha256 } of old) {
    if (forgotten >= MOST_AT_ONCE || signal?.aborted) break
    // Queries on SQLite give way to nobody: people's requests go in between.
    await new Promise(setImmediate)
    // A record holds its links and places itself, word for word; of a file it has the digest alone.
    const own = ownedBy(ctx.db.read, organisation_id)
    if (file_sha256 !== null && (await isOnRecord(own, file_sha256))) continue
    if (await mayComeBack(own, subject)) continue
    if (dryRun || (await forget(ctx, organisation_id, id, before))) forgotten++
  }
  return forgotten
}

/** False when it was put back meanwhile. */
function forget(ctx: Context, organisationId: string, id: string, before: string): Promise<boolean> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    const subject = await deleteRemoved(own, id, before)
    if (subject === null) return false
    await audit(tx, ctx, { organisationId, action: 'evidence.forgotten', subject: `${subject}/evidence/${id}` })
    return true
  })
}
