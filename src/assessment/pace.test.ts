import { describe, expect, test } from 'vitest'
import { advisedInWords, inWords, timeLeft } from './pace.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 4, 10, minutes)).toISOString()

describe('time left', () => {
  test('before there is a pace, the framework’s advice stands, and it says so', () => {
    expect(timeLeft([], 0, 40)).toEqual({ minutes: 400, from: 'advice' })
    expect(timeLeft([at(0), at(1)], 2, 38)).toEqual({ minutes: 380, from: 'advice' })
  })
  test('follows the person’s own pace', () =>
    expect(timeLeft([at(0), at(5), at(10), at(14)], 4, 10)).toEqual({ minutes: 40, from: 'pace' }))
  test('a long lunch is not work', () => expect(timeLeft([at(0), at(4), at(240), at(244)], 4, 10).minutes).toBe(30))
  test('nothing is left at the end', () => expect(timeLeft([at(0)], 40, 0).minutes).toBe(0))
  test.each([
    [25, 'about 25 minutes'],
    [60, 'about 1 hour'],
    [95, 'about 1½ hours'],
    [400, 'about 6½ hours'],
  ])('%i minutes is %s', (minutes, words) => expect(inWords(minutes)).toBe(words))
})

describe('the time to set aside before beginning', () => {
  test.each([
    [3, 'about 30 minutes'],
    [12, 'about 2 hours'],
    [15, 'about half a day'],
    [20, 'about half a day'],
    [29, 'about half a day'],
    [30, 'about a day'],
    [40, 'about a day'],
    [60, 'about 1½ days'],
    [80, 'about 2 days'],
  ])('%i indicators: %s', (indicators, words) => expect(advisedInWords(indicators)).toBe(words))
})
