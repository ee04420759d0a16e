import { symbol, symbolStar } from 'd3-shape'
import type { Child } from '../jsx/jsx-runtime.ts'
import { Mark } from './mark.tsx'
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

/** Distance between baselines, for a size of 1. */
export const LEADING = 1.25

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
    <text font-size={tidy(size)} font-weight={bold ? '700' : undefined} text-anchor={anchor} fill={fill}>
      {lines.map((line, index) => (
        <tspan x={tidy(x)} y={tidy(y + index * size * LEADING)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** The marks a picture uses, drawn once; `PlacedMark` puts them where they belong. */
export function MarkDefinitions({ id, count }: { id: string; count: number }) {
  return (
    <defs>
      {Array.from({ length: count }, (_, order) => (
        <g id={`${id}-mark-${order}`}>
          <Mark order={order} count={count} />
        </g>
      ))}
    </defs>
  )
}

interface PlacedMarkProps {
  readonly id: string
  readonly order: number
  readonly x: number
  readonly y: number
  readonly size: number
}

export function PlacedMark({ id, order, x, y, size }: PlacedMarkProps) {
  return <use href={`#${id}-mark-${order}`} transform={`translate(${tidy(x)} ${tidy(y)}) scale(${tidy(size / 32)})`} />
}

/** Core indicators carry a star. */
export function CoreStar({ x, y, size = 48 }: { x: number; y: number; size?: number | undefined }) {
  return <path d={symbol(symbolStar, size)()} transform={`translate(${tidy(x)} ${tidy(y)})`} fill={CORE} />
}

/** A hundredth of a unit cannot be seen, and every digit is sent. */
export function tidy(length: number): number {
  return Math.round(length * 100) / 100
}
