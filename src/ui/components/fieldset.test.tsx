import { trusted } from '../jsx/jsx-runtime.ts'
import { Fieldset } from './fieldset.tsx'
import { attributes, content, matchesPublishedFixtures } from './fixtures.ts'

matchesPublishedFixtures('fieldset', (given) => (
  <Fieldset
    class={given.classes}
    attributes={attributes(given.attributes)}
    role={given.role}
    describedBy={given.describedBy}
    legend={content(given.legend)}
    legendClass={given.legend?.classes}
    legendIsHeading={given.legend?.isPageHeading}
  >
    {given.html && trusted(given.html)}
  </Fieldset>
))
