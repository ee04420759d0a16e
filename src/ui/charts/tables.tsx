import { type Cell, Table } from '../components/table.tsx'
import { placesOf, type StandardsData, stateLabel } from './data.ts'

interface TableProps {
  readonly data: StandardsData
  readonly caption?: string | undefined
}

/** The standards picture in numbers: how many indicators of each standard stand where. */
export function StandardsTable({ data, caption }: TableProps) {
  const places = placesOf(data)
  return (
    <div class="app-scroll" role="region" aria-label={caption ?? 'Indicators at each rating, by standard'} tabindex={0}>
      <Table
        caption={caption ?? 'Indicators at each rating, by standard'}
        firstCellIsHeader
        head={['Standard', ...places.map((place): Cell => ({ content: place.label, numeric: true }))]}
        rows={data.standards.map((standard) => [
          `${standard.number}. ${standard.title}`,
          ...places.map((place): Cell => {
            const count = standard.indicators.filter((indicator) => place.holds(indicator.state)).length
            return { content: count, numeric: true }
          }),
        ])}
      />
    </div>
  )
}

/** The indicators picture in words. */
export function IndicatorTable({ data, caption }: TableProps) {
  return (
    <div class="app-scroll" role="region" aria-label={caption ?? 'Rating of each indicator'} tabindex={0}>
      <Table
        caption={caption ?? 'Rating of each indicator'}
        firstCellIsHeader
        head={['Indicator', 'Core', 'Rating']}
        rows={data.standards.flatMap((standard) =>
          standard.indicators.map((indicator) => [
            `${indicator.id} ${indicator.shortTitle}`,
            indicator.core ? 'Core' : '',
            stateLabel(indicator.state, data.ratings),
          ]),
        )}
      />
    </div>
  )
}
