import { createHashing } from '../../src/accounts/hashing.ts'

/**
 * Fills every place that one network address has in the queue for hashing, until it is let go.
 * @param network visitors of a world without a socket come from `unknown`
 */
export function crowdAt(network = 'unknown'): { readonly leave: () => Promise<void> } {
  const { hash } = createHashing({ memory: 4096, passes: 1 })
  let stays = true
  const everybody = Array.from({ length: 60 }, async () => {
    while (stays) await hash('otter bicycle lantern plum', network)
  })
  return {
    async leave() {
      stays = false
      await Promise.all(everybody)
    },
  }
}
