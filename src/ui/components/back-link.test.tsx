import { BackLink } from './back-link.tsx'
import { common, content, matchesPublishedFixtures } from './fixtures.ts'

matchesPublishedFixtures('back-link', (given) => (
  <BackLink {...common(given)} href={given.href ?? '#'}>
    {content(given)}
  </BackLink>
))
