import { common, content, matchesPublishedFixtures } from './fixtures.ts'
import { WarningText } from './warning-text.tsx'

matchesPublishedFixtures('warning-text', (given) => (
  <WarningText {...common(given)} iconText={given.iconFallbackText}>
    {content(given)}
  </WarningText>
))
