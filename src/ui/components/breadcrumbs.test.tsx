import { Breadcrumbs } from './breadcrumbs.tsx'
import { attributes, common, content, type Fixture, matchesPublishedFixtures } from './fixtures.ts'

matchesPublishedFixtures('breadcrumbs', (given) => (
  <Breadcrumbs
    {...common(given)}
    label={given.labelText}
    collapseOnMobile={given.collapseOnMobile}
    items={given.items.map((item: Fixture['options']) => ({
      text: content(item),
      href: item.href,
      attributes: attributes(item.attributes),
    }))}
  />
))
