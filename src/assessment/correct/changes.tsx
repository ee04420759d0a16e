import type { Edition } from '../../frameworks/index.ts'
import { paths } from '../paths.ts'
import type { Changes } from '../snapshot.ts'

interface WhatChangedProps {
  readonly changes: Changes
  readonly edition: Edition
  /** Links to the indicators, where they can be read as they were changed; null where they can't. */
  readonly at: { readonly organisation: string; readonly assessment: string } | null
}

/** What a correction has changed, by name, in the framework's order. */
export function WhatChanged({ changes, edition, at }: WhatChangedProps) {
  const indicators = edition.indicators.filter(({ id }) => changes.indicators.includes(id))
  return (
    <ul class="govuk-list govuk-list--bullet">
      {changes.description && <li>The programme or who leads it</li>}
      {changes.standards
        .toSorted((a, b) => a - b)
        .map((standard) => (
          <li>The quality mark for standard {standard}</li>
        ))}
      {indicators.map((indicator) => {
        const name = `${indicator.id} ${indicator.shortTitle}`
        return (
          <li>
            {at ? (
              <a class="govuk-link" href={paths.indicator.to({ ...at, indicator: indicator.id })}>
                {name}
              </a>
            ) : (
              name
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** "3 indicators and a quality mark". */
export function changesInWords({ indicators, standards, description }: Changes): string {
  const parts = [
    indicators.length > 0 && (indicators.length === 1 ? `indicator ${indicators[0]}` : `${indicators.length} indicators`),
    standards.length > 0 && (standards.length === 1 ? 'a quality mark' : `${standards.length} quality marks`),
    description && 'the programme or who leads it',
  ].filter((part) => part !== false)
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? 'nothing')
}
