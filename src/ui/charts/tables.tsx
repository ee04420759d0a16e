import { type Cell, Table } from '../components/table.tsx'
import type { Child } from '../jsx/jsx-runtime.ts'
import { placesOf, type StandardsData, stateLabel } from './data.ts'

interface TableProps {
  readonly data: StandardsData
  readonly caption?: string | undefined
}

/** The standards picture in numbers: how many indicators of each standard stand where. */
export function StandardsTable({ data, caption }: TableProps) {
  const places = placesOf(data)
  return (
    <Scroll label={caption ?? 'Indicators at each rating, by standard'}>
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
    </Scroll>
  )
}

/** The indicators picture in words. */
export function IndicatorTable({ data, caption }: TableProps) {
  return (
    <Scroll label={caption ?? 'Rating of each indicator'}>
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
    </Scroll>
  )
}

/** Scrolls by itself where it is too wide, also with the keyboard. */
function Scroll({ label, children }: { label: string; children: Child }) {
  return (
    <section class="app-scroll" aria-label={label} tabindex={0}>
      {children}
    </section>
  )
}
