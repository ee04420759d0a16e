import type { Indicator } from '../frameworks/index.ts'
import { formatDate, type StatusKind } from '../ui/index.ts'
import type { Field } from './answer.ts'
import type { Exemption, Gap, IndicatorState, StandardState } from './rules.ts'

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

/** Each gap as a question, and what it is about; those that have to be closed come first. */
export const GAPS: Readonly<Record<Gap, { question: string; about: string }>> = {
  'two-versions': {
    question: 'Which words say it best?',
    about: 'Two versions are kept. Choose one, or join them.',
  },
  'needs-reason': {
    question: 'Why is it less relevant to how you mentor?',
    about: 'A few words are enough.',
  },
  'not-rated': {
    question: 'Where are you now?',
    about: 'Not rated yet.',
  },
  'low-without-action': {
    question: 'Is there something you would like to do about it?',
    about: 'No action is planned yet.',
  },
  'high-without-evidence': {
    question: 'What would show it to someone else?',
    about: 'No evidence is recorded yet.',
  },
}

/** The page with all answers, wherever it is named. */
export const LOOK_OVER = 'Every answer at a glance'
/** The button that leads there once every indicator has its answer. */
export const LOOK_OVER_AND_COMPLETE = 'Look over and complete'

/** The indicators as blank sheets of paper, wherever they are named. */
export const WORKSHEETS = 'Worksheets to print'

/** Beside an answer that is as it was in the assessment that this one goes on from. */
export function carriedWords({ completedOn }: { readonly completedOn: string }): string {
  return `From the core assessment completed on ${formatDate(completedOn)}`
}

/** The button that leads on to the next indicator. */
export function goOnWords(next: Indicator, begun: boolean): string {
  return `${begun ? 'Carry on with' : 'Begin with'} ${next.id} ${next.shortTitle}`
}

/** An example of evidence: there already, or not yet. */
export const EXAMPLE_WORDS = { held: 'We have this', notYet: 'Not yet' } as const

export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  examples: 'Example evidence you have',
  evidence: 'Your evidence',
  rating: 'Your rating',
  lessRelevantReason: 'Why this is less relevant',
  notes: 'Private notes',
}

export const LESS_RELEVANT_LABEL = 'Less relevant to how we mentor'
/** The same where there is room for two words. */
export const LESS_RELEVANT_SHORT = 'Less relevant'

export const SCOPES = {
  core: { label: 'Core indicators first', short: 'Core indicators' },
  all: { label: 'The whole framework', short: 'Whole framework' },
} as const

/** "London Youth Quality Mark, Silver, awarded 27 March 2025, until 27 March 2028". */
export function exemptionWords({ mark, level, awardedOn, expiresOn }: Exemption, holds: boolean): string {
  const end = expiresOn ? `, ${holds ? 'until' : 'ended'} ${formatDate(expiresOn)}` : ''
  return `${mark}, ${level}, awarded ${formatDate(awardedOn)}${end}`
}

/** What people are told once evidence is where they wanted it. */
export const EVIDENCE_DONE = {
  add: 'The evidence is added',
  remove: 'The evidence is removed',
  restore: 'The evidence is put back',
} as const
