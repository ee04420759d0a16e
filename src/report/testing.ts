import { createHash } from 'node:crypto'
import type { ActionRecord, AnswerRecord, AssessmentRecord, EvidenceRecord } from '../assessment/index.ts'
import { type Edition, exampleItems, type Indicator, type Priority, type Rating, type Standard } from '../frameworks/index.ts'

/**
 * Believable records for tests, previews and benchmarks: an invented London charity answering any edition. The same edition
 * always gives the same record. Brightwater Lane, its people and its numbers do not exist.
 */

/** Every indicator in scope answered, the plan made, the assessment completed. */
export function completeRecord(edition: Edition, changes: Partial<AssessmentRecord> = {}): AssessmentRecord {
  return {
    format: 'mentormark-assessment/1',
    assessmentId: '0199a3c2-7b1e-7c44-9a53-2f6d1c0b8e11',
    organisation: {
      name: 'Brightwater Lane Mentors',
      kind: 'Registered charity',
      registrations: ['GB-CHC-9999901'],
      areas: ['Southwark', 'Lewisham', 'Lambeth'],
      models: ['Volunteer mentoring', 'Peer mentoring'],
      mentorsPerYear: '20 to 49',
      youngPeoplePerYear: '50 to 99',
    },
    programme: 'Stepping Stones, one-to-one mentoring for 13 to 18 year olds',
    framework: {
      id: edition.id,
      edition: edition.edition,
      title: edition.title,
      publisher: edition.publisher,
      digest: edition.digest,
    },
    scope: 'all',
    lead: 'Amara Okonjo-Reid',
    startedOn: '2026-02-02',
    revision: 1,
    revisionReason: null,
    completion: {
      completedOn: '2026-03-13',
      completedBy: 'Amara Okonjo-Reid',
      completedByRole: 'Mentoring manager',
      nextReviewOn: '2027-03-13',
      reviewedBy: 'Amara Okonjo-Reid with Tomasz Zieliński, trustee for young people',
    },
    exemptions: [],
    answers: edition.indicators.map((indicator, place) => answerTo(edition, indicator, place)),
    actions: edition.indicators
      .filter((_, place) => place % 4 === 1)
      .map((indicator, place) => actionFor(edition, indicator, place)),
    ...changes,
  }
}

/** The first half answered, nothing completed. */
export function draftRecord(edition: Edition, changes: Partial<AssessmentRecord> = {}): AssessmentRecord {
  const whole = completeRecord(edition)
  const half = Math.ceil(whole.answers.length / 2)
  return {
    ...whole,
    completion: null,
    answers: whole.answers.map((answer, place) => (place < half ? answer : unanswered(answer))),
    actions: whole.actions.slice(0, 2),
    ...changes,
  }
}

/** The same record once a quality mark stands in for the standard the edition's first exemption rule names. */
export function withExemption(edition: Edition, record: AssessmentRecord): AssessmentRecord {
  const rule = edition.exemptions[0]
  if (!rule) throw new Error(`${edition.id} ${edition.edition} has no exemption rule`)
  const level = rule.levels[1] ?? rule.levels[0] ?? ''
  return {
    ...record,
    exemptions: [
      { standard: rule.standard, mark: rule.heldMark, level, awardedOn: '2025-06-19', expiresOn: '2028-06-18', certificate: [] },
    ],
    answers: record.answers.map((answer) =>
      answer.standard === rule.standard ? { ...unanswered(answer), exempt: true } : answer,
    ),
    actions: record.actions.filter((action) => !action.indicatorId.startsWith(`${rule.standard}.`)),
  }
}

/** A record in which every indicator's evidence, and every free text, is this text: for trying out awkward text everywhere. */
export function everywhere(edition: Edition, text: string): AssessmentRecord {
  const record = completeRecord(edition)
  return {
    ...record,
    organisation: { ...record.organisation, name: text, kind: text, areas: [text], models: [text] },
    programme: text,
    lead: text,
    revisionReason: text,
    completion: record.completion && { ...record.completion, completedBy: text, completedByRole: text, reviewedBy: text },
    answers: record.answers.map((answer, place) => ({
      ...answer,
      evidence: text,
      lessRelevantBecause: place === 0 ? text : answer.lessRelevantBecause,
      items: [
        { kind: 'link', title: text, url: `https://example.org/${encodeURIComponent(text.toWellFormed().slice(0, 40))}` },
        { kind: 'place', title: text, place: text },
        { kind: 'file', title: text, name: text, bytes: 1, sha256: 'a'.repeat(64) },
      ],
    })),
    actions: record.actions.map((action) => ({ ...action, action: text, byWhom: text, whatChanged: text })),
  }
}

/**
 * Texts that are hard on whatever reads them, of about the length asked for: each found slow, or could be, where a pattern tries
 * again from every place. Nobody's page may wait for any of them.
 */
export const WORST_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  spaces: (length) => `a${' '.repeat(length - 2)}a`,
  'spaces and line breaks': (length) => ' \n'.repeat(length / 2),
  'marks in the wrong order': (length) => `a${'\u0315\u0323'.repeat(length / 2)}`,
  'one letter': (length) => 'a'.repeat(length),
  words: (length) => 'We wrote this down last year. '.repeat(length / 30),
  digits: (length) => '1'.repeat(length),
  brackets: (length) => '('.repeat(length),
  quotes: (length) => '"'.repeat(length),
  'line breaks': (length) => '\n'.repeat(length),
  'short lines': (length) => 'a\n'.repeat(length / 2),
  'carriage returns': (length) => '\r'.repeat(length),
  joiners: (length) => '\u200d'.repeat(length),
  families: (length) => '👩‍👧‍👦'.repeat(length / 8),
  flags: (length) => '🇬🇧'.repeat(length / 4),
  'words that turn': (length) => 'aش '.repeat(length / 3),
  'turning characters': (length) => '\u202e'.repeat(length),
  // Yi
  'no font has': (length) => Array.from({ length }, (_, place) => String.fromCodePoint(0xa000 + (place % 1100))).join(''),
  'halves of characters': (length) => '\ud83d'.repeat(length),
  dots: (length) => 'a.'.repeat(length / 2),
}

/** A record in which every answer is this long, of one of those texts. */
export function worstRecord(edition: Edition, text: string): AssessmentRecord {
  const record = completeRecord(edition)
  return { ...record, answers: record.answers.map((answer) => ({ ...answer, lessRelevantBecause: null, evidence: text })) }
}

/** An edition of any shape, with invented wording, for proving that nothing depends on eight standards or four ratings. */
export function inventedEdition(shape: Partial<EditionShape> = {}): Edition {
  const { standards, indicatorsEach, ratings, priorities } = {
    standards: 8,
    indicatorsEach: 5,
    ratings: 4,
    priorities: 4,
    ...shape,
  }
  const made = times(standards, (place) => inventedStandard(place + 1, indicatorsEach))
  return {
    id: 'invented-framework',
    edition: '2026',
    title: 'Invented Mentoring Framework',
    publisher: 'Nobody in particular',
    publishedBy: 'Nobody in particular',
    publishedDocument: null,
    about: { audience: null, purpose: null, filledInBy: null },
    support: null,
    language: 'en-GB',
    reviewEveryMonths: 12,
    provenance: null,
    licence: null,
    supersedes: null,
    errata: [],
    workedExample: null,
    corrections: [],
    ratings: times(
      ratings,
      (order): Rating => ({ id: `rating-${order}`, label: ratingLabels[order] ?? `Stage ${order + 1}`, meaning: null, order }),
    ),
    priorities: times(
      priorities,
      (place): Priority => ({ id: `priority-${place}`, label: priorityLabels[place] ?? `Later ${place}`, meaning: null }),
    ),
    exemptions: [{ standard: standards, heldMark: 'Invented Youth Mark', levels: ['First', 'Second'], record: ['date_awarded'] }],
    themes: [],
    standards: made,
    indicators: made.flatMap((standard) => standard.indicators),
    digest: createHash('sha256').update(`${standards}/${indicatorsEach}/${ratings}/${priorities}`).digest('hex'),
  }
}

export interface EditionShape {
  readonly standards: number
  readonly indicatorsEach: number
  readonly ratings: number
  readonly priorities: number
}

function answerTo(edition: Edition, indicator: Indicator, place: number): AnswerRecord {
  const lessRelevant = !indicator.core && place % 23 === 12
  return {
    indicatorId: indicator.id,
    standard: indicator.standard,
    core: indicator.core,
    statement: indicator.statement,
    exempt: false,
    rating: lessRelevant ? null : (edition.ratings[ratingAt(place, edition.ratings.length)]?.id ?? null),
    lessRelevantBecause: lessRelevant
      ? 'Our mentoring happens in school during the day, so this is led by the school. We agree it with each school at the start of the year.'
      : null,
    evidence: lessRelevant ? '' : pick(evidenceTexts, place),
    examplesHeld: exampleItems(indicator)
      .map((example) => example.key)
      .filter((_, nth) => (nth + place) % 3 !== 2),
    items: lessRelevant ? [] : pick(evidenceItems, place),
  }
}

function unanswered(answer: AnswerRecord): AnswerRecord {
  return { ...answer, rating: null, lessRelevantBecause: null, evidence: '', examplesHeld: [], items: [] }
}

/** Mostly in the upper middle, some at each end, as real self-assessments are. */
function ratingAt(place: number, ratings: number): number {
  const spread = [0.7, 0.95, 0.6, 0.35, 0.7, 0.3, 0.99, 0.65, 0.55, 0.1, 0.72, 0.4]
  return Math.min(ratings - 1, Math.floor(pick(spread, place) * ratings))
}

function actionFor(edition: Edition, indicator: Indicator, place: number): ActionRecord {
  const plan = pick(plannedWork, place)
  return {
    id: `0199a3c2-7b1e-7c44-9a53-${String(place).padStart(12, '0')}`,
    indicatorId: indicator.id,
    action: plan.action,
    byWhom: plan.byWhom,
    byWhen: plan.byWhen,
    priority: edition.priorities[place % Math.max(1, edition.priorities.length)]?.id ?? null,
    completedOn: plan.completedOn,
    whatChanged: plan.whatChanged,
  }
}

function inventedStandard(number: number, indicatorsEach: number): Standard {
  const title = pick(standardTitles, number - 1)
  const indicators = times(indicatorsEach, (place): Indicator => {
    const shortTitle = pick(indicatorTitles, number * 3 + place)
    return {
      id: `${number}.${place + 1}`,
      standard: number,
      core: place * 2 < indicatorsEach,
      page: null,
      shortTitle,
      statement: `You can show how ${shortTitle.toLowerCase()} works in practice. The people it concerns know about it, and you look at it again at least once a year.`,
      whyItMatters: null,
      examples: [
        { kind: 'item', key: '1', text: 'A written policy with the date it was last reviewed' },
        { kind: 'item', key: '2', text: 'Notes of a meeting where it was talked about' },
        {
          kind: 'group',
          heading: 'Records that show:',
          items: [
            { key: '3.1', text: 'who was involved' },
            { key: '3.2', text: 'what was decided, and what came of it' },
          ],
        },
      ],
      levels: {},
      suggestedActions: [],
    }
  })
  return {
    number,
    title,
    aim: `So that ${title.toLowerCase()} is thought through and shared.`,
    page: null,
    indicators,
    links: [],
  }
}

const ratingLabels = ['Starting out', 'Taking shape', 'Working well', 'Leading the way']
const priorityLabels = ['Highest', 'High', 'Medium', 'Low']

const standardTitles = [
  'Planning the programme',
  'Finding the right people',
  'Preparing and supporting mentors',
  'Bringing people together',
  'Time spent mentoring',
  'What young people say',
  'Learning what works',
  'Running the organisation',
]

const indicatorTitles = [
  'Aims and methods',
  'Knowing who it is for',
  'Safer recruitment',
  'Welcome and induction',
  'Regular supervision',
  'Matching with care',
  'Good endings',
  'A safe place to meet',
  'Keeping records well',
  'Young people shape sessions',
  'Hearing from families',
  'Measuring change',
  'Learning from risks',
  'A board that reflects us',
  'Managing money',
]

const evidenceTexts = [
  'Our mentor handbook covers this in section 4. It was reviewed in September 2025 by the mentoring manager and our safeguarding trustee, and every mentor signs to say they have read it.',
  'We wrote this down for the first time last year for a funding application. Staff know it well. Volunteers hear about it at induction, but we have not yet given them a copy to keep.',
  'Two members of staff interview every mentor using the same set of questions, and one of them has always done Safer Recruitment training.\n\nNotes are scored separately and then talked through together. In the last year we interviewed 31 people and welcomed 24.',
  'The mentoring manager meets each mentor every six weeks, and there is a group supervision evening each term. Attendance in the autumn term was 19 out of 24.',
  'We do this, but informally. It lives in Amara’s head and in e-mails. If she were away for a month it would be hard for someone else to pick up.',
  'Young people told us in the June survey that they wanted to choose where to meet. We added three places to the list: the library on Peckham Square, the leisure centre café and our own studio.',
  'Quarterly report to trustees (last one January 2026), with a page written by the youth board.',
  'Training log, kept by the volunteer coordinator:\n• safeguarding level 2, every two years\n• working with families, each autumn\n• endings, each spring',
  'We use the short Warwick-Edinburgh scale at the start, at three months and at the end. 47 young people have a start and an end measure for 2024–25.',
  'Nothing in writing yet. We talked about it at the away day and agreed it is the next thing to do.',
  'Risk register reviewed by the board in November. Three risks were closed, and one new one was opened about mentors using their own phones.',
  'Shared with the four schools we work in through a one-page agreement, signed each September by the head of year.',
]

const evidenceItems: readonly (readonly EvidenceRecord[])[] = [
  [{ kind: 'place', title: 'Mentor handbook 2025', place: 'Shared drive, Mentoring, Handbook' }],
  [{ kind: 'link', title: 'Our programme page', url: 'https://brightwaterlane.example/mentoring/stepping-stones' }],
  [
    {
      kind: 'file',
      title: 'Interview questions',
      name: 'interview-questions-2025.pdf',
      bytes: 184_320,
      sha256: sample('interview'),
    },
    { kind: 'place', title: 'Interview notes', place: 'Locked cabinet in the office, by recruitment round' },
  ],
  [],
  [],
  [{ kind: 'link', title: 'You said, we did', url: 'https://brightwaterlane.example/news/you-said-we-did-june' }],
  [{ kind: 'file', title: 'Report to trustees', name: 'trustees-2026-01.docx', bytes: 96_211, sha256: sample('trustees') }],
]

const plannedWork = [
  {
    action: 'Put our aims on one page, check it with the youth board, and give it to every mentor and family.',
    byWhom: 'Amara Okonjo-Reid',
    byWhen: '2026-06-30',
    completedOn: null,
    whatChanged: '',
  },
  {
    action: 'Write down how we match, so that two people can do it the same way.',
    byWhom: 'Amara, with Jo Fairweather (volunteer coordinator)',
    byWhen: '2026-05-15',
    completedOn: '2026-05-08',
    whatChanged: 'Jo made the last four matches on her own using the guide.',
  },
  {
    action:
      'Run a short survey for mentees and the adults who support them, twice a year, and publish what we changed because of it.',
    byWhom: 'Jo Fairweather',
    byWhen: '2026-10-31',
    completedOn: null,
    whatChanged: '',
  },
  {
    action: 'Add a session on endings to the spring training, led by two former mentees.',
    byWhom: 'Youth board, supported by Amara',
    byWhen: '2027-03-01',
    completedOn: null,
    whatChanged: '',
  },
  {
    action: 'Ask a second trustee to read the safeguarding log each quarter.',
    byWhom: 'Tomasz Zieliński',
    byWhen: null,
    completedOn: null,
    whatChanged: '',
  },
]

function sample(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function times<T>(count: number, make: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, place) => make(place))
}

function pick<T>(from: readonly T[], place: number): T {
  const found = from[place % from.length]
  if (found === undefined) throw new Error('Nothing to pick from')
  return found
}
