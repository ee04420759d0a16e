import { ErrorSummary } from './error-summary.tsx'
import { attributes, common, content, type Fixture, matchesPublishedFixtures } from './fixtures.ts'

matchesPublishedFixtures('error-summary', (given) => (
  <ErrorSummary
    {...common(given)}
    title={content({ html: given.titleHtml, text: given.titleText }) ?? ''}
    disableAutoFocus={given.disableAutoFocus}
    errors={(given.errorList ?? []).map((error: Fixture['options']) => ({
      text: content(error),
      href: error.href,
      attributes: attributes(error.attributes),
    }))}
  >
    {content({ html: given.descriptionHtml, text: given.descriptionText })}
  </ErrorSummary>
))
