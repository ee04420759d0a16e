import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes, type HeadingLevel, headingTag } from './attributes.ts'

interface NotificationBannerProps extends Common {
  readonly kind?: 'information' | 'success' | undefined
  /** One line. For more than that, use children. */
  readonly text?: Child
  readonly children?: Child
  readonly title?: Child
  /** Needed where a page has more than one banner. */
  readonly titleId?: string | undefined
  readonly titleHeadingLevel?: HeadingLevel | undefined
  readonly role?: 'alert' | 'region' | undefined
  readonly disableAutoFocus?: boolean | undefined
}

export function NotificationBanner(props: NotificationBannerProps) {
  const success = props.kind === 'success'
  const Heading = headingTag(props.titleHeadingLevel ?? 2)
  const titleId = props.titleId ?? 'govuk-notification-banner-title'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is always one that may be labelled
    <div
      class={classes('govuk-notification-banner', success && 'govuk-notification-banner--success', props.class)}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? <p class="govuk-notification-banner__heading">{props.text}</p>}
      </div>
    </div>
  )
}
