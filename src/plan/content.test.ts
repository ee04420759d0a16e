import { expect, test } from 'vitest'
import { countsSentence, exampleDay, planNeeds } from './content.ts'

const counts = (total: number, others = {}) =>
  countsSentence({ total, completed: 0, overdue: 0, dueSoon: 0, needsOwnerOrDate: 0, ...others })
const needs = (total: number, needsOwnerOrDate: number) => planNeeds({ total, needsOwnerOrDate })

test.each([
  [counts(5), '5 actions.'],
  [counts(1), '1 action.'],
  [counts(8, { completed: 2, overdue: 1 }), '8 actions: 2 completed, 1 overdue.'],
  [counts(8, { dueSoon: 3 }), '8 actions: 3 due in the next 14 days.'],
  [needs(1, 1), '1 action needs a person or a date.'],
  [needs(7, 1), '1 of 7 actions needs a person or a date.'],
  [needs(7, 6), '6 of 7 actions need a person or a date.'],
  [needs(7, 7), 'All 7 actions need a person or a date.'],
  [needs(7, 0), ''],
])('%s', (said, expected) => expect(said).toBe(expected))

test('the example of a date is always to come', () => {
  expect(exampleDay('2026')).toBe('31 1 2027')
})
