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
  /** What the organisation puts before its report; no part of the record. */
  readonly front?: Front
}

export interface Front {
  readonly logo: LogoFile | null
  readonly foreword: string
  readonly signedBy: string
}

export interface LogoFile {
  readonly type: 'image/png' | 'image/jpeg'
  readonly base64: string
  readonly width: number
  readonly height: number
}

export interface PdfModel {
  readonly words: PdfWords
  readonly document: DocumentModel
  readonly plan: PlanModel
  /** Null when the document is the plan alone, or one page. */
  readonly report: ReportModel | null
  readonly summary: SummaryModel | null
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
  /** Beside the templates, while this document is made. */
  readonly logo: { readonly file: string; readonly width: number; readonly height: number } | null
}

export interface ReportModel extends ChartModel {
  readonly cover: readonly Fact[]
  readonly foreword: { readonly lines: readonly Line[]; readonly signedBy: Line } | null
  /** Ratings from the lowest to the highest, then the other states that occur: what each shape means. */
  readonly key: readonly KeyEntry[]
  readonly standards: readonly StandardModel[]
  readonly strengths: ListModel
  readonly growing: ListModel
  readonly annex: readonly AnnexEntry[]
  readonly about: readonly Fact[]
  /** What the seal is, or that there is none yet. */
  readonly sealText: string
}

/** The chart of the page of results, and the sentence that leads it. */
export interface ChartModel {
  readonly results: string
  /** SVG, as the screens draw it. */
  readonly chart: string
  readonly chartSize: { readonly width: number; readonly height: number }
  readonly chartAlt: string
  /** Each rating's mark as SVG text, from the lowest to the highest. */
  readonly marks: readonly string[]
}

/** One page for trustees. */
export interface SummaryModel extends ChartModel {
  /** What was looked at and when, in a line or two. */
  readonly facts: Line
  readonly strengths: readonly ListEntry[]
  /** Named where the plan has no steps. */
  readonly growing: readonly ListEntry[]
  readonly steps: readonly StepModel[]
  readonly plan: string
  /** Null while nothing is completed. */
  readonly bid: Line | null
}

export interface StepModel {
  readonly what: Line
  readonly about: string
  readonly who: Line
  readonly when: string
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
}

export interface StandardModel {
  readonly number: number
  readonly title: string
  readonly aim: string
  readonly exemption: MarkModel | null
  /** All that a quality mark covers and that has no earlier answer, in one line: "8.1 to 8.5". Null where there is none. */
  readonly exempt: { readonly ids: string; readonly shape: Shape } | null
  /** The others. */
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

/** Something held as evidence, where an answer names it; the annex says where it is. */
export interface ItemModel {
  readonly title: Line
  /** "E3" */
  readonly number: string
  readonly url: string | null
}

export interface AnnexEntry extends ItemModel {
  readonly where: Line
  /** Ids of the indicators it is shown for: "1.1, 2.3". */
  readonly shownFor: string
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
