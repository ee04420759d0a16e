import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4096)
let used = pool.length

/**
 * Random bytes fit for secrets, of which every request needs a few: asked of the system by the page, because asking takes a
 * hundred times longer than what is asked for.
 * @param count up to 4096
 */
export function randomFew(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.from(pool.subarray(used, used + count))
  // Handed out once, and not left lying about.
  pool.fill(0, used, used + count)
  used += count
  return bytes
}
