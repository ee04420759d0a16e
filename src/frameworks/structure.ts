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
