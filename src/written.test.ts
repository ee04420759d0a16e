import { expect, test } from 'vitest'
import { KEPT_FIELD } from './accounts/index.ts'
import { newId } from './platform/index.ts'
import { written } from './written.ts'

const shown = (entries: readonly (readonly [string, string])[]) => written(entries).map(({ label, value }) => [label, value])

test('what was typed or chosen is shown however short it is', () => {
  expect(
    shown([
      ['evidence', 'No'],
      ['new-byWhom', 'Amy'],
      ['idea-0-byWhom', 'Noor'],
      ['new-byWhen-day', '4'],
      ['new-byWhen-month', '3'],
      ['new-byWhen-year', '2027'],
      ['rating', 'less-relevant'],
      ['new-priority', 'high'],
      ['models', 'peer'],
      ['models', 'online'],
      ['mentorsPerYear', '11-25'],
      ['notes', '李'],
    ]),
  ).toEqual([
    ['Evidence', 'No'],
    ['By whom', 'Amy'],
    ['By whom', 'Noor'],
    ['By when', '4 3 2027'],
    ['Rating', 'Less relevant'],
    ['Priority', 'High'],
    ['Models', 'Peer\nOnline'],
    ['Mentors per year', '11-25'],
    ['Notes', '李'],
  ])
})

test('what a form carries along is not, nor any secret', () => {
  const id = newId()
  expect(
    shown([
      ['token', 'x'.repeat(43)],
      ['passphrase', 'otter bicycle lantern plum'],
      ['passphraseNow', 'otter'],
      ['passphraseLink', 'abcdefghijklm'],
      ['id', id],
      ['new-id', id],
      ['organisation', id],
      ['basedOn', '3'],
      ['revision', '3'],
      ['whole', 'yes'],
      ['stands', 'What a colleague wrote'],
      ['do', 'add-action'],
      ['fields', 'evidence'],
      ['examples', 'a1'],
      ['view-order', 'date'],
      ['next', '/organisations/1'],
      ['notes', ' \n'],
      [`name-${id}`, 'Amy'],
    ]),
  ).toEqual([['Name', 'Amy']])
})

test('what was carried through a sign-in comes out again', () => {
  const fields = [
    ['evidence', 'No'],
    ['basedOn', '3'],
    ['passphrase', 'otter bicycle lantern plum'],
  ]
  const kept = JSON.stringify({ address: '/organisations/1', page: '', fields, files: [] })
  expect(shown([[KEPT_FIELD, kept]])).toEqual([['Evidence', 'No']])
  expect(shown([[KEPT_FIELD, 'made up']])).toEqual([])
})
