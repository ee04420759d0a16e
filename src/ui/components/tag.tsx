import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes } from './attributes.ts'

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'

interface TagProps extends Common {
  readonly children?: Child
  readonly colour?: TagColour | undefined
}

export function Tag(props: TagProps) {
  return (
    <strong class={classes('govuk-tag', props.colour && `govuk-tag--${props.colour}`, props.class)} {...props.attributes}>
      {props.children}
    </strong>
  )
}
