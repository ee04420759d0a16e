import { type Owned, type OwnedTx, prepared } from '../../platform/index.ts'

/** What is known of a sealed revision without reading what it says. */
export interface Seal {
  readonly revision: number
  readonly sha256: string
  readonly sealedAt: string
}

export interface Sealed extends Seal {
  /** The record as canonical JSON: the digest is of these very bytes. */
  readonly content: string
}

const SEAL = ['revision', 'sha256', 'sealed_at as sealedAt'] as const

const seals = prepared((own: Owned, assessmentId: string) =>
  own.select('sealed_assessment').select(SEAL).where('assessment_id', '=', assessmentId).orderBy('revision', 'desc'),
)

/** Every sealed revision without what it says, newest first: after years of corrections their words together are many megabytes. */
export async function sealsOf(own: Owned, assessmentId: string): Promise<readonly Seal[]> {
  return seals(own, assessmentId)
}

const oneSealed = prepared((own: Owned, assessmentId: string, revision: number) =>
  own
    .select('sealed_assessment')
    .select([...SEAL, 'content'])
    .where('assessment_id', '=', assessmentId)
    .where('revision', '=', revision),
)

/** One sealed revision whole. */
export async function sealedRevision(own: Owned, assessmentId: string, revision: number): Promise<Sealed | null> {
  const [row] = await oneSealed(own, assessmentId, revision)
  return row ?? null
}

/** Those sealed revisions, whole, read one after another as they are asked for. */
export async function* eachSealed(own: Owned, assessmentId: string, which: readonly Seal[]): AsyncGenerator<Sealed> {
  for (const { revision } of which) {
    const sealed = await sealedRevision(own, assessmentId, revision)
    if (sealed) yield sealed
  }
}

export async function insertSealed(
  own: OwnedTx,
  assessmentId: string,
  { revision, sha256, content, sealedAt }: Sealed,
): Promise<void> {
  await own.insert('sealed_assessment', { assessment_id: assessmentId, revision, sha256, content, sealed_at: sealedAt }).execute()
}
