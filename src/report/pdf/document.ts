import type { ChartState } from '../../ui/index.ts'
import type { PdfWords } from '../content.ts'
import type { Line } from './text.ts'

/**
 * What the templates are given: plain JSON in which everything is decided, so that a template only lays out. Text that people
 * typed is always a `Line` or a list of them, and reaches Typst as data, never as markup.
 */

export interface PdfOptions {
  /** ISO date printed on the document and kept in its metadata. */
  readonly generatedOn: string
  /** SHA-256 of the sealed record, once there is one. */
  readonly sealDigest?: string
}

export interface PdfModel {
  readonly words: PdfWords
  readonly document: DocumentModel
  readonly plan: PlanModel
  /** Null when the document is the plan alone. */
  readonly report: ReportModel | null
}

export interface DocumentModel {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly region: string | null
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly generatedOn: string
  readonly draft: boolean
  readonly organisation: Line
  readonly programme: Line | null
  readonly framework: string
  readonly edition: string
  readonly publisher: string
  /** Where the framework's wording comes from; null where it is the publisher's own. */
  readonly wording: Line | null
}

export interface ReportModel {
  readonly cover: readonly Fact[]
  /** Each rating's mark as SVG text, from the lowest to the highest. */
  readonly marks: readonly string[]
  /** Ratings from the lowest to the highest, then the other states that occur: what each shape means. */
  readonly key: readonly KeyEntry[]
  readonly standardsAlt: string
  readonly indicatorsAlt: string
  readonly standards: readonly StandardModel[]
  readonly strengths: ListModel
  readonly gaps: ListModel
  readonly about: readonly Fact[]
}

export interface PlanModel {
  readonly columns: readonly string[]
  readonly facts: readonly Fact[]
  /** Part of a completed report, whose plan stays as it was on that day. */
  readonly asCompleted: boolean
  readonly actions: readonly ActionModel[]
}

export interface Fact {
  readonly label: string
  readonly value: Line
}

/** What a template draws: a rating's mark by its order, or the shape of another state. */
export interface Shape {
  readonly kind: ChartState['kind']
  readonly order: number | null
  readonly word: string
}

export interface KeyEntry extends Shape {
  readonly meaning: string | null
  readonly count: number
}

export interface StandardModel {
  readonly number: number
  readonly title: string
  readonly aim: string
  readonly exemption: MarkModel | null
  /** One per entry of the key. */
  readonly counts: readonly { readonly core: number; readonly other: number }[]
  readonly indicators: readonly IndicatorModel[]
}

/** The quality mark that covers a standard, and what shows it. */
export interface MarkModel {
  readonly mark: string
  readonly certificate: readonly ItemModel[]
}

export interface IndicatorModel {
  readonly id: string
  readonly title: string
  readonly core: boolean
  readonly statement: Line
  readonly shape: Shape
  /** Answered before an exemption closed it: the earlier rating's word, or an empty string. */
  readonly keptFromBefore: string | null
  readonly lessRelevantBecause: readonly Line[]
  readonly evidence: readonly Line[]
  readonly examples: readonly Line[]
  readonly items: readonly ItemModel[]
  readonly actions: readonly ActionModel[]
}

export interface ItemModel {
  readonly title: Line
  readonly where: Line
  readonly url: string | null
}

export interface ActionModel {
  readonly action: readonly Line[]
  readonly standard: string
  readonly indicator: string
  readonly byWhom: Line
  readonly byWhen: string
  readonly priority: string
  readonly completedOn: string
  readonly whatChanged: readonly Line[]
}

export interface ListModel {
  readonly lead: string
  readonly entries: readonly ListEntry[]
  /** Those that are not listed, by their numbers; null for none. */
  readonly more: string | null
}

export interface ListEntry {
  readonly id: string
  readonly title: string
  readonly core: boolean
  readonly shape: Shape
  readonly note: string
}
