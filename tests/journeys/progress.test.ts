import { afterAll, beforeAll, expect, test } from 'vitest'
import { answersOf, assessmentPaths as paths } from '../../src/assessment/index.ts'
import { answerState } from '../../src/assessment/rules.ts'
import { ownedBy } from '../../src/platform/index.ts'
import { type At, indicatorAddress, indicatorsOf, rate, startAssessment } from '../support/assessments.ts'
import { alice, type MemberPersona } from '../support/personas.ts'
import type { Fields } from '../support/visitor.ts'
import { createWorld, type World } from '../support/world.ts'

/**
 * What an answer comes to is kept beside it, for pages that don't read its words; those that do tell it from them. Whatever is done
 * to the answer, and in whatever order, the two agree.
 */

let world: World
let owner: MemberPersona
let at: At
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  at = await startAssessment(owner)
})
afterAll(() => world.end())

async function send(fields: Fields): Promise<void> {
  const address = indicatorAddress(at, '1.1')
  await owner.browser.fillIn(await owner.browser.get(address), address, { do: 'save', ...fields })
}
const own = () => ownedBy(world.services.db.read, at.organisation)
const kept = async () =>
  (
    await own()
      .select('answer')
      .select('state')
      .where('assessment_id', '=', at.assessment)
      .where('indicator_id', '=', '1.1')
      .execute()
  )[0]?.state
async function told(): Promise<string | null> {
  const answer = (await answersOf(own(), at.assessment)).get('1.1')
  return answer ? answerState(answer) : null
}

test.each<[string, Fields, string]>([
  ['put off before anything is written', { do: 'skip' }, 'skipped'],
  ['written in', { evidence: 'We have a handbook.' }, 'started'],
  ['put off with words in it', { do: 'skip' }, 'skipped'],
  ['a note is added', { notes: 'Ask the trustees' }, 'started'],
  ['rated', { rating: 'good' }, 'rated'],
  ['put off after all: it stays rated', { do: 'skip' }, 'rated'],
  ['less relevant, and not yet why', { rating: 'less-relevant' }, 'started'],
  ['less relevant, and why', { rating: 'less-relevant', lessRelevantReason: 'We mentor in groups' }, 'less-relevant'],
  ['the reason is only spaces', { lessRelevantReason: '   ' }, 'started'],
])('%s', async (_name, fields, state) => {
  await send(fields)
  expect(await kept()).toBe(state)
  expect(await told()).toBe(state)
})

test('the task list counts by it', async () => {
  const address = paths.taskList.to(at)
  expect((await owner.browser.get(address)).page.words).toContain('0 of 20')
  await send({ rating: 'good' })
  expect((await owner.browser.get(address)).page.words).toContain('1 of 20')
})

test('the look over, which reads the words, knows the same', async () => {
  const { words } = (await owner.browser.get(paths.standard.to({ ...at, standard: '1' }))).page
  expect(words).toContain('In progress')
  expect(words).toContain('Carry on with 1.2')
})

test('Enter in a field of evidence adds it, says so, and stays there', async () => {
  const address = indicatorAddress(at, '1.2')
  const page = await owner.browser.get(address)
  const reply = await owner.browser.fillIn(page, address, { do: 'save', evidenceLink: 'example.org/handbook' })
  expect(reply.location).toBe(`${address}#your-evidence`)
  const { words } = (await owner.browser.get(address)).page
  expect(words).toContain('Done The evidence is added')
  expect(words).toContain('example.org/handbook')
})

test('going on leads to the next that has no answer; when none follows, through what is answered one by one', async () => {
  const mine = await startAssessment(owner)
  const all = await indicatorsOf(owner.browser, mine)
  const [first = '', second = '', third = '', fourth = ''] = all
  await rate(owner.browser, mine, [second, third])
  const goOn = async (from: string, fields: Fields = {}) => {
    const address = indicatorAddress(mine, from)
    const reply = await owner.browser.fillIn(address, address, { do: 'continue', ...fields })
    return reply.location?.slice(reply.location.lastIndexOf('/') + 1)
  }
  expect(await goOn(first)).toBe(fourth)
  // A page that saves itself has saved the rating by the time the button is pressed.
  await rate(owner.browser, mine, [first])
  expect(await goOn(first)).toBe(fourth)
  await rate(owner.browser, mine, all.slice(3))
  expect(await goOn(first)).toBe(second)
  expect(await goOn(all.at(-1) ?? '')).toBe('look-over')
})
