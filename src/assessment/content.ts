import type { Indicator, Standard } from '../frameworks/index.ts'
import { formatDate, plural, type StatusKind } from '../ui/index.ts'
import type { Field } from './answer.ts'
import type { Exemption, IndicatorState, MustClose, Question, StandardProgress, StandardState } from './rules.ts'

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

/** What must be seen to before an assessment can be completed: what to do about it. */
export const TO_DO: Readonly<Record<MustClose, string>> = {
  'not-rated': 'Choose a rating',
  'needs-reason': 'Say why it is less relevant',
  'two-versions': 'Choose between two versions of the same words',
}

/** What is worth a look, as a question, and what it is about. */
export const QUESTIONS: Readonly<Record<Question, { question: string; about: string }>> = {
  'low-without-action': {
    question: 'Is there something you would like to do about it?',
    about: 'No action is planned yet.',
  },
  'high-without-evidence': {
    question: 'What would show it to someone else?',
    about: 'No evidence is recorded yet.',
  },
}

/**
 * "Standard 3 is finished: 5 of 5 answered. Next: Standard 4, Matching and relationship."
 * @param next where going on leads; null where no other standard follows
 * @param left how many indicators have no answer yet
 */
export function finishedWords({ standard, answered, indicators }: StandardProgress, next: Standard | null, left: number): string {
  const finished = `Standard ${standard.number} is finished: ${answered} of ${indicators.length} answered.`
  if (next) return `${finished} Next: Standard ${next.number}, ${next.title}.`
  return left === 0 ? `${finished} Every indicator has an answer.` : finished
}

/** "3 things still need an answer.": said to whoever comes back to a list. */
export function leftWords(left: number): string {
  return left === 0 ? 'Nothing is left to answer.' : `${plural(left, 'thing still needs', 'things still need')} an answer.`
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
