import { scaleBand } from 'd3-scale'
import { type ChartIndicator, type ChartStandard, inWords, type Place, placesOf, type StandardsData } from './data.ts'
import { CoreStar, Drawing, Lines, type Variant } from './drawing.tsx'
import { Mark } from './mark.tsx'
import { INK, LINE, PAPER, QUIET, ratingColour, readableOn, WHITE } from './palette.ts'
import { fittingSize, wrap } from './text.ts'

interface StandardsChartProps {
  readonly data: StandardsData
  readonly variant?: Variant | undefined
  /** Unique on its page. */
  readonly id?: string | undefined
  readonly title?: string | undefined
}

interface Shape {
  readonly width: number
  /** Room for a standard's title beside its row; without any, the title stands above the row. */
  readonly titleWidth: number
  readonly title: number
  readonly label: number
  readonly dot: number
}

const SHAPES: Readonly<Record<Variant, Shape>> = {
  wide: { width: 960, titleWidth: 236, title: 17, label: 15, dot: 40 },
  narrow: { width: 320, titleWidth: 0, title: 15, label: 12, dot: 28 },
}

/**
 * Where we are: a row for every standard, a column for every rating, and in each the indicators that stand there. Position
 * says the rating, so it can be read in black and white; nothing is added up.
 */
export function StandardsChart({ data, variant = 'wide', id = 'standards-chart', title }: StandardsChartProps) {
  const shape = SHAPES[variant]
  const places = placesOf(data)
  const columns = scaleBand<number>()
    .domain(places.map((_, index) => index))
    .range([shape.titleWidth, shape.width])
    .paddingInner(0.06)
  const labelSize = fittingSize(
    places.map((place) => place.label),
    columns.bandwidth(),
    shape.label,
  )
  const labels = places.map((place) => wrap(place.label, columns.bandwidth(), labelSize))
  const headHeight = 46 + Math.max(...labels.map((lines) => lines.length)) * labelSize * 1.25

  let height = headHeight
  const rows = data.standards.map((standard) => {
    const row = layOut(standard, places, shape, columns.bandwidth())
    const y = height
    height += row.height
    return { standard, row, y }
  })

  return (
    <Drawing
      id={`${id}-${variant}`}
      class={`app-figure__${variant}`}
      title={title ?? 'Where we are across the standards'}
      desc={data.standards.map((standard) => inWords(standard, places)).join(' ')}
      width={shape.width}
      height={height + 1}
    >
      {places.map((place, index) => {
        const x = columns(index) ?? 0
        return (
          <>
            <rect x={x} y={0} width={columns.bandwidth()} height={height} rx="10" fill={place.order === null ? WHITE : PAPER} />
            {place.order !== null && (
              <Mark order={place.order} count={data.ratings.length} x={x + columns.bandwidth() / 2 - 15} y={4} size={30} />
            )}
            <Lines
              lines={labels[index] ?? []}
              x={x + columns.bandwidth() / 2}
              y={38 + labelSize}
              size={labelSize}
              bold
              anchor="middle"
              fill={place.order === null ? QUIET : INK}
            />
          </>
        )
      })}
      {rows.map(({ standard, row, y }) => (
        <g transform={`translate(0 ${y})`}>
          <line x1="0" x2={shape.width} y1="0" y2="0" stroke={LINE} />
          <Lines lines={row.title} x={0} y={row.titleY} size={shape.title} bold />
          {row.cells.map((indicators, column) =>
            indicators.map((indicator, index) => {
              const at = dotPlace(index, shape.dot, columns.bandwidth())
              return (
                <Dot
                  indicator={indicator}
                  count={data.ratings.length}
                  x={(columns(column) ?? 0) + at.x}
                  y={row.cellsY + at.y}
                  size={shape.dot}
                />
              )
            }),
          )}
          {standard.indicators.length === 0 && <Lines lines={['No indicators']} x={shape.titleWidth} y={row.titleY} size={shape.label} fill={QUIET} />}
        </g>
      ))}
    </Drawing>
  )
}

const GAP = 5

function perLine(dot: number, width: number): number {
  return Math.max(1, Math.floor((width - GAP) / (dot + GAP)))
}

function dotPlace(index: number, dot: number, width: number): { x: number; y: number } {
  const across = perLine(dot, width)
  const used = across * (dot + GAP) - GAP
  return {
    x: (width - used) / 2 + (index % across) * (dot + GAP) + dot / 2,
    y: Math.floor(index / across) * (dot + GAP) + dot / 2,
  }
}

function layOut(standard: ChartStandard, places: readonly Place[], shape: Shape, columnWidth: number) {
  const cells = places.map((place) => standard.indicators.filter((indicator) => place.holds(indicator.state)))
  const lines = Math.max(1, ...cells.map((cell) => Math.ceil(cell.length / perLine(shape.dot, columnWidth))))
  const cellsHeight = lines * (shape.dot + GAP) - GAP
  const beside = shape.titleWidth > 0
  const title = wrap(`${standard.number}. ${standard.title}`, (beside ? shape.titleWidth : shape.width) - 16, shape.title, 'bold')
  const titleHeight = title.length * shape.title * 1.25
  const titleY = beside ? 14 + shape.title : 10 + shape.title
  const cellsY = beside ? 14 : titleHeight + 18
  return { cells, title, titleY, cellsY, height: Math.max(cellsY + cellsHeight, beside ? titleHeight + 14 : 0) + 14 }
}

function Dot({ indicator, count, x, y, size }: { indicator: ChartIndicator; count: number; x: number; y: number; size: number }) {
  const rated = indicator.state.kind === 'rated'
  const fill = indicator.state.kind === 'rated' ? ratingColour(indicator.state.order, count) : WHITE
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={size / 2 - 1}
        fill={fill}
        stroke={rated ? INK : QUIET}
        stroke-width={indicator.core ? 2.5 : 1}
        stroke-dasharray={indicator.state.kind === 'not-rated' ? '3 3' : undefined}
      />
      <text
        x={x}
        y={y + size * 0.12}
        font-size={Math.max(11, size * 0.36)}
        font-weight={indicator.core ? '700' : undefined}
        text-anchor="middle"
        fill={readableOn(fill)}
      >
        {indicator.id}
      </text>
      {indicator.core && <CoreStar x={x + size * 0.36} y={y - size * 0.36} size={size * 1.6} />}
    </g>
  )
}
