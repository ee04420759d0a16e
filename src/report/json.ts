import type { AssessmentRecord } from '../assessment/index.ts'

export interface RecordJsonOptions {
  /** ISO date or time at which the file is made. */
  readonly generatedOn: string
  /** SHA-256 of the sealed record; left out while the assessment is in progress. */
  readonly sealDigest?: string
  /** What stands beside the record without being part of it: the plan as it is today, private notes, earlier revisions. */
  readonly besides?: Readonly<Record<string, unknown>>
}

/**
 * The whole record, for keeping or for another program. The envelope says where the file came from; `record` is exactly what is
 * sealed, so that a reader can check the digest: SHA-256 of `record` in canonical JSON.
 */
export function recordJson(record: AssessmentRecord, { generatedOn, sealDigest, besides }: RecordJsonOptions): string {
  const generated = {
    by: 'Mentormark',
    on: generatedOn,
    sealed: sealDigest ? { algorithm: 'sha-256', digest: sealDigest } : null,
  }
  return `${JSON.stringify({ generated, record, ...besides }, null, 2)}\n`
}
