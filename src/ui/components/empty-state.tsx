import type { Child } from '../jsx/jsx-runtime.ts'
import { type HeadingLevel, headingTag } from './attributes.ts'

interface EmptyStateProps {
  readonly title: Child
  readonly headingLevel?: HeadingLevel | undefined
  readonly children?: Child
  /** What to do about it: a `Button`. */
  readonly action?: Child
}

/** A list with nothing in it yet: says what will be here and how to begin. */
export function EmptyState({ title, headingLevel, children, action }: EmptyStateProps) {
  const Heading = headingTag(headingLevel ?? 2)
  return (
    <div class="app-empty">
      <svg class="app-empty__picture" viewBox="0 0 96 72" width="96" height="72" aria-hidden="true" focusable="false">
        <path class="app-empty__ground" d="M4 60c12-14 28-16 44-16s32 2 44 16c1 4-1 8-6 8H10c-5 0-7-4-6-8z" />
        <path class="app-empty__stem" d="M48 50V26" />
        <path class="app-empty__leaf" d="M48 32C46 18 36 12 22 12c0 13 9 22 26 20z" />
        <path class="app-empty__leaf-small" d="M48 27c1-10 8-16 20-17 1 11-6 18-20 17z" />
      </svg>
      <Heading class="app-empty__title">{title}</Heading>
      {children && <div class="app-empty__text">{children}</div>}
      {action && <div class="app-empty__action">{action}</div>}
    </div>
  )
}
