import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes } from './attributes.ts'

interface BackLinkProps extends Common {
  readonly href: string
  readonly children?: Child
}

export function BackLink(props: BackLinkProps) {
  return (
    <a href={props.href} class={classes('govuk-back-link', props.class)} {...props.attributes}>
      {props.children ?? 'Back'}
    </a>
  )
}
