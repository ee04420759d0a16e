import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes } from './attributes.ts'

interface ErrorMessageProps extends Common {
  readonly id?: string | undefined
  readonly children?: Child
  /** Read out before the message. An empty string leaves it out. */
  readonly hiddenText?: string | undefined
}

export function ErrorMessage(props: ErrorMessageProps) {
  const hidden = props.hiddenText ?? 'Error'
  return (
    <p id={props.id} class={classes('govuk-error-message', props.class)} {...props.attributes}>
      {hidden && <span class="govuk-visually-hidden">{hidden}:</span>} {props.children}
    </p>
  )
}
