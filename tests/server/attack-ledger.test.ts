import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Ledger } from '../attack/ledger.ts'
import { type At, autosave, startAssessment } from '../support/assessments.ts'
import { type MemberPersona, signUpOwner } from '../support/personas.ts'
import { createWorld, type World } from '../support/world.ts'

/** The attacks' own look at what was acknowledged: it must see what is missing. */

let world: World
let owner: MemberPersona
let at: At
let ledger: Ledger

beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  const email = `${Math.random().toString(36).slice(2)}@riverbank.example`
  owner = await signUpOwner(world, { name: 'Alice Okafor', email }, 'Riverbank Mentoring')
  at = await startAssessment(owner)
  ledger = new Ledger()
  await save('1.1', 0, 'What we do.')
  await save('1.1', 1, 'What we do, and how we know.')
  await save('2.1', 0, 'Another answer.')
})

const check = () => ledger.check(world.services.db)
const change = (statement: RawBuilder<unknown>) => world.services.db.housekeep(async (tx) => statement.execute(tx))

async function save(indicator: string, basedOn: number, words: string): Promise<void> {
  const { said } = await autosave(owner.browser, at, indicator, basedOn, { evidence: words })
  ledger.add({ ...at, indicator, revision: said.revision ?? 0, words })
}

test('what was acknowledged is there', async () => {
  expect(await check()).toEqual({ acknowledged: 3, lost: [], halfDone: [] })
})

test('it is missed when its words were lost', async () => {
  ledger.add({ ...at, indicator: '1.1', revision: 3, words: 'Words that were never kept.' })
  expect((await check()).lost).toEqual(['revision 3 of 1.1: “Words that were never kept.”'])
})

test('it is missed when other words stand in their place', async () => {
  await change(sql`update answer_change set value = 'Other words.' where assessment_id = ${at.assessment} and revision = 1`)
  expect((await check()).lost).toHaveLength(2)
})

test('it is missed when the answer is older than its history', async () => {
  await change(sql`update answer set revision = 1 where assessment_id = ${at.assessment} and indicator_id = '1.1'`)
  const { lost, halfDone } = await check()
  expect(lost).toEqual(['revision 2 of 1.1 is in the history, but the answer is older'])
  expect(halfDone).toHaveLength(1)
})

test('it is missed when it has no audit line beside it', async () => {
  await change(sql`delete from activity where subject = ${`assessment/${at.assessment}/indicator/1.1`}`)
  expect((await check()).halfDone).toHaveLength(2)
})

test('it is missed when an audit line has no change beside it', async () => {
  await change(sql`delete from answer_change where assessment_id = ${at.assessment} and indicator_id = '2.1'`)
  const { lost, halfDone } = await check()
  expect(lost).toHaveLength(1)
  expect(halfDone).toEqual([`the audit line of ${at.assessment}/2.1/1 has no change beside it`])
})
