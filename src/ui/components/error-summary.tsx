import type { Child } from '../jsx/jsx-runtime.ts'
import { type Attributes, type Common, classes } from './attributes.ts'

export interface SummaryError {
  readonly text: Child
  /** The id of the field it is about, with `#`. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface ErrorSummaryProps extends Common {
  readonly errors: readonly SummaryError[]
  readonly title?: Child
  readonly children?: Child
  readonly disableAutoFocus?: boolean | undefined
}

export function ErrorSummary(props: ErrorSummaryProps) {
  return (
    <div
      class={classes('govuk-error-summary', props.class)}
      data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      {/* The alert is a child of what the script focuses, so that screen readers do not miss part of it. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
        <div class="govuk-error-summary__body">
          {props.children && <p>{props.children}</p>}
          {props.errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errors.map((error) => (
                <li>
                  {error.href ? (
                    <a href={error.href} {...error.attributes}>
                      {error.text}
                    </a>
                  ) : (
                    error.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
