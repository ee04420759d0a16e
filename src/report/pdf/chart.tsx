import type { Edition } from '../../frameworks/index.ts'
import { inWords, Mark, placesOf, StandardsChart } from '../../ui/index.ts'
import { chartAlt } from '../content.ts'
import { chartData, type StandardPicture } from '../rules.ts'
import type { ChartModel } from './document.ts'

/** The chart of the page of results as an SVG file, and what it shows in words. */
export function chartModel(edition: Edition, pictured: readonly StandardPicture[]): Omit<ChartModel, 'results'> {
  const data = chartData(edition, pictured)
  const places = placesOf(data)
  const chart = String(<StandardsChart data={data} variant="paper" />)
  const [, width = 1, height = 1] = /viewBox="0 0 (\d+) (\d+)"/.exec(chart)?.map(Number) ?? []
  return {
    chart,
    chartSize: { width, height },
    chartAlt: chartAlt(data.standards.map((standard) => inWords(standard, places))),
    marks: marksOf(edition),
  }
}

/** Each rating's mark as the screens draw it, an SVG file each, from the lowest rating to the highest. */
function marksOf({ ratings }: Edition): readonly string[] {
  return ratings.map((_, order) =>
    String(
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
        <Mark order={order} count={ratings.length} />
      </svg>,
    ),
  )
}
