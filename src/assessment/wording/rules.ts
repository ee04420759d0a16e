// Newer words of the edition an assessment is pinned to. No database, no clock, no HTTP.

/** What a page shows of newer words: nothing, an offer, or a quiet way to them. */
export type WordingState = 'current' | 'offered' | 'available'

export interface Wordings {
  readonly completed: boolean
  /** The edition has newer words, in which something reads differently. */
  readonly newer: boolean
  /** Every name means in them what it meant before. */
  readonly meanTheSame: boolean
  /** The lead chose to keep the old ones, and there have been none since. */
  readonly declined: boolean
}

/** The truth table is in docs/states.md. */
export function wordingState({ completed, newer, meanTheSame, declined }: Wordings): WordingState {
  if (completed || !newer || !meanTheSame) return 'current'
  return declined ? 'available' : 'offered'
}
