import { attributes, common, content, type Fixture, matchesPublishedFixtures } from './fixtures.ts'
import { Table } from './table.tsx'

const cell = (given: Fixture['options']) => ({
  content: content(given),
  numeric: given.format === 'numeric',
  class: given.classes,
  colspan: given.colspan,
  rowspan: given.rowspan,
  attributes: attributes(given.attributes),
})

matchesPublishedFixtures('table', (given) => (
  <Table
    {...common(given)}
    caption={given.caption}
    captionSize={given.captionClasses && 'm'}
    head={given.head?.map(cell)}
    rows={given.rows.map((row: Fixture['options'][]) => (row ? row.map(cell) : null))}
    firstCellIsHeader={given.firstCellIsHeader}
  />
))
