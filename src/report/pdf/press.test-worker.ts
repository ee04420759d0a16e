import type { Delivery, NumberedOrder } from './worker.ts'

/** Stands in for `worker.ts` in the press's tests: it does what the organisation is called. */
process.on('message', ({ id, record }: NumberedOrder) => {
  const name = record.organisation.name
  if (name === 'hang') for (;;);
  if (name === 'sleep') return
  if (name === 'crash') process.exit(3)
  if (name === 'grow') grow()
  const delivery: Delivery =
    name === 'fail'
      ? { id, ok: false, because: 'as asked', unprintable: false }
      : { id, ok: true, typeset: { pdf: Buffer.from(String(process.pid)), missing: [name] } }
  process.send?.(delivery)
})
process.on('disconnect', () => process.exit())

/** Takes more and more memory outside JavaScript's own. */
function grow(): never {
  const taken: Buffer[] = []
  for (;;) taken.push(Buffer.alloc(20e6, 1))
}
