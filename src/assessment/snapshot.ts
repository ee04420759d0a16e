import { createHash } from 'node:crypto'
import { canonicalJson } from '../platform/index.ts'
import type { Scope } from './rules.ts'
import type { RecordedExemption } from './store/exemptions.ts'

/**
 * How everything in an assessment stood at one moment, without its words: those are in the history, and evidence that was taken away
 * is kept as well. Its development plan is no part of it: people act on that all year.
 */
export interface Snapshot {
  /** The revision each answer was at, by indicator; one that had never been saved is missing. */
  readonly answers: Readonly<Record<string, { readonly revision: number; readonly skipped?: true; readonly carried?: true }>>
  /** Ids of the versions that waited for a choice. */
  readonly unsettled: readonly string[]
  /** Ids of the evidence and the certificates that were there. */
  readonly evidence: readonly string[]
  readonly exemptions: readonly RecordedExemption[]
  readonly programme: string | null
  readonly lead: string
  readonly scope: Scope
  readonly revisionReason: string | null
  /** Digest of the words it was pinned to; missing where the moment was taken down before those could be others. */
  readonly wording?: string
}

/** What differs between then and now. */
export interface Changes {
  /** Ids of the indicators whose answer or evidence differs, in no order. */
  readonly indicators: readonly string[]
  /** Numbers of the standards whose quality mark or certificate differs. */
  readonly standards: readonly number[]
  /** True when the programme or who leads differs. */
  readonly description: boolean
}

export const isNothing = ({ indicators, standards, description }: Changes) =>
  indicators.length === 0 && standards.length === 0 && !description

/** Tells one moment from another in a form. */
export function digestOf(snapshot: Snapshot): string {
  return createHash('sha256').update(canonicalJson(snapshot)).digest('hex').slice(0, 32)
}
