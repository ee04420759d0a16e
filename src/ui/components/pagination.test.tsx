import { attributes, common, content, type Fixture, matchesPublishedFixtures } from './fixtures.ts'
import { Pagination } from './pagination.tsx'

const link = (given: Fixture['options']) =>
  given && { href: given.href, text: content(given), label: given.labelText, attributes: attributes(given.attributes) }
const item = (given: Fixture['options']) =>
  given.ellipsis
    ? { ellipsis: true as const }
    : { number: given.number, href: given.href, current: given.current, label: given.visuallyHiddenText }

matchesPublishedFixtures('pagination', (given) => (
  <Pagination
    {...common(given)}
    previous={link(given.previous)}
    next={link(given.next)}
    items={given.items?.filter((each: object | null) => each && Object.keys(each).length > 0).map(item)}
    label={given.landmarkLabel}
  />
))
