import { ErrorMessage } from './error-message.tsx'
import { common, content, matchesPublishedFixtures } from './fixtures.ts'

matchesPublishedFixtures('error-message', (given) => (
  <ErrorMessage {...common(given)} id={given.id} hiddenText={given.visuallyHiddenText === false ? '' : given.visuallyHiddenText}>
    {content(given)}
  </ErrorMessage>
))
