import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes, type HeadingLevel, headingTag } from './attributes.ts'

interface PanelProps extends Common {
  readonly title: Child
  readonly children?: Child
  readonly headingLevel?: HeadingLevel | undefined
  /** Something is finished, or someone is asked to think again before they go on. */
  readonly kind?: 'confirmation' | 'interruption' | undefined
  /** Buttons and links, for an interruption. */
  readonly actions?: Child
}

export function Panel(props: PanelProps) {
  const Heading = headingTag(props.headingLevel ?? 1)
  return (
    <div class={classes('govuk-panel', `govuk-panel--${props.kind ?? 'confirmation'}`, props.class)} {...props.attributes}>
      <Heading class="govuk-panel__title">{props.title}</Heading>
      {props.children && <div class="govuk-panel__body">{props.children}</div>}
      {props.actions && (
        <div class="govuk-panel__actions">
          <div class="govuk-button-group">{props.actions}</div>
        </div>
      )}
    </div>
  )
}
