import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes, type HeadingLevel, headingTag } from './attributes.ts'

interface CardProps extends Common {
  readonly title?: Child
  readonly headingLevel?: HeadingLevel | undefined
  /** Makes the title a link, and the whole card its target. */
  readonly href?: string | undefined
  readonly kind?: 'plain' | 'tinted' | 'highlight' | undefined
  readonly children?: Child
  readonly footer?: Child
}

export function Card(props: CardProps) {
  const Heading = headingTag(props.headingLevel ?? 2)
  const kind = props.kind && props.kind !== 'plain' && `app-card--${props.kind}`
  return (
    <div class={classes('app-card', kind, props.href && 'app-card--link', props.class)} {...props.attributes}>
      {props.title && (
        <Heading class="app-card__title">
          {props.href ? (
            <a class="govuk-link app-card__link" href={props.href}>
              {props.title}
            </a>
          ) : (
            props.title
          )}
        </Heading>
      )}
      {props.children && <div class="app-card__body">{props.children}</div>}
      {props.footer && <div class="app-card__footer">{props.footer}</div>}
    </div>
  )
}
