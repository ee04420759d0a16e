import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ShownPage } from '../../tests/support/page.ts'
import { editionFromJson } from '../frameworks/index.ts'
import { compilePack } from '../frameworks/pack/read.ts'
import type { Child } from '../ui/index.ts'
import type { List } from './came-from.ts'
import { type GapRow, ToDoList, WorthALook } from './gap-list.tsx'
import type { Gap } from './rules.ts'

const pack = join(import.meta.dirname, '../../frameworks/mentoring-quality-framework/2022.yaml')
const edition = editionFromJson(compilePack(readFileSync(pack, 'utf8'), pack))
const { indicators } = edition

const rows = <Kind extends Gap>(gap: Kind, from: number, to: number): readonly GapRow<Kind>[] =>
  indicators.slice(from, to).map((indicator) => ({ indicator, gap }))
const at = (list: List | null) => ({ organisationId: 'o1', assessmentId: 'a1', list })
const shown = (part: Child) => new ShownPage(String(<main>{part}</main>))

describe('what needs an answer', () => {
  const toDo = (all: Parameters<typeof ToDoList>[0]['rows'], list: List | null = 'complete', fold = false) =>
    shown(<ToDoList {...at(list)} edition={edition} rows={all} fold={fold} />)

  test('is nothing where nothing is open', () => {
    expect(toDo([]).words).toBe('')
  })

  test('is counted, and listed by standard, each indicator once with what to do there', () => {
    const page = toDo([...rows('needs-reason', 0, 1), ...rows('not-rated', 4, 6), ...rows('two-versions', 5, 6)])
    expect(page.words).toBe(
      '4 things need an answer ' +
        '1. Programme design and development 1.1 Aims and methods Say why it is less relevant ' +
        '2. Recruitment, selection and screening of mentors and mentees ' +
        '2.1 Mentor criteria and diversity Choose a rating ' +
        '2.2 Mentor interviews Choose a rating. Choose between two versions of the same words',
    )
  })

  test('one thing is one thing', () => {
    expect(toDo(rows('not-rated', 0, 1)).words).toMatch(/^1 thing needs an answer/)
  })

  test('each leads to its indicator, which knows where one came from, and has a row to come back to', () => {
    const page = toDo(rows('not-rated', 4, 5))
    expect(page.links.map(({ href }) => href)).toEqual(['/organisations/o1/assessments/a1/indicators/2.1?from=complete'])
    expect(page.byId('open-2-1')?.tag).toBe('li')
    // On a standard's page one comes back to its answers.
    const standard = toDo(rows('not-rated', 4, 5), 'standard')
    expect(standard.links[0]?.href).toMatch(/from=standard$/)
    expect(standard.byId('answer-2-1')).toBeNull()
  })

  test('forty are listed where they are to be worked through, and folded where the page is for something else', () => {
    const all = rows('not-rated', 0, 40)
    expect(toDo(all).all('details')).toEqual([])
    expect(toDo(all).links).toHaveLength(40)
    expect(toDo(all, 'look-over-list', true).all('details')).toHaveLength(1)
    expect(toDo(all.slice(0, 8), 'look-over-list', true).all('details')).toEqual([])
  })
})

describe('what is worth a look', () => {
  const worth = (all: Parameters<typeof WorthALook>[0]['rows'], fold = false) =>
    shown(<WorthALook {...at('complete-also')} rows={all} fold={fold} />)

  test('is nothing where there is none', () => {
    expect(worth([]).words).toBe('')
  })

  test('may be left; each question is asked once, with a link to every indicator it is about', () => {
    const page = worth([
      ...rows('low-without-action', 0, 2),
      ...rows('high-without-evidence', 4, 5),
      ...rows('low-without-action', 8, 9),
    ])
    expect(page.words).toBe(
      '4 indicators are worth another look. You can leave them. ' +
        'Is there something you would like to do about it? No action is planned yet. ' +
        '1.1 Aims and methods 1.2 Outcomes and measures 2.5 Which mentees you support ' +
        'What would show it to someone else? No evidence is recorded yet. 2.1 Mentor criteria and diversity',
    )
    expect(page.links.map(({ href }) => href.split('/').at(-1))).toEqual([
      '1.1?from=complete-also',
      '1.2?from=complete-also',
      '2.5?from=complete-also',
      '2.1?from=complete-also',
    ])
    expect(worth(rows('low-without-action', 0, 1)).words).toMatch(/^1 indicator is worth another look. You can leave it./)
  })

  test('is folded when long, and where something else comes first, with the count in sight', () => {
    const nine = worth(rows('low-without-action', 0, 9))
    expect(nine.all('details')).toHaveLength(1)
    expect(nine.all('summary')[0]?.inner).toContain('9 indicators are worth another look. You can leave them.')
    expect(worth(rows('low-without-action', 0, 8)).all('details')).toEqual([])
    expect(worth(rows('low-without-action', 0, 1), true).all('details')).toHaveLength(1)
  })
})
