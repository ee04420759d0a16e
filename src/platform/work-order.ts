import type { Delivery, NumberedOrder } from './work-process.ts'

/**
 * The other side of `work-process.ts`, inside the process: takes one order after another, each with its content from the standard
 * input, and sends back what comes of it. What the work throws nobody expected: the process ends with it, and a fresh one does the
 * next. It ends as well when the server does.
 */
export function answerOrders<Order, Result>(work: (order: Order, content: Uint8Array) => Promise<Result>): void {
  let asked: NumberedOrder<Order> | null = null
  let come: Buffer[] = []
  let bytes = 0

  function begin(): void {
    if (!asked || bytes < asked.bytes) return
    const { id, order } = asked
    const content = Buffer.concat(come)
    asked = null
    come = []
    bytes = 0
    work(order, content).then(
      (result) => process.send?.({ id, result } satisfies Delivery<Result>),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }

  process.stdin.on('data', (chunk: Buffer) => {
    come.push(chunk)
    bytes += chunk.length
    begin()
  })
  process.stdin.on('error', () => process.exit())
  process.on('message', (order: NumberedOrder<Order>) => {
    asked = order
    begin()
  })
  process.on('disconnect', () => process.exit())
}
