// What two wordings of one edition say differently. No IO.
import { type Edition, exampleItems, type Indicator } from './edition.ts'
import { movedMeanings, structuralChanges } from './structure.ts'

export interface TextChange {
  /** "Indicator 1.1: why it matters". */
  readonly where: string
  /** Null where there was none, or is none any more. */
  readonly before: string | null
  readonly after: string | null
}

/** Every text that reads differently, in the framework's order. */
export function textChanges(before: Edition, after: Edition): readonly TextChange[] {
  const old = new Map(textsOf(before).map(({ where, text }) => [where, text]))
  const now = textsOf(after)
  const places = new Set(now.map(({ where }) => where))
  return [
    ...now
      .filter(({ where, text }) => old.get(where) !== text)
      .map(({ where, text }) => ({ where, before: old.get(where) ?? null, after: text })),
    ...[...old].filter(([where]) => !places.has(where)).map(([where, text]) => ({ where, before: text, after: null })),
  ]
}

interface Text {
  readonly where: string
  readonly text: string
}

function textsOf(edition: Edition): readonly Text[] {
  const texts = [
    ...edition.ratings.flatMap(({ id, label, meaning }) => [
      text(`Rating “${id}”`, label),
      text(`Rating “${id}”: what it means`, meaning),
    ]),
    ...edition.priorities.flatMap(({ id, label, meaning }) => [
      text(`Priority “${id}”`, label),
      text(`Priority “${id}”: what it means`, meaning),
    ]),
    ...edition.standards.flatMap(({ number, title, aim, indicators }) => [
      text(`Standard ${number}: its title`, title),
      text(`Standard ${number}: its aim`, aim),
      ...indicators.flatMap((indicator) => indicatorTexts(edition, indicator)),
    ]),
    ...edition.themes.map(({ id, title, lookFor }) => text(`Document “${title}” (${id}): what to look for`, lookFor)),
  ]
  return texts.filter((each) => each !== null)
}

function indicatorTexts(edition: Edition, indicator: Indicator): readonly (Text | null)[] {
  const at = `Indicator ${indicator.id}`
  return [
    text(`${at}: its short title`, indicator.shortTitle),
    text(`${at}: what it asks`, indicator.statement),
    text(`${at}: why it matters`, indicator.whyItMatters),
    ...exampleItems(indicator).map((example) => text(`${at}: example ${example.key}`, example.text)),
    ...edition.ratings.map(({ id, label }) =>
      text(`${at}: ${label.toLowerCase()} looks like this`, indicator.levels[id] ?? null),
    ),
    ...indicator.suggestedActions.map((action, place) => text(`${at}: suggested action ${place + 1}`, action)),
  ]
}

const text = (where: string, words: string | null): Text | null => (words === null ? null : { where, text: words })

const known = new WeakMap<Edition, WeakMap<Edition, boolean>>()

/** True when what people answered in the older words means the same in the newer: nothing it hangs on has gone or moved. */
export function meanTheSame(before: Edition, after: Edition): boolean {
  const others = known.get(before) ?? new WeakMap<Edition, boolean>()
  const ready = others.get(after)
  if (ready !== undefined) return ready
  const same = structuralChanges(before, after).length === 0 && movedMeanings(before, after).length === 0
  known.set(before, others.set(after, same))
  return same
}
