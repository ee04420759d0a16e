import { common, content, matchesPublishedFixtures } from './fixtures.ts'
import { SkipLink } from './skip-link.tsx'

// Ours goes to #main-content unless it is told otherwise, theirs to #content.
matchesPublishedFixtures('skip-link', (given) => (
  <SkipLink {...common(given)} href={given.href ?? '#content'}>
    {content(given)}
  </SkipLink>
))
