import type { Child } from '../jsx/jsx-runtime.ts'
import { Button } from './button.tsx'

interface FiltersProps {
  readonly action: string
  /** Says what is filtered: "Filter actions". */
  readonly label: string
  /** Fields. */
  readonly children: Child
  readonly submit?: string | undefined
  /** Where to see everything again; leave out while nothing is filtered. */
  readonly clear?: { readonly href: string; readonly text?: string | undefined } | null | undefined
}

/** A bar of fields over a list. It asks with GET, so that a filtered list has an address that can be kept and sent. */
export function Filters({ action, label, children, submit, clear }: FiltersProps) {
  return (
    <form class="app-filters" method="get" action={action} aria-label={label}>
      {children}
      <div class="app-filters__actions">
        <Button kind="secondary">{submit ?? 'Apply'}</Button>
        {clear && (
          <a class="govuk-link" href={clear.href}>
            {clear.text ?? 'Show all'}
          </a>
        )}
      </div>
    </form>
  )
}
