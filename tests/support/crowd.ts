import { onTestFinished } from 'vitest'
import { createHashing } from '../../src/accounts/hashing.ts'

/**
 * Fills every place that one network address has in the queue for hashing, until it is let go, or the test has ended.
 * @param network visitors of a world without a socket come from `unknown`
 */
export function crowdAt(network = 'unknown'): { readonly leave: () => Promise<void> } {
  const { hash } = createHashing({ memory: 4096, passes: 1 })
  let stays = true
  const everybody = Array.from({ length: 60 }, async () => {
    while (stays) await hash('otter bicycle lantern plum', network)
  })
  const leave = async () => {
    stays = false
    await Promise.all(everybody)
  }
  // The queue is the whole process's: a test that fails must not leave it full for the next.
  onTestFinished(leave)
  return { leave }
}
