import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DateRules, dateBoxes, dateExample, readDate } from './dates.ts'

const TODAY = '2026-03-04'

function read(boxes: readonly [day: string, month: string, year: string], rules: Partial<DateRules> = {}) {
  const [day, month, year] = boxes
  const fields = new Map([
    ['when-day', day],
    ['when-month', month],
    ['when-year', year],
  ])
  return readDate({ get: (name) => fields.get(name) ?? '' }, 'when', { today: TODAY, lies: 'ahead', ...rules })
}

describe('a date is understood', () => {
  test.each([
    ['5', '3', '2026'],
    ['05', '03', '2026'],
    ['005', '003', '2026'],
    [' 5 ', ' 3', '2026 '],
    ['5', 'March', '2026'],
    ['5', 'march', '2026'],
    ['5', 'MAR', '2026'],
    ['5', 'Mar.', '2026'],
    ['5th', 'March', '2026'],
    ['5', '3', '2 0 2 6'],
    ['\uff15', '\uff13', '\uff12\uff10\uff12\uff16'],
    ['\uff15\uff0f\uff13\uff0f\uff12\uff10\uff12\uff16', '', ''],
    ['5/3/2026', '', ''],
    ['05/03/2026', '', ''],
    ['5-3-2026', '', ''],
    ['5.3.2026', '', ''],
    ['5 3 2026', '', ''],
    ['5 March 2026', '', ''],
    ['5th of March 2026', '', ''],
    ['Thursday 5 March 2026', '', ''],
    ['Thu, 5 Mar 2026', '', ''],
    ['March 5, 2026', '', ''],
    ['2026-03-05', '', ''],
    ['2026/3/5', '', ''],
    ['2026-03-05T09:30:00Z', '', ''],
    ['', '5 March 2026', ''],
    ['', '', '05/03/2026'],
    ['5 March', '', '2026'],
    ['5', 'March 2026', ''],
    ['5', '3/2026', ''],
    ['5', '3', '26'],
    ['5', '3', '’26'],
    ['5', '3', "'26"],
    ['05.03.26', '', ''],
    ['', '', '5/3/26'],
    ['5 March 26', '', ''],
    ['5 March ’26', '', ''],
    ['March 5, 26', '', ''],
    ['5 March', '', '26'],
  ])('%j, %j, %j', (...boxes) => {
    expect(read(boxes)).toEqual({ ok: true, day: '2026-03-05' })
  })

  test.each(['September', 'Sept', 'sep', 'Septem'])('month %s', (month) => {
    expect(read(['30', month, '2026'])).toEqual({ ok: true, day: '2026-09-30' })
  })

  test('29 February in a leap year', () => {
    expect(read(['29', '2', '2028'])).toEqual({ ok: true, day: '2028-02-29' })
    expect(read(['29', '2', '2000'])).toEqual({ ok: true, day: '2000-02-29' })
  })

  test('nothing, where nothing is needed', () => {
    expect(read(['', ' ', ''])).toEqual({ ok: true, day: null })
  })

  test.each<readonly [string, string, string]>([
    ['N/A', '', ''],
    ['', '', 'n/a'],
    ['-', '-', '-'],
    ['–', '–', '—'],
    ['none', '', ''],
    ['not', 'applicable', ''],
    ['TBC', '', ''],
  ])('nothing, where somebody writes that there is nothing: %j, %j, %j', (...boxes) => {
    expect(read(boxes)).toEqual({ ok: true, day: null })
    expect(read(boxes, { required: true, label: 'The date' })).toMatchObject({ ok: false, message: 'Enter the date' })
  })

  test('what nobody sees is left out', () => {
    expect(read(['\u200b5', 'Ma\u00adrch', '\u202a2026\u202c'])).toEqual({ ok: true, day: '2026-03-05' })
    expect(read(['\ufeff5/3/\u206020\u200e26', '', ''])).toEqual({ ok: true, day: '2026-03-05' })
  })

  test('a box with nothing in it beside others is one that is missing', () => {
    expect(read(['-', '3', '2026'])).toMatchObject({ message: 'The date must include a day', parts: ['day'] })
  })
})

describe('a date that is not understood says which part', () => {
  const all = ['day', 'month', 'year']
  test.each<[readonly [string, string, string], string, readonly string[]]>([
    [['5', '3', ''], 'The date must include a year', ['year']],
    [['5', '', '2026'], 'The date must include a month', ['month']],
    [['', '3', '2026'], 'The date must include a day', ['day']],
    [['5', '', ''], 'The date must include a month and a year', ['month', 'year']],
    [['5 March', '', ''], 'The date must include a year', ['year']],
    [['March 2026', '', ''], 'The date must include a day', ['day']],
    [['0', '3', '2026'], 'The date must have a day from 1 to 31', ['day']],
    [['32', '3', '2026'], 'The date must have a day from 1 to 31', ['day']],
    [['five', '3', '2026'], 'The date must have a day from 1 to 31', ['day']],
    [['-5', '3', '2026'], 'The date must have a day from 1 to 31', ['day']],
    [['5.5', '3', '2026'], 'The date must have a day from 1 to 31', ['day']],
    [['5', '0', '2026'], 'The date must have a month from 1 to 12, or its name', ['month']],
    [['5', '13', '2026'], 'The date must have a month from 1 to 12, or its name', ['month']],
    [['5', 'Ma', '2026'], 'The date must have a month from 1 to 12, or its name', ['month']],
    [['5', 'Janary', '2026'], 'The date must have a month from 1 to 12, or its name', ['month']],
    [['3/25/2026', '', ''], 'The date must have a month from 1 to 12, or its name', ['day']],
    [['5', '3', '6'], 'The date must have a year of four digits, as in 27 3 2027', ['year']],
    [['5', '3', '026'], 'The date must have a year of four digits, as in 27 3 2027', ['year']],
    [['5', '3', 'next'], 'The date must have a year of four digits, as in 27 3 2027', ['year']],
    [['5', '3', '20266'], 'The date must have a year of four digits, as in 27 3 2027', ['year']],
    [['5', '3', '0026'], 'The date must have a year from 1900 to 2100', ['year']],
    [['5', '3', '2101'], 'The date must have a year from 1900 to 2100', ['year']],
    [['31', '2', '2026'], '31 February is not a real date: in 2026, February has 28 days', ['day']],
    [['29', 'February', '2027'], '29 February is not a real date: in 2027, February has 28 days', ['day']],
    [['30', '2', '2028'], '30 February is not a real date: in 2028, February has 29 days', ['day']],
    [['29', '2', '2100'], '29 February is not a real date: in 2100, February has 28 days', ['day']],
    [['31', '4', '2026'], '31 April is not a real date: April has 30 days', ['day']],
    [['31/11/2026', '', ''], '31 November is not a real date: November has 30 days', ['day']],
    [['some time soon', '', ''], 'The date must be a day, a month and a year, such as 27 3 2027', ['day']],
    [['', 'some time soon', ''], 'The date must be a day, a month and a year, such as 27 3 2027', ['month']],
    [['5 3 2026 6', '', ''], 'The date must be a day, a month and a year, such as 27 3 2027', ['day']],
    [['next', 'year', ''], 'The date must include a year', ['year']],
  ])('%j', (boxes, message, parts) => {
    expect(read(boxes)).toEqual({ ok: false, message, parts })
  })

  test.each<[string, readonly [string, string, string], readonly string[]]>([
    ['a whole date in the first box', ['31/2/2026', '', ''], ['day']],
    ['a whole date in the second', ['', '31 February 2026', ''], ['month']],
    ['a whole date in the third', ['', '', '31/2/2026'], ['year']],
    ['a month that is none, in the box of the day', ['5/13', '', '2026'], ['day']],
    ['a month that is none, in the box of the year', ['5', '', '13/2026'], ['year']],
    ['what is missing, where it would stand', ['', '', 'March 2026'], ['day']],
  ])('and which box: %s', (_, boxes, parts) => {
    expect(read(boxes)).toMatchObject({ ok: false, parts })
  })

  test('in the words of its field', () => {
    const label = 'The date it was completed'
    expect(read(['', '', ''], { label, required: true })).toEqual({
      ok: false,
      message: 'Enter the date it was completed',
      parts: all,
    })
    expect(read(['5', '3', ''], { label })).toMatchObject({ message: 'The date it was completed must include a year' })
  })

  test('before the first or after the last day it may be', () => {
    const rules = { notBefore: '2026-03-02', notAfter: '2026-03-04' }
    expect(read(['1', '3', '2026'], rules)).toMatchObject({
      message: 'The date must be on or after 2 March 2026',
      parts: ['day'],
    })
    expect(read(['28', '2', '2026'], rules)).toMatchObject({ parts: ['month'] })
    expect(read(['3', '3', '2027'], rules)).toMatchObject({ parts: ['year'] })
    expect(read(['3/3/2027', '', ''], rules)).toMatchObject({ parts: ['day'] })
    expect(read(['2', '3', '2026'], rules)).toEqual({ ok: true, day: '2026-03-02' })
    expect(read(['4', '3', '2026'], rules)).toEqual({ ok: true, day: '2026-03-04' })
    expect(read(['5', '3', '2026'], rules)).toMatchObject({ message: 'The date must be on or before 4 March 2026' })
  })
})

/** Each field as it is bounded somewhere in the program. */
const DUE: Partial<DateRules> = { lies: 'ahead' }
const AWARDED: Partial<DateRules> = { lies: 'past', notAfter: TODAY }
const COMPLETED: Partial<DateRules> = { lies: 'past', notBefore: '2025-11-20', notAfter: TODAY }
const REVIEW: Partial<DateRules> = { lies: 'ahead', notBefore: TODAY }
const ENDS: Partial<DateRules> = { lies: 'ahead', notBefore: '2021-06-01' }

describe('a year of two digits', () => {
  test.each<[string, Partial<DateRules>, string, string, string]>([
    ['due this year', DUE, '1 4', '26', '2026-04-01'],
    ['due next year', DUE, '31 1', '27', '2027-01-31'],
    ['due a day ago: not in a hundred years', DUE, '3 3', '26', '2026-03-03'],
    ['due last year', DUE, '31 1', '25', '2025-01-31'],
    ['due in a long time', DUE, '31 1', '80', '2080-01-31'],
    ['awarded today', AWARDED, '4 3', '26', '2026-03-04'],
    ['awarded last year', AWARDED, '27 3', '25', '2025-03-27'],
    ['awarded in the last century', AWARDED, '27 3', '99', '1999-03-27'],
    ['awarded long ago, and not in fifty years', AWARDED, '27 3', '75', '1975-03-27'],
    ['completed last year', COMPLETED, '1 12', '25', '2025-12-01'],
    ['completed this year', COMPLETED, '1 2', '26', '2026-02-01'],
    ['to be reviewed in a year', REVIEW, '4 3', '27', '2027-03-04'],
    ['a mark that ends', ENDS, '31 5', '29', '2029-05-31'],
    ['a mark that has ended', ENDS, '31 5', '24', '2024-05-31'],
  ])('%s', (_, rules, dayAndMonth, year, day) => {
    const [date = '', month = ''] = dayAndMonth.split(' ')
    expect(read([date, month, year], rules)).toEqual({ ok: true, day })
  })

  test.each<[string, Partial<DateRules>, string, string, string]>([
    ['awarded next year, and not in 1927', AWARDED, '27 3', '27', 'The date must be on or before 4 March 2026'],
    ['awarded tomorrow', AWARDED, '5 3', '26', 'The date must be on or before 4 March 2026'],
    ['completed before it was begun', COMPLETED, '1 2', '25', 'The date must be on or after 20 November 2025'],
    ['to be reviewed before it is completed', REVIEW, '1 2', '26', 'The date must be on or after 4 March 2026'],
    ['a mark that ends before it was awarded', ENDS, '31 5', '21', 'The date must be on or after 1 June 2021'],
    ['a day that is none', DUE, '29 2', '27', '29 February is not a real date: in 2027, February has 28 days'],
  ])('%s', (_, rules, dayAndMonth, year, message) => {
    const [date = '', month = ''] = dayAndMonth.split(' ')
    expect(read([date, month, year], rules)).toMatchObject({ ok: false, message })
  })

  test('is as near as can be at the turn of a century', () => {
    const at = (today: string, year: string) => read(['1', '6', year], { today, lies: 'past', notAfter: today })
    expect(at('2099-12-01', '99')).toEqual({ ok: true, day: '2099-06-01' })
    expect(at('2100-07-01', '99')).toEqual({ ok: true, day: '2099-06-01' })
    expect(at('2100-07-01', '00')).toEqual({ ok: true, day: '2100-06-01' })
    expect(at('2026-03-04', '00')).toEqual({ ok: true, day: '2000-06-01' })
  })
})

describe('an example is a date that would do', () => {
  test.each<[string, Partial<DateRules>, string]>([
    ['due', DUE, '27 3 2027'],
    ['awarded', AWARDED, '27 3 2025'],
    ['completed, of an assessment begun lately', COMPLETED, '4 3 2026'],
    ['to be reviewed', REVIEW, '27 3 2027'],
    ['ends', ENDS, '27 3 2027'],
    ['after a day far ahead', { lies: 'ahead', notBefore: '2031-05-06' }, '6 5 2031'],
  ])('%s', (_, rules, example) => {
    const whole: DateRules = { today: TODAY, lies: 'ahead', ...rules }
    expect(dateExample(whole)).toBe(example)
    const [day = '', month = '', year = ''] = example.split(' ')
    expect(read([day, month, year], rules)).toMatchObject({ ok: true })
    expect(read(['next spring', '', ''], rules)).toMatchObject({ message: expect.stringContaining(example) })
  })
})

describe('whatever is typed', () => {
  const anyDay = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  test('every real day is understood in every way of writing it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { day: d, month: m, year: y } = dateBoxes(day)
        const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(day))
        const ways: readonly (readonly [string, string, string])[] = [
          [d, m, y],
          [d.padStart(2, '0'), m.padStart(2, '0'), y],
          [d, name, y],
          [`${d}/${m}/${y}`, '', ''],
          [`${d} ${name.slice(0, 3)} ${y}`, '', ''],
          [day, '', ''],
        ]
        for (const way of ways) expect(read(way)).toEqual({ ok: true, day })
      }),
    )
  })

  test('there is a real day or a message about some part', () => {
    const box = fc.oneof(fc.string(), fc.stringMatching(/^[0-9 /.\-a-zMar]{0,12}$/), fc.nat(40).map(String))
    fc.assert(
      fc.property(box, box, box, (...boxes) => {
        const result = read(boxes)
        if (!result.ok) {
          expect(result.message).toMatch(/^\S.*[^.]$/)
          expect(result.parts.length).toBeGreaterThan(0)
        } else if (result.day !== null) {
          expect(new Date(result.day).toISOString().slice(0, 10)).toBe(result.day)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

test('a stored day goes back into its boxes', () => {
  expect(dateBoxes('2026-03-05')).toEqual({ day: '5', month: '3', year: '2026' })
  expect(dateBoxes(null)).toEqual({ day: '', month: '', year: '' })
})
