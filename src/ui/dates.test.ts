import { expect, test } from 'vitest'
import { formatDate } from './dates.ts'

test('a date is written as people say it', () => {
  expect(formatDate('2026-03-05')).toBe('5 March 2026')
  expect(formatDate('2024-02-29')).toBe('29 February 2024')
})

test('a moment is the day it was in London', () => {
  expect(formatDate('2026-01-31T23:30:00Z')).toBe('31 January 2026')
  expect(formatDate('2026-06-30T23:30:00Z')).toBe('1 July 2026')
})
