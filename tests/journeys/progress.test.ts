import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { paths as accountPaths } from '../../src/accounts/index.ts'
import { answersOf, assessmentPaths as paths } from '../../src/assessment/index.ts'
import { answerState } from '../../src/assessment/rules.ts'
import { ownedBy } from '../../src/platform/index.ts'
import { type At, autosave, indicatorAddress, indicatorsOf, rate, startAssessment } from '../support/assessments.ts'
import { alice, dev, esi, type MemberPersona } from '../support/personas.ts'
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

describe('a finished standard', () => {
  const continueFrom = async (at: At, from: string, fields: Fields = {}) => {
    const address = indicatorAddress(at, from)
    const { location } = await owner.browser.fillIn(address, address, { do: 'continue', ...fields })
    return { location, words: (await owner.browser.get(location ?? '')).page.words }
  }

  test('is said to be finished where going on leads, with what comes next', async () => {
    const mine = await startAssessment(owner)
    expect((await continueFrom(mine, '1.1', { rating: 'good' })).words).not.toContain('is finished')
    expect((await continueFrom(mine, '1.2', { evidence: 'Not rated yet' })).words).not.toContain('is finished')
    // A page that saves itself has saved the rating by the time the button is pressed.
    await autosave(owner.browser, mine, '1.2', 1, { rating: 'good' })
    const { location, words } = await continueFrom(mine, '1.2')
    expect(location).toBe(indicatorAddress(mine, '2.1'))
    expect(words).toContain(
      'Standard 1 is finished: 2 of 2 answered. Next: Standard 2, Recruitment, selection and screening of mentors and mentees.',
    )
  })

  test('the last of all says so as well; with something left elsewhere it does not say that all is done', async () => {
    const mine = await startAssessment(owner)
    const all = await indicatorsOf(owner.browser, mine)
    await rate(owner.browser, mine, all.slice(1))
    const last = all.at(-1) ?? ''
    const { location, words } = await continueFrom(mine, last)
    expect(location).toBe(paths.lookOver.to(mine))
    expect(words).toContain('Standard 8 is finished: 3 of 3 answered. Every answer at a glance')
    await rate(owner.browser, mine, all.slice(0, 1))
    expect((await continueFrom(mine, last)).words).toContain(
      'Standard 8 is finished: 3 of 3 answered. Every indicator has an answer.',
    )
  })

  test('its page leads on: to the next with something open, round to the first, and at last to looking it all over', async () => {
    const mine = await startAssessment(owner)
    const all = await indicatorsOf(owner.browser, mine)
    const page = async (standard: string) => (await owner.browser.get(paths.standard.to({ ...mine, standard }))).page.links
    const begins = (...standards: readonly string[]) => all.filter((id) => standards.includes(id[0] ?? ''))
    await rate(owner.browser, mine, begins('2', '3', '8'))
    const to = (standard: string) => paths.standard.to({ ...mine, standard })
    expect(await page('2')).toContainEqual({
      href: to('4'),
      text: 'Go on to standard 4, Matching and relationship',
    })
    expect(await page('8')).toContainEqual({ href: to('1'), text: 'Go on to standard 1, Programme design and development' })
    expect((await page('4')).some(({ text }) => text.startsWith('Begin with 4.1'))).toBe(true)
    await rate(owner.browser, mine, begins('1', '4', '5', '6', '7'))
    expect(await page('2')).toContainEqual({ href: paths.lookOver.to(mine), text: 'Look over every answer' })
  })
})

describe('a quality mark that the organisation holds', () => {
  const QUESTION = 'You hold the London Youth Quality Mark. Does it cover Standard 8?'
  let lead: MemberPersona
  let contributor: MemberPersona
  let mine: At
  const standard = () => paths.standard.to({ ...mine, standard: '8' })
  const onFrom7 = async (who: MemberPersona) => {
    const address = indicatorAddress(mine, '7.2')
    return (await who.browser.fillIn(address, address, { do: 'continue' })).location
  }

  beforeAll(async () => {
    lead = await dev(world, owner.organisation)
    contributor = await esi(world, owner.organisation)
    const describe = accountPaths.describe.to({ organisation: owner.organisation })
    const { status } = await owner.browser.fillIn(describe, describe, { marks: ['London Youth Quality Mark'] })
    expect(status).toBe(303)
  })
  beforeEach(async () => {
    mine = await startAssessment(lead)
  })

  test('is asked about before the first indicator of the standard it may cover', async () => {
    expect(await onFrom7(lead)).toBe(standard())
    const { page } = await lead.browser.get(standard())
    expect(page.words).toContain(QUESTION)
    expect(page.words).not.toContain('Begin with 8.1')
    const yes = page.links.find(({ text }) => text.startsWith('Yes'))
    expect(yes?.href).toBe(paths.exemption.to({ ...mine, standard: '8' }))
    // Whoever comes to the indicator another way is told there.
    const first = await lead.browser.get(indicatorAddress(mine, '8.1'))
    expect(first.page.words).toContain('You hold the London Youth Quality Mark. It may cover Standard 8.')
  })

  test('“no” is going through it: remembered by the first thing saved, or put off, there', async () => {
    const { page } = await lead.browser.get(standard())
    const no = page.links.find(({ text }) => text.startsWith('No'))
    const first = await lead.browser.get(no?.href ?? '')
    expect(first.page.heading).toContain('8.1')
    expect(first.page.words).not.toContain('It may cover')
    await lead.browser.fillIn(first, indicatorAddress(mine, '8.1'), { do: 'skip' })
    expect((await lead.browser.get(indicatorAddress(mine, '8.2'))).page.words).not.toContain('It may cover')
    expect((await lead.browser.get(standard())).page.words).not.toContain(QUESTION)
    expect(await onFrom7(lead)).toBe(indicatorAddress(mine, '8.1'))
  })

  test('“yes” covers it, and leads on past it', async () => {
    const exemption = paths.exemption.to({ ...mine, standard: '8' })
    const mark = { level: 'Gold', 'awardedOn-day': '2', 'awardedOn-month': '6', 'awardedOn-year': '25' }
    const recorded = await lead.browser.fillIn(exemption, exemption, mark)
    const { page } = await lead.browser.get(recorded.location ?? '')
    expect(page.words).not.toContain(QUESTION)
    expect(page.words).toContain('London Youth Quality Mark, Gold, awarded 2 June 2025')
    expect(page.links.some(({ text }) => text.startsWith('Go on to standard 1'))).toBe(true)
    expect(await onFrom7(lead)).toBe(paths.lookOver.to(mine))
    expect((await lead.browser.get(indicatorAddress(mine, '8.1'))).page.words).toContain('Standard 8: covered by a quality mark')
  })

  test('is no question for whoever may not record it, nor where the organisation does not hold it', async () => {
    expect(await onFrom7(contributor)).toBe(indicatorAddress(mine, '8.1'))
    expect((await contributor.browser.get(standard())).page.words).not.toContain(QUESTION)
    expect((await contributor.browser.get(indicatorAddress(mine, '8.1'))).page.words).not.toContain('It may cover')
    const describe = accountPaths.describe.to({ organisation: owner.organisation })
    await owner.browser.fillIn(describe, describe, { marks: null })
    expect(await onFrom7(lead)).toBe(indicatorAddress(mine, '8.1'))
    const { words } = (await lead.browser.get(standard())).page
    expect(words).not.toContain(QUESTION)
    expect(words).toContain('If you hold a London Youth Quality Mark')
  })
})
