import { common, content, type Fixture, matchesPublishedFixtures } from './fixtures.ts'
import { SummaryList } from './summary-list.tsx'

type Given = Fixture['options']

const action = (given: Given) => ({
  ...common(given),
  text: content(given),
  href: given.href,
  hiddenText: given.visuallyHiddenText,
})
const row = (given: Given) =>
  given && {
    key: content(given.key),
    value: content(given.value),
    actions: given.actions?.items?.map(action),
    class: given.classes,
  }

matchesPublishedFixtures(
  'summary-list',
  (given) => (
    <SummaryList
      {...common(given)}
      rows={given.rows.map(row)}
      card={
        given.card && {
          ...common(given.card),
          title: content(given.card.title),
          headingLevel: given.card.title?.headingLevel,
          actions: given.card.actions?.items?.map(action),
        }
      }
    />
  ),
  {
    'key with classes': 'keys are plain',
    'overridden-widths': 'columns have one width',
    'actions with classes': 'the cell of actions is plain',
  },
)
