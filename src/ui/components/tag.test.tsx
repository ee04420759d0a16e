import { common, content, matchesPublishedFixtures } from './fixtures.ts'
import { Tag } from './tag.tsx'

matchesPublishedFixtures('tag', (given) => <Tag {...common(given)}>{content(given)}</Tag>)
