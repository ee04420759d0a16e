import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editionFromJson } from './pack/compiled.ts'
import { compilePack } from './pack/read.ts'
import { coreIndicators, indicatorById, neighbours, ratingById, ratingHalf, themesForIndicator } from './rules.ts'

const file = new URL('fixtures/everything.yaml', import.meta.url)
const edition = editionFromJson(compilePack(readFileSync(file, 'utf8'), 'everything.yaml'))

test('things are found by what names them, and null stands for what is not there', () => {
  expect(indicatorById(edition, '4.1')?.shortTitle).toBe('Company')
  expect(indicatorById(edition, '4.2')).toBeNull()
  expect(ratingById(edition, 'steady')?.order).toBe(1)
  expect(ratingById(edition, 'perfect')).toBeNull()
})

test('core indicators keep their order', () => {
  expect(coreIndicators(edition).map(({ id }) => id)).toEqual(['1.1', '4.1'])
})

test('themes of an indicator', () => {
  expect(themesForIndicator(edition, '4.1').map(({ id }) => id)).toEqual(['book-list', 'rota'])
  expect(themesForIndicator(edition, '1.2')).toEqual([])
})

test.each([
  // in scope, from, previous, next
  [['1.1', '1.2', '4.1'], '1.1', undefined, '1.2'],
  [['1.1', '1.2', '4.1'], '1.2', '1.1', '4.1'],
  [['1.1', '1.2', '4.1'], '4.1', '1.2', undefined],
  [['4.1', '1.1'], '1.1', undefined, '4.1'],
  [['4.1', '1.1'], '1.2', '1.1', '4.1'],
  [[], '1.2', undefined, undefined],
  [['1.1', '4.1'], '9.9', undefined, undefined],
])('with %j in scope, the neighbours of %s', (inScope, id, previous, next) => {
  const found = neighbours(edition, inScope, id)
  expect([found.previous?.id, found.next?.id]).toEqual([previous, next])
})

test('the middle of an odd scale is in its upper half', () => {
  const halves = (count: number) =>
    Array.from({ length: count }, (_, order) =>
      ratingHalf({ ...edition, ratings: Array(count).fill(edition.ratings[0]) }, { order }),
    )
  expect(halves(3)).toEqual(['lower', 'upper', 'upper'])
  expect(halves(4)).toEqual(['lower', 'lower', 'upper', 'upper'])
})
