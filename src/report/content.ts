import type { CompletionRecord } from '../assessment/index.ts'
import { type Edition, ratingHalf } from '../frameworks/index.ts'
import { planColumns as columns, HEADER, PLAN_TITLE } from '../plan/index.ts'
import { formatDate, plural } from '../ui/index.ts'
import type { InBrief, Named } from './rules.ts'

/** The framework plan's columns, in its order. `whatChanged` is ours: it is where a finished action says what came of it. */
export const planColumns = { ...columns, whatChanged: 'What changed' } as const

/** Where a plan is shown as it was on the day of completing. */
export const AS_COMPLETED = 'As planned when this was completed.'

/** For somebody who reads the report and has never seen the framework. */
export const exemptMeans = 'Covered by a quality mark that we hold, so nothing is asked here.'

/**
 * Every fixed word of the PDF documents, so that the templates hold layout and no wording; the page of results calls the same
 * things the same. Neutral on purpose: a gap is somewhere to grow next, not a failing.
 */
export const pdfWords = {
  draft: 'Draft, not yet completed',
  selfAssessment: 'Our self-assessment',
  plan: PLAN_TITLE,
  publisher: 'Framework’s publisher:',
  edition: 'edition',
  generated: 'Made on',
  reportGenerated: 'Report made on',
  page: 'Page',
  of: 'of',
  inThisReport: 'In this report',
  core: 'Core',

  purpose:
    'This is an honest look at our mentoring, made by the people who run it. It is for reflection and for planning: it is not a judgement, and it gives no score.',

  whereWeAre: 'Where we are',
  acrossStandards: 'Across the standards',
  acrossStandardsLead: 'Each dot is one indicator, under its rating. A filled dot is a core indicator.',
  everyIndicator: 'Every indicator',
  everyIndicatorLead:
    'Each mark is one indicator, beside the others of its standard: the more leaves are filled, the further our practice has grown. A number on a dark tag is a core indicator.',
  inNumbers: 'The same, as a table',
  wordsMean: 'What these words mean',
  everyIndicatorInTable: 'Every indicator, as a table',
  standard: 'Standard',
  indicator: 'Indicator',
  rating: 'Rating',

  strengths: 'What we do well',
  growNext: 'Where we could grow next',

  answers: 'Our answers',
  evidence: 'Our evidence',
  examples: 'Examples we hold',
  items: 'Where to find it',
  actions: 'What we will do',
  actionDone: 'Done',
  reason: 'Our reason',
  coveredBy: 'Covered by',
  /** Beside each indicator of a standard that a mark covers. */
  covered: 'Covered by our quality mark',
  shownBy: 'Shown by',
  keptFromBefore: 'Answered before the quality mark was recorded. Kept here, and not counted.',

  planLead: 'What we will do, who will do it and by when. We will look at the whole framework again on the review date.',
  planAsCompleted: `${AS_COMPLETED} The development plan has its own document, kept up to date.`,
  notSet: 'Not set yet',
  noActions: 'No actions have been recorded yet. The rows below are for writing in.',
  completedOn: HEADER.completedOn,
  completedBy: HEADER.completedBy,
  nextReview: HEADER.nextReviewOn,
  reviewedBy: HEADER.reviewedBy,
  whatChanged: 'What changed:',

  aboutDocument: 'About this document',
  wording: 'The framework’s wording',
  missingCharacters:
    'Some characters in this document are not in the fonts it is made with. Each is shown as its Unicode number in square brackets, such as [U+4E2D].',
} as const

export type PdfWords = typeof pdfWords

/** What the cover tells, in its order. */
export const coverLabels = {
  completedOn: 'Completed on',
  completedBy: 'Completed by',
  nextReview: 'Next review',
  reviewedBy: 'To be reviewed by',
  lead: 'Led by',
  startedOn: 'Started on',
  scope: 'What it covers',
  kind: 'Kind of organisation',
  registrations: 'Registration',
  areas: 'Where we work',
  models: 'How we mentor',
  mentors: 'Mentors in a year',
  youngPeople: 'Young people in a year',
  revision: 'Revision',
} as const

export const notCompleted = 'Not yet completed'
export const coreOnly = 'Core indicators only'

export const aboutLabels = {
  generatedOn: 'Made on',
  assessment: 'Assessment',
  revision: 'Revision',
  edition: 'Framework edition',
  editionDigest: 'Fingerprint of the edition (SHA-256)',
  seal: 'Seal of the completed record (SHA-256)',
} as const

/** How far it has come. @param before when it was completed last, where a correction is under way */
export function standingWords(completion: CompletionRecord | null, before: string | null): string {
  if (completion) {
    const { completedOn, completedBy, completedByRole, nextReviewOn } = completion
    return `Completed on ${formatDate(completedOn)} by ${completedBy}, ${completedByRole}. Next review on ${formatDate(nextReviewOn)}.`
  }
  if (before === null) return 'This is how things stand so far. It is not completed yet.'
  return `This corrects an assessment that was completed on ${formatDate(before)}. What was completed stays as it is until the correction is completed too.`
}

export function strengthsLead({ named }: Named): string {
  return named.length === 0 ? NO_STRENGTHS : 'Where we rated ourselves highest, core indicators first.'
}

/**
 * Where an organisation is, in one sentence: "11 indicators at good or excellent practice, 8 to grow, 7 actions planned." What is
 * less relevant or covered by a mark is counted in a sentence of its own.
 */
export function briefWords(edition: Edition, { upper, lower, notRated, lessRelevant, exempt, actions }: InBrief): string {
  const well = `at ${eitherOf(edition.ratings.filter((rating) => ratingHalf(edition, rating) === 'upper').map(({ label }) => label))}`
  const rated = upper + lower > 0
  const parts = [
    rated && (upper === 0 ? `No indicators ${well} yet` : `${plural(upper, 'indicator', 'indicators')} ${well}`),
    lower > 0 && `${lower} to grow`,
    notRated > 0 && (rated ? `${notRated} not rated yet` : `${plural(notRated, 'indicator', 'indicators')} not rated yet`),
    actions === 0 ? 'no actions planned yet' : `${plural(actions, 'action', 'actions')} planned`,
  ].filter((part) => part !== false)
  const apart = [
    lessRelevant > 0 && `${lessRelevant} less relevant to how we mentor`,
    exempt > 0 && `${exempt} covered by a quality mark`,
  ].filter((part) => part !== false)
  const sentence = `${parts.join(', ')}.`
  return [sentence.charAt(0).toUpperCase() + sentence.slice(1), apart.length > 0 && `Counted apart: ${apart.join(', ')}.`]
    .filter(Boolean)
    .join(' ')
}

/** "good or excellent practice" of "Good practice" and "Excellent practice". */
function eitherOf(labels: readonly string[]): string {
  const words = labels.map((label) => label.toLowerCase().split(' '))
  const shared = words[0]?.at(-1)
  const last = words.every((each) => each.length > 1 && each.at(-1) === shared) ? ` ${shared}` : ''
  const each = words.map((of) => (last ? of.slice(0, -1) : of).join(' '))
  return `${anyOf.format(each)}${last}`
}

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** What the documents are called on the pages about making them. */
export const DOCUMENT_NAMES = { report: 'report', plan: 'development plan' } as const

export const MAKING = {
  begun: 'It is long, so this takes a few seconds.',
  ahead: (others: number) =>
    others === 0 ? 'It is next.' : `${others === 1 ? '1 document is' : `Up to ${others} documents are`} made before it.`,
  byItself: 'When it is ready it opens by itself, or appears among your downloads. You don’t need to do anything.',
  leave: 'You can leave this page. Nothing you wrote is changed, and you can ask for it again at any time.',
} as const

export const TOO_LONG = {
  title: (name: string) => `Your ${name} is too long for a PDF`,
  lead: 'Everything you wrote is safe. There is more of it than we can lay out as pages. These parts take the most:',
  shorten:
    'Make some of them shorter, or with fewer lines, and ask for it again. For a long document, say where it is kept instead of copying it in.',
  sealed: 'What was completed stays as it was. To make it shorter, correct the assessment and complete it again.',
  instead: 'Or take everything away as it is, in one file (JSON)',
} as const

const NO_STRENGTHS = 'Nothing is in the upper half of the ratings yet. What could grow next is a good place to begin.'

/** @param planned how many of them the plan has actions for */
export function growNextLead({ named, more }: Named, planned: number): string {
  const found = named.length + more.length
  if (found === 0) return 'Every indicator is in the upper half of the ratings, or set aside with a reason.'
  const notYet = [...named, ...more].some(({ state }) => state.kind === 'not-rated')
  const rated = [...named, ...more].some(({ state }) => state.kind === 'rated')
  const which = rated
    ? `Indicators at an earlier stage${notYet ? ', then those not rated yet' : ''}, core ones first.`
    : 'Indicators that are not rated yet, core ones first.'
  if (planned === 0) return which
  return `${which} Our plan says what comes next for ${planned === found ? (found === 1 ? 'it' : 'all of them') : `${planned} of them`}.`
}

/** What leads to the rest of a list that begins with the few that matter most. */
export const andMore = (more: number) => `And ${more} more`

export function actionsPlanned(count: number): string {
  return count === 0 ? '' : count === 1 ? '1 action in our plan' : `${count} actions in our plan`
}

/** A picture in words, for someone who cannot see it; the table below each picture gives the rest. */
export function standardsAlt(rows: readonly string[]): string {
  return `Dots, one for each indicator, in a row for each standard and a column for each rating. ${rows.join('. ')}.`
}

export function indicatorsAlt(cards: readonly string[]): string {
  return `Marks, one for each indicator, with more leaves filled as practice grows, in a card for each standard. ${cards.join('. ')}.`
}
