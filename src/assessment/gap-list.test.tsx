import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ShownPage } from '../../tests/support/page.ts'
import { editionFromJson } from '../frameworks/index.ts'
import { compilePack } from '../frameworks/pack/read.ts'
import { GapList, type GapRow } from './gap-list.tsx'
import type { Gap } from './rules.ts'

const pack = join(import.meta.dirname, '../../frameworks/mentoring-quality-framework/2022.yaml')
const { indicators } = editionFromJson(compilePack(readFileSync(pack, 'utf8'), pack))

const rows = (gap: Gap, from: number, to: number): readonly GapRow[] =>
  indicators.slice(from, to).map((indicator) => ({ indicator, gap }))
const shown = (all: readonly GapRow[], fold?: boolean) =>
  new ShownPage(
    String(
      <main>
        <GapList organisationId="o1" assessmentId="a1" rows={all} fold={fold} />
      </main>,
    ),
  )

test('nothing is asked where nothing is open', () => {
  expect(shown([]).words).toBe('')
})

test('each question is asked once, the most pressing first, with a link to every indicator it is about', () => {
  const page = shown([...rows('low-without-action', 0, 2), ...rows('not-rated', 4, 5), ...rows('low-without-action', 8, 9)])
  expect(page.words).toBe(
    'Where are you now? Not rated yet. 2.1 Mentor criteria and diversity ' +
      'Is there something you would like to do about it? No action is planned yet. ' +
      '1.1 Aims and methods 1.2 Outcomes and measures 2.5 Which mentees you support',
  )
  expect(page.links.map(({ href }) => href.split('/').at(-1))).toEqual(['2.1', '1.1', '1.2', '2.5'])
})

test('forty under one question are folded away, except where each has to be seen to', () => {
  const all = rows('not-rated', 0, 40)
  expect(shown(all).words).toContain('Not rated yet. 40 indicators 1.1')
  expect(shown(all).all('details')).toHaveLength(1)
  expect(shown(all, false).all('details')).toEqual([])
  expect(shown(all, false).links).toHaveLength(40)
  expect(shown(all.slice(0, 8)).all('details')).toEqual([])
})
