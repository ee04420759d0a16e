import { describe, expect, test } from 'vitest'
import { Filters } from './filters.tsx'
import { PriorityTag } from './priority-tag.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { RatingMark } from './rating-mark.tsx'
import { SaveStatus } from './save-status.tsx'
import { type StatusKind, StatusTag } from './status-tag.tsx'

describe('a rating is told apart without colour', () => {
  const shapes = (order: number, count: number) =>
    [...String(<RatingMark order={order} count={count} label="x" />).matchAll(/ d="([^"]*)"/g)].map(([, d]) => d)

  test.each([2, 4, 6])('each of %i has its own shape', (count) => {
    const all = Array.from({ length: count }, (_, order) => JSON.stringify(shapes(order, count)))
    expect(new Set(all).size).toBe(count)
  })

  test('and its word', () => {
    expect(String(<RatingMark order={1} count={4} label="Developing practice" />)).toContain('>Developing practice<')
  })
})

test('progress is a count, also for screen readers, and never a percentage', () => {
  const html = String(<ProgressBar done={12} total={40} label="indicators answered" />)
  expect(html).toContain('value="12" max="40" aria-label="12 of 40 indicators answered"')
  expect(html).not.toContain('%')
})

test('progress through nothing is still drawn', () => {
  expect(String(<ProgressBar done={0} total={0} label="actions done" />)).toContain('value="0" max="1"')
})

test('each status has its own shape', () => {
  const kinds: readonly StatusKind[] = ['not-started', 'in-progress', 'complete', 'exempt', 'attention', 'overdue']
  const shapes = kinds.map((kind) => / d="([^"]*)"/.exec(String(<StatusTag kind={kind} />))?.[1])
  expect(new Set(shapes).size).toBe(kinds.length)
})

test('the more pressing, the more bars are filled', () => {
  const filled = [0, 1, 2, 3].map((order) => String(<PriorityTag label="x" order={order} count={4} />).match(/--filled/g)?.length)
  expect(filled).toEqual([4, 3, 2, 1])
})

test('a save is announced politely', () => {
  expect(String(<SaveStatus />)).toMatch(/role="status" aria-live="polite"/)
})

test('filters ask with GET and offer a way out only while something is filtered', () => {
  const filters = (clear?: { href: string }) =>
    String(
      <Filters action="/plan" label="Filter actions" summary="Filter" now="Overdue" clear={clear}>
        <input name="words" />
      </Filters>,
    )
  expect(filters()).toMatch(/method="get" action="\/plan"/)
  expect(filters()).toMatch(/<summary.*Filter.*Overdue.*<\/summary>/s)
  expect(filters()).not.toContain('Show all')
  expect(filters({ href: '/plan' })).toContain('<a class="govuk-link" href="/plan">Show all</a>')
})
