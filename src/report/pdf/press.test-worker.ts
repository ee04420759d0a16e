import { answerOrders } from '../../platform/work-order.ts'
import type { Delivery, Order } from './worker.ts'

/** Stands in for `worker.ts` in the press's tests: it does what the organisation is called. */
answerOrders<Order, Delivery>(async ({ record }) => {
  const name = record.organisation.name
  if (name === 'hang') for (;;);
  if (name === 'sleep') return new Promise(() => {})
  if (name === 'crash') process.exit(3)
  if (name === 'grow') grow()
  return name === 'fail'
    ? { ok: false, because: 'as asked', unprintable: false }
    : { ok: true, typeset: { pdf: Buffer.from(String(process.pid)), missing: [name] } }
})

/** Takes more and more memory outside JavaScript's own. */
function grow(): never {
  const taken: Buffer[] = []
  for (;;) taken.push(Buffer.alloc(20e6, 1))
}
