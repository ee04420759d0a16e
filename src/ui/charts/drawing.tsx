import { symbol, symbolStar } from 'd3-shape'
import type { Child } from '../jsx/jsx-runtime.ts'
import { CORE, INK } from './palette.ts'

/** A wide drawing for pages with room and for paper, and a narrow one for phones, so that text stays a size to read. */
export type Variant = 'wide' | 'narrow'

interface DrawingProps {
  readonly id: string
  readonly title: string
  readonly desc: string
  readonly width: number
  readonly height: number
  readonly class?: string | undefined
  readonly children: Child
}

/**
 * The picture's own element. Colours and letters are attributes, not styles: it must look the same inside a PDF, and our
 * pages allow no inline style.
 */
export function Drawing({ id, title, desc, width, height, class: className, children }: DrawingProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={className}
      viewBox={`0 0 ${width} ${Math.ceil(height)}`}
      width={width}
      height={Math.ceil(height)}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      font-family="'Atkinson Hyperlegible Next', Arial, sans-serif"
      fill={INK}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      {children}
    </svg>
  )
}

interface LinesProps {
  readonly lines: readonly string[]
  readonly x: number
  /** Baseline of the first line. */
  readonly y: number
  readonly size: number
  readonly bold?: boolean | undefined
  readonly anchor?: 'start' | 'middle' | 'end' | undefined
  readonly fill?: string | undefined
}

export function Lines({ lines, x, y, size, bold, anchor, fill }: LinesProps) {
  return (
    <text x={x} y={y} font-size={size} font-weight={bold ? '700' : undefined} text-anchor={anchor} fill={fill}>
      {lines.map((line, index) => (
        <tspan x={x} y={y + index * size * 1.25}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** Core indicators carry a star wherever they are drawn. */
export function CoreStar({ x, y, size = 34 }: { x: number; y: number; size?: number | undefined }) {
  return <path d={symbol(symbolStar, size)()} transform={`translate(${x} ${y})`} fill={CORE} />
}
