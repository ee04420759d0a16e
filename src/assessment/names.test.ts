import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { form, newId } from '../platform/index.ts'
import { readCompletion } from './complete/form.ts'
import { fileNameOf, nameOf, ordinalFor } from './names.ts'
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

describe('what an assessment is called', () => {
  const first = {
    programme: null as string | null,
    startedAt: '2026-03-04T10:00:00.000Z',
    ordinal: 1,
    continues: null as unknown,
  }
  test.each([
    [{}, 'All our mentoring, 2026', '2026'],
    [{ ordinal: 2 }, 'All our mentoring, 2026 (2)', '2026 (2)'],
    [{ programme: 'Friday club' }, 'Friday club, 2026', 'Friday club 2026'],
    [{ continues: {} }, 'All our mentoring, 2026, whole framework', '2026 whole framework'],
    [
      { programme: 'Friday club', continues: {}, ordinal: 3 },
      'Friday club, 2026, whole framework (3)',
      'Friday club 2026 whole framework (3)',
    ],
    // At New Year clocks in London show UTC.
    [{ startedAt: '2025-12-31T23:59:59.999Z' }, 'All our mentoring, 2025', '2025'],
  ])('%j', (change, name, file) => {
    expect(nameOf({ ...first, ...change })).toBe(name)
    expect(fileNameOf({ ...first, ...change }, 1)).toBe(file)
  })

  test('a file says which revision is in it, and a draft that it is one', () => {
    expect(fileNameOf(first, 2)).toBe('2026 revision 2')
    expect(fileNameOf(first, null)).toBe('2026 draft')
  })
})

describe('the number that tells namesakes apart', () => {
  const named = (id: string, programme: string | null, ordinal: number, startedAt = '2026-03-04', goesOn = false) => {
    return { id, programme, startedAt, ordinal, goesOn }
  }
  test.each([
    ['the first', named('a', null, 1), [], 1],
    ['the second', named('b', null, 1), [named('a', null, 1)], 2],
    ['in capitals, which some file systems take for the same', named('b', 'CLUB', 1), [named('a', 'Club', 1)], 2],
    ['written out', named('b', 'All our mentoring', 1), [named('a', null, 1)], 2],
    ['of another year', named('b', null, 1, '2027-03-04'), [named('a', null, 1)], 1],
    ['about something else', named('b', 'Club', 1), [named('a', null, 1)], 1],
    ['that goes on', named('b', null, 1, '2026-05-01', true), [named('a', null, 1)], 1],
    ['where one in between has gone', named('c', null, 1), [named('a', null, 1), named('b', null, 3)], 2],
    ['that has one of its own', named('b', null, 2), [named('a', null, 1), named('b', null, 2)], 2],
  ])('%s', (_name, wanted, others, ordinal) => expect(ordinalFor(wanted, others)).toBe(ordinal))

  test('no two have the same name, in whatever order they are started and renamed', () => {
    const programme = fc.constantFrom(null, 'Club', 'club', 'All our mentoring')
    const step = fc.record({ of: fc.nat(5), programme, goesOn: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const there = new Map<string, ReturnType<typeof named>>()
        for (const { of, programme, goesOn } of steps) {
          const id = String(of)
          const wanted = { ...named(id, programme, 1), goesOn: there.get(id)?.goesOn ?? goesOn }
          there.set(id, { ...wanted, ordinal: ordinalFor(wanted, [...there.values()]) })
        }
        const names = [...there.values()].map((each) => nameOf({ ...each, continues: each.goesOn || null }).toLowerCase())
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })
})
