import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { editionFromJson } from './pack/compiled.ts'
import { compilePack } from './pack/read.ts'
import { movedMeanings, structuralChanges } from './structure.ts'

const text = readFileSync(new URL('fixtures/everything.yaml', import.meta.url), 'utf8')
const edition = (yaml: string) => editionFromJson(compilePack(yaml, 'pack.yaml'))

test.each([
  ['a statement in other words', 'A volunteer reads with each child.', 'Each child has somebody to read with.', []],
  ['another name for a rating', 'label: Steady', 'label: Usual', []],
  ['another theme', '- { id: rota, title: Rota, indicators: ["4.1"] }', '', []],
  ['a rating that goes', / {2}- \{ id: thriving.*\n| {10}thriving: .*\n/g, '', ['The ratings differ: thriving would go.']],
  [
    'a rating under another id',
    /\bsteady:?(?=,|: )/g,
    (id: string) => id.replace('steady', 'usual'),
    ['The ratings differ: steady would go; usual would be new.'],
  ],
  [
    'ratings in another order',
    /( {2}- \{ id: starting.*\n)( {2}- \{ id: steady.*\n)/,
    '$2$1',
    ['The ratings are in another order.'],
  ],
  ['a priority that goes', / {2}- \{ id: later.*\n/, '', ['The priorities differ: later would go.']],
  ['an indicator under another id', 'id: "1.2"', 'id: "1.3"', ['The indicators differ: 1.2 would go; 1.3 would be new.']],
  ['another core flag', 'core: false', 'core: true', ['Indicator 1.2 becomes core.']],
  [
    'another example',
    'Books in home languages',
    'Books in home languages, Comics',
    ["The places of Indicator 1.1's examples differ: 2.3 would be new."],
  ],
  ['a mark that no longer counts', /exemptions:\n.*\n/, '', ['The standards a quality mark stands in for differ: 4 would go.']],
] as const)('%s', (_, from, to, changes) => {
  const changed = text.replace(from, to as string)
  expect(changed).not.toBe(text)
  expect(structuralChanges(edition(text), edition(changed))).toEqual(changes)
})

describe('newer words for the same things', () => {
  test.each([
    ['in other words', 'Photograph of the shelves', 'A picture that shows low shelves'],
    ['mended by a word', 'Picture books', 'Many picture books'],
    [
      'with two statements that share many words',
      'Volunteers ask each child what they liked.',
      'Volunteers read with each child.',
    ],
  ])('%s, mean the same', (_, from, to) => {
    expect(movedMeanings(edition(text), edition(text.replace(from, to)))).toEqual([])
  })

  test.each([
    [
      'examples that changed places',
      [['[Picture books, Books in home languages]', '[Books in home languages, Picture books]']],
      'The examples of indicator 1.1 have changed places: 2.1, 2.2.',
    ],
    [
      'an example that moved and was mended',
      [
        ['Photograph of the shelves', 'Books for every age'],
        ['Picture books,', 'A photograph of the shelves,'],
      ],
      'The examples of indicator 1.1 have changed places: 2.1.',
    ],
    [
      'a rating by the name of another',
      [
        ['label: Starting out', 'label: Steady'],
        ['id: steady, label: Steady', 'id: steady, label: Starting out'],
      ],
      'The ratings have changed places: starting, steady.',
    ],
    [
      'statements that changed places',
      [
        ['Children choose their own books from shelves they can reach.', 'Volunteers ask each child what they like.'],
        ['Volunteers ask each child what they liked.', 'Children choose their own books.'],
      ],
      'The indicators of standard 1 have changed places: 1.1, 1.2.',
    ],
    [
      'another mark',
      [['Good Library Badge', 'Better Library Badge']],
      'What a quality mark stands in for is described in another way.',
    ],
  ] as const)('%s do not', (_, changes, reason) => {
    const changed = changes.reduce((so, [from, to]) => so.replace(from, to), text)
    expect(structuralChanges(edition(text), edition(changed))).toEqual([])
    expect(movedMeanings(edition(text), edition(changed))).toEqual([reason])
  })
})
