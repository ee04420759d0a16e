import { Details } from './details.tsx'
import { common, content, matchesPublishedFixtures } from './fixtures.ts'

matchesPublishedFixtures('details', (given) => (
  <Details
    {...common(given)}
    id={given.id}
    open={given.open}
    summary={content({ html: given.summaryHtml, text: given.summaryText })}
  >
    {content(given)}
  </Details>
))
