import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes } from './attributes.ts'

interface DetailsProps extends Common {
  readonly summary: Child
  readonly children?: Child
  readonly id?: string | undefined
  readonly open?: boolean | undefined
}

export function Details(props: DetailsProps) {
  return (
    <details id={props.id} class={classes('govuk-details', props.class)} {...props.attributes} open={props.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  )
}
