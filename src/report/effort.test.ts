import { describe, expect, it } from 'vitest'
import { effortFor, effortOf, longestPlaces, MOST_EFFORT } from './effort.ts'
import { completeRecord, inventedEdition, WORST_TEXTS, worstRecord } from './testing.ts'

const edition = inventedEdition()
const effort = (text: string) => effortFor('report', worstRecord(edition, text))

describe('what can be made', () => {
  it('is what organisations write, many times over', () => {
    expect(effortFor('report', completeRecord(edition))).toBeLessThan(MOST_EFFORT / 20)
  })

  it('and every answer as long as it may be, in ordinary words', () => {
    const english =
      'Our mentor handbook covers this in section four. It was reviewed in September by the manager and our trustee for children, and every mentor signs to say they have read it. '
    expect(effort(english.repeat(Math.floor(20_000 / english.length)))).toBeLessThan(MOST_EFFORT)
  })

  it.each([
    ['short lines', 20_000],
    ['marks in the wrong order', 20_000],
    ['no font has', 20_000],
    ['words that turn', 20_000],
  ])('but not forty answers of nothing but %s', (name, length) => {
    expect(effort(WORST_TEXTS[name]?.(length) ?? '')).toBeGreaterThan(MOST_EFFORT)
  })

  it('nor a character that no font has, whatever range it lies in', () => {
    expect(effortOf('\u0378'.repeat(100)).effort).toBeGreaterThan(effortOf('α'.repeat(100)).effort * 5)
  })

  it('nor thousands of actions and links', () => {
    const record = completeRecord(edition)
    const [action] = record.actions
    const actions = Array.from({ length: 10_000 }, () => ({ ...action, action: 'Ask' }) as (typeof record.actions)[number])
    expect(effortFor('plan', { ...record, actions })).toBeGreaterThan(MOST_EFFORT)
    const items = Array.from({ length: 100 }, () => ({ kind: 'link', title: 'It', url: 'https://example.org/a' }) as const)
    const answers = record.answers.map((answer) => ({ ...answer, items }))
    expect(effortFor('report', { ...record, answers })).toBeGreaterThan(MOST_EFFORT)
  })
})

it('names the places that take most, with what is in them', () => {
  const record = completeRecord(edition)
  const answers = record.answers.map((answer, place) => (place === 7 ? { ...answer, evidence: 'a\nb\n'.repeat(500) } : answer))
  expect(longestPlaces('report', { ...record, answers })[0]).toMatchObject({
    where: { kind: 'evidence', indicatorId: '2.3' },
    characters: 2000,
    lines: 1001,
  })
})
