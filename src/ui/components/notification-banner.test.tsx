import { trusted } from '../jsx/jsx-runtime.ts'
import { common, content, matchesPublishedFixtures } from './fixtures.ts'
import { NotificationBanner } from './notification-banner.tsx'

matchesPublishedFixtures('notification-banner', (given) => (
  <NotificationBanner
    {...common(given)}
    kind={given.type}
    title={content({ html: given.titleHtml, text: given.titleText })}
    titleId={given.titleId}
    titleHeadingLevel={given.titleHeadingLevel}
    role={given.role}
    disableAutoFocus={given.disableAutoFocus}
    text={given.text}
  >
    {given.html && trusted(given.html)}
  </NotificationBanner>
))
