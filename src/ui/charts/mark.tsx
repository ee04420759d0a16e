import { type Html, inOnePiece } from '../jsx/jsx-runtime.ts'
import { INK, ratingColour, WHITE } from './palette.ts'

interface MarkProps {
  /** 0 for the lowest rating. */
  readonly order: number
  /** How many ratings there are. */
  readonly count: number
}

/**
 * A rating as a growing plant: a leaf for every rating, filled up to this one. Which one it is can be seen from the number
 * of filled leaves, so the colour only helps. Drawn on a square of 32 units.
 *
 * There are as many marks as there are ratings, and a page may show forty: each is drawn once.
 */
export function Mark({ order, count }: MarkProps) {
  const key = `${order} of ${count}`
  const mark = drawn.get(key) ?? inOnePiece(draw(order, count))
  drawn.set(key, mark)
  return mark
}

const drawn = new Map<string, Html>()

function draw(order: number, count: number) {
  const step = 23 / count
  const leaves = Array.from({ length: count }, (_, index) =>
    leaf(30 - index * step, index % 2 === 0 ? -1 : 1, Math.min(step * 1.6, 12)),
  )
  return (
    <>
      <path d={leaves.slice(order + 1).join('')} fill={WHITE} stroke={INK} stroke-opacity="0.5" stroke-linejoin="round" />
      <path d="M16 31.5V4" fill="none" stroke={INK} stroke-width="2" stroke-linecap="round" />
      <path
        d={leaves.slice(0, order + 1).join('')}
        fill={ratingColour(order, count)}
        stroke={INK}
        stroke-width="1.5"
        stroke-linejoin="round"
      />
    </>
  )
}

/** A leaf that leaves the stem at height `y` to one side. */
function leaf(y: number, side: 1 | -1, height: number): string {
  const at = (x: number, up: number) => `${Math.round((16 + side * x) * 10) / 10} ${Math.round((y - up * height) * 10) / 10}`
  return `M${at(0, 0)}C${at(0.5, 0.9)} ${at(6, 1.1)} ${at(15, 1)}C${at(14.5, 0.15)} ${at(8, -0.15)} ${at(0, 0)}Z`
}
