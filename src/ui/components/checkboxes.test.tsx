import { Checkboxes } from './checkboxes.tsx'
import { choice, group, matchesPublishedFixtures } from './fixtures.ts'

matchesPublishedFixtures('checkboxes', (given) => (
  <Checkboxes {...group(given)} values={given.values} items={(given.items ?? []).map(choice)} />
))
