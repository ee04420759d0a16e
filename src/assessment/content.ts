import type { StatusKind } from '../ui/index.ts'
import type { Field } from './answer.ts'
import type { Gap, IndicatorState, StandardState } from './rules.ts'

/** Words of the assessment, beside their marks. Screens never scold: a gap is a question. */

export const STANDARD_STATES: Readonly<Record<StandardState, { label: string; status: StatusKind }>> = {
  'not-started': { label: 'Not started', status: 'not-started' },
  'in-progress': { label: 'In progress', status: 'in-progress' },
  complete: { label: 'Complete', status: 'complete' },
  exempt: { label: 'Exempt', status: 'exempt' },
}

export const INDICATOR_STATES: Readonly<Record<IndicatorState, { label: string; status: StatusKind }>> = {
  'not-started': { label: 'Not started', status: 'not-started' },
  started: { label: 'Started', status: 'in-progress' },
  skipped: { label: 'Skipped for now', status: 'not-started' },
  rated: { label: 'Answered', status: 'complete' },
  'less-relevant': { label: 'Less relevant', status: 'complete' },
  exempt: { label: 'Exempt', status: 'exempt' },
}

export const GAPS: Readonly<Record<Gap, string>> = {
  'not-rated': 'Not rated yet.',
  'needs-reason': 'Say in a few words why this is less relevant to how you mentor.',
  'two-versions': 'There are two versions of the same words. Choose one, or join them.',
  'low-without-action': 'Is there something you would like to do about this? No action is planned yet.',
  'high-without-evidence': 'What would show someone this? No evidence is recorded yet.',
}

export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  examples: 'Example evidence you have',
  evidence: 'Your evidence',
  rating: 'Your rating',
  lessRelevantReason: 'Why this is less relevant',
  notes: 'Private notes',
}

export const LESS_RELEVANT_LABEL = 'Less relevant to how we mentor'

export const SCOPES = {
  core: { label: 'Core indicators first', short: 'Core indicators' },
  all: { label: 'The whole framework', short: 'Whole framework' },
} as const
