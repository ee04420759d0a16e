import type { AssessmentRecord } from '../../assessment/index.ts'
import type { Edition } from '../../frameworks/index.ts'
import { answerOrders } from '../../platform/work-order.ts'
import type { PdfOptions } from './document.ts'
import { fullReportModel, logoName, planOnlyModel } from './model.ts'
import { summaryModel } from './summary.ts'
import { type Folders, openTypesetter, type Template, type Typeset, Unprintable } from './typesetter.ts'

/**
 * The process that makes documents, one at a time, so that the server never waits for it: preparing what people wrote takes
 * time as well as typesetting does. A process rather than a thread: a thread cannot be stopped inside native code, and a crash
 * there would take the server with it.
 */

export interface Order {
  readonly template: Template
  readonly edition: Edition
  readonly record: AssessmentRecord
  readonly options: PdfOptions
}

export type Delivery =
  | { readonly ok: true; readonly typeset: Typeset }
  | { readonly ok: false; readonly because: string; readonly unprintable: boolean }

const folders: Folders = JSON.parse(process.argv[2] ?? '{}')
const { typeset, forget } = openTypesetter(folders)

answerOrders<Order, Delivery>(async (order) => {
  // After the answer has left, so that nobody waits for the tidying.
  setImmediate(forget)
  return deliver(order)
})

const MODELS = { report: fullReportModel, plan: planOnlyModel, summary: summaryModel } as const satisfies Record<
  Template,
  unknown
>

function deliver({ template, edition, record, options }: Order): Delivery {
  try {
    const logo = options.front?.logo
    const pictures = logo ? { [logoName(logo)]: Buffer.from(logo.base64, 'base64') } : {}
    return { ok: true, typeset: typeset(template, MODELS[template](edition, record, options), pictures) }
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    return { ok: false, because, unprintable: error instanceof Unprintable }
  }
}
