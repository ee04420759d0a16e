import { expect, test } from 'vitest'
import { plural } from './plural.ts'

test('only one is one', () => {
  expect([0, 1, 2].map((count) => plural(count, 'action', 'actions'))).toEqual(['0 actions', '1 action', '2 actions'])
})
