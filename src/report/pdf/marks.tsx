import type { Edition } from '../../frameworks/index.ts'
import { Mark } from '../../ui/index.ts'

/** Each rating's mark as the screens draw it, a whole SVG file each, from the lowest rating to the highest. */
export function marksOf({ ratings }: Edition): readonly string[] {
  return ratings.map((_, order) =>
    String(
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
        <Mark order={order} count={ratings.length} />
      </svg>,
    ),
  )
}
