import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes } from './attributes.ts'

interface SkipLinkProps extends Common {
  readonly href?: string | undefined
  readonly children?: Child
}

export function SkipLink(props: SkipLinkProps) {
  return (
    <a
      href={props.href ?? '#main-content'}
      class={classes('govuk-skip-link', props.class)}
      {...props.attributes}
      data-module="govuk-skip-link"
    >
      {props.children ?? 'Skip to main content'}
    </a>
  )
}
