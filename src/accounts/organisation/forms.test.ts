import { describe, expect, test } from 'vitest'
import { form } from '../../platform/index.ts'
import { AREAS } from './content.ts'
import { inputFrom, inputOf, readDescription } from './forms.ts'
import { type Description, isBare, recordOf } from './rules.ts'

const read = (...entries: [string, string][]) =>
  readDescription(inputFrom(form([['name', 'Riverbank Mentoring'], ...entries], [], [])))

test('a name is enough', () => {
  const bare = read()
  expect(bare.ok && isBare(bare.value)).toBe(true)
  expect(bare).toMatchObject({ ok: true, value: { name: 'Riverbank Mentoring', kind: null, areas: [], registrations: [] } })
})

const full: Description = {
  name: 'Riverbank Mentoring',
  kind: 'cic',
  registrations: ['GB-CHC-1123456', 'GB-CHC-205111', 'GB-COH-01234567', 'GB-SC-SC012345', 'GB-NIC-100123'],
  areas: ['E09000001', 'E09000012', 'Luton and Dunstable'],
  models: ['volunteer', 'online', 'Chess mentoring'],
  mentorsPerYear: '26-50',
  youngPeoplePerYear: '501+',
  marks: ['London Youth Quality Mark', 'A mark of our own', 'And another'],
}

test('what is kept fills the form, and the form gives the same back', () => {
  expect(readDescription(inputOf(full))).toEqual({ ok: true, value: full })
})

test('in words, for the record', () => {
  expect(recordOf(full)).toEqual({
    name: 'Riverbank Mentoring',
    kind: 'Community interest company (CIC)',
    registrations: full.registrations,
    areas: ['City of London', 'Hackney', 'Luton and Dunstable'],
    models: ['Volunteer mentoring', 'Online mentoring', 'Chess mentoring'],
    mentorsPerYear: '26 to 50',
    youngPeoplePerYear: 'More than 500',
    marks: full.marks,
  })
  expect(recordOf({ ...full, marks: [] })).not.toHaveProperty('marks')
})

test('London has 33 authorities, by their ONS codes', () => {
  expect(AREAS).toHaveLength(34)
  expect(AREAS[1]).toEqual({ id: 'E09000001', label: 'City of London' })
  expect(AREAS[33]).toEqual({ id: 'E09000033', label: 'Westminster' })
})

test('the same thing twice is kept once', () => {
  expect(read(['GB-CHC', '1123456, 1 123 456'], ['areas', 'E09000012'], ['areas', 'E09000012'])).toMatchObject({
    value: { registrations: ['GB-CHC-1123456'], areas: ['E09000012'] },
  })
})

test.each(['N/A', 'n/a', '-', '–', 'none', 'None.', 'nil', 'Not applicable', 'n/a, n/a', ' – '])(
  'a number that may be left out is left out when somebody writes %j',
  (typed) => {
    expect(read(['GB-CHC', typed], ['GB-COH', typed], ['GB-SC', typed], ['GB-NIC', typed])).toMatchObject({
      ok: true,
      value: { registrations: [] },
    })
    expect(read(['GB-CHC', `${typed}, 1123456`])).toMatchObject({ value: { registrations: ['GB-CHC-1123456'] } })
  },
)

test('what nobody sees in a number is left out', () => {
  expect(read(['GB-CHC', '\u200b1123\u00ad456\u2060'], ['GB-COH', '\u202a01234567\u202c'])).toMatchObject({
    value: { registrations: ['GB-CHC-1123456', 'GB-COH-01234567'] },
  })
})

test('no other area and no other mark are none, and not one of that name', () => {
  expect(read(['otherAreas', 'n/a'], ['otherMarks', 'None\n-'])).toMatchObject({ value: { areas: [], marks: [] } })
})

test('values no form of ours offers are left out', () => {
  expect(
    read(['kind', 'pirates'], ['areas', 'E99'], ['models', '<b>'], ['mentorsPerYear', '9'], ['marks', 'nope']),
  ).toMatchObject({
    ok: true,
    value: { kind: null, areas: [], models: [], mentorsPerYear: null, marks: [] },
  })
})

test('own words count only while their box is ticked', () => {
  expect(read(['otherModel', 'Chess'])).toMatchObject({ ok: true, value: { models: [] } })
  expect(read(['models', 'other'], ['otherModel', 'Chess'])).toMatchObject({ ok: true, value: { models: ['Chess'] } })
})

describe('needs correcting', () => {
  test.each<[string, [string, string][], Record<string, string>]>([
    ['an invisible name', [['name', '\u200b \u2060']], { name: 'Enter the name of your organisation' }],
    ['no name', [], { name: 'Enter the name of your organisation' }],
    ['a long name', [['name', 'x'.repeat(201)]], { name: 'Make the name 200 characters or fewer' }],
    [
      'too many numbers',
      [
        ['name', 'x'],
        ['GB-CHC', '1123451,1123452,1123453,1123454,1123455,1123456'],
      ],
      { 'GB-CHC': 'Enter up to 5 numbers, with a comma between them' },
    ],
    [
      'long areas',
      [
        ['name', 'x'],
        ['otherAreas', 'x'.repeat(201)],
      ],
      { otherAreas: 'Use 200 characters or fewer' },
    ],
    [
      'something else, unsaid',
      [
        ['name', 'x'],
        ['models', 'other'],
      ],
      { otherModel: 'Say what kind of mentoring it is, or untick “Something else”' },
    ],
    [
      'too many marks',
      [
        ['name', 'x'],
        ['otherMarks', Array.from({ length: 11 }, (_, i) => `m${i}`).join('\n')],
      ],
      { otherMarks: 'Enter up to 10 other marks, each on a line of its own' },
    ],
    [
      'a long mark',
      [
        ['name', 'x'],
        ['otherMarks', 'x'.repeat(101)],
      ],
      { otherMarks: 'Make each mark’s name 100 characters or fewer' },
    ],
  ])('%s', (_, entries, errors) => expect(readDescription(inputFrom(form(entries, [], [])))).toEqual({ ok: false, errors }))
})
