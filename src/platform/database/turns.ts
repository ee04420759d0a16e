/** Lets many go on at once, and one go on alone: for transactions that would otherwise lose every race. */
export interface Turns {
  /** Does the work beside others, once nobody is alone or waiting to be. */
  beside<T>(work: () => Promise<T>): Promise<T>
  /** Does the work when everybody before has finished; whoever comes after waits. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

export function takeTurns(): Turns {
  const running = new Set<Promise<unknown>>()
  /** Ends when the last of those who go alone has finished. */
  let gate: Promise<unknown> | null = null

  function noted<T>(work: Promise<T>): Promise<T> {
    const settled: Promise<unknown> = work
      .then(
        () => {},
        () => {},
      )
      .finally(() => running.delete(settled))
    running.add(settled)
    return work
  }

  return {
    async beside(work) {
      while (gate) await gate
      return noted(work())
    },
    alone(work) {
      const before = gate
      const turn = (async () => {
        await before
        await Promise.all(running)
        return work()
      })()
      const over = turn.then(
        () => {},
        () => {},
      )
      gate = over
      void over.then(() => {
        if (gate === over) gate = null
      })
      return turn
    },
  }
}
