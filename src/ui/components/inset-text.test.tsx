import { common, content, matchesPublishedFixtures } from './fixtures.ts'
import { InsetText } from './inset-text.tsx'

matchesPublishedFixtures('inset-text', (given) => (
  <InsetText {...common(given)} id={given.id}>
    {content(given)}
  </InsetText>
))
