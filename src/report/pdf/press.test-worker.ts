import type { Delivery, Order } from './worker.ts'

/** Stands in for `worker.ts` in the press's tests: it does what the organisation is called. */
process.on('message', ({ id, model }: Order) => {
  const name = model.document.organisation.text
  if (name === 'hang') for (;;);
  if (name === 'crash') process.exit(3)
  const delivery: Delivery =
    name === 'fail'
      ? { id, ok: false, because: 'as asked' }
      : { id, ok: true, typeset: { pdf: Buffer.from(String(process.pid)), missing: [name] } }
  process.send?.(delivery)
})
process.on('disconnect', () => process.exit())
