import { afterEach, expect, test, vi } from 'vitest'
import { isId, newId } from './ids.ts'

afterEach(() => vi.useRealTimers())

const many = () => Array.from({ length: 5000 }, newId)

test('ids are all different, well formed, and in the order they were made', () => {
  const ids = many()
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every(isId)).toBe(true)
  expect([...ids].sort()).toEqual(ids)
})

test('they stay in order within one millisecond, and when the clock is put back', () => {
  vi.useFakeTimers()
  vi.setSystemTime('2090-01-01T00:00:00.000Z')
  const before = many()
  vi.setSystemTime('2089-12-31T23:59:00.000Z')
  const ids = [...before, ...many()]
  expect([...ids].sort()).toEqual(ids)
})

test('an id tells when it was made', () => {
  vi.useFakeTimers()
  vi.setSystemTime('2091-05-06T07:08:09.123Z')
  expect(Number.parseInt(newId().replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2091-05-06T07:08:09.123Z'))
})

test.each(['', '1', 'nonsense', newId().toUpperCase(), `${newId()} `, `${newId()}/`])('%j is no id', (text) => {
  expect(isId(text)).toBe(false)
})
