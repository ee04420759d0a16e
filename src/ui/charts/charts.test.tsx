import { describe, expect, test } from 'vitest'
import { otherFramework, underWay } from '../previews/sample.ts'
import type { StandardsData } from './data.ts'
import { inWords, placesOf } from './data.ts'
import { IndicatorFigure, StandardsFigure } from './figures.tsx'
import { IndicatorGrid } from './indicator-grid.tsx'
import { StandardsChart } from './standards-chart.tsx'
import { IndicatorTable, StandardsTable } from './tables.tsx'
import { fittingSize, wrap } from './text.ts'

const nothing: StandardsData = { standards: [], ratings: [] }

const drawings = [StandardsChart, IndicatorGrid].flatMap((Chart) =>
  (['wide', 'narrow'] as const).flatMap((variant) =>
    [underWay, otherFramework, nothing].map(
      (data) => [`${Chart.name} ${variant}`, String(<Chart data={data} variant={variant} />)] as const,
    ),
  ),
)

describe.each(drawings)('%s', (_, svg) => {
  test('stands alone: an image with a name and a description, without styles', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    const [, title = '', desc = ''] = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? []
    expect(svg).toContain(`<title id="${title}">`)
    expect(svg).toContain(`<desc id="${desc}">`)
    expect(svg).not.toMatch(/\sstyle=|<style/)
  })

  test('is drawn with numbers, inside its own edges', () => {
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    const [, width = 0] = /viewBox="0 0 (\d+) \d+"/.exec(svg)?.map(Number) ?? []
    for (const [, x] of svg.matchAll(/<circle cx="([\d.]+)"/g)) expect(Number(x)).toBeLessThan(width)
  })
})

test('every indicator is drawn once in each picture', () => {
  const ids = underWay.standards.flatMap((standard) => standard.indicators.map(({ id }) => id))
  const written = (svg: string) => [...svg.matchAll(/>(\d+\.\d+)</g)].map(([, id]) => id).sort()
  expect(written(String(<IndicatorGrid data={underWay} />))).toEqual(ids)
  expect(written(String(<StandardsChart data={underWay} />))).toEqual(ids)
})

test('both sizes and their table can be on one page: no id is used twice', () => {
  const page = String(
    <>
      <StandardsFigure data={underWay} />
      <IndicatorFigure data={underWay} />
      <StandardsFigure data={underWay} id="last-year" />
    </>,
  )
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toEqual([...new Set(ids)])
})

test('places are the ratings, and the other states only where they occur', () => {
  expect(placesOf(underWay).map(({ label }) => label)).toEqual([
    'Undeveloped practice',
    'Developing practice',
    'Good practice',
    'Excellent practice',
    'Not rated yet',
    'Less relevant',
    'Exempt',
  ])
  expect(placesOf(otherFramework)).toHaveLength(otherFramework.ratings.length)
})

test('a standard in words says how many stand where, and never a score', () => {
  const [first] = underWay.standards
  if (!first) throw new Error('the sample has standards')
  expect(inWords(first, placesOf(underWay))).toBe(
    'Standard 1, Programme design and development: 1 developing practice, 2 good practice, 1 excellent practice.',
  )
})

test('the key tells core indicators from others only where there are both', () => {
  const only = (core: boolean) => ({
    ...underWay,
    standards: underWay.standards.map((standard) => ({
      ...standard,
      indicators: standard.indicators.filter((indicator) => indicator.core === core),
    })),
  })
  expect(String(<StandardsChart data={underWay} />)).toContain('Core indicator<')
  for (const core of [true, false]) expect(String(<StandardsChart data={only(core)} />)).not.toContain('Core indicator<')
})

test('the tables say the same', () => {
  const count = /<th scope="row" class="govuk-table__header">1\. Programme design and development<\/th>((?:<td[^>]*>\d+<\/td>)+)/
  const cells = count.exec(String(<StandardsTable data={underWay} />))?.[1]?.match(/\d+(?=<)/g)
  expect(cells).toEqual(['0', '1', '2', '1', '0', '0', '0'])
  expect(String(<IndicatorTable data={underWay} />)).toContain('1.2 Shared understanding</th><td class="govuk-table__cell"></td>')
})

test('text is broken between words, and made smaller where a word would not fit', () => {
  expect(wrap('Matching and relationship', 100, 15)).toEqual(['Matching and', 'relationship'])
  expect(wrap('Safeguarding', 10, 15)).toEqual(['Safeguarding'])
  expect(fittingSize(['Undeveloped practice'], 40, 15)).toBeLessThan(15)
  expect(fittingSize(['Good'], 200, 15)).toBe(15)
  // As wide as browsers draw them, bold, for each pixel of size.
  for (const [word, drawn] of Object.entries({ Undeveloped: 6.11, Developing: 5.24, management: 6.1, Programme: 5.4 }))
    expect(fittingSize([word], 65, 15) * drawn, word).toBeLessThanOrEqual(65)
})
