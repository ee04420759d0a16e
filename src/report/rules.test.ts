import { describe, expect, it } from 'vitest'
import type { AnswerRecord, AssessmentRecord } from '../assessment/index.ts'
import type { Edition } from '../frameworks/index.ts'
import { growing, indicatorsPicture, nextSteps, plannedActions, standardsPicture, standing, stateOf, strengths } from './rules.ts'
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

describe('strengths', () => {
  it('are all in the upper half of the ratings: core ones first, then the higher rating', () => {
    const edition = inventedEdition({ standards: 2, indicatorsEach: 3 })
    const [top, good] = [{ rating: 'rating-3' }, { rating: 'rating-2' }]
    const record = answered(edition, { '1.3': top, '1.1': good, '2.2': top, '2.1': { rating: 'rating-1' } })
    expect(edition.indicators.filter(({ core }) => core).map(({ id }) => id)).toEqual(['1.1', '1.2', '2.1', '2.2'])
    expect(ids(strengths(edition, record))).toEqual(['2.2', '1.1', '1.3'])
  })

  it('may be none: the lower half of the ratings is not called a strength', () => {
    const edition = inventedEdition()
    expect(strengths(edition, answered(edition, {}, { rating: 'rating-1' }))).toEqual([])
  })
})

describe('what could grow', () => {
  it.each([
    { ratings: 2, lower: ['rating-0'] },
    { ratings: 3, lower: ['rating-0'] },
    { ratings: 4, lower: ['rating-0', 'rating-1'] },
    { ratings: 5, lower: ['rating-0', 'rating-1'] },
    { ratings: 6, lower: ['rating-0', 'rating-1', 'rating-2'] },
  ])('of $ratings ratings is what is at $lower', ({ ratings, lower }) => {
    const edition = inventedEdition({ standards: 1, indicatorsEach: 1, ratings })
    const found = edition.ratings.filter(({ id }) => growing(edition, answered(edition, {}, { rating: id })).length > 0)
    expect(found.map(({ id }) => id)).toEqual(lower)
  })

  it('is not core alone: core ones first, the lower rating first, then what is not rated', () => {
    const edition = inventedEdition({ standards: 1, indicatorsEach: 5 })
    const record = answered(edition, {
      '1.1': { rating: 'rating-1' },
      '1.2': { lessRelevantBecause: 'We work online' },
      '1.3': { rating: 'rating-0' },
      '1.4': { rating: 'rating-0' },
    })
    expect(edition.indicators.filter(({ core }) => core).map(({ id }) => id)).toEqual(['1.1', '1.2', '1.3'])
    expect(ids(growing(edition, record))).toEqual(['1.3', '1.1', '1.4', '1.5'])
  })

  it('leaves out what is exempt', () => {
    const edition = inventedEdition({ standards: 1, indicatorsEach: 2 })
    expect(ids(growing(edition, answered(edition, { '1.1': { exempt: true } })))).toEqual(['1.2'])
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
