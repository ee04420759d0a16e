import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes } from './attributes.ts'

interface WarningTextProps extends Common {
  readonly children?: Child
  /** Read out in place of the sign. */
  readonly iconText?: string | undefined
}

export function WarningText(props: WarningTextProps) {
  return (
    <div class={classes('govuk-warning-text', props.class)} {...props.attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconText ?? 'Warning'}</span> {props.children}
      </strong>
    </div>
  )
}
