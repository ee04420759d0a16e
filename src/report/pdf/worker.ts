import type { PdfModel } from './model.ts'
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
const typeset = openTypesetter(folders)

process.on('message', ({ id, template, model }: Order) => {
  deliver(() => ({ id, ok: true, typeset: typeset(template, model) }), id)
})
process.on('disconnect', () => process.exit())

function deliver(work: () => Delivery, id: number): void {
  try {
    process.send?.(work())
  } catch (error) {
    process.send?.({ id, ok: false, because: error instanceof Error ? error.message : String(error) } satisfies Delivery)
  }
}
