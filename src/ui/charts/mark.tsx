import { INK, ratingColour, WHITE } from './palette.ts'

interface MarkProps {
  /** 0 for the lowest rating. */
  readonly order: number
  /** How many ratings there are. */
  readonly count: number
  readonly x?: number | undefined
  readonly y?: number | undefined
  /** Width and height. */
  readonly size?: number | undefined
}

/**
 * A rating as a growing plant: a leaf for every rating, filled up to this one. Which one it is can be seen from the number
 * of filled leaves, so the colour only helps. Drawn on a square of 32 units.
 */
export function Mark({ order, count, x = 0, y = 0, size = 32 }: MarkProps) {
  const colour = ratingColour(order, count)
  const step = 22 / count
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 32})`}>
      <path d="M16 31V5" fill="none" stroke={INK} stroke-width="2" stroke-linecap="round" />
      {Array.from({ length: count }, (_, index) => {
        const filled = index <= order
        const base = 29 - index * step
        return (
          <path
            d={leaf(base, index % 2 === 0 ? -1 : 1, Math.min(step * 1.5, 11))}
            fill={filled ? colour : WHITE}
            stroke={INK}
            stroke-width={filled ? 1.6 : 1.2}
            stroke-opacity={filled ? 1 : 0.55}
            stroke-linejoin="round"
          />
        )
      })}
    </g>
  )
}

/** A leaf that leaves the stem at height `y` to one side. */
function leaf(y: number, side: 1 | -1, height: number): string {
  const x = (offset: number) => 16 + side * offset
  return `M16 ${y}C${x(1)} ${y - height} ${x(7)} ${y - height * 1.05} ${x(14)} ${y - height}C${x(13)} ${y - height * 0.2} ${x(8)} ${y + 1} 16 ${y}Z`
}
