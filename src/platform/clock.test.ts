import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLondon, today } from './clock.ts'

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })

test('the day and the time in London, at any moment of a century', () => {
  const moments = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2089-12-31T00:00:00Z'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, (moment) => {
      expect(Object.values(inLondon(moment)).join(' ')).toBe(wall.format(moment))
    }),
  )
})

test.each([
  ['2026-03-29T00:59:59.999Z', '2026-03-29', '00:59'],
  ['2026-03-29T01:00:00.000Z', '2026-03-29', '02:00'],
  ['2026-06-30T23:30:00.000Z', '2026-07-01', '00:30'],
  ['2026-10-25T00:59:59.999Z', '2026-10-25', '01:59'],
  ['2026-10-25T01:00:00.000Z', '2026-10-25', '01:00'],
])('%s is %s, %s', (moment, day, time) => {
  expect(inLondon(new Date(moment))).toEqual({ day, time })
  expect(today({ now: () => new Date(moment) })).toBe(day)
})
