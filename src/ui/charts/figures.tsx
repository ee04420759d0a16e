import { Details } from '../components/details.tsx'
import type { Child } from '../jsx/jsx-runtime.ts'
import type { StandardsData } from './data.ts'
import { IndicatorGrid } from './indicator-grid.tsx'
import { StandardsChart } from './standards-chart.tsx'
import { IndicatorTable, StandardsTable } from './tables.tsx'

interface FigureProps {
  readonly data: StandardsData
  /** Unique on its page. */
  readonly id?: string | undefined
  readonly title?: string | undefined
}

/** The picture in both sizes, of which the stylesheet shows one, and the same as a table. */
export function StandardsFigure({ data, id, title }: FigureProps) {
  return (
    <Figure kind="columns" table={<StandardsTable data={data} />}>
      <StandardsChart data={data} id={id} title={title} variant="wide" />
      <StandardsChart data={data} id={id} title={title} variant="narrow" />
    </Figure>
  )
}

export function IndicatorFigure({ data, id, title }: FigureProps) {
  return (
    <Figure kind="tiles" table={<IndicatorTable data={data} />}>
      <IndicatorGrid data={data} id={id} title={title} variant="wide" />
      <IndicatorGrid data={data} id={id} title={title} variant="narrow" />
    </Figure>
  )
}

function Figure({ kind, table, children }: { kind: 'columns' | 'tiles'; table: Child; children: Child }) {
  return (
    <figure class={`app-figure app-figure--${kind}`}>
      {children}
      <Details summary="Show this as a table">{table}</Details>
    </figure>
  )
}
