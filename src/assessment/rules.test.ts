import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { editionFromJson } from '../frameworks/index.ts'
import { compilePack } from '../frameworks/pack/read.ts'
import { type Answer, EMPTY, type FieldValues, LESS_RELEVANT, unanswered } from './answer.ts'
import * as rules from './rules.ts'

const pack = join(import.meta.dirname, '../../frameworks/mentoring-quality-framework/2022.yaml')
const edition = editionFromJson(compilePack(readFileSync(pack, 'utf8'), pack))

const answer = (id: string, values: Partial<FieldValues>, skipped = false): Answer => ({
  ...unanswered(id),
  revision: 1,
  values: { ...EMPTY, ...values },
  skipped,
})
const standing = (answers: readonly Answer[], scope: rules.Scope = 'all', exempt: readonly number[] = []) =>
  rules.standardsProgress({
    edition,
    scope,
    states: new Map(answers.map((each) => [each.indicatorId, rules.answerState(each)])),
    exempt: new Set(exempt),
  })

describe('which indicators are gone through', () => {
  test('all forty, or the twenty core ones', () => {
    expect(rules.indicatorsInScope(edition, 'all')).toHaveLength(40)
    expect(rules.indicatorsInScope(edition, 'core')).toHaveLength(20)
    expect(rules.indicatorsInScope(edition, 'core').every((indicator) => indicator.core)).toBe(true)
  })
})

describe('the state of an indicator', () => {
  test.each<[string, Partial<FieldValues>, { skipped?: boolean; exempt?: boolean }, rules.IndicatorState]>([
    ['nothing yet', {}, {}, 'not-started'],
    ['some evidence', { evidence: 'We have a handbook.' }, {}, 'started'],
    ['only spaces', { evidence: '  \n ' }, {}, 'not-started'],
    ['an example ticked', { examples: '["1"]' }, {}, 'started'],
    ['a private note', { notes: 'Ask Sam.' }, {}, 'started'],
    ['a rating', { rating: 'good' }, {}, 'rated'],
    [
      'less relevant with a reason',
      { rating: LESS_RELEVANT, lessRelevantReason: 'We only mentor in groups.' },
      {},
      'less-relevant',
    ],
    ['less relevant without a reason', { rating: LESS_RELEVANT }, {}, 'started'],
    ['put off', {}, { skipped: true }, 'skipped'],
    ['put off, then rated', { rating: 'good' }, { skipped: true }, 'rated'],
    ['exempt, whatever was answered', { rating: 'good' }, { exempt: true }, 'exempt'],
  ])('%s', (_name, values, { skipped = false, exempt = false }, expected) => {
    expect(rules.indicatorState(rules.answerState(answer('1.1', values, skipped)), exempt)).toBe(expected)
  })
})

describe('the state of a standard', () => {
  test.each<[readonly rules.IndicatorState[], rules.StandardState]>([
    [['not-started', 'not-started'], 'not-started'],
    [['not-started', 'started'], 'in-progress'],
    [['skipped', 'not-started'], 'in-progress'],
    [['rated', 'not-started'], 'in-progress'],
    [['rated', 'less-relevant'], 'complete'],
    [['exempt', 'exempt'], 'exempt'],
  ])('%j is %s', (states, expected) => expect(rules.standardState(states)).toBe(expected))
})

describe('progress', () => {
  test('counts indicators that need an answer, not exempt ones', () => {
    const standards = standing([answer('1.1', { rating: 'good' }), answer('8.1', { rating: 'good' })], 'all', [8])
    expect(rules.progress(standards)).toEqual({ done: 1, total: 33 })
  })

  test('the next step is the first open one, then those put off, then none', () => {
    const skipped = answer('1.1', {}, true)
    expect(rules.nextIndicator(standing([]))?.id).toBe('1.1')
    expect(rules.nextIndicator(standing([skipped]))?.id).toBe('1.2')
    const rest = edition.indicators
      .filter((indicator) => indicator.id !== '1.1')
      .map((indicator) => answer(indicator.id, { rating: 'good' }))
    expect(rules.nextIndicator(standing([skipped, ...rest]))?.id).toBe('1.1')
    expect(rules.nextIndicator(standing([answer('1.1', { rating: 'good' }), ...rest]))).toBeNull()
  })

  test('extending from core to all keeps every answer', () => {
    const answers = [answer('1.1', { rating: 'good' })]
    expect(rules.progress(standing(answers, 'core'))).toEqual({ done: 1, total: 20 })
    expect(rules.progress(standing(answers, 'all'))).toEqual({ done: 1, total: 40 })
  })
})

describe('an exemption', () => {
  const mark = {
    standard: 8,
    mark: 'London Youth Quality Mark',
    level: 'Silver',
    awardedOn: '2025-03-04',
    expiresOn: '2027-03-04',
  }
  test.each([
    ['2025-03-03', false],
    ['2025-03-04', true],
    ['2027-03-04', true],
    ['2027-03-05', false],
  ])('on %s holds: %s', (today, holds) => expect(rules.exemptionHolds(mark, today)).toBe(holds))
  test('without an end holds on', () => expect(rules.exemptionHolds({ ...mark, expiresOn: null }, '2099-01-01')).toBe(true))
})

describe('gaps', () => {
  const nothing = { evidence: 0, actions: 0, unsettled: 0 }
  test.each<[string, Partial<FieldValues>, Partial<rules.Surroundings>, boolean, readonly rules.Gap[]]>([
    ['not rated', {}, {}, false, ['not-rated']],
    ['low, nothing planned', { rating: 'developing' }, {}, false, ['low-without-action']],
    ['low, with an action', { rating: 'undeveloped' }, { actions: 1 }, false, []],
    ['good, nothing to show', { rating: 'good' }, {}, false, ['high-without-evidence']],
    ['good, with words', { rating: 'good', evidence: 'Our handbook' }, {}, false, []],
    ['excellent, with an item', { rating: 'excellent' }, { evidence: 1 }, false, []],
    ['excellent, with an example ticked', { rating: 'excellent', examples: '["1"]' }, {}, false, []],
    ['less relevant without a reason', { rating: LESS_RELEVANT }, {}, false, ['needs-reason']],
    ['two versions', { rating: 'good', evidence: 'x' }, { unsettled: 1 }, false, ['two-versions']],
    ['exempt', {}, {}, true, []],
  ])('%s', (_name, values, around, exempt, expected) => {
    expect(rules.gapsOf(edition, answer('1.1', values), exempt, { ...nothing, ...around })).toEqual(expected)
  })
})

describe('the next review', () => {
  test.each([
    ['2026-03-04', 12, '2027-03-04'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %i months is %s', (from, months, expected) => expect(rules.nextReview(from, months)).toBe(expected))
})
