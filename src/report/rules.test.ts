import { describe, expect, it } from 'vitest'
import type { AnswerRecord, AssessmentRecord } from '../assessment/index.ts'
import type { Edition } from '../frameworks/index.ts'
import { briefWords, growNextLead } from './content.ts'
import {
  growNext,
  type InBrief,
  inBrief,
  indicatorsPicture,
  type Named,
  nextSteps,
  plannedActions,
  standardsPicture,
  standing,
  stateOf,
  strengths,
} from './rules.ts'
import { completeRecord, draftRecord, inventedEdition, withExemption } from './testing.ts'

/** A record whose answers are all one thing, except where said otherwise. */
function answered(
  edition: Edition,
  answers: Record<string, Partial<AnswerRecord>>,
  otherwise: Partial<AnswerRecord> = {},
): AssessmentRecord {
  const record = completeRecord(edition)
  const plain = { rating: null, lessRelevantBecause: null, exempt: false }
  return {
    ...record,
    answers: record.answers.map((answer) => ({ ...answer, ...plain, ...otherwise, ...answers[answer.indicatorId] })),
  }
}

const ids = (pictures: readonly { readonly indicator: { readonly id: string } }[]) =>
  pictures.map(({ indicator }) => indicator.id)

describe('the state of an indicator', () => {
  const edition = inventedEdition({ standards: 1, indicatorsEach: 1 })
  const state = (answer: Partial<AnswerRecord>) => {
    const [only] = answered(edition, { '1.1': answer }).answers
    return only && stateOf(edition, only)
  }

  it.each<[string, Partial<AnswerRecord>, unknown]>([
    ['nothing said', {}, { kind: 'not-rated' }],
    ['a rating', { rating: 'rating-2' }, { kind: 'rated', order: 2 }],
    ['less relevant', { lessRelevantBecause: 'We only mentor online' }, { kind: 'less-relevant' }],
    ['less relevant, the reason still to be written', { lessRelevantBecause: '' }, { kind: 'less-relevant' }],
    ['less relevant, after a rating', { lessRelevantBecause: 'x', rating: 'rating-3' }, { kind: 'less-relevant' }],
    ['exempt', { exempt: true }, { kind: 'exempt' }],
    ['exempt, after a rating', { exempt: true, rating: 'rating-0' }, { kind: 'exempt' }],
  ])('%s', (_, answer, expected) => {
    expect(state(answer)).toEqual(expected)
  })

  it('is never guessed when the edition does not have the rating', () => {
    expect(() => state({ rating: 'superb' })).toThrow('1.1 is rated "superb"')
  })
})

describe('where an assessment stands', () => {
  it('is counted by halves, with what is set aside apart', () => {
    const edition = inventedEdition({ standards: 2, indicatorsEach: 3 })
    const record = answered(edition, {
      '1.1': { rating: 'rating-3' },
      '1.2': { rating: 'rating-2' },
      '1.3': { rating: 'rating-0' },
      '2.1': { exempt: true },
      '2.2': { lessRelevantBecause: 'We work online' },
    })
    const counted = standing(edition, record)
    expect(counted).toMatchObject({
      total: 6,
      standards: 2,
      upper: 2,
      lower: 1,
      counts: { notRated: 1, lessRelevant: 1, exempt: 1 },
    })
  })
})

/** A framework of two standards, the first of their four indicators core: 1.1, 1.2, 2.1 and 2.2. */
const eight = inventedEdition({ standards: 2, indicatorsEach: 4 })
/** Each indicator's rating by its number: `1.1: 0` is the lowest; `-` for less relevant, `x` for exempt, nothing for not rated. */
const rated = (ratings: Readonly<Record<string, number | '-' | 'x'>>, edition = eight) =>
  answered(
    edition,
    Object.fromEntries(
      Object.entries(ratings).map(([id, rating]) => [
        id,
        rating === '-'
          ? { lessRelevantBecause: 'We work online' }
          : rating === 'x'
            ? { exempt: true }
            : { rating: `rating-${rating}` },
      ]),
    ),
  )
const all = (rating: number) => Object.fromEntries(eight.indicators.map(({ id }) => [id, rating]))
const listed = ({ named, more }: Named) => [ids(named).join(' '), ids(more).join(' ')]

describe('what we do well', () => {
  it.each<[string, Record<string, number>, string, string]>([
    ['nothing is rated', {}, '', ''],
    ['all is in the lower half', all(1), '', ''],
    ['good practice is a strength, where nothing is excellent yet', { ...all(1), '1.4': 2 }, '1.4', ''],
    ['the highest rating comes first, and what is below it is not left out', { ...all(0), '1.1': 2, '2.4': 3 }, '2.4 1.1', ''],
    [
      'core ones come first at each rating, and not alone',
      { ...all(0), '1.3': 3, '1.4': 2, '2.1': 3, '2.2': 2 },
      '2.1 1.3 2.2 1.4',
      '',
    ],
    ['six are all named', { ...all(3), '2.3': 0, '2.4': 0 }, '1.1 1.2 2.1 2.2 1.3 1.4', ''],
    ['of more, five are named', all(3), '1.1 1.2 2.1 2.2 1.3', '1.4 2.3 2.4'],
  ])('%s', (_, ratings, named, more) => {
    expect(listed(strengths(eight, rated(ratings)))).toEqual([named, more])
  })
})

describe('where we could grow next', () => {
  it.each<[string, Record<string, number | '-' | 'x'>, string, string]>([
    ['all is in the upper half', all(2), '', ''],
    ['an undeveloped indicator is named, core or not', { ...all(2), '2.3': 0 }, '2.3', ''],
    [
      'all undeveloped ones come before any developing one',
      { ...all(2), '1.1': 1, '1.2': 1, '1.4': 0, '2.3': 0 },
      '1.4 2.3 1.1 1.2',
      '',
    ],
    ['core ones come first at each rating', { ...all(2), '1.3': 0, '2.1': 0, '1.4': 1, '2.2': 1 }, '2.1 1.3 2.2 1.4', ''],
    ['what is not rated comes last, core ones first', { '1.3': 1, '1.4': 2, '2.3': 2, '2.4': 2 }, '1.3 1.1 1.2 2.1 2.2', ''],
    ['what is less relevant or covered is not named', { ...all(2), '1.1': '-', '2.1': 'x', '2.2': 0 }, '2.2', ''],
    ['of many, five are named and the rest is counted', all(0), '1.1 1.2 2.1 2.2 1.3', '1.4 2.3 2.4'],
    [
      'no undeveloped one is left over for a developing one',
      { ...all(0), '1.1': 1, '1.2': 1 },
      '2.1 2.2 1.3 1.4 2.3',
      '2.4 1.1 1.2',
    ],
  ])('%s', (_, ratings, named, more) => {
    expect(listed(growNext(eight, rated(ratings)))).toEqual([named, more])
  })

  it.each([
    { ratings: 2, gaps: ['rating-0'] },
    { ratings: 3, gaps: ['rating-0'] },
    { ratings: 4, gaps: ['rating-0', 'rating-1'] },
    { ratings: 5, gaps: ['rating-0', 'rating-1'] },
    { ratings: 6, gaps: ['rating-0', 'rating-1', 'rating-2'] },
  ])('of $ratings ratings those at $gaps', ({ ratings, gaps }) => {
    const edition = inventedEdition({ standards: 1, indicatorsEach: 1, ratings })
    const found = edition.ratings.filter(({ id }) => growNext(edition, answered(edition, {}, { rating: id })).named.length > 0)
    expect(found.map(({ id }) => id)).toEqual(gaps)
  })

  const lead = (ratings: Readonly<Record<string, number>>, planned: number) =>
    growNextLead(growNext(eight, rated(ratings)), planned)
  it.each<[string, Record<string, number>, number, string]>([
    ['none', all(3), 0, 'Every indicator is in the upper half of the ratings, or set aside with a reason.'],
    ['some', { ...all(3), '1.1': 0, '1.2': 1 }, 0, 'Indicators at an earlier stage, core ones first.'],
    [
      'one, with a plan',
      { ...all(3), '1.1': 0 },
      1,
      'Indicators at an earlier stage, core ones first. Our plan says what comes next for it.',
    ],
    [
      'some, with a plan for one',
      { ...all(3), '1.1': 0, '1.2': 1 },
      1,
      'Indicators at an earlier stage, core ones first. Our plan says what comes next for 1 of them.',
    ],
    [
      'many, with a plan for each',
      all(0),
      8,
      'Indicators at an earlier stage, core ones first. Our plan says what comes next for all of them.',
    ],
    [
      'some that are not rated',
      { '1.1': 0, '1.2': 3 },
      0,
      'Indicators at an earlier stage, then those not rated yet, core ones first.',
    ],
    ['only those that are not rated', {}, 0, 'Indicators that are not rated yet, core ones first.'],
  ])('%s: what is said above them', (_, ratings, planned, words) => {
    expect(lead(ratings, planned)).toBe(words)
  })
})

describe('in one sentence', () => {
  const none = { upper: 0, lower: 0, notRated: 0, lessRelevant: 0, exempt: 0, actions: 0 }
  it.each<[Partial<InBrief>, string]>([
    [{ upper: 11, lower: 8, actions: 7 }, '11 indicators at working well or leading the way, 8 to grow, 7 actions planned.'],
    [{ upper: 1, lower: 1, actions: 1 }, '1 indicator at working well or leading the way, 1 to grow, 1 action planned.'],
    [{ upper: 20 }, '20 indicators at working well or leading the way, no actions planned yet.'],
    [{ lower: 4, actions: 2 }, 'No indicators at working well or leading the way yet, 4 to grow, 2 actions planned.'],
    [{ upper: 2, notRated: 38 }, '2 indicators at working well or leading the way, 38 not rated yet, no actions planned yet.'],
    [{ notRated: 1 }, '1 indicator not rated yet, no actions planned yet.'],
    [{ notRated: 40, actions: 3 }, '40 indicators not rated yet, 3 actions planned.'],
    [
      { upper: 3, lower: 1, lessRelevant: 1, exempt: 7 },
      '3 indicators at working well or leading the way, 1 to grow, no actions planned yet. Counted apart: 1 less relevant to how we mentor, 7 covered by a quality mark.',
    ],
    [{ exempt: 7 }, 'No actions planned yet. Counted apart: 7 covered by a quality mark.'],
  ])('%j', (counts, words) => {
    expect(briefWords(eight, { ...none, ...counts })).toBe(words)
  })

  it('says a word that the ratings share once', () => {
    const labels = ['Undeveloped practice', 'Developing practice', 'Good practice', 'Excellent practice']
    const ratings = eight.ratings.map((rating, order) => ({ ...rating, label: labels[order] ?? '' }))
    expect(briefWords({ ...eight, ratings }, { ...none, upper: 11, lower: 8, actions: 7 })).toBe(
      '11 indicators at good or excellent practice, 8 to grow, 7 actions planned.',
    )
  })

  it('counts each indicator once, in its half or apart', () => {
    const record = rated({ '1.1': 3, '1.2': 2, '1.3': 1, '1.4': 0, '2.1': '-', '2.2': 'x' })
    expect(inBrief(eight, record)).toEqual({
      upper: 2,
      lower: 2,
      notRated: 2,
      lessRelevant: 1,
      exempt: 1,
      actions: record.actions.length,
    })
  })
})

describe('the pictures', () => {
  it('count every indicator in scope once', () => {
    const edition = inventedEdition({ standards: 5, indicatorsEach: 7, ratings: 6 })
    const record = withExemption(edition, draftRecord(edition))
    const counted = standardsPicture(edition, record).flatMap(({ counts }) => [
      ...counts.rated,
      counts.notRated,
      counts.lessRelevant,
      counts.exempt,
    ])
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(35)
    expect(ids(indicatorsPicture(edition, record))).toEqual(edition.indicators.map(({ id }) => id))
  })

  it('say which standard a mark stands in for', () => {
    const edition = inventedEdition({ standards: 3 })
    const pictures = standardsPicture(edition, withExemption(edition, completeRecord(edition)))
    expect(pictures.map(({ exemption }) => exemption?.mark ?? null)).toEqual([null, null, 'Invented Youth Mark'])
    expect(pictures[2]?.counts).toEqual({ rated: [0, 0, 0, 0], notRated: 0, lessRelevant: 0, exempt: 5 })
  })

  it('leave out a standard that has nothing in scope', () => {
    const edition = inventedEdition({ standards: 2 })
    const record = completeRecord(edition)
    const only = {
      ...record,
      scope: 'core' as const,
      answers: record.answers.filter(({ standard, core }) => core && standard === 2),
    }
    expect(standardsPicture(edition, only).map(({ standard }) => standard.number)).toEqual([2])
  })

  it('refuse an answer to an indicator the edition does not have', () => {
    const record = completeRecord(inventedEdition({ standards: 2 }))
    expect(() => indicatorsPicture(inventedEdition({ standards: 1 }), record)).toThrow('no indicator 2.1')
  })
})

describe('the plan', () => {
  it('names the standard, the indicator and the priority of each action', () => {
    const edition = inventedEdition()
    const [first] = plannedActions(edition, completeRecord(edition))
    expect(first).toMatchObject({ indicator: { id: '1.2' }, standard: { number: 1 }, priority: 'Highest' })
  })

  it('says what comes next by priority, then by date, and leaves out what is done', () => {
    const edition = inventedEdition()
    const record = completeRecord(edition)
    const [action] = record.actions
    if (!action) throw new Error('No action to vary')
    const of = (id: string, priority: string | null, byWhen: string | null, completedOn: string | null = null) => ({
      ...action,
      id,
      priority,
      byWhen,
      completedOn,
    })
    const actions = [
      of('later', 'priority-0', '2027-01-01'),
      of('none', null, null),
      of('done', 'priority-0', '2026-01-01', '2026-01-01'),
      of('low', 'priority-3', '2026-01-01'),
      of('sooner', 'priority-0', '2026-06-01'),
      of('whenever', 'priority-0', null),
    ]
    const next = (most: number) => nextSteps(edition, { ...record, actions }, most).map(({ action: { id } }) => id)
    expect(next(9)).toEqual(['sooner', 'later', 'whenever', 'low', 'none'])
    expect(next(3)).toEqual(['sooner', 'later', 'whenever'])
  })
})
