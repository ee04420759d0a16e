import { attributes, field, matchesPublishedFixtures } from './fixtures.ts'
import { Select, type SelectItem } from './select.tsx'

// biome-ignore lint/suspicious/noExplicitAny: published options
const item = (given: any): SelectItem | null =>
  given && {
    text: given.text,
    value: given.value === undefined ? undefined : typeof given.value === 'boolean' ? String(given.value) : given.value,
    selected: given.selected,
    disabled: given.disabled,
    attributes: attributes(given.attributes),
  }

matchesPublishedFixtures('select', (given) => (
  <Select {...field(given)} value={given.value} disabled={given.disabled} items={(given.items ?? []).map(item)} />
))
