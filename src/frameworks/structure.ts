// What answers hang on: the parts of an edition that may not change once it is in use. Words may. No IO.
import { type Edition, exampleItems } from './edition.ts'

/**
 * How one edition differs from another in more than words, in sentences; empty when only words differ.
 * Answers, plans and exemptions already given name these ids, so they must go on meaning the same.
 */
export function structuralChanges(before: Edition, after: Edition): readonly string[] {
  return [
    ...listChange('The ratings', ids(before.ratings), ids(after.ratings)),
    ...listChange('The priorities', ids(before.priorities), ids(after.priorities)),
    ...listChange('The standards', before.standards.map(numberOf), after.standards.map(numberOf)),
    ...listChange('The standards a quality mark stands in for', exempted(before), exempted(after)),
    ...listChange('The indicators', ids(before.indicators), ids(after.indicators)),
    ...before.indicators.flatMap((indicator) => {
      const now = after.indicators.find(({ id }) => id === indicator.id)
      if (!now) return []
      const name = `Indicator ${indicator.id}`
      const core = indicator.core === now.core ? [] : [`${name} ${now.core ? 'becomes' : 'is no longer'} core.`]
      return [...core, ...listChange(`The places of ${name}'s examples`, keys(indicator), keys(now))]
    }),
  ]
}

/**
 * Where newer words say something else by the same name, in sentences: what people ticked or chose would then say what they never
 * meant. A text that now stands where another one stood, word for word or nearly so, has moved; one in other words has not.
 */
export function movedMeanings(before: Edition, after: Edition): readonly string[] {
  const labels = (list: readonly { readonly id: string; readonly label: string }[]) =>
    new Map(list.map(({ id, label }) => [id, label]))
  return [
    ...moved('The ratings', labels(before.ratings), labels(after.ratings)),
    ...moved('The priorities', labels(before.priorities), labels(after.priorities)),
    ...(JSON.stringify(before.exemptions) === JSON.stringify(after.exemptions)
      ? []
      : ['What a quality mark stands in for is described in another way.']),
    ...after.standards.flatMap(({ number, indicators }) => {
      const old = before.standards.find((standard) => standard.number === number)?.indicators ?? []
      return moved(`The indicators of standard ${number}`, statements(old), statements(indicators))
    }),
    ...after.indicators.flatMap((indicator) => {
      const old = before.indicators.find(({ id }) => id === indicator.id)
      return old ? moved(`The examples of indicator ${indicator.id}`, examples(old), examples(indicator)) : []
    }),
  ]
}

const statements = (indicators: Edition['indicators']) => new Map(indicators.map(({ id, statement }) => [id, statement]))
const examples = (indicator: Edition['indicators'][number]) =>
  new Map(exampleItems(indicator).map(({ key, text }) => [key, text]))

/** Beyond this many, only texts that are the same word for word are looked for: every pair would take too long. */
const MOST_COMPARED = 60
/** How alike two texts are, from 0 to 1, for one to be the other in slightly different words. */
const ALIKE = 0.6

function moved(name: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const words = new Map([...before].map(([key, text]) => [key, wordsOf(text)]))
  const exact = new Map([...words].map(([key, set]) => [[...set].join(' '), key]))
  const away = [...after].filter(([key, text]) => {
    const now = wordsOf(text)
    const kept = alike(words.get(key), now)
    if (kept === 1) return false
    if ((exact.get([...now].join(' ')) ?? key) !== key) return true
    if (after.size > MOST_COMPARED) return false
    return [...words].some(([other, old]) => other !== key && alike(old, now) > Math.max(kept, ALIKE))
  })
  return away.length === 0 ? [] : [`${name} have changed places: ${away.map(([key]) => key).join(', ')}.`]
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** The share of their words that two texts have in common. */
function alike(a: ReadonlySet<string> | undefined, b: ReadonlySet<string>): number {
  if (!a || a.size + b.size === 0) return 0
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size)
}

function listChange(name: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const gone = before.filter((item) => !after.includes(item))
  const come = after.filter((item) => !before.includes(item))
  if (gone.length > 0 || come.length > 0) {
    const parts = [gone.length > 0 && `${gone.join(', ')} would go`, come.length > 0 && `${come.join(', ')} would be new`]
    return [`${name} differ: ${parts.filter(Boolean).join('; ')}.`]
  }
  return before.join('\n') === after.join('\n') ? [] : [`${name} are in another order.`]
}

function ids(list: readonly { readonly id: string }[]): readonly string[] {
  return list.map(({ id }) => id)
}

function numberOf({ number }: { readonly number: number }): string {
  return String(number)
}

function exempted(edition: Edition): readonly string[] {
  return edition.exemptions.map(({ standard }) => String(standard))
}

function keys(indicator: Parameters<typeof exampleItems>[0]): readonly string[] {
  return exampleItems(indicator).map(({ key }) => key)
}
