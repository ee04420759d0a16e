import { choice, group, matchesPublishedFixtures } from './fixtures.ts'
import { Radios } from './radios.tsx'

matchesPublishedFixtures('radios', (given) => (
  <Radios {...group(given)} value={given.value} items={(given.items ?? []).map(choice)} />
))
