import type { Child } from '../jsx/jsx-runtime.ts'
import { type ChartIndicator, type ChartState, inWords, placesOf, type StandardsData, stateLabel, UNRATED } from './data.ts'
import { CoreStar, Drawing, LEADING, Lines, MarkDefinitions, PlacedMark, tidy, type Variant } from './drawing.tsx'
import { INK, LINE, QUIET, ratingGround, WHITE } from './palette.ts'
import { textWidth, wrap } from './text.ts'

interface IndicatorGridProps {
  readonly data: StandardsData
  readonly variant?: Variant | undefined
  /** Unique on its page. */
  readonly id?: string | undefined
  readonly title?: string | undefined
}

interface Shape {
  readonly width: number
  /** Room for a standard's title beside its tiles. Without any, the title stands above them. */
  readonly titleWidth: number
  readonly tile: number
  readonly title: number
  readonly label: number
}

const SHAPES: Readonly<Record<Variant, Shape>> = {
  wide: { width: 720, titleWidth: 218, tile: 64, title: 17, label: 15 },
  narrow: { width: 288, titleWidth: 0, tile: 51, title: 15, label: 14 },
}

/** Between tiles. */
const GAP = 8

/** Every indicator as one picture: a tile each, in the framework's order. */
export function IndicatorGrid({ data, variant = 'wide', id = 'indicator-grid', title }: IndicatorGridProps) {
  const shape = SHAPES[variant]
  const ownId = `${id}-${variant}`
  const key = layOutKey(ownId, data, shape)
  const places = placesOf(data)

  let height = key.height
  const rows = data.standards.map((standard) => {
    const row = layOutRow(standard, shape)
    const y = height
    height += row.height
    return { standard, row, y }
  })

  return (
    <Drawing
      id={ownId}
      class={`app-figure__${variant}`}
      title={title ?? 'Every indicator at a glance'}
      desc={data.standards.map((standard) => inWords(standard, places)).join(' ')}
      width={shape.width}
      height={height}
    >
      <MarkDefinitions id={ownId} count={data.ratings.length} />
      {key.entries}
      {rows.map(({ standard, row, y }) => (
        <g transform={`translate(0 ${tidy(y)})`}>
          <line x2={shape.width} stroke={LINE} />
          <Lines lines={row.title} x={0} y={row.titleY} size={shape.title} bold />
          {standard.indicators.map((indicator, index) => (
            <Tile
              id={ownId}
              indicator={indicator}
              data={data}
              x={shape.titleWidth + (index % row.perLine) * (shape.tile + GAP)}
              y={row.tilesY + Math.floor(index / row.perLine) * (shape.tile + GAP)}
              size={shape.tile}
            />
          ))}
        </g>
      ))}
    </Drawing>
  )
}

function layOutRow(standard: StandardsData['standards'][number], shape: Shape) {
  const beside = shape.titleWidth > 0
  const title = wrap(`${standard.number}. ${standard.title}`, (beside ? shape.titleWidth : shape.width) - 20, shape.title, 'bold')
  const titleHeight = title.length * shape.title * LEADING
  const titleY = (beside ? 16 : 12) + shape.title
  const perLine = Math.max(1, Math.floor((shape.width - shape.titleWidth + GAP) / (shape.tile + GAP)))
  const tilesY = beside ? 12 : 12 + titleHeight + 8
  const tilesHeight = Math.ceil(standard.indicators.length / perLine) * (shape.tile + GAP)
  return { title, titleY, perLine, tilesY, height: Math.max(tilesY + tilesHeight, titleY + titleHeight) + 6 }
}

interface TileProps {
  readonly id: string
  readonly indicator: ChartIndicator
  readonly data: StandardsData
  readonly x: number
  readonly y: number
  readonly size: number
}

function Tile({ id, indicator, data, x, y, size }: TileProps) {
  const { state, core } = indicator
  return (
    <g transform={`translate(${x} ${tidy(y)})`}>
      <title>{`${indicator.id} ${indicator.shortTitle}: ${stateLabel(state, data.ratings)}${core ? ', core' : ''}`}</title>
      <Face id={id} state={state} count={data.ratings.length} size={size} />
      <text x="6" y="17" font-size="13" font-weight={core ? '700' : undefined}>
        {indicator.id}
      </text>
      {core && <CoreStar x={size - 11} y={12} />}
    </g>
  )
}

interface FaceProps {
  readonly id: string
  readonly state: ChartState
  readonly count: number
  readonly size: number
}

/** A tile without its words: told apart by leaves, by its edge and by what is drawn on it. */
function Face({ id, state, count, size }: FaceProps) {
  const edge = { x: 0.75, y: 0.75, width: size - 1.5, height: size - 1.5, rx: 8 }
  const stroke = { fill: 'none', stroke: QUIET, 'stroke-width': 3, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  const at = (part: number) => tidy(size * part)
  switch (state.kind) {
    case 'rated':
      return (
        <>
          <rect {...edge} fill={ratingGround(state.order, count)} stroke={INK} />
          <PlacedMark id={id} order={state.order} x={size * 0.22} y={size * 0.31} size={size * 0.64} />
        </>
      )
    case 'not-rated':
      return <rect {...edge} fill={WHITE} stroke={QUIET} stroke-width="1.5" stroke-dasharray="4 4" />
    case 'less-relevant':
      return (
        <>
          <rect {...edge} fill="none" stroke={LINE} stroke-width="1.5" />
          <path d={`M${at(0.36)} ${at(0.6)}h${at(0.28)}`} {...stroke} />
        </>
      )
    case 'exempt':
      return (
        <>
          <rect {...edge} fill={WHITE} stroke={QUIET} />
          <path d={`M${at(0.34)} ${at(0.6)}l${at(0.12)} ${at(0.13)}l${at(0.24)} ${at(-0.27)}`} {...stroke} />
        </>
      )
  }
}

const KEY_FACE = 28

function layOutKey(id: string, data: StandardsData, shape: Shape) {
  const kinds = new Set(data.standards.flatMap((standard) => standard.indicators.map((indicator) => indicator.state.kind)))
  const count = data.ratings.length
  const meanings: readonly (readonly [label: string, face: Child])[] = [
    ...data.ratings.map(
      ({ order, label }) => [label, <PlacedMark id={id} order={order} x={0} y={-2} size={KEY_FACE} />] as const,
    ),
    ...UNRATED.filter(({ kind }) => kinds.has(kind)).map(
      ({ kind, label }) => [label, <Face id={id} state={{ kind }} count={count} size={KEY_FACE} />] as const,
    ),
    ['Core', <CoreStar x={KEY_FACE / 2} y={KEY_FACE / 2} size={90} />],
  ]

  let x = 0
  let y = 0
  const entries = meanings.map(([label, face]) => {
    const width = KEY_FACE + 8 + textWidth(label, shape.label)
    if (x > 0 && x + width > shape.width) {
      x = 0
      y += KEY_FACE + 10
    }
    const entry = (
      <g transform={`translate(${tidy(x)} ${y})`}>
        {face}
        <Lines lines={[label]} x={KEY_FACE + 8} y={KEY_FACE / 2 + shape.label * 0.36} size={shape.label} />
      </g>
    )
    x += width + 20
    return entry
  })
  return { entries, height: y + KEY_FACE + 18 }
}
