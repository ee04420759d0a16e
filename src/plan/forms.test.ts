import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { editionFromJson } from '../frameworks/index.ts'
import { compilePack } from '../frameworks/pack/read.ts'
import { form, newId } from '../platform/index.ts'
import {
  actionSummary,
  actionValues,
  readAction,
  readCompletion,
  readInlineAction,
  readMove,
  readNewAction,
  readPutBack,
  readRevision,
  readSuggestions,
  readView,
  valuesOf,
  viewQuery,
  WHOLE_PLAN,
} from './forms.ts'

const pack = new URL('../../frameworks/mentoring-quality-framework/2022.yaml', import.meta.url).pathname
const edition = editionFromJson(compilePack(readFileSync(pack, 'utf8'), '2022.yaml'))
const TODAY = '2026-03-04'
const sent = (fields: Readonly<Record<string, string>>) => form(Object.entries(fields), [], [])
const when = (day: string, month: string, year: string, prefix = '') => ({
  [`${prefix}byWhen-day`]: day,
  [`${prefix}byWhen-month`]: month,
  [`${prefix}byWhen-year`]: year,
})

describe('an action', () => {
  test('is read and tidied', () => {
    const fields = {
      action: ' Ask mentees\r\nfor feedback ',
      // What would turn the words beside a name around goes.
      byWhom: ' Sam \n \u202eObi\u202c ',
      priority: 'medium',
      ...when('31', 'Jan', '2027'),
    }
    expect(readAction(sent(fields), edition, TODAY)).toEqual({
      ok: true,
      value: { action: 'Ask mentees\nfor feedback', byWhom: 'Sam Obi', byWhen: '2027-01-31', priority: 'medium' },
    })
  })

  test('needs only words', () => {
    const value = { action: 'Ask', byWhom: '', byWhen: null, priority: null }
    expect(readAction(sent({ action: 'Ask' }), edition, TODAY)).toEqual({ ok: true, value })
  })

  test.each([
    [{}, { action: 'Enter what you will do' }],
    [{ action: ' \n ' }, { action: 'Enter what you will do' }],
    [{ action: 'a'.repeat(501) }, { action: 'What you will do must be 500 characters or fewer' }],
    [{ action: 'Ask', byWhom: 'a'.repeat(121) }, { byWhom: 'Who will do it must be 120 characters or fewer' }],
    [{ action: 'Ask', priority: 'urgent' }, { priority: 'Choose a priority from the list' }],
    [
      { action: 'Ask', ...when('31', '2', '2027') },
      { byWhen: { text: '31 February is not a real date: in 2027, February has 28 days', parts: ['day'] } },
    ],
    [{ action: 'Ask', ...when('5', '3', '') }, { byWhen: { text: 'The due date must include a year', parts: ['year'] } }],
  ])('%j is explained', (fields, errors) => {
    expect(readAction(sent(fields), edition, TODAY)).toEqual({ ok: false, errors })
  })

  test('says everything that is wrong at once, in the order of the fields', () => {
    const fields = { priority: 'urgent', byWhom: 'a'.repeat(121), ...when('5', '', '2027') }
    const read = readAction(sent(fields), edition, TODAY)
    expect(read.ok ? [] : actionSummary(read.errors).map(({ href }) => href)).toEqual([
      '#action',
      '#byWhom',
      '#byWhen-month',
      '#priority',
    ])
  })

  test('may be as long as it may be', () => {
    expect(readAction(sent({ action: 'a'.repeat(500), byWhom: 'b'.repeat(120) }), edition, TODAY).ok).toBe(true)
  })

  test('can be shown again as typed, and as it is', () => {
    const fields = { action: 'Ask', byWhom: 'Sam', priority: 'low', ...when('5th', 'March', '2027') }
    expect(actionValues(sent(fields))).toEqual({
      action: 'Ask',
      byWhom: 'Sam',
      priority: 'low',
      byWhen: { day: '5th', month: 'March', year: '2027' },
    })
    expect(valuesOf({ action: 'Ask', byWhom: '', byWhen: '2027-03-05', priority: null })).toEqual({
      action: 'Ask',
      byWhom: '',
      priority: '',
      byWhen: { day: '5', month: '3', year: '2027' },
    })
  })
})

describe('a new action', () => {
  test('is about an indicator of the edition, and keeps the id its form was given', () => {
    const id = newId()
    expect(readNewAction(sent({ id, action: 'Ask', indicator: '6.3' }), edition, TODAY)).toMatchObject({
      value: { id, indicatorId: '6.3' },
    })
    expect(readNewAction(sent({ action: 'Ask', indicator: '9.9' }), edition, TODAY)).toEqual({
      ok: false,
      errors: { indicator: 'Choose the indicator it is about' },
    })
    expect(readNewAction(sent({ id: 'nonsense' }), edition, TODAY)).toMatchObject({
      errors: { indicator: expect.any(String), action: expect.any(String) },
    })
    const read = readNewAction(sent({ id: 'nonsense', action: 'Ask', indicator: '1.1' }), edition, TODAY)
    expect(read.ok && read.value.id).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('beside an indicator', () => {
  test('nothing typed is nothing, unless it was asked for', () => {
    expect(readInlineAction(sent({ 'new-action': ' ', do: 'save' }), edition, '6.3', TODAY)).toBeNull()
    expect(readInlineAction(sent({ do: 'add-action' }), edition, '6.3', TODAY)).toMatchObject({ ok: false })
  })

  test('what was typed is read whichever button was pressed', () => {
    const id = newId()
    const fields = { 'new-id': id, 'new-action': 'Ask', do: 'save', action: 'not this', ...when('5', '3', '2027', 'new-') }
    expect(readInlineAction(sent(fields), edition, '6.3', TODAY)).toEqual({
      ok: true,
      value: { id, indicatorId: '6.3', action: 'Ask', byWhom: '', byWhen: '2027-03-05', priority: null },
    })
    expect(readInlineAction(sent({ 'new-byWhom': 'Sam' }), edition, '6.3', TODAY)).toMatchObject({
      errors: { action: 'Enter what you will do' },
    })
    expect(readInlineAction(sent(when('5', '', '', 'new-')), edition, '6.3', TODAY)).toMatchObject({ ok: false })
  })

  const suggestions = ['Ask', 'Listen']
  const nobody = { byWhom: '', byWhen: null }

  test('a suggestion is taken by its place', () => {
    expect(readSuggestions(sent({ do: 'take-suggestion:1' }), suggestions, TODAY)).toEqual([
      { place: 1, ok: true, value: { suggestion: 'Listen', ...nobody } },
    ])
    for (const pressed of ['take-suggestion:2', 'take-suggestion:-1', 'take-suggestion:', 'save', ''])
      expect(readSuggestions(sent({ do: pressed }), suggestions, TODAY)).toEqual([])
  })

  test('who and when stand beside it, and count whichever button was pressed', () => {
    const fields = { 'idea-0-byWhom': ' Sam \n Obi ', ...when('5', '3', '2027', 'idea-1-'), do: 'continue' }
    expect(readSuggestions(sent(fields), suggestions, TODAY)).toEqual([
      { place: 0, ok: true, value: { suggestion: 'Ask', byWhom: 'Sam Obi', byWhen: null } },
      { place: 1, ok: true, value: { suggestion: 'Listen', byWhom: '', byWhen: '2027-03-05' } },
    ])
    // Beside a suggestion that is not there, nothing can be meant.
    expect(readSuggestions(sent({ 'idea-2-byWhom': 'Sam', 'idea-x-byWhom': 'Sam' }), suggestions, TODAY)).toEqual([])
  })

  test('what is wrong beside it is explained', () => {
    const fields = { 'idea-1-byWhom': 'a'.repeat(121), ...when('31', '2', '2027', 'idea-1-') }
    const [read] = readSuggestions(sent(fields), suggestions, TODAY)
    expect(read?.ok ? [] : actionSummary(read?.errors ?? {}, 'idea-1-')).toEqual([
      { text: 'Who will do it must be 120 characters or fewer', href: '#idea-1-byWhom' },
      { text: '31 February is not a real date: in 2027, February has 28 days', href: '#idea-1-byWhen-day' },
    ])
  })

  test('a removed action is put back by its id', () => {
    const id = newId()
    expect(readPutBack(sent({ do: `restore-action:${id}` }))).toBe(id)
    for (const pressed of [`restore-action:${'x'.repeat(36)}`, 'restore-action:', `restore-evidence:${id}`, ''])
      expect(readPutBack(sent({ do: pressed }))).toBeNull()
  })
})

describe('a move', () => {
  const [id, other] = [newId(), newId()]
  test.each([
    [`up:${id}`, { actionId: id, move: { to: 'up' } }],
    [`top:${id}`, { actionId: id, move: { to: 'top' } }],
    [`before:${id}:${other}`, { actionId: id, move: { to: 'before', other } }],
    [`after:${id}:${other}`, { actionId: id, move: { to: 'after', other } }],
    [`after:${id}`, null],
    [`after:${id}:x`, null],
    [`left:${id}`, null],
    ['up:x', null],
    ['', null],
  ])('%s', (move, expected) => expect(readMove(sent({ move }))).toEqual(expected))
})

describe('completing', () => {
  const on = (day: string, month: string, year: string) => ({
    'completedOn-day': day,
    'completedOn-month': month,
    'completedOn-year': year,
  })
  const today = '2026-03-04'

  test('is today where nothing is said', () => {
    expect(readCompletion(sent({}), today)).toEqual({ ok: true, value: { completedOn: today, whatChanged: '' } })
  })

  test('may be earlier, and says what changed', () => {
    const fields = { ...on('1', 'feb', '2026'), whatChanged: ' More mentees stay. ' }
    expect(readCompletion(sent(fields), today)).toEqual({
      ok: true,
      value: { completedOn: '2026-02-01', whatChanged: 'More mentees stay.' },
    })
  })

  test.each([
    [
      on('5', '3', '2026'),
      { completedOn: { text: 'The date it was completed must be on or before 4 March 2026', parts: ['day'] } },
    ],
    [on('5', '3', ''), { completedOn: { text: 'The date it was completed must include a year', parts: ['year'] } }],
    [{ whatChanged: 'a'.repeat(2001) }, { whatChanged: 'What changed must be 2000 characters or fewer' }],
  ])('%j is explained', (fields, errors) => {
    expect(readCompletion(sent(fields), today)).toEqual({ ok: false, errors })
  })
})

describe('a view of the plan', () => {
  const view = (query: string) => {
    const asked = new URLSearchParams(query)
    return readView((name) => asked.get(name) ?? undefined, edition)
  }

  test('is the whole plan where nothing, or nothing sensible, is asked', () => {
    expect(view('')).toEqual(WHOLE_PLAN)
    expect(view('standard=99&priority=x&show=x&order=x&page=-1&person=&from=x&via=x')).toEqual(WHOLE_PLAN)
    // Nothing but the names of our own pages: an address leads nowhere.
    for (const from of ['https://evil.example', '//evil.example', '/account', 'constructor', 'Indicator'])
      expect(view(`from=${encodeURIComponent(from)}`).from).toBeNull()
    expect(view('page=1e3')).toEqual(WHOLE_PLAN)
    expect(new Set(Object.values(viewQuery(WHOLE_PLAN)))).toEqual(new Set([null]))
  })

  test('goes into an address and comes back', () => {
    const asked = view('standard=6&person=Sam+Obi&priority=high&show=overdue&order=date&page=3&from=indicator&via=action')
    expect(asked).toEqual({
      filter: { standard: 6, person: 'sam obi', priority: 'high', show: 'overdue' },
      order: 'date',
      page: 3,
      from: 'indicator',
      viaAction: true,
    })
    const query = new URLSearchParams(Object.entries(viewQuery(asked)).map(([name, value]) => [name, String(value)]))
    expect(view(query.toString())).toEqual(asked)
  })
})

test('a revision that is no number fits none', () => {
  expect([sent({ revision: '3' }), sent({ revision: 'x' }), sent({})].map(readRevision)).toEqual([3, -1, -1])
})
