import type { PdfModel } from './document.ts'
import { type Folders, openTypesetter, type Template, type Typeset } from './typesetter.ts'

/**
 * The process that typesets, one document at a time, so that the server never waits for it. A process rather than a thread: a
 * thread cannot be stopped inside native code, and a crash there would take the server with it.
 */

export type Order = { readonly id: number; readonly template: Template; readonly model: PdfModel }
export type Delivery =
  | { readonly id: number; readonly ok: true; readonly typeset: Typeset }
  | { readonly id: number; readonly ok: false; readonly because: string }

const folders: Folders = JSON.parse(process.argv[2] ?? '{}')
const { typeset, forget } = openTypesetter(folders)

process.on('message', ({ id, template, model }: Order) => {
  process.send?.(deliver(id, () => typeset(template, model)))
  // After the answer has left, so that nobody waits for the tidying.
  setImmediate(forget)
})
process.on('disconnect', () => process.exit())

function deliver(id: number, work: () => Typeset): Delivery {
  try {
    return { id, ok: true, typeset: work() }
  } catch (error) {
    return { id, ok: false, because: error instanceof Error ? error.message : String(error) }
  }
}
