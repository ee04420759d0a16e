/** For a page with a list that can be narrowed down and put in order: what is chosen shows at once, and what is dragged stays there. */
import { filterAtOnce } from './filters.ts'
import { orderAtOnce } from './order.ts'

for (const start of [filterAtOnce, orderAtOnce]) {
  try {
    start()
  } catch (error) {
    // The page works without either.
    console.error(error)
  }
}
