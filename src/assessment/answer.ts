/** An answer to one indicator: what an organisation says of itself, each part kept and merged on its own. */
export interface Answer {
  readonly indicatorId: string
  /** 0 before the first save. */
  readonly revision: number
  readonly values: FieldValues
  /** Put off for now. */
  readonly skipped: boolean
  /** As it came from the assessment that this one goes on from. */
  readonly carried: boolean
  /** UTC instant of the last save, or null. */
  readonly updatedAt: string | null
}

/** The parts of an answer that are saved on their own, in the order of the page. */
export const FIELDS = ['examples', 'evidence', 'rating', 'lessRelevantReason', 'notes'] as const
export type Field = (typeof FIELDS)[number]

/** Every value as text: '' means nothing yet. `examples` is a JSON list of example keys, sorted. */
export type FieldValues = Readonly<Record<Field, string>>

/** Chosen instead of a rating: "less relevant to how we mentor" ("Framework, Introduction, page 9"). Needs a reason. */
export const LESS_RELEVANT = 'less-relevant'

export const NO_EXAMPLES = '[]'
export const EMPTY: FieldValues = { examples: NO_EXAMPLES, evidence: '', rating: '', lessRelevantReason: '', notes: '' }

/** How long each text may be, in characters. */
export const BOUNDS = { evidence: 20_000, lessRelevantReason: 2_000, notes: 20_000 } as const

export function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name)
}

export function unanswered(indicatorId: string): Answer {
  return { indicatorId, revision: 0, values: EMPTY, skipped: false, carried: false, updatedAt: null }
}

/** Keys of the example evidence the organisation says it has. */
export function heldExamples(values: FieldValues): readonly string[] {
  const keys: unknown = JSON.parse(values.examples || NO_EXAMPLES)
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []
}

export function examplesValue(keys: readonly string[]): string {
  return JSON.stringify([...new Set(keys)].sort())
}
