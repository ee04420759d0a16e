import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes, type Size } from './attributes.ts'

interface LabelProps extends Common {
  readonly children?: Child
  readonly for?: string | undefined
  readonly size?: Size | undefined
  readonly isPageHeading?: boolean | undefined
}

export function Label(props: LabelProps) {
  if (!props.children) return null
  const label = (
    <label
      class={classes('govuk-label', props.size && `govuk-label--${props.size}`, props.class)}
      {...props.attributes}
      for={props.for}
    >
      {props.children}
    </label>
  )
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
