import { afterAll, beforeAll, expect, test } from 'vitest'
import { planPaths } from '../src/plan/index.ts'
import { reportPaths, startPress } from '../src/report/index.ts'
import { pressFromSource } from '../src/report/pdf/source.ts'
import { autosave, indicatorsOf, startAssessment } from './support/assessments.ts'
import { alice, chelsea, type MemberPersona } from './support/personas.ts'
import { Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** What the page of results says, and what it offers to take away. */

let world: World
let owner: MemberPersona
let reader: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  reader = await chelsea(world, owner.organisation)
})
afterAll(() => world.end())

test('the download with private notes says that it has them, to people who only read as well', async () => {
  const at = await startAssessment(owner, { programme: 'Notes' })
  await autosave(owner.browser, at, '1.1', 0, { notes: 'Ask the trustees before we show this.' })
  for (const { browser } of [owner, reader]) {
    const { links } = (await browser.get(reportPaths.results.to(at))).page
    const download = links.find(({ href }) => href === reportPaths.everything.to(at))
    expect(download?.text).toBe('Everything, with private notes (JSON)')
    expect((await browser.get(reportPaths.everything.to(at))).json<{ privateNotes: unknown }>().privateNotes).toEqual({
      '1.1': 'Ask the trustees before we show this.',
    })
  }
})

test('where every core indicator is less relevant, nothing is said to be in place', async () => {
  const at = await startAssessment(owner, { programme: 'In groups' })
  for (const indicator of await indicatorsOf(owner.browser, at))
    await autosave(owner.browser, at, indicator, 0, { rating: 'less-relevant', lessRelevantReason: 'We mentor in groups' })
  const { words } = (await owner.browser.get(reportPaths.results.to(at))).page
  expect(words).toContain(
    'Where we could grow next Every core indicator is in the upper half of the ratings, or set aside with a reason.',
  )
})

test('the way to the plan stands near the top, with what its actions still need today', async () => {
  const at = await startAssessment(owner, { programme: 'With a plan' })
  const results = async () => (await owner.browser.get(reportPaths.results.to(at))).page
  expect((await results()).words).toContain('What comes next is in your Mentoring Development Plan . It has no actions yet.')
  const plan = planPaths.newAction.to({ organisation: at.organisation, plan: at.assessment })
  const add = (fields: Record<string, string>) =>
    owner.browser.post(plan, { indicator: '1.1', action: 'Ask mentees', byWhom: 'Sam Obi', ...fields })
  await add({})
  await add({ 'byWhen-day': '1', 'byWhen-month': '6', 'byWhen-year': '2027' })
  const { words, links } = await results()
  expect(words).toContain('Mentoring Development Plan . 1 of 2 actions needs a person or a date. Full report (PDF)')
  const hrefs = links.map(({ href }) => href)
  expect(hrefs.indexOf(planPaths.plan.to({ organisation: at.organisation, plan: at.assessment }))).toBeLessThan(
    hrefs.indexOf(reportPaths.report.to(at)),
  )
})

test('the page and the report call the same things the same, and say which of them are core', async () => {
  const at = await startAssessment(owner, { programme: 'Same words', scope: 'all' })
  for (const [indicator, rating] of Object.entries({ '1.1': 'good', '1.3': 'good', '2.1': 'undeveloped' }))
    await autosave(owner.browser, at, indicator, 0, { rating })
  const { words } = (await owner.browser.get(reportPaths.results.to(at))).page
  for (const heading of ['Where we are', 'What we do well', 'Where we could grow next', 'What we will do'])
    expect(words).toContain(heading)
  expect(words).toMatch(/We rated ourselves at “Good practice” here, core indicators first\. 1\.1 .{1,60} Core Good practice/)
  expect(words).toContain('Naming them is the first step.')
})

test('when as many reports are being made as can wait, that is what is said', async () => {
  const at = await startAssessment(owner, { programme: 'A busy day' })
  const press = startPress({ ...pressFromSource(), waiting: 0 })
  const browser = new Visitor(world.appWith({ press }))
  for (const [name, value] of owner.browser.cookies) browser.setCookie(name, value)
  const reply = await browser.get(reportPaths.report.to(at))
  press.close()
  expect(reply.status).toBe(503)
  expect(reply.page.heading).toBe('Busy just now')
  expect(reply.page.words).toContain('Many people are asking for this at the same moment')
  expect(reply.page.words).not.toContain('tries')
  expect(reply.headers.get('retry-after')).toBe('60')
})
