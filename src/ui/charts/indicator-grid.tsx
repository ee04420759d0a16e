import { type ChartIndicator, inWords, placesOf, type StandardsData, stateLabel, UNRATED } from './data.ts'
import { CoreStar, Drawing, Lines, type Variant } from './drawing.tsx'
import { Mark } from './mark.tsx'
import { INK, LINE, PAPER, QUIET, ratingColour, WHITE } from './palette.ts'
import { textWidth, wrap } from './text.ts'

interface IndicatorGridProps {
  readonly data: StandardsData
  readonly variant?: Variant | undefined
  /** Unique on its page. */
  readonly id?: string | undefined
  readonly title?: string | undefined
}

const SHAPES = {
  wide: { width: 720, titleWidth: 270, tile: 66, gap: 8, title: 17, label: 14 },
  narrow: { width: 320, titleWidth: 0, tile: 56, gap: 8, title: 15, label: 13 },
} as const

/** Every indicator as one picture: a tile each, in the framework's order. */
export function IndicatorGrid({ data, variant = 'wide', id = 'indicator-grid', title }: IndicatorGridProps) {
  const shape = SHAPES[variant]
  const { tile, gap } = shape
  const perLine = Math.max(1, Math.floor((shape.width - shape.titleWidth + gap) / (tile + gap)))
  const beside = shape.titleWidth > 0
  const legend = legendOf(data, shape.width, shape.label)

  let height = legend.height + 12
  const rows = data.standards.map((standard) => {
    const lines = wrap(`${standard.number}. ${standard.title}`, (beside ? shape.titleWidth : shape.width) - 24, shape.title, 'bold')
    const titleHeight = lines.length * shape.title * 1.25
    const tilesHeight = Math.ceil(standard.indicators.length / perLine) * (tile + gap)
    const y = height
    height += beside ? Math.max(titleHeight, tilesHeight) + 16 : titleHeight + tilesHeight + 24
    return { standard, lines, y, tilesY: beside ? 8 : titleHeight + 14 }
  })

  return (
    <Drawing
      id={`${id}-${variant}`}
      class={`app-figure__${variant}`}
      title={title ?? 'Every indicator at a glance'}
      desc={data.standards.map((standard) => inWords(standard, placesOf(data))).join(' ')}
      width={shape.width}
      height={height}
    >
      {legend.drawing}
      {rows.map(({ standard, lines, y, tilesY }) => (
        <g transform={`translate(0 ${y})`}>
          <line x1="0" x2={shape.width} y1="0" y2="0" stroke={LINE} />
          <Lines lines={lines} x={0} y={beside ? 20 + shape.title : 10 + shape.title} size={shape.title} bold />
          {standard.indicators.map((indicator, index) => (
            <Tile
              indicator={indicator}
              data={data}
              x={shape.titleWidth + (index % perLine) * (tile + gap)}
              y={tilesY + Math.floor(index / perLine) * (tile + gap)}
              size={tile}
            />
          ))}
        </g>
      ))}
    </Drawing>
  )
}

interface TileProps {
  readonly indicator: ChartIndicator
  readonly data: StandardsData
  readonly x: number
  readonly y: number
  readonly size: number
}

function Tile({ indicator, data, x, y, size }: TileProps) {
  const { state } = indicator
  const words = `${indicator.id} ${indicator.shortTitle}: ${stateLabel(state, data.ratings)}${indicator.core ? ', core' : ''}`
  return (
    <g transform={`translate(${x} ${y})`}>
      <title>{words}</title>
      <Face state={state} count={data.ratings.length} size={size} />
      <text x="6" y="17" font-size="13" font-weight={indicator.core ? '700' : undefined} fill={INK}>
        {indicator.id}
      </text>
      {indicator.core && <CoreStar x={size - 11} y={12} size={48} />}
    </g>
  )
}

/** A tile without its words: told apart by leaves, by its edge and by what is drawn on it. */
function Face({ state, count, size }: { state: ChartIndicator['state']; count: number; size: number }) {
  const edge = { x: 0.75, y: 0.75, width: size - 1.5, height: size - 1.5, rx: 8 }
  switch (state.kind) {
    case 'rated':
      return (
        <>
          <rect {...edge} fill={ratingColour(state.order, count)} fill-opacity="0.32" stroke={INK} />
          <Mark order={state.order} count={count} x={size * 0.22} y={size * 0.3} size={size * 0.64} />
        </>
      )
    case 'not-rated':
      return <rect {...edge} fill={WHITE} stroke={QUIET} stroke-width="1.5" stroke-dasharray="4 4" />
    case 'less-relevant':
      return (
        <>
          <rect {...edge} fill={PAPER} stroke={LINE} stroke-width="1.5" />
          <path d={`M${size * 0.34} ${size * 0.64}h${size * 0.32}`} fill="none" stroke={QUIET} stroke-width="2.5" stroke-linecap="round" />
        </>
      )
    case 'exempt':
      return (
        <>
          <rect {...edge} fill={WHITE} stroke={QUIET} stroke-width="1.5" />
          <path
            d={`M${size * 0.34} ${size * 0.62}l${size * 0.12} ${size * 0.13}l${size * 0.24} ${-size * 0.27}`}
            fill="none"
            stroke={QUIET}
            stroke-width="3"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </>
      )
  }
}

function legendOf(data: StandardsData, width: number, size: number) {
  const kinds = new Set(data.standards.flatMap((standard) => standard.indicators.map((indicator) => indicator.state.kind)))
  const count = data.ratings.length
  const entries = [
    ...data.ratings.map((rating) => ({ label: rating.label, face: <Mark order={rating.order} count={count} size={26} /> })),
    ...UNRATED.filter(({ kind }) => kinds.has(kind)).map(({ kind, label }) => ({
      label,
      face: <Face state={{ kind }} count={count} size={26} />,
    })),
    { label: 'Core', face: <CoreStar x={13} y={14} size={90} /> },
  ]

  let x = 0
  let y = 0
  const drawing = entries.map(({ label, face }) => {
    const entryWidth = 34 + textWidth(label, size) + 22
    if (x > 0 && x + entryWidth - 22 > width) {
      x = 0
      y += 36
    }
    const entry = (
      <g transform={`translate(${x} ${y})`}>
        {face}
        <text x="34" y={13 + size * 0.36} font-size={size}>
          {label}
        </text>
      </g>
    )
    x += entryWidth
    return entry
  })
  return { drawing, height: y + 36 }
}
