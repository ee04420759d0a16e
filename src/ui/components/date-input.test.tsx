import { DateInput, type DatePart } from './date-input.tsx'
import { group, matchesPublishedFixtures } from './fixtures.ts'

const PARTS: readonly DatePart[] = ['day', 'month', 'year']

matchesPublishedFixtures(
  'date-input',
  (given) => {
    const name = given.namePrefix ?? ''
    // Published options describe each part under its name, in a list, or both.
    const listed = given.items?.length ? given.items : undefined
    // biome-ignore lint/suspicious/noExplicitAny: published options
    const about = (part: DatePart): any => ({ ...given[part], ...listed?.find((item: { name: string }) => item.name === part) })
    const parts = PARTS.filter((part) =>
      listed ? listed.some((item: { name: string }) => item.name === part) : given[part] !== false,
    )
    const marked = parts.filter((part) => about(part).error || about(part).classes?.includes('govuk-input--error'))
    const cleared = parts.filter((part) => about(part).error === false)
    const errorIn = marked.length > 0 ? marked : cleared.length > 0 ? parts.filter((part) => !cleared.includes(part)) : undefined
    const value = (part: DatePart) => about(part).value ?? given.values?.[name ? `${name}-${part}` : part]
    return (
      <DateInput
        {...group(given)}
        name={name}
        id={given.id}
        parts={parts}
        value={{ day: value('day'), month: value('month'), year: value('year') }}
        errorIn={errorIn}
        labels={{ day: about('day').label, month: about('month').label, year: about('year').label }}
        autocomplete={about('day').autocomplete && 'bday'}
      />
    )
  },
  {
    'with values, name prefix and custom names': 'the three fields have one name with three endings',
    'with nested name': 'the three fields have one name with three endings',
    'custom pattern': 'the fields take digits',
    'custom inputmode': 'the fields take digits',
    'with id on items': 'ids come from the name',
    'with item value': 'ids come from the name',
    'with field value and items': 'ids come from the name',
    'with field value and item value': 'ids come from the name',
    'with field value, item value and values': 'ids come from the name',
    'items with classes': 'the fields are plain',
    'with input attributes': 'the fields are plain',
  },
)
