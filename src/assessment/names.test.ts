import { expect, test } from 'vitest'
import { form, newId } from '../platform/index.ts'
import { readCompletion } from './complete/form.ts'
import { readStart } from './start/form.ts'

// From within a name, these turn our own words beside it around: in a list, or at the foot of a report.
const TURNED = '\u202eevods\u202c \u2067tower\u2069'

test('the names of an assessment turn nothing around', () => {
  const fields = { id: newId(), edition: 'one', scope: 'all', programme: `${TURNED} 1`, lead: `${TURNED} 2` }
  expect(readStart(form(Object.entries(fields), [], []), ['one'])).toMatchObject({
    ok: true,
    value: { programme: 'evods tower 1', lead: 'evods tower 2' },
  })
})

test('nor do the names and the role it is completed with', () => {
  const fields = { completedBy: `${TURNED} 1`, completedByRole: `${TURNED} 2`, reviewedBy: `${TURNED} 3`, honest: 'yes' }
  const day = (field: string, year: string) => [
    [`${field}-day`, '4'],
    [`${field}-month`, '3'],
    [`${field}-year`, year],
  ]
  const entries = [...Object.entries(fields), ...day('completedOn', '2026'), ...day('nextReviewOn', '2027')]
  expect(readCompletion(form(entries as [string, string][], [], []), '2026-03-04', '2026-01-01')).toMatchObject({
    ok: true,
    value: { completedBy: 'evods tower 1', completedByRole: 'evods tower 2', reviewedBy: 'evods tower 3' },
  })
})
