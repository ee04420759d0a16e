import type { Child } from '../jsx/jsx-runtime.ts'
import { type Attributes, type Common, classes } from './attributes.ts'

interface Crumb {
  readonly text: Child
  /** Without one, the crumb is the page itself. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface BreadcrumbsProps extends Common {
  readonly items: readonly Crumb[]
  readonly collapseOnMobile?: boolean | undefined
  readonly label?: string | undefined
}

export function Breadcrumbs(props: BreadcrumbsProps) {
  return (
    <nav
      class={classes('govuk-breadcrumbs', props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile', props.class)}
      {...props.attributes}
      aria-label={props.label ?? 'Breadcrumb'}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
