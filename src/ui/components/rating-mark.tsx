import { Mark } from '../charts/mark.tsx'
import { type Html, inOnePiece } from '../jsx/jsx-runtime.ts'

interface RatingMarkProps {
  /** 0 for the lowest rating. */
  readonly order: number
  readonly count: number
  readonly label: string
}

/** A rating by shape and word as well as colour. */
export function RatingMark({ order, count, label }: RatingMarkProps) {
  const key = `${order} of ${count}, ${label}`
  const ready = written.get(key)
  if (ready) return ready
  const fresh = inOnePiece(write({ order, count, label }))
  written.set(key, fresh)
  return fresh
}

/** As many as there are ratings; a page may show forty. */
const written = new Map<string, Html>()

function write({ order, count, label }: RatingMarkProps) {
  return (
    <span class="app-rating">
      <svg class="app-rating__mark" viewBox="0 0 32 32" width="36" height="36" aria-hidden="true" focusable="false">
        <Mark order={order} count={count} />
      </svg>
      <span class="app-rating__label">{label}</span>
    </span>
  )
}
