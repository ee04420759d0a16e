import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editionFromJson } from '../frameworks/index.ts'
import { compilePack } from '../frameworks/pack/read.ts'
import {
  ACTION_STATES,
  actionState,
  addDays,
  filterActions,
  grouped,
  hasRoomFor,
  headingOf,
  inOrder,
  isFiltered,
  missingFrom,
  NO_FILTER,
  nextPosition,
  ORDERS,
  type PlanFilter,
  type PlanLine,
  type PlanOrder,
  peopleIn,
  personKey,
  planCounts,
  SHOWS,
  says,
} from './rules.ts'

const pack = new URL('../../frameworks/mentoring-quality-framework/2022.yaml', import.meta.url).pathname
const edition = editionFromJson(compilePack(readFileSync(pack, 'utf8'), '2022.yaml'))
const today = '2026-03-04'

let made = 0
function line(changes: Partial<PlanLine> = {}): PlanLine {
  const position = ++made
  const rest = { indicatorId: '1.1', byWhom: 'Sam Obi', byWhen: '2026-12-01', priority: 'medium', completedOn: null }
  return { id: `a${position}`, position, ...rest, ...changes }
}
const ids = (actions: readonly PlanLine[], all: readonly PlanLine[]) => actions.map((action) => all.indexOf(action))

describe('a state', () => {
  const day = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10))
  const maybe = fc.option(day)

  test('is one of the five, and only a completed action has what completes it', () => {
    fc.assert(
      fc.property(maybe, maybe, fc.constantFrom('', 'Sam'), day, (byWhen, completedOn, byWhom, on) => {
        const state = actionState({ byWhen, completedOn, byWhom }, on)
        expect(ACTION_STATES).toContain(state)
        expect(state === 'completed').toBe(completedOn !== null)
        if (state === 'open') expect(byWhom !== '' && byWhen !== null).toBe(true)
        if (state === 'overdue') expect(byWhen !== null && byWhen < on).toBe(true)
      }),
    )
  })

  test('an action with no date is never late', () => {
    expect(actionState({ byWhen: null, byWhom: '', completedOn: null }, today)).toBe('needs-owner-or-date')
  })
})

test('what an action lacks is said only while it is open', () => {
  expect(missingFrom(line({ byWhom: '', byWhen: null }))).toEqual({ owner: true, date: true })
  expect(missingFrom(line({ byWhom: '' }))).toEqual({ owner: true, date: false })
  expect(missingFrom(line({ byWhom: '', byWhen: null, completedOn: today }))).toEqual({ owner: false, date: false })
})

describe('filters', () => {
  const all = [
    line({ indicatorId: '1.1', byWhom: 'Sam Obi', byWhen: '2026-03-01', priority: 'high' }),
    line({ indicatorId: '1.2', byWhom: 'sam  obi', byWhen: '2026-03-10' }),
    line({ indicatorId: '6.3', byWhom: '', byWhen: '2026-02-01', priority: null }),
    line({ indicatorId: '6.3', byWhom: 'Priya', byWhen: null }),
    line({ indicatorId: '8.1', byWhom: '', byWhen: null, completedOn: '2026-01-01', priority: 'high' }),
    line({ indicatorId: '8.1', byWhom: 'Priya', byWhen: '2026-12-01' }),
  ]
  test.each<[Partial<PlanFilter>, readonly number[]]>([
    [{}, [0, 1, 2, 3, 4, 5]],
    [{ standard: 6 }, [2, 3]],
    [{ person: personKey('Sam Obi') }, [0, 1]],
    [{ priority: 'high' }, [0, 4]],
    [{ show: 'not-completed' }, [0, 1, 2, 3, 5]],
    [{ show: 'overdue' }, [0, 2]],
    [{ show: 'due-soon' }, [1]],
    [{ show: 'needs-owner-or-date' }, [2, 3]],
    [{ show: 'completed' }, [4]],
    [{ standard: 6, show: 'overdue' }, [2]],
    [{ standard: 1, person: personKey('Priya') }, []],
  ])('%j', (filter, expected) => {
    expect(ids(filterActions(all, { ...NO_FILTER, ...filter }, edition, today), all)).toEqual(expected)
    expect(isFiltered({ ...NO_FILTER, ...filter })).toBe(Object.keys(filter).length > 0)
  })

  test('and counts agree', () => {
    expect(planCounts(all, today)).toEqual({ total: 6, completed: 1, overdue: 2, dueSoon: 1, needsOwnerOrDate: 2 })
    expect(planCounts([], today)).toEqual({ total: 0, completed: 0, overdue: 0, dueSoon: 0, needsOwnerOrDate: 0 })
  })

  test('an indicator the edition does not have belongs to no standard', () => {
    const odd = [line({ indicatorId: '99.9' })]
    expect(filterActions(odd, { ...NO_FILTER, standard: 1 }, edition, today)).toEqual([])
    expect(filterActions(odd, NO_FILTER, edition, today)).toEqual(odd)
  })
})

describe('order', () => {
  const all = [
    line({ indicatorId: '8.1', byWhen: null, priority: null }),
    line({ indicatorId: '1.2', byWhen: '2026-05-01', priority: 'low' }),
    line({ indicatorId: '1.1', byWhen: '2026-04-01', priority: 'highest', completedOn: '2026-01-01' }),
    line({ indicatorId: '1.2', byWhen: '2026-04-01', priority: 'highest' }),
    line({ indicatorId: '99.9', byWhen: '2026-05-01', priority: 'gone' }),
    line({ indicatorId: '1.1', byWhen: '2026-03-03', priority: 'low' }),
    line({ indicatorId: '8.1', byWhen: '2026-02-03', priority: null }),
    line({ indicatorId: '1.2', byWhen: null, priority: 'highest', completedOn: '2026-02-01' }),
    line({ indicatorId: '8.1', byWhen: '2026-03-20', priority: 'highest' }),
  ]
  test.each([
    ['plan', [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    // Overdue, then by priority, then by date; what was done last comes first of what is done.
    ['pressing', [5, 6, 8, 3, 1, 4, 0, 7, 2]],
    ['standard', [5, 2, 3, 1, 7, 6, 8, 0, 4]],
    ['date', [6, 5, 8, 3, 1, 4, 0, 7, 2]],
  ] as const)('%s', (order, expected) => {
    expect(ids(inOrder(all.toReversed(), order, edition, today), all)).toEqual(expected)
  })

  const headings = (order: PlanOrder) =>
    grouped(inOrder(all, order, edition, today), undefined, order, edition, today).map(({ heading, actions }) => [
      heading.kind === 'priority' ? heading.place : heading.kind === 'indicator' ? heading.id : heading.kind,
      actions.length,
    ])

  test('what belongs together stands under one heading', () => {
    expect(headings('pressing')).toEqual([
      ['overdue', 2],
      [0, 2],
      [3, 1],
      [null, 2],
      ['completed', 2],
    ])
    expect(headings('date')).toEqual([
      ['overdue', 2],
      // The 18th is the last day that is soon.
      ['later', 4],
      ['no-date', 1],
      ['completed', 2],
    ])
    expect(headings('standard').map(([id]) => id)).toEqual(['1.1', '1.2', '8.1', '99.9'])
    expect(headings('plan')).toEqual([['none', 9]])
    expect(headingOf(line({ byWhen: '2026-03-18' }), 'date', edition, today)).toEqual({ kind: 'due-soon' })
  })

  test('a page that begins in the middle of a group says that it goes on', () => {
    const ordered = inOrder(all, 'pressing', edition, today)
    const page = (first: number) => grouped(ordered.slice(first), ordered[first - 1], 'pressing', edition, today)
    expect(page(0).map(({ continued }) => continued)).toEqual([false, false, false, false, false])
    expect(page(1).map(({ continued }) => continued)).toEqual([true, false, false, false, false])
    expect(page(2).map(({ continued }) => continued)).toEqual([false, false, false, false])
  })

  test('never adds or loses an action', () => {
    const some = fc.array(
      fc.record({
        indicatorId: fc.constantFrom('1.1', '6.3', '99.9'),
        byWhen: fc.option(fc.constantFrom('2026-03-01', '2026-03-10')),
        byWhom: fc.constantFrom('', 'Sam'),
        priority: fc.option(fc.constantFrom('high', 'low')),
        completedOn: fc.option(fc.constantFrom('2026-01-01')),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(some, fc.constantFrom(...ORDERS), (changes, order) => {
        const actions = changes.map(line)
        const ordered = inOrder(actions, order, edition, today)
        expect(new Set(ordered)).toEqual(new Set(actions))
        const groups = grouped(ordered, undefined, order, edition, today)
        expect(groups.flatMap((group) => group.actions)).toEqual(ordered)
        // No heading comes twice.
        const named = groups.map(({ heading }) => JSON.stringify(heading))
        expect(new Set(named).size).toBe(named.length)
        const shown = SHOWS.map((show) => filterActions(actions, { ...NO_FILTER, show }, edition, today).length)
        expect((shown[0] ?? 0) + (shown[4] ?? 0)).toBe(actions.length)
      }),
    )
  })
})

test('people are named once, however they are written', () => {
  const names = ['Sam Obi', '', 'sam obi', 'Priya', ' SAM  OBI ', 'Åsa'].map((byWhom) => ({ byWhom }))
  expect(peopleIn(names).map(({ name }) => name)).toEqual(['Åsa', 'Priya', 'Sam Obi'])
})

test('a new action comes last', () => {
  expect([nextPosition(null), nextPosition(7)]).toEqual([1, 8])
})

test('days are added across months, years and clock changes', () => {
  expect(addDays('2026-03-20', 14)).toBe('2026-04-03')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
})

describe('a suggestion that is taken', () => {
  const action = (byWhom: string, byWhen: string | null, completedOn: string | null = null) => ({
    action: 'Listen',
    byWhom,
    byWhen,
    priority: 'low',
    completedOn,
  })
  const taken = (byWhom: string, byWhen: string | null) => ({ suggestion: 'Listen', byWhom, byWhen })
  test.each([
    // An action that says so already, or more, needs nothing.
    [action('Sam', '2026-06-01'), taken('', null), 'says it'],
    [action('Sam', '2026-06-01'), taken('Sam', '2026-06-01'), 'says it'],
    [action('Sam', null, '2026-01-01'), taken('', null), 'says it'],
    // What it does not say yet can be filled in.
    [action('', null), taken('Sam', null), 'has room'],
    [action('Sam', null), taken('Sam', '2026-06-01'), 'has room'],
    // What somebody else has said, or has done, is left alone.
    [action('Priya', null), taken('Sam', null), 'another'],
    [action('', '2026-05-01'), taken('', '2026-06-01'), 'another'],
    [action('', null, '2026-01-01'), taken('Sam', null), 'another'],
    [{ ...action('', null), action: 'Ask' }, taken('', null), 'another'],
  ])('%j, %j: %s', (there, wanted, expected) => {
    expect(says(there, wanted) ? 'says it' : hasRoomFor(there, wanted) ? 'has room' : 'another').toBe(expected)
  })
})
