import { jsonFile } from '../platform/index.ts'

export interface RecordJsonOptions {
  /** ISO date or time at which the file is made. */
  readonly generatedOn: string
  /** SHA-256 of the sealed record; left out while the assessment is in progress. */
  readonly sealDigest?: string
  /**
   * What stands beside the record without being part of it: the plan as it is today, private notes, earlier revisions. Lists in it
   * may still be being read.
   */
  readonly besides?: Readonly<Record<string, unknown>>
}

/**
 * The whole record, for keeping or for another program, part by part. The envelope says where the file came from; `record` is
 * exactly what is sealed, so that a reader can check the digest: SHA-256 of `record` in canonical JSON. A record that was sealed is
 * handed on as that very text (`JsonText`).
 */
export function recordJson(
  record: unknown,
  { generatedOn, sealDigest, besides }: RecordJsonOptions,
): AsyncGenerator<string, void, undefined> {
  const generated = {
    by: 'Mentormark',
    on: generatedOn,
    sealed: sealDigest ? { algorithm: 'sha-256', digest: sealDigest } : null,
  }
  return jsonFile({ generated, record, ...besides })
}
