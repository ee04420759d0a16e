import { answerOrders } from '../../platform/work-order.ts'
import { loadDecoders, type PreviewMade, type PreviewOrder, render } from './render.ts'

/**
 * The process that makes previews, one at a time. What strangers sent is decoded here and nowhere else: in WebAssembly, which reaches
 * nothing but its own memory, inside a process that may read its own program, and no other file.
 */
const ready = loadDecoders(process.argv[2] ?? '')
// Who asks first hears of it.
ready.catch(() => {})

answerOrders<PreviewOrder, PreviewMade | null>(async (order, content) => {
  await ready
  return render(content, order)
})
