/**
 * A framework edition as the program uses it: what a pack says, checked and with every optional part made explicit.
 * Nothing here, or anywhere else in the code, knows how many standards, ratings or priorities there are.
 */

export interface Edition {
  /** Framework id, stable for ever: `mentoring-quality-framework`. */
  readonly id: string
  /** Edition label within the framework: `2022`. */
  readonly edition: string
  readonly title: string
  readonly publisher: string
  /** The publisher and whom they made it with, as it follows "published by". */
  readonly publishedBy: string
  /** The framework as its publisher gave it out; null where the pack does not say. */
  readonly publishedDocument: PublishedDocument | null
  readonly about: AboutFramework
  readonly support: Support | null
  /** BCP 47 tag. */
  readonly language: string
  readonly reviewEveryMonths: number
  readonly provenance: Provenance | null
  readonly licence: string | null
  readonly supersedes: string | null
  /** What was noticed in the source. */
  readonly errata: readonly Erratum[]
  /** What was corrected in these words themselves, newest first. */
  readonly corrections: readonly Correction[]
  /** Worst first, as the pack lists them. */
  readonly ratings: readonly Rating[]
  /** Most pressing first. */
  readonly priorities: readonly Priority[]
  readonly exemptions: readonly ExemptionRule[]
  readonly themes: readonly EvidenceTheme[]
  /** What an action of a development plan looks like, for somebody who has none yet. */
  readonly workedExample: WorkedExample | null
  readonly standards: readonly Standard[]
  /** Every indicator of every standard, in order. */
  readonly indicators: readonly Indicator[]
  /** SHA-256 of the pack's content in canonical JSON, lower-case hex: what an assessment is pinned to. */
  readonly digest: string
}

export interface PublishedDocument {
  readonly title: string
  readonly year: number | null
  readonly url: string | null
}

/** A sentence each, or null where the pack does not say. */
export interface AboutFramework {
  readonly audience: string | null
  readonly purpose: string | null
  readonly filledInBy: string | null
}

/** Whom organisations can ask. One of `email` and `url` is there. */
export interface Support {
  readonly email: string | null
  readonly url: string | null
  readonly offers: string | null
  readonly note: string | null
}

export interface Provenance {
  readonly wording: 'original' | 'adapted' | 'published'
  readonly note: string
  /** Whose words these are, for the foot of a page. */
  readonly inShort: string | null
  /** Names of the fields that are not in the source at all. */
  readonly additions: readonly string[]
}

export interface Erratum {
  readonly where: string
  readonly source: string
  readonly decision: string
}

export interface Correction {
  /** ISO day. */
  readonly date: string
  readonly where: string
  readonly change: string
}

export interface Rating {
  readonly id: string
  readonly label: string
  readonly meaning: string | null
  /** 0 for the lowest. */
  readonly order: number
}

export interface Priority {
  readonly id: string
  readonly label: string
  readonly meaning: string | null
}

/** A quality mark that stands in for a whole standard ("Framework, Standard 8, page 46"). */
export interface ExemptionRule {
  readonly standard: number
  readonly heldMark: string
  readonly levels: readonly string[]
  readonly record: readonly ('date_awarded' | 'expires_on')[]
}

/** One document that speaks to several indicators. */
export interface EvidenceTheme {
  readonly id: string
  readonly title: string
  readonly lookFor: string | null
  readonly indicatorIds: readonly string[]
}

/** An example of a development action, as the framework's own plan has one ("Framework, Mentoring development plan, page 52"). */
export interface WorkedExample {
  readonly indicatorId: string
  readonly action: string
  readonly byWhom: string | null
  /** In words and without a year, which would soon be past. */
  readonly byWhen: string | null
  /** Priority id. */
  readonly priority: string | null
}

export interface Standard {
  readonly number: number
  readonly title: string
  readonly aim: string
  /** Where it begins in the published document. */
  readonly page: number | null
  readonly indicators: readonly Indicator[]
  readonly links: readonly UsefulLink[]
}

export interface Indicator {
  /** `1.1`: standard number, dot, place within it. */
  readonly id: string
  readonly standard: number
  readonly core: boolean
  /** Where it stands in the published document. */
  readonly page: number | null
  /** A few words for lists and charts; the beginning of the statement where the pack gives none. */
  readonly shortTitle: string
  readonly statement: string
  readonly whyItMatters: string | null
  readonly examples: readonly ExampleEvidence[]
  /** What practice looks like at each rating, by rating id. Empty where the pack does not say. */
  readonly levels: Readonly<Record<string, string>>
  readonly suggestedActions: readonly string[]
}

/** Something to tick: `key` is its place (`2`, or `1.3` inside a heading), stable within an edition. */
export interface ExampleItem {
  readonly key: string
  readonly text: string
}

/** Either a single example, or a heading over several. */
export type ExampleEvidence =
  | ({ readonly kind: 'item' } & ExampleItem)
  | { readonly kind: 'group'; readonly heading: string; readonly items: readonly ExampleItem[] }

export interface UsefulLink {
  readonly title: string
  readonly publisher: string
  readonly url: string | null
}

/** Every example of an indicator that can be ticked, headings opened out. */
export function exampleItems(indicator: Indicator): readonly ExampleItem[] {
  return indicator.examples.flatMap((example) => (example.kind === 'item' ? [example] : example.items))
}
