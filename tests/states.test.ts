import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fateOf } from '../src/accounts/closing/rules.ts'
import { mayBeLetIn, mayLeaveFiles } from '../src/accounts/confirming/rules.ts'
import { signUpLinkState, signUpWay } from '../src/accounts/sign-up/rules.ts'
import { type Answer, EMPTY, LESS_RELEVANT, unanswered } from '../src/assessment/answer.ts'
import { merge } from '../src/assessment/merge.ts'
import {
  answerState,
  canBe,
  type Deed,
  exemptionHolds,
  gapsOf,
  type IndicatorState,
  indicatorState,
  indicatorsInScope,
  mayAskAboutMark,
  type Scope,
  setAside,
  stageOf,
  standardState,
  standardsProgress,
} from '../src/assessment/rules.ts'
import { wordingState } from '../src/assessment/wording/rules.ts'
import { editionFromJson } from '../src/frameworks/index.ts'
import { compilePack } from '../src/frameworks/pack/read.ts'
import { actionState, headingOf } from '../src/plan/rules.ts'
import { tableIn } from './support/tables-in-docs.ts'

/** docs/states.md, put to the rules row by row. */

const root = join(import.meta.dirname, '..')
const pack = join(root, 'frameworks/mentoring-quality-framework/2022.yaml')
const edition = editionFromJson(compilePack(readFileSync(pack, 'utf8'), pack))

const table = (heading: string) => tableIn('docs/states.md', heading)

/** A dash stands for either. */
const either = (cell: string | undefined) => (cell === '—' ? [true, false] : [cell === 'yes'])

function answer(row: Readonly<Record<string, string>>, reason: boolean, written: boolean, skipped = false): Answer {
  const rating =
    row.rating === 'none' || row.rating === '—' ? '' : row.rating === 'less-relevant' ? LESS_RELEVANT : (row.rating ?? '')
  const values = {
    ...EMPTY,
    rating,
    lessRelevantReason: reason ? 'We mentor in groups.' : '',
    evidence: written ? 'Our handbook.' : '',
  }
  return { ...unanswered('1.1'), revision: 1, values, skipped }
}

describe('an indicator', () => {
  const rows = table('An indicator')
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(5))
  test.each(rows)('$exempt, $rating, $["reason given"], $["put off"] is $state', (row) => {
    for (const reason of either(row['reason given'])) {
      for (const off of either(row['put off'])) {
        for (const written of either(row['anything written or ticked'])) {
          expect(indicatorState(answerState(answer(row, reason, written, off)), row.exempt === 'yes')).toBe(row.state)
        }
      }
    }
  })
})

describe('a standard', () => {
  const rows = table('A standard')
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(5))
  test.each(rows)('$["its indicators"] is $state', (row) => {
    expect(standardState((row['its indicators'] ?? '').split(', ') as IndicatorState[])).toBe(row.state)
  })
})

describe('an exemption', () => {
  const rows = table('An exemption')
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(3))
  test.each(rows)('awarded $["awarded on"], expires $["expires on"]: $holds', (row) => {
    const expiresOn = row['expires on'] === 'never' ? null : (row['expires on'] ?? null)
    const mark = { standard: 8, mark: 'Mark', level: 'Silver', awardedOn: row['awarded on'] ?? '', expiresOn }
    expect(exemptionHolds(mark, '2026-03-04')).toBe(row.holds === 'yes')
  })
})

describe('a mark to ask about', () => {
  const rows = table('A mark to ask about')
  const [standard] = edition.standards
  const [indicator] = edition.indicators
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(5))
  test.each(rows)('$["its indicators"], $["a mark recorded"]: $asked', (row) => {
    if (!standard || !indicator) throw new Error('an edition without indicators')
    const states = (row['its indicators'] ?? '').split(', ') as IndicatorState[]
    const progress = {
      standard,
      indicators: states.map((state) => ({ indicator, state })),
      state: standardState(states),
      answered: 0,
    }
    const mark = { standard: standard.number, mark: 'Mark', level: 'Silver', awardedOn: '2020-01-01', expiresOn: '2021-01-01' }
    const recorded = row['a mark recorded'] === 'no' ? [] : [mark]
    expect(mayAskAboutMark(progress, recorded)).toBe(row.asked === 'yes')
    // One for another standard says nothing of this one.
    expect(mayAskAboutMark(progress, [{ ...mark, standard: 99 }])).toBe(states.every((state) => state === 'not-started'))
  })
})

describe('a gap', () => {
  const rows = table('A gap')
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(7))
  test.each(rows)('$rating: $gaps', (row) => {
    const around = {
      evidence: row['evidence shown'] === 'yes' ? 1 : 0,
      actions: row['actions planned'] === 'yes' ? 1 : 0,
      unsettled: row['two versions waiting'] === 'yes' ? 1 : 0,
    }
    const gaps = gapsOf(edition, answer(row, row['reason given'] === 'yes', false), row.exempt === 'yes', around)
    expect(gaps.join(', ') || 'none').toBe(row.gaps)
  })
})

describe('an assessment', () => {
  const rows = table('An assessment')
  const deeds: Readonly<Record<string, Deed>> = {
    'answered, marks': 'answer',
    described: 'describe',
    'scope changed': 'change-scope',
    completed: 'complete',
    corrected: 'correct',
    discarded: 'discard',
    'gone on from': 'go-on',
  }
  test('the table has rows', () => expect(rows.length).toBe(3))
  test.each(rows)('$status, $["completed before"] is $stage', (row) => {
    const completion = row['completed before'] === 'yes' ? {} : null
    const stage = stageOf({ status: row.status as 'in-progress' | 'complete', completion })
    expect(stage).toBe(row.stage)
    for (const [heading, deed] of Object.entries(deeds))
      expect([heading, canBe(stage, deed)]).toEqual([heading, row[heading]?.startsWith('yes')])
  })
})

describe('a scope', () => {
  const rows = table('A scope')
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(4))
  test.each(rows)('$scope, $core, $begun', (row) => {
    const scope = row.scope as Scope
    for (const begun of either(row.begun)) {
      for (const indicator of edition.indicators.filter(({ core }) => core === (row.core === 'yes'))) {
        const said = { ...unanswered(indicator.id), values: { ...EMPTY, rating: begun ? 'good' : '' } }
        const aside = setAside(edition, scope, (id) => (id === indicator.id ? said : unanswered(id)))
        expect(indicatorsInScope(edition, scope).includes(indicator)).toBe(row['gone through'] === 'yes')
        expect(aside.includes(indicator)).toBe(row['set aside'] === 'yes')
        const standards = standardsProgress({
          edition,
          scope,
          states: new Map([[indicator.id, answerState(said)]]),
          exempt: new Set(),
        })
        const counted = standards.flatMap((each) => each.indicators).some((each) => each.indicator === indicator)
        expect(counted).toBe(row['gone through'] === 'yes')
      }
    }
  })
})

describe('newer words of the framework', () => {
  const rows = table('Newer words of the framework')
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(4))
  test.each(rows)('$completed, $["newer words"], $["mean the same"], $["kept the old ones"]: $shown', (row) => {
    for (const completed of either(row.completed))
      for (const newer of either(row['newer words']))
        for (const meanTheSame of either(row['mean the same']))
          for (const declined of either(row['kept the old ones']))
            expect(wordingState({ completed, newer, meanTheSame, declined })).toBe(row.shown)
  })
})

describe('a save of one field', () => {
  const rows = table('A save of one field')
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(4))
  test.each(rows)('$["at the revision the person saw"] $["stands now"] $sent: $outcome', (row) => {
    const value = (name: string) => ({ ...EMPTY, evidence: row[name] ?? '' })
    const { accepted, conflicts } = merge(value('at the revision the person saw'), value('stands now'), {
      evidence: row.sent ?? '',
    })
    const outcome = conflicts.length > 0 ? 'both kept' : 'evidence' in accepted ? 'accepted' : 'nothing'
    expect(outcome).toBe(row.outcome)
  })
})

describe('signing up', () => {
  const rows = table('Signing up')
  test('the table has rows', () => expect(rows.length).toBe(2))
  test.each(rows)('$["mail is set up"]: $way', (row) => {
    expect(signUpWay({ mailIsSetUp: row['mail is set up'] === 'yes' })).toBe(row.way)
  })
})

describe('a link to sign up', () => {
  const rows = table('A link to sign up')
  const sentAt = '2026-03-04T10:00:00.000Z'
  const DAY = 24 * 60 * 60 * 1000
  const ages: Readonly<Record<string, readonly number[]>> = { 'under a day ago': [0, DAY - 1], 'a day ago': [DAY, 6 * DAY] }
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(2))
  test.each(rows)('$["its address has an account"], $sent: $state', (row) => {
    for (const hasAccount of either(row['its address has an account']))
      for (const age of row.sent === '—' ? Object.values(ages).flat() : (ages[row.sent ?? ''] ?? [Number.NaN]))
        expect(signUpLinkState({ sentAt, hasAccount }, Date.parse(sentAt) + age)).toBe(row.state)
  })
})

describe('an address', () => {
  const rows = table('An address')
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(3))
  test.each(rows)('$confirmed, $["mail is set up"], $["only this machine is served"]', (row) => {
    for (const mailIsSetUp of either(row['mail is set up'])) {
      for (const onlyThisMachine of either(row['only this machine is served'])) {
        const facts = { confirmed: row.confirmed === 'yes', mailIsSetUp, onlyThisMachine }
        expect(mayLeaveFiles(facts)).toBe(row['may leave files'] === 'yes')
        expect(mayBeLetIn(facts)).toBe(row['may be let in'] === 'yes')
      }
    }
  })
})

describe('an organisation when one of its people closes their account', () => {
  const rows = table('An organisation when one of its people closes their account')
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(5))
  test.each(rows)('$role, $["people in it"], $owners: $becomes', (row) => {
    const standing = { role: row.role ?? '', members: Number(row['people in it']), owners: Number(row.owners) }
    expect(fateOf(standing)).toBe(row.becomes)
  })
})

describe('a development action', () => {
  const rows = table('A development action')
  const days = (cell: string | undefined) =>
    cell === '—' ? ['2026-03-03', '2026-03-10', '2027-03-04', null] : [cell === 'none' ? null : (cell ?? null)]
  const names = (cell: string | undefined) => (cell === '—' ? ['Sam', ''] : [cell === 'somebody' ? 'Sam' : ''])
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(6))
  test.each(rows)('$["completed on"], $["by when"], $["by whom"]: $state', (row) => {
    const [completedOn = null] = days(row['completed on'])
    for (const byWhen of days(row['by when'])) {
      for (const byWhom of names(row['by whom']))
        expect(actionState({ completedOn, byWhen, byWhom }, '2026-03-04')).toBe(row.state)
    }
  })
})

describe('what an action stands under', () => {
  const rows = table('What an action stands under')
  const values = (cell: string | undefined, all: readonly (string | null)[]) =>
    cell === '—' ? all : [cell === 'none' ? null : (cell ?? null)]
  test('the table has rows', () => expect(rows.length).toBeGreaterThan(5))
  test.each(rows)('$["completed on"], $["by when"], $priority', (row) => {
    const [completedOn = null] = values(row['completed on'], [])
    for (const byWhen of values(row['by when'], ['2026-03-03', '2027-03-04', null])) {
      for (const priority of values(row.priority, ['high', null])) {
        const action = { id: 'a', indicatorId: '6.3', byWhom: '', position: 1, completedOn, byWhen, priority }
        const under = (order: 'pressing' | 'date') => {
          const heading = headingOf(action, order, edition, '2026-03-04')
          if (heading.kind !== 'priority') return heading.kind
          return heading.place === null ? 'none' : edition.priorities[heading.place]?.id
        }
        expect([under('pressing'), under('date')]).toEqual([row['most pressing first'], row['by due date']])
      }
    }
  })
})
