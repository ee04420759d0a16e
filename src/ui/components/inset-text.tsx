import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes } from './attributes.ts'

interface InsetTextProps extends Common {
  readonly id?: string | undefined
  readonly children?: Child
}

export function InsetText(props: InsetTextProps) {
  return (
    <div id={props.id} class={classes('govuk-inset-text', props.class)} {...props.attributes}>
      {props.children}
    </div>
  )
}
