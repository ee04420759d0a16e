import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editionFromJson } from './pack/compiled.ts'
import { compilePack } from './pack/read.ts'
import { correctionsSince } from './rules.ts'
import { meanTheSame, textChanges } from './wording.ts'

const text = readFileSync(new URL('fixtures/everything.yaml', import.meta.url), 'utf8')
const edition = (yaml: string) => editionFromJson(compilePack(yaml, 'pack.yaml'))
const before = edition(text)
const after = (from: string | RegExp, to: string) => {
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return edition(changed)
}

test.each<[string, string | RegExp, string, string, string | null, string | null]>([
  ['a rating’s name', 'label: Steady', 'label: Usual', 'Rating “steady”', 'Steady', 'Usual'],
  [
    'a standard’s aim',
    'Nobody reads alone unless they want to.',
    'Nobody reads alone.',
    'Standard 4: its aim',
    'Nobody reads alone unless they want to.',
    'Nobody reads alone.',
  ],
  ['an example', 'Picture books,', 'Comics,', 'Indicator 1.1: example 2.1', 'Picture books', 'Comics'],
  [
    'a level',
    'Adults hand out the books.',
    'Adults choose.',
    'Indicator 1.1: starting out looks like this',
    'Adults hand out the books.',
    'Adults choose.',
  ],
  [
    'a text that goes',
    / {8}why_it_matters:.*\n/,
    '',
    'Indicator 1.1: why it matters',
    'A book somebody else picked stays in the bag.',
    null,
  ],
  [
    'a suggestion that comes',
    '[Lower two shelves,',
    '[Ask, Lower two shelves,',
    'Indicator 1.1: suggested action 3',
    null,
    'Ask five children what is missing',
  ],
])('%s is found where it reads differently', (_, from, to, where, old, now) => {
  expect(textChanges(before, after(from, to))).toContainEqual({ where, before: old, after: now })
})

test('what nobody reads as the framework’s words is no change of wording', () => {
  expect(textChanges(before, after('licence: MIT', 'licence: CC0'))).toEqual([])
})

test('words that mean the same may be taken; others may not', () => {
  expect(meanTheSame(before, after('A volunteer reads', 'Somebody reads'))).toBe(true)
  expect(meanTheSame(before, after('core: false', 'core: true'))).toBe(false)
  expect(meanTheSame(before, after('[Picture books, Books in home languages]', '[Books in home languages, Picture books]'))).toBe(
    false,
  )
})

test('only corrections that have come since are told', () => {
  const newer = after('corrections:\n', 'corrections:\n  - { date: 2026-04-01, where: "4.1", change: A word. }\n')
  expect(correctionsSince(before, newer).map(({ where }) => where)).toEqual(['4.1'])
  expect(correctionsSince(newer, before)).toEqual([])
})
