import { FIELDS, type Field, type FieldValues } from './answer.ts'

/** What one save does to an answer: pure, so that every case can be read and tested. */
export interface Merge {
  /** Fields to change, with their new values. */
  readonly accepted: Partial<Record<Field, string>>
  /** Fields that somebody else changed since: what was sent is kept beside what stands. */
  readonly conflicts: readonly { readonly field: Field; readonly sent: string; readonly stands: string }[]
}

/**
 * Three-way merge, field by field.
 *
 * | sent            | stands         | outcome                      |
 * |-----------------|----------------|------------------------------|
 * | same as base    | anything       | nothing: it was not changed  |
 * | changed         | same as base   | accepted                     |
 * | changed         | same as sent   | nothing: both wrote the same |
 * | changed         | changed        | conflict: both are kept      |
 *
 * @param base the values at the revision the person was looking at
 * @param stands the values now
 * @param sent the fields the person sent
 */
export function merge(base: FieldValues, stands: FieldValues, sent: Partial<FieldValues>): Merge {
  const accepted: Partial<Record<Field, string>> = {}
  const conflicts: { field: Field; sent: string; stands: string }[] = []
  for (const field of FIELDS) {
    const value = sent[field]
    if (value === undefined || value === base[field] || value === stands[field]) continue
    if (stands[field] === base[field]) accepted[field] = value
    else conflicts.push({ field, sent: value, stands: stands[field] })
  }
  return { accepted, conflicts }
}
