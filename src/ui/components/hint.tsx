import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes } from './attributes.ts'

interface HintProps extends Common {
  readonly id?: string | undefined
  readonly children?: Child
}

export function Hint(props: HintProps) {
  return (
    <div id={props.id} class={classes('govuk-hint', props.class)} {...props.attributes}>
      {props.children}
    </div>
  )
}
