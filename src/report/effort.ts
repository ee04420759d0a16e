import type { AssessmentRecord, EvidenceRecord } from '../assessment/index.ts'

/**
 * How much work it is to typeset a document, told beforehand from what it would hold. What is too much is refused at once and
 * by name, instead of being tried until the time is up.
 *
 * The weights are microseconds of one core, measured in November 2026 with records made to be as slow as possible
 * (`worstRecord` in `src/report/testing.ts`). They need not be exact: the budget leaves room for a machine half as fast.
 */
const MICROSECONDS = {
  /** Each line that people began, in a paragraph of its own. */
  line: 115,
  /** Something held as evidence: a link, a place, a file. */
  item: 1000,
  /** A development action: a row of the plan. */
  action: 1300,
  /** Times as much, for what stands in a list or a table: it is measured before it is set. */
  listed: 2,
  /** A space before a slanted letter, which moves closer to it: wherever the line may end there, all of it is set again. */
  closeSpace: 55,
  /** A place inside a long word where the line may end. */
  breakInside: 20,
  /** One character after another of another kind: set in another font. */
  change: 25,
  /** A character, by its kind. */
  latin: 1.2,
  greekOrCyrillic: 2,
  arabic: 6.5,
  devanagari: 6.5,
  /** Bengali to Sinhala, Thai, Lao, Khmer, Burmese. */
  brahmic: 22,
  /** Hebrew, Armenian, Georgian, Ethiopic, Korean, Chinese, Japanese. */
  other: 13,
  emoji: 15,
  /** Of a script we may have no letters for: it is printed by number, and the document set a second time. */
  unknown: 35,
  /** A mark, and one on top of at least four others. */
  mark: 5,
  heapedMark: 60,
} as const

/** What a document may take. A report with every answer as long as it may be, in ordinary English, is within it. */
export const MOST_EFFORT = 3_000_000

export type Document = 'report' | 'plan' | 'summary'

/** A part of what people wrote, by where they find it. */
export interface Place {
  readonly where:
    | { readonly kind: 'evidence' | 'reason' | 'items'; readonly indicatorId: string }
    | { readonly kind: 'plan' }
    | { readonly kind: 'cover' }
    | { readonly kind: 'mark' }
  readonly characters: number
  readonly lines: number
  /** How many items or actions; 0 for a text. */
  readonly things: number
  readonly effort: number
}

/** What making the document takes, in about microseconds. */
export function effortFor(document: Document, record: AssessmentRecord): number {
  return placesOf(document, record).reduce((sum, { effort }) => sum + effort, 0)
}

/** Where most could be shortened, what takes the most first. */
export function longestPlaces(document: Document, record: AssessmentRecord): readonly Place[] {
  return placesOf(document, record)
    .filter(({ effort }) => effort > 0)
    .sort((a, b) => b.effort - a.effort)
    .slice(0, MOST_NAMED)
}

const MOST_NAMED = 8

/** Asked for several times on the way to one document. */
const known: Readonly<Record<Document, WeakMap<AssessmentRecord, readonly Place[]>>> = {
  report: new WeakMap(),
  plan: new WeakMap(),
  summary: new WeakMap(),
}

function placesOf(document: Document, record: AssessmentRecord): readonly Place[] {
  const before = known[document].get(record)
  if (before) return before
  const places = findPlaces(document, record)
  known[document].set(record, places)
  return places
}

function findPlaces(document: Document, record: AssessmentRecord): readonly Place[] {
  const { organisation, completion } = record
  const cover = [
    organisation.name,
    record.programme,
    record.lead,
    organisation.kind,
    ...organisation.areas,
    ...organisation.models,
    ...(organisation.marks ?? []),
    record.revisionReason,
    completion?.completedBy,
    completion?.completedByRole,
    completion?.reviewedBy,
  ]
  const actions = record.actions.flatMap(({ action, byWhom, whatChanged }) => [action, byWhom, whatChanged])
  const places = [listed({ kind: 'cover' }, cover, 0, 0)]
  // One page names the first of everything, and cuts what is long.
  if (document === 'summary') return places
  places.push(listed({ kind: 'plan' }, actions, record.actions.length, MICROSECONDS.action))
  if (document === 'plan') return places
  return [
    ...places,
    ...record.exemptions.map(({ certificate }) => itemsAt({ kind: 'mark' }, certificate)),
    ...record.answers.flatMap(({ indicatorId, evidence, lessRelevantBecause, items }) => [
      prose({ kind: 'evidence', indicatorId }, evidence),
      prose({ kind: 'reason', indicatorId }, lessRelevantBecause ?? ''),
      itemsAt({ kind: 'items', indicatorId }, items),
    ]),
  ]
}

function prose(where: Place['where'], text: string): Place {
  const { lines, effort } = effortOf(text)
  return { where, characters: text.length, lines, things: 0, effort }
}

function itemsAt(where: Place['where'], items: readonly EvidenceRecord[]): Place {
  const texts = items.flatMap((item) => [
    item.title,
    item.kind === 'link' ? item.url : item.kind === 'place' ? item.place : item.name,
  ])
  return listed(where, texts, items.length, MICROSECONDS.item)
}

function listed(where: Place['where'], texts: readonly (string | null | undefined)[], things: number, each: number): Place {
  let [characters, lines, effort] = [0, 0, things * each]
  for (const text of texts) {
    if (!text) continue
    const of = effortOf(text)
    characters += text.length
    lines += of.lines
    effort += of.effort * MICROSECONDS.listed
  }
  return { where, characters, lines, things, effort }
}

/** Reads a text once, code unit by code unit. */
export function effortOf(text: string): { readonly lines: number; readonly effort: number } {
  let lines = text === '' ? 0 : 1
  let effort = 0
  let before: Kind = 'latin'
  let marks = 0
  let sinceSpace = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LINE_BREAK) lines++
    if (isMark(code)) {
      marks++
      effort += marks > 4 ? MICROSECONDS.heapedMark : MICROSECONDS.mark
      continue
    }
    marks = 0
    if (code <= SPACE) {
      sinceSpace = 0
      if (SLANTED.has(text.charCodeAt(at + 1))) effort += MICROSECONDS.closeSpace
    } else if (++sinceSpace > 24 && BREAKS.has(code)) effort += MICROSECONDS.breakInside
    // A space and a line break are set in whatever font stands before them.
    const kind: Kind = code <= SPACE ? before : kindOf(code)
    effort += MICROSECONDS[kind] + (kind === before ? 0 : MICROSECONDS.change)
    before = kind
  }
  return { lines, effort: effort + lines * MICROSECONDS.line }
}

const codes = (letters: string) => new Set(Array.from(letters, (letter) => letter.charCodeAt(0)))
const SLANTED = codes('AJTVWXYZjvwxyz')
/** As in `src/report/pdf/text.ts`. */
const BREAKS = codes('/._-@?&=:')

const LINE_BREAK = 10
const SPACE = 32

type Kind = 'latin' | 'greekOrCyrillic' | 'arabic' | 'devanagari' | 'brahmic' | 'other' | 'emoji' | 'unknown'

/** Where there are letters besides those told apart below. */
const SCRIPTS: readonly (readonly [first: number, last: number, kind: Kind])[] = [
  [0x531, 0x5f4, 'other'],
  [0x980, 0xeff, 'brahmic'],
  [0x1000, 0x109f, 'brahmic'],
  [0x10a0, 0x10ff, 'other'],
  [0x1200, 0x139f, 'other'],
  [0x1780, 0x17ff, 'brahmic'],
  [0x3000, 0x30ff, 'other'],
  [0x4e00, 0x9fff, 'other'],
  [0xac00, 0xd7a3, 'other'],
]

/** By the ranges of the fonts in `src/report/pdf/fonts.ts`; half a surrogate pair is an emoji's or of nothing we have. */
function kindOf(code: number): Kind {
  if (code < 0x300 || (code >= 0x1e00 && code <= 0x1eff) || (code >= 0x2010 && code <= 0x2027)) return 'latin'
  if (code >= 0x370 && code <= 0x52f) return NOT_GREEK.has(code) ? 'unknown' : 'greekOrCyrillic'
  if ((code >= 0x600 && code <= 0x6ff) || (code >= 0x750 && code <= 0x77f)) return 'arabic'
  if (code >= 0x900 && code <= 0x97f) return 'devanagari'
  // Emoji beyond the first plane begin with one of these, and are joined and coloured by the others.
  const emoji = (code >= 0x2600 && code <= 0x27bf) || code === 0xd83c || code === 0xd83d || code === 0xd83e
  if (emoji || (code >= 0xdc00 && code <= 0xdfff) || code === 0x200d || code === 0xfe0f) return 'emoji'
  return SCRIPTS.find(([first, last]) => code >= first && code <= last)?.[2] ?? 'unknown'
}

/** Holes in the range, with no character in them. */
const NOT_GREEK = new Set([0x378, 0x379, 0x380, 0x381, 0x382, 0x383, 0x38b, 0x38d, 0x3a2])

/** Marks that stand on a letter, of the scripts above and for any. */
function isMark(code: number): boolean {
  if (code < 0x370) return code >= 0x300
  return MARKS.some(([first, last]) => code >= first && code <= last)
}

const MARKS: readonly (readonly [first: number, last: number])[] = [
  [0x483, 0x489],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x6d6, 0x6ed],
  [0x900, 0x903],
  [0x93a, 0x94f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
]
