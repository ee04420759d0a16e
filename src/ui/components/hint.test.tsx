import { common, content, matchesPublishedFixtures } from './fixtures.ts'
import { Hint } from './hint.tsx'

matchesPublishedFixtures('hint', (given) => (
  <Hint {...common(given)} id={given.id}>
    {content(given)}
  </Hint>
))
