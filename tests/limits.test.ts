import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../src/accounts/throttle.ts'
import { type Row, tableIn } from './support/tables-in-docs.ts'

/** The numbers in docs/operating.md are those of the code. */

const root = join(import.meta.dirname, '..')
const OPERATING = 'docs/operating.md'

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }
const BYTES: Readonly<Record<string, number>> = { kB: 1024, MB: 1024 * 1024 }

/** `15 minutes` → 15 and `minutes`; `an hour` and `1 hour` are the same. */
function amounts(cell: string): readonly { readonly count: number; readonly unit: string }[] {
  const written = cell.replace(/\ban? (?=hour|day)/g, '1 ').replaceAll(',', '')
  return [...written.matchAll(/(\d+)(?: (kB|MB|second|minute|hour|day)(?:s\b|\b))?/g)].map(([, count, unit]) => ({
    count: Number(count),
    unit: unit === undefined || unit in BYTES ? (unit ?? '') : `${unit}s`,
  }))
}

/** Every value that may stand in the code for what is written: a time is kept in days, hours, seconds or milliseconds. */
function valuesOf({ count, unit }: { readonly count: number; readonly unit: string }): readonly number[] {
  if (unit in BYTES) return [count * (BYTES[unit] ?? 1)]
  const seconds = SECONDS[unit]
  return seconds === undefined ? [count] : [count, count * seconds, count * seconds * 1000]
}

test('every limit of tries is in the table, with its number and its time', () => {
  const documented = tableIn(OPERATING, 'Tries').map((row) => ({
    limit: row.limit?.replaceAll('`', '') ?? '',
    tries: Number(row['at most']?.replaceAll(',', '')),
    seconds: valuesOf(amounts(row.in ?? '')[0] ?? { count: 0, unit: '' })[1],
  }))
  expect(documented).toEqual(Object.entries(LIMITS).map(([limit, { tries, seconds }]) => ({ limit, tries, seconds })))
})

/** Where a number stands in the code: a file, and the words it stands in. */
const placeOf = (row: Row) => /^`(src\/[\w./-]+)` `([^`]+)`$/.exec(row.code ?? '')

/** The values in the words, in their order: `atOnce: 2, mostWaiting: 150`. */
const HOUR = 60 * 60
const NAMES: Readonly<Record<string, number>> = { HOUR, SETTLED: 24 * HOUR * 1000 }
function valuesIn(words: string): readonly number[] {
  return words.split(', ').map((each) => {
    const [, sum = ''] = /[=:] *([\w. *]+)$/.exec(each) ?? []
    return sum.split('*').reduce((product, factor) => product * (NAMES[factor.trim()] ?? Number(factor.replaceAll('_', ''))), 1)
  })
}

const SPACES = /\s+/g

describe.each([
  ['Sizes, numbers and waits', 'at most', 30],
  ['How long it is kept', 'how long', 7],
] as const)('%s', (heading, column, atLeast) => {
  const rows = tableIn(OPERATING, heading).filter((row) => row.code !== '')

  test('the table has rows', () => expect(rows.length).toBeGreaterThanOrEqual(atLeast))

  test.each(rows.map((row) => [row.what ?? '', row] as const))('%s', (_, row) => {
    const place = placeOf(row)
    expect(place, `${row.code} names a file and the words in it`).not.toBeNull()
    const [, file = '', words = ''] = place ?? []
    expect(existsSync(join(root, file)), file).toBe(true)
    const code = readFileSync(join(root, file), 'utf8').replace(SPACES, ' ')
    for (const part of words.startsWith('atOnce') ? [words] : words.split(', ')) expect(code).toContain(part)

    const written = amounts(row[column] ?? '')
    // A cell may say more than the number the code has: the last of them are those of the code.
    const inCode = valuesIn(words)
    const compared = column === 'how long' ? written.slice(-inCode.length) : written
    expect(compared).toHaveLength(inCode.length)
    for (const [index, value] of inCode.entries())
      expect(valuesOf(compared[index] ?? { count: 0, unit: '' }), `${row[column]} beside ${words}`).toContain(value)
  })
})
