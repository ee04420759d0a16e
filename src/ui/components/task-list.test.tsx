import { common, content, type Fixture, matchesPublishedFixtures } from './fixtures.ts'
import { Tag } from './tag.tsx'
import { TaskList } from './task-list.tsx'

const task = (given: Fixture['options']) =>
  given && {
    title: content(given.title),
    href: given.href,
    hint: content(given.hint),
    status: given.status.tag ? <Tag {...common(given.status.tag)}>{content(given.status.tag)}</Tag> : content(given.status),
    cannotStartYet: given.status.classes === 'govuk-task-list__status--cannot-start-yet',
    class: given.classes,
  }

matchesPublishedFixtures(
  'task-list',
  (given) => <TaskList {...common(given)} idPrefix={given.idPrefix} items={given.items.map(task)} />,
  {
    'custom classes': 'titles and statuses are plain',
  },
)
