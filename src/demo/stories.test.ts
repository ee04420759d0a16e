import { describe, expect, test } from 'vitest'
import { LONGEST as EVIDENCE } from '../evidence/rules.ts'
import { LONGEST as PLAN } from '../plan/rules.ts'
import { asWritten, Calendar } from './calendar.ts'
import { compassRow } from './stories/compass-row.ts'
import { quaggyBridge } from './stories/quaggy-bridge.ts'
import { tallowStreet } from './stories/tallow-street.ts'
import type { AnswerStory } from './story.ts'

const stories = [quaggyBridge, compassRow, tallowStreet]
const answers = stories.flatMap(({ assessments }) =>
  assessments.flatMap(({ answers, correction }): readonly AnswerStory[] => [
    ...Object.values(answers),
    ...Object.values(correction?.answers ?? {}),
  ]),
)
const planned = answers.flatMap(({ will }) => will ?? [])

describe('what the stories say', () => {
  test('no sentence is written twice', () => {
    const sentences = stories.flatMap(({ assessments }) =>
      assessments
        .flatMap(({ answers }) => Object.values(answers))
        .flatMap(({ says, because }) => sentencesOf(`${says} ${because ?? ''}`)),
    )
    expect(sentences.length).toBeGreaterThan(300)
    expect(sentences.filter((each, place) => sentences.indexOf(each) !== place)).toEqual([])
  })

  test('answers are of very different lengths', () => {
    const lengths = answers.map(({ says }) => says.length).sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 10)]).toBeLessThan(100)
    expect(lengths.at(-1)).toBeGreaterThan(350)
  })

  test('everything fits the fields that a person would type it into', () => {
    for (const { what, who, done } of planned) {
      expect(what.length).toBeLessThanOrEqual(PLAN.action)
      expect(who.length).toBeLessThanOrEqual(PLAN.byWhom)
      expect(done?.changed.length ?? 0).toBeLessThanOrEqual(PLAN.whatChanged)
    }
    for (const shown of answers.flatMap(({ shows }) => shows ?? []))
      if ('title' in shown) expect(shown.title.length).toBeLessThanOrEqual(EVIDENCE.title)
    for (const { programme, completed, correction } of stories.flatMap(({ assessments }) => assessments)) {
      expect(programme?.length ?? 0).toBeLessThanOrEqual(120)
      expect(completed?.reviewedBy.length ?? 0).toBeLessThanOrEqual(120)
      expect(correction?.reason.length ?? 0).toBeLessThanOrEqual(1000)
    }
  })

  test('addresses are ones that nobody can own', () => {
    const addresses = [
      ...stories.flatMap(({ people }) => people.map(({ email }) => email.split('@')[1] ?? '')),
      ...answers.flatMap(({ shows }) => shows ?? []).flatMap((shown) => ('link' in shown ? [new URL(shown.link).hostname] : [])),
    ]
    expect(addresses.filter((host) => !host.endsWith('.example'))).toEqual([])
  })
})

describe('dates', () => {
  const moment = new Date('2026-01-31T10:00:00Z')

  test.each([
    ['{3 months ago}', 'October 2025'],
    ['{1 month ago}', 'December 2025'],
    ['{in 1 month}', 'February 2026'],
    ['{in 2 months}', 'March 2026'],
    ['in {this year}, not {last year} or {next year}', 'in 2026, not 2025 or 2027'],
    ['no braces', 'no braces'],
  ])('%s, on the last of January, reads %s', (text, words) => expect(asWritten(text, moment)).toBe(words))

  test.each(['{soon}', '{2 months}', '{in 2 months ago}', '{}'])('%s is a slip of the pen', (text) =>
    expect(() => asWritten(text, moment)).toThrow('means nothing'),
  )

  test('days are counted from today, over a leap day and a change of clocks', () => {
    expect(new Calendar('2028-03-01').day(-1)).toBe('2028-02-29')
    expect(new Calendar('2026-04-01').day(-366)).toBe('2025-03-31')
    expect(new Calendar('2026-03-30').at(-1, 90).toISOString()).toBe('2026-03-29T11:30:00.000Z')
  })
})

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.?!”])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 12)
}
