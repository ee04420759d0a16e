import { scaleBand } from 'd3-scale'
import { type ChartIndicator, type ChartStandard, inWords, type Place, placesOf, type StandardsData } from './data.ts'
import { Drawing, LEADING, Lines, MarkDefinitions, PlacedMark, tidy, type Variant } from './drawing.tsx'
import { INK, LINE, QUIET, ratingColour, ratingGround, readableOn, WHITE } from './palette.ts'
import { fittingSize, wrap } from './text.ts'

interface StandardsChartProps {
  readonly data: StandardsData
  /** `paper` is the same for a printed page, which is narrower than a screen and read from nearer. */
  readonly variant?: Variant | 'paper' | undefined
  /** Unique on its page. */
  readonly id?: string | undefined
  readonly title?: string | undefined
}

interface Shape {
  readonly width: number
  /** Room for a standard's title beside its row. Without any, the title stands above the row. */
  readonly titleWidth: number
  readonly title: number
  readonly label: number
  readonly dot: number
  /** Above and below the contents of a row. */
  readonly padding: number
  /** Columns for indicators without a rating too; otherwise they are named in words below the row. */
  readonly unratedColumns: boolean
}

const SHAPES: Readonly<Record<Variant | 'paper', Shape>> = {
  wide: { width: 960, titleWidth: 240, title: 17, label: 15, dot: 40, padding: 13, unratedColumns: true },
  paper: { width: 720, titleWidth: 215, title: 14, label: 13, dot: 27, padding: 8, unratedColumns: true },
  narrow: { width: 288, titleWidth: 0, title: 15, label: 13, dot: 30, padding: 13, unratedColumns: false },
}

/** Between dots, and between a column's edge and its dots. */
const GAP = 5
/**
 * Where we are: a row for every standard, a column for every rating, and in each the indicators that stand there. Position
 * says the rating, so it can be read in black and white; nothing is added up.
 */
export function StandardsChart({ data, variant = 'wide', id = 'standards-chart', title }: StandardsChartProps) {
  const shape = SHAPES[variant]
  const ownId = `${id}-${variant}`
  const places = placesOf(data)
  const shown = shape.unratedColumns ? places : places.filter((place) => place.order !== null)
  const columns = scaleBand<number>()
    .domain(shown.map((_, index) => index))
    .range([shape.titleWidth, shape.width])
    .paddingInner(0.05)
  const head = layOutHead(shown, shape, columns.bandwidth())

  let height = head.height
  const rows = data.standards.map((standard) => {
    const row = layOutRow(standard, shown, places, shape, columns.bandwidth())
    const y = height
    height += row.height
    return { row, y }
  })
  const keyY = height + 14
  // Where all are core, or none is, there is nothing to tell apart.
  const all = data.standards.flatMap((standard) => standard.indicators)
  const mixed = all.some(({ core }) => core) && all.some(({ core }) => !core)

  return (
    <Drawing
      id={ownId}
      class={`app-figure__${variant}`}
      title={title ?? 'Where we are across the standards'}
      desc={data.standards.map((standard) => inWords(standard, places)).join(' ')}
      width={shape.width}
      height={mixed ? keyY + 32 : keyY}
    >
      <MarkDefinitions id={ownId} count={data.ratings.length} />
      {shown.map((place, index) => {
        const x = columns(index) ?? 0
        const middle = x + columns.bandwidth() / 2
        return (
          <>
            {place.order !== null && (
              <>
                <rect
                  x={tidy(x)}
                  y="0"
                  width={tidy(columns.bandwidth())}
                  height={tidy(height)}
                  rx="10"
                  fill={ratingGround(place.order, data.ratings.length)}
                  fill-opacity="0.55"
                />
                <PlacedMark id={ownId} order={place.order} x={middle - 17} y={6} size={34} />
              </>
            )}
            <Lines
              lines={head.labels[index] ?? []}
              x={middle}
              y={44 + head.size}
              size={head.size}
              bold
              anchor="middle"
              fill={place.order === null ? QUIET : undefined}
            />
          </>
        )
      })}
      {rows.map(({ row, y }) => (
        <g transform={`translate(0 ${tidy(y)})`}>
          <line x2={shape.width} stroke={LINE} />
          <Lines lines={row.title} x={0} y={row.titleY} size={shape.title} bold />
          {row.cells.map((indicators, column) =>
            indicators.map((indicator, index) => {
              const at = dotPlace(index, indicators.length, shape.dot, columns.bandwidth())
              const x = (columns(column) ?? 0) + at.x
              return <Dot indicator={indicator} count={data.ratings.length} x={x} y={row.cellsY + at.y} size={shape.dot} />
            }),
          )}
          <Lines lines={row.notes} x={0} y={row.notesY} size={shape.label} fill={QUIET} />
        </g>
      ))}
      {mixed && <Key y={keyY} size={shape.label} />}
    </Drawing>
  )
}

function layOutHead(places: readonly Place[], shape: Shape, columnWidth: number) {
  const texts = places.map((place) => place.label)
  const size = fittingSize(texts, columnWidth - 4, shape.label)
  const labels = texts.map((text) => wrap(text, columnWidth - 4, size, 'bold'))
  return { size, labels, height: 56 + Math.max(1, ...labels.map((lines) => lines.length)) * size * LEADING }
}

function layOutRow(
  standard: ChartStandard,
  shown: readonly Place[],
  places: readonly Place[],
  shape: Shape,
  columnWidth: number,
) {
  const at = (place: Place) => standard.indicators.filter((indicator) => place.holds(indicator.state))
  const beside = shape.titleWidth > 0

  const title = wrap(`${standard.number}. ${standard.title}`, (beside ? shape.titleWidth : shape.width) - 16, shape.title, 'bold')
  const titleHeight = title.length * shape.title * LEADING
  const titleY = shape.padding + shape.title

  const cells = shown.map(at)
  const lines = Math.max(0, ...cells.map((cell) => Math.ceil(cell.length / perLine(shape.dot, columnWidth))))
  const cellsY = beside ? shape.padding : shape.padding + titleHeight + 8
  const cellsHeight = lines * (shape.dot + GAP)

  const notes = places
    .filter((place) => !shown.includes(place) && at(place).length > 0)
    .map(
      (place) =>
        `${place.label}: ${at(place)
          .map((indicator) => indicator.id)
          .join(', ')}`,
    )
    .flatMap((text) => wrap(text, shape.width, shape.label))
  const notesY = cellsY + cellsHeight + shape.label + 2
  const notesHeight = notes.length * shape.label * LEADING

  const contents = Math.max(cellsY + cellsHeight + notesHeight, shape.padding + titleHeight)
  return { title, titleY, cells, cellsY, notes, notesY, height: contents + shape.padding }
}

function perLine(dot: number, width: number): number {
  return Math.max(1, Math.floor((width - GAP) / (dot + GAP)))
}

/** Where the middle of a dot is in its cell. Lines of dots stand in the middle of the column. */
function dotPlace(index: number, total: number, dot: number, width: number): { x: number; y: number } {
  const across = perLine(dot, width)
  const used = Math.min(across, total) * (dot + GAP) - GAP
  return {
    x: (width - used) / 2 + (index % across) * (dot + GAP) + dot / 2,
    y: Math.floor(index / across) * (dot + GAP) + dot / 2,
  }
}

interface DotProps {
  readonly indicator: Pick<ChartIndicator, 'id' | 'core' | 'state'>
  readonly count: number
  readonly x: number
  readonly y: number
  readonly size: number
}

/** One indicator. A core one has a thick ring and a bold number; one that is not rated yet has a broken ring. */
function Dot({ indicator, count, x, y, size }: DotProps) {
  const { state, core, id } = indicator
  const fill = state.kind === 'rated' ? ratingColour(state.order, count) : WHITE
  return (
    <>
      <circle
        cx={tidy(x)}
        cy={tidy(y)}
        r={core ? size / 2 - 1.5 : size / 2 - 0.5}
        fill={fill}
        stroke={state.kind === 'rated' ? INK : QUIET}
        stroke-width={core ? 3 : undefined}
        stroke-dasharray={state.kind === 'not-rated' ? '4 3' : undefined}
      />
      <text
        x={tidy(x)}
        y={tidy(y + size * 0.13)}
        font-size={tidy(Math.max(12, size * 0.36))}
        font-weight={core ? '700' : undefined}
        text-anchor="middle"
        fill={readableOn(fill)}
      >
        {id}
      </text>
    </>
  )
}

function Key({ y, size }: { y: number; size: number }) {
  const plain = { id: '', core: false, state: { kind: 'exempt' } } as const
  return (
    <g transform={`translate(0 ${tidy(y)})`}>
      <Dot indicator={{ ...plain, core: true }} count={1} x={13} y={13} size={24} />
      <Lines lines={['Core indicator']} x={34} y={13 + size * 0.36} size={size} />
      <Dot indicator={plain} count={1} x={163} y={13} size={24} />
      <Lines lines={['Other']} x={184} y={13 + size * 0.36} size={size} />
    </g>
  )
}
