import type { Child } from '../jsx/jsx-runtime.ts'

/** Text for screen readers only. */
export function VisuallyHidden({ children }: { children: Child }) {
  return <span class="govuk-visually-hidden">{children}</span>
}
