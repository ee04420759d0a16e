import type { Child } from '../jsx/jsx-runtime.ts'
import { Button } from './button.tsx'

interface FiltersProps {
  readonly action: string
  /** Says what is filtered: "Filter actions". */
  readonly label: string
  /** What stands on the fold while there is no room for the fields. */
  readonly summary: string
  /** What is shown now, below it: "Overdue, Sam Obi". */
  readonly now: string
  /** Fields. */
  readonly children: Child
  readonly submit?: string | undefined
  /** True where a script shows what is chosen at once (`list.js`). The button stays for whoever has no scripts. */
  readonly atOnce?: boolean | undefined
  /** Where to see everything again; leave out while nothing is filtered. */
  readonly clear?: { readonly href: string; readonly text?: string | undefined } | null | undefined
}

/**
 * A bar of fields over a list, folded up on small screens by style alone. It asks with GET, so that a filtered list has an address
 * that can be kept and sent.
 */
export function Filters({ action, label, summary, now, children, submit, atOnce, clear }: FiltersProps) {
  return (
    <form class="app-filters" method="get" action={action} aria-label={label} data-at-once={atOnce}>
      <details class="app-filters__fold">
        <summary class="app-filters__summary">
          <span class="app-filters__title">{summary}</span>{' '}
          <span class="app-filters__now" data-part={atOnce && 'now'}>
            {now}
          </span>
        </summary>
        <div class="app-filters__fields">
          {children}
          <Button kind="secondary">{submit ?? 'Apply'}</Button>
        </div>
      </details>
      <div data-part={atOnce && 'clear'}>
        {clear && (
          <p class="app-filters__clear">
            <a class="govuk-link" href={clear.href}>
              {clear.text ?? 'Show all'}
            </a>
          </p>
        )}
      </div>
    </form>
  )
}
