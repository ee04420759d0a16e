import { common, content, matchesPublishedFixtures } from './fixtures.ts'
import { Label } from './label.tsx'

matchesPublishedFixtures('label', (given) => (
  <Label {...common(given)} for={given.for} isPageHeading={given.isPageHeading}>
    {content(given)}
  </Label>
))
