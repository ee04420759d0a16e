import { expect, test } from 'vitest'
import { countsSentence, planNeeds } from './content.ts'

const counts = (total: number, needsOwnerOrDate: number, others = {}) =>
  countsSentence({ total, completed: 0, overdue: 0, dueSoon: 0, needsOwnerOrDate, ...others })

test.each([
  [counts(5, 0), '5 actions.'],
  [counts(1, 1), '1 action needs a person or a date.'],
  [counts(7, 1), '1 of 7 actions needs a person or a date.'],
  [counts(7, 6), '6 of 7 actions need a person or a date.'],
  [counts(7, 7), 'All 7 actions need a person or a date.'],
  [counts(8, 3, { completed: 2, overdue: 1 }), '8 actions: 2 completed, 1 overdue. 3 of them need a person or a date.'],
  [counts(8, 1, { completed: 2 }), '8 actions: 2 completed. 1 of them needs a person or a date.'],
  [counts(2, 2, { overdue: 1 }), '2 actions: 1 overdue. All of them need a person or a date.'],
  [counts(1, 1, { overdue: 1 }), '1 action: 1 overdue. It needs a person or a date.'],
  [planNeeds({ total: 7, needsOwnerOrDate: 0 }), ''],
])('%s', (said, expected) => expect(said).toBe(expected))
