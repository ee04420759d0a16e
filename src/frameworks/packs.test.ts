// The packs themselves: ours, and the published wording where that is at hand.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Edition, Indicator } from './edition.ts'
import { faultText } from './pack/fault.ts'
import { readPack } from './pack/read.ts'
import { coreIndicators, themesForIndicator } from './rules.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const ours = `${root}frameworks/mentoring-quality-framework/2022.yaml`
const published = `${root}../shared/reference/mqf-published-wording.yaml`

function load(file: string): Edition {
  const read = readPack(readFileSync(file, 'utf8'), file)
  if (!read.ok) throw new Error(read.faults.map(faultText).join('\n'))
  return read.edition
}

const perStandard = (edition: Edition, indicators: readonly Indicator[]) =>
  edition.standards.map(({ number }) => indicators.filter(({ standard }) => standard === number).length)

/** Facts of the framework, whatever its wording. */
function expectTheFramework(edition: Edition) {
  expect(edition.id).toBe('mentoring-quality-framework')
  expect(edition.standards.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(perStandard(edition, edition.indicators)).toEqual([4, 5, 5, 4, 6, 5, 4, 7])
  expect(perStandard(edition, coreIndicators(edition))).toEqual([2, 4, 4, 1, 2, 2, 2, 3])
  expect(edition.indicators).toHaveLength(40)
  expect(coreIndicators(edition)).toHaveLength(20)
  expect(edition.ratings.map(({ id }) => id)).toEqual(['undeveloped', 'developing', 'good', 'excellent'])
  expect(edition.priorities.map(({ id }) => id)).toEqual(['highest', 'high', 'medium', 'low'])
  expect(edition.exemptions).toEqual([
    { standard: 8, heldMark: 'London Youth Quality Mark', levels: ['Bronze', 'Silver', 'Gold'], record: ['date_awarded'] },
  ])
}

describe('our pack of the Mentoring Quality Framework', () => {
  const edition = load(ours)

  test('has the framework’s standards, indicators and core indicators', () => {
    expectTheFramework(edition)
  })

  test('says where its text comes from and under what licence', () => {
    expect(edition).toMatchObject({ edition: '2022', provenance: { wording: 'adapted' }, licence: 'MIT' })
    expect(edition.errata.length).toBeGreaterThan(0)
  })

  test.each(edition.indicators.map((indicator) => [indicator.id, indicator] as const))('%s is complete', (id, indicator) => {
    expect(indicator.whyItMatters).toBeTruthy()
    expect(Object.keys(indicator.levels).toSorted()).toEqual(edition.ratings.map((rating) => rating.id).toSorted())
    expect([2, 3]).toContain(indicator.suggestedActions.length)
    expect(indicator.examples.length).toBeGreaterThan(0)
    expect(themesForIndicator(edition, id).length).toBeGreaterThan(0)
    expect(indicator.shortTitle).not.toMatch(/…$/)
  })

  test('suggests actions in the words of whoever takes them into a plan: “our”, not “your”', () => {
    // What is said to somebody else may say “you”: a question, or words in quotes.
    const said = (action: string) => action.replace(/“[^”]*”/g, '').replace(/:[^:]*\?$/, '')
    const actions = edition.indicators.flatMap(({ suggestedActions }) => suggestedActions)
    expect(actions.filter((action) => /\byou(?:r|rs)?\b/i.test(said(action)))).toEqual([])
  })

  test('has the framework’s one worked example, about feedback from mentees and those who support them', () => {
    expect(edition.workedExample).toMatchObject({ indicatorId: '6.3', byWhom: 'Mentoring manager', priority: 'medium' })
    for (const word of ['survey', 'mentees', 'support']) expect(edition.workedExample?.action).toContain(word)
  })

  test('no two indicators share a short title', () => {
    const titles = edition.indicators.map(({ shortTitle }) => shortTitle.toLowerCase())
    expect(titles.filter((title, i) => titles.indexOf(title) < i)).toEqual([])
  })

  test('asks for enhanced checks of eligible roles only', () => {
    const checks = JSON.stringify(edition.indicators.find(({ id }) => id === '2.3'))
    expect(checks).toMatch(/eligible/)
  })
})

describe.skipIf(!existsSync(published))('the published wording (skipped where ../shared/reference is not there)', () => {
  const edition = existsSync(published) ? load(published) : null
  const reference = () => {
    if (!edition) throw new Error('unreachable: skipped')
    return edition
  }

  test('loads unchanged, with every fact in place', () => {
    expectTheFramework(reference())
    expect(reference()).toMatchObject({ edition: 'published', provenance: null, themes: [] })
    expect(reference().standards.every((standard) => standard.links.length > 0)).toBe(true)
    expect(reference().indicators.find(({ id }) => id === '3.1')?.examples).toMatchObject([
      { kind: 'group', items: { length: 12 } },
    ])
  })

  test('has as many examples for each indicator as our pack', () => {
    const counts = (of: Edition) => of.indicators.map(({ id, examples }) => [id, examples.flatMap(opened).length])
    expect(counts(load(ours))).toEqual(counts(reference()))
  })

  test('is not copied: no text of ours shares more than eight words in a row with it', () => {
    const theirs = new Set(texts(reference()).flatMap(({ text }) => runs(text)))
    expect(theirs.size).toBeGreaterThan(300)
    const copied = texts(load(ours)).flatMap(({ where, text }) =>
      runs(text)
        .filter((run) => theirs.has(run) && !NAMES.some((name) => run.includes(name)))
        .map((run) => `${where}: ${run}`),
    )
    expect(copied).toEqual([])
  })
})

/** Names and fixed terms that cannot be put in other words. A run that holds one of them is not a copy. */
const NAMES: readonly string[] = []

const MOST_SHARED = 8

function texts(edition: Edition): readonly { readonly where: string; readonly text: string }[] {
  return edition.standards.flatMap((standard) => [
    { where: `aim of ${standard.number}`, text: standard.aim },
    ...standard.indicators.flatMap((indicator) => [
      { where: indicator.id, text: indicator.statement },
      ...indicator.examples.flatMap(opened).map((text) => ({ where: `example of ${indicator.id}`, text })),
    ]),
  ])
}

function opened(example: Indicator['examples'][number]): readonly string[] {
  return example.kind === 'item' ? [example.text] : [example.heading, ...example.items.map(({ text }) => text)]
}

/** Every run of one word more than may be shared. */
function runs(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []
  return words.slice(MOST_SHARED).map((_, i) => words.slice(i, i + MOST_SHARED + 1).join(' '))
}
