import { type FairQueue, Problem, QueueFull } from '../platform/index.ts'

/** How long somebody who finds the queue full is asked to wait, in seconds. */
const BUSY_SECONDS = 10

/**
 * Does work when its turn has come.
 * @param owner on whose behalf: a network address, or the id of somebody who has signed in
 * @throws Problem `busy` at once, when there is no room to wait
 */
export async function inTurn<T>(queue: FairQueue, owner: string, work: () => Promise<T>): Promise<T> {
  try {
    return await queue.run([owner], work)
  } catch (error) {
    if (error instanceof QueueFull) throw new Problem('busy', { retryAfter: BUSY_SECONDS, cause: error })
    throw error
  }
}

/** For `catch`, where what there was no room for can be left undone. */
export function nullIfBusy(error: unknown): null {
  if (error instanceof Problem && error.kind === 'busy') return null
  throw error
}
