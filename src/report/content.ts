import type { AssessmentRecord, CompletionRecord } from '../assessment/index.ts'
import { type Edition, ratingHalf } from '../frameworks/index.ts'
import { planColumns as columns, HEADER, PLAN_TITLE, type PlanCounts } from '../plan/index.ts'
import { formatDate, plural } from '../ui/index.ts'
import type { InBrief, Named, Standing } from './rules.ts'

/** The framework plan's columns, in its order. `whatChanged` is ours: it is where a finished action says what came of it. */
export const planColumns = { ...columns, whatChanged: 'What changed' } as const

/** Where a plan is shown as it was on the day of completing. */
export const AS_COMPLETED = 'As planned when this was completed.'

/** For somebody who reads the report and has never seen the framework. */
export const exemptMeans = 'A quality mark that we hold covers it, so nothing is asked here.'

/**
 * Every fixed word of the PDF documents, so that the templates hold layout and no wording; the page of results calls the same
 * things the same. Neutral on purpose: a gap is somewhere to grow next, not a failing.
 */
export const pdfWords = {
  draft: 'Draft, not yet completed',
  selfAssessment: 'Our self-assessment',
  summary: 'Our self-assessment on one page',
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

  foreword: 'Foreword',

  whereWeAre: 'Where we are',
  acrossStandards: 'Across the standards',
  acrossStandardsLead: 'Each circle is one indicator, with its number, under its rating.',
  everyIndicator: 'Every indicator',
  wordsMean: 'What these words mean',
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
  shownBy: 'Shown by',
  keptFromBefore: 'Answered before the quality mark was recorded. Kept here, and not counted.',

  annex: 'List of evidence',
  annexLead: 'Everything that our answers name, each once. Their numbers in the answers lead here.',
  annexWhat: 'What it is',
  annexWhere: 'Where it is',
  annexFor: 'Shown for',

  planLead: 'What we will do, who will do it and by when. We will look at the whole framework again on the review date.',
  planAsCompleted: `${AS_COMPLETED} The development plan has its own document, kept up to date.`,
  notSet: 'Not set yet',
  noActions: 'No actions have been recorded yet. The rows below are for writing in.',
  completedOn: HEADER.completedOn,
  completedBy: HEADER.completedBy,
  nextReview: HEADER.nextReviewOn,
  reviewedBy: HEADER.reviewedBy,
  whatChanged: 'What changed:',

  planToday: 'Our plan today',
  nextSteps: 'Our next steps',
  forBid: 'To copy into a funding bid',

  aboutDocument: 'About this document',
  howItWasMade: 'How it was made',
  howItWasMadeText:
    'Staff rated each indicator themselves, with what they can show for it, and decided what to do next. Ratings are words, not marks: there is nothing to add up, and organisations are not compared. Private notes are never part of a report.',
  theSeal: 'The seal',
  sealedText:
    'When an assessment is completed, what it says is sealed: the description of the organisation, answers and ratings, evidence, the plan as it was that day, and who completed it. Whoever has the file with everything (JSON) can check that nothing of it was changed: its record, written as canonical JSON, has the seal below as its SHA-256.',
  unsealedText: 'This assessment is not completed yet, so nothing is sealed, and all of it may still change.',
  notSealedText: 'A logo, a foreword and how this document looks are not part of what is sealed.',
  wording: 'The framework’s wording',
  missingCharacters:
    'Some characters in this document are not in the fonts it is made with. Each is shown as its Unicode number in square brackets, such as [U+4E2D].',
} as const

export type PdfWords = typeof pdfWords

/** What the cover tells, in its order: what was assessed, when and by whom; then who we are. */
export const coverLabels = {
  scope: 'What it covers',
  programme: 'Programme',
  edition: 'Framework edition',
  completedOn: 'Completed on',
  completedBy: 'Completed by',
  revision: 'Revision',
  startedOn: 'Started on',
  lead: 'Led by',
  nextReview: 'Next review',
  reviewedBy: 'To be reviewed by',
  marks: 'Quality marks held',
  kind: 'Kind of organisation',
  registrations: 'Registration',
  areas: 'Where we work',
  models: 'How we mentor',
  mentors: 'Mentors in a year',
  youngPeople: 'Young people in a year',
} as const

export const notCompleted = 'Not yet completed'
/** Where an assessment is about no programme of its own. */
export const allOurMentoring = 'All our mentoring'

/** "The whole framework: 40 indicators in 8 standards", "The 20 core indicators". */
export function scopeWords(scope: AssessmentRecord['scope'], indicators: number, standards: number): string {
  const many = plural(indicators, 'indicator', 'indicators')
  if (scope === 'core') return `The ${indicators === 1 ? 'core indicator' : `${indicators} core indicators`}`
  return `The whole framework: ${many} in ${plural(standards, 'standard', 'standards')}`
}

export const aboutLabels = {
  generatedOn: 'Made on',
  revision: 'Revision',
  edition: 'Framework edition',
  assessment: 'Assessment',
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
export const DOCUMENT_NAMES = { report: 'report', plan: 'development plan', summary: 'one-page summary' } as const

/** What their files are called, after the organisation and the year. */
export const DOCUMENT_FILES = { report: 'report', plan: 'development plan', summary: 'one page' } as const

/** What there is to take away, and what is for whom. */
export const DOWNLOADS = {
  report: 'Full report (PDF)',
  summary: 'One page for trustees and funders',
  plan: 'Development plan (PDF)',
  planCsv: 'Plan for a spreadsheet (CSV)',
  front: 'Add a logo or a foreword to the report',
  keep: 'Keep a copy of everything (JSON)',
  unprintable: (characters: string) =>
    `These characters can’t be printed: ${characters}. In the PDFs each is shown as its Unicode number in square brackets.`,
} as const

export const SUMMARY = {
  title: 'One page for trustees and funders',
  lead: 'What was assessed, what came of it and what comes next, on one page.',
  download: 'One page (PDF)',
  paragraph: 'A paragraph for a funding bid',
  paragraphLead: 'Copy it, and change what you like.',
  copy: 'Copy this paragraph',
  copied: 'Copied',
  notYet: 'When the assessment is completed, there will be a paragraph here to copy into a funding bid.',
  planToday: (day: string) => `The plan as it is today, ${day}:`,
} as const

export const KEEP = {
  title: 'Keep a copy of everything',
  lead: 'One file (JSON), for keeping or for another program: every answer, the plan as it is today, and each completed version as it was sealed.',
  without: 'Without private notes',
  withoutText: 'What can be passed on.',
  with: 'With private notes',
  download: (which: string) => `Download (JSON), ${lowerFirst(which)}`,
  withText:
    'This includes private notes: what people here wrote for each other, which is in no report and may be about somebody. Keep it where only your own people can open it, and don’t send it to funders.',
} as const

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

/** The chart in words, for someone who cannot see it. */
export function chartAlt(rows: readonly string[]): string {
  return `Circles, one for each indicator, in a row for each standard and a column for each rating. ${rows.join(' ')}`
}

/** "policy-v2.pdf, 180 KB", or "File, 180 KB" where the name has been said. */
export function fileOfSize(name: string, size: string): string {
  return `${name || 'File'}, ${size}`
}

/** "8.1 to 8.5", for the indicators of a standard that one line stands for. */
export function fromTo(ids: readonly string[]): string {
  return ids.length > 1 ? `${ids[0]} to ${ids.at(-1)}` : (ids[0] ?? '')
}

/** Where an assessment stands, in a sentence or three: counts, and nothing that could be taken for a mark. */
export function resultsSentence(edition: Edition, { total, upper, lower, counts }: Standing): string {
  const rated = [upper > 0 && `${upper} at ${either(upperHalf(edition))}`, lower > 0 && `${lower} at an earlier stage`].filter(
    (part) => part !== false,
  )
  const aside = [
    counts.notRated > 0 && `${counts.notRated} ${are(counts.notRated)} not rated yet`,
    counts.lessRelevant > 0 && `${counts.lessRelevant} ${are(counts.lessRelevant)} less relevant to how we mentor`,
    counts.exempt > 0 &&
      `${counts.exempt} ${are(counts.exempt)} exempt, because a quality mark covers ${counts.exempt === 1 ? 'it' : 'them'}`,
  ].filter((part) => part !== false)
  const first =
    rated.length === 0
      ? `We have rated none of the ${plural(total, 'indicator', 'indicators')} so far.`
      : `Of ${plural(total, 'indicator', 'indicators')} we rated ${inAList(rated)}.`
  return aside.length === 0 ? first : `${first} ${inAList(aside)}.`
}

/** "Our plan has 7 actions: 2 completed, 1 overdue." */
export function planSentence({ total, completed, overdue }: Pick<PlanCounts, 'total' | 'completed' | 'overdue'>): string {
  if (total === 0) return 'Our plan has no actions yet.'
  const parts = [completed > 0 && `${completed} completed`, overdue > 0 && `${overdue} overdue`].filter(Boolean)
  return `Our plan has ${plural(total, 'action', 'actions')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

/** What a bid can say, in the organisation's own voice; null while nothing is completed. */
export function bidParagraph(
  edition: Edition,
  record: AssessmentRecord,
  standing: Standing,
  doneWell: readonly string[],
): string | null {
  const { completion, organisation, programme, framework } = record
  if (!completion) return null
  const what = programme === null ? 'our mentoring' : `our programme “${programme}”`
  const scope =
    record.scope === 'core'
      ? lowerFirst(scopeWords('core', standing.total, standing.standards))
      : `all ${plural(standing.total, 'indicator', 'indicators')}`
  const publisher = framework.publisher === '' ? '' : `; publisher: ${framework.publisher}`
  const strong = doneWell.length === 0 ? '' : ` What we do well includes ${inAList(doneWell.map((title) => `“${title}”`))}.`
  const actions = record.actions.length
  const plan = actions === 0 ? 'We' : `Our ${PLAN_TITLE} has ${plural(actions, 'action', 'actions')}, and we`
  return `On ${formatDate(completion.completedOn)} we, ${organisation.name}, completed a self-assessment of ${what} with the ${framework.title} (${framework.edition} edition${publisher}): ${scope}. ${resultsSentence(edition, standing)}${strong} ${plan} will look at the framework again by ${formatDate(completion.nextReviewOn)}. A self-assessment is for reflection and for planning; it is not an award or a score.`
}

/** Labels of the upper half of the ratings, as they stand inside a sentence: "good practice". */
function upperHalf(edition: Edition): readonly string[] {
  return edition.ratings.filter((rating) => ratingHalf(edition, rating) === 'upper').map(({ label }) => lowerFirst(label))
}

/** "a, b or c" */
function either(words: readonly string[]): string {
  return joined(words, ' or ')
}

/** "a, b and c" */
export function inAList(words: readonly string[]): string {
  return joined(words, ' and ')
}

function joined(words: readonly string[], last: string): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')}${last}${words.at(-1)}`
}

const are = (count: number) => (count === 1 ? 'is' : 'are')

export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
