import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentPaths as paths } from '../src/assessment/index.ts'
import { planPaths } from '../src/plan/index.ts'
import { reportPaths } from '../src/report/index.ts'
import { type At, complete, completedCore, correct, indicatorAddress, startAssessment } from './support/assessments.ts'
import { type Riverbank, riverbank } from './support/riverbank.ts'
import { createWorld, type World } from './support/world.ts'

/** With several assessments open in as many tabs, each tab says which assessment and which of its pages it has. */

let world: World
let there: Riverbank
beforeAll(async () => {
  world = await createWorld()
  there = await riverbank(world)
})
afterAll(() => world.end())

test('every page of an assessment and of its plan has a title of its own, and the assessment’s name', async () => {
  const { browser } = there.lead
  await correct(there.lead, await completedCore(there.lead, { programme: 'Corrected' }), 'A slip')
  const inside = world.app.declared.filter(
    ({ method, pattern }) =>
      method === 'GET' && /^\/organisations\/:organisation\/(assessments\/:assessment|plans\/:plan)/.test(pattern),
  )
  const titles = new Map<string, string>()
  for (const at of [there.open, there.completed]) {
    const name = at === there.open ? 'All our mentoring, 2026' : 'Wednesday club, 2026'
    const ids: Readonly<Record<string, string>> = { ...there.ids, ...at, plan: at.assessment }
    for (const { pattern } of inside) {
      const address = pattern.replace(/:(\w+)/g, (_, id: string) => ids[id] ?? '')
      const { page, status, headers } = await browser.get(address)
      if (!headers.get('content-type')?.startsWith('text/html') || status === 404) continue
      expect([address, page.title]).toEqual([address, expect.stringMatching(new RegExp(`(^| – )${name} – Mentormark$`))])
      if (status === 200) titles.set(address, page.title)
    }
  }
  expect(titles.size).toBeGreaterThan(15)
  expect([...titles.values()].filter((title, place, all) => all.indexOf(title) !== place)).toEqual([])
})

test('a form that is shown again says first that something is wrong, and a problem what it is about', async () => {
  const { browser } = there.lead
  const describe = paths.describe.to(there.open)
  const again = await browser.fillIn(describe, describe, { lead: ' ' })
  expect(again.page.title).toBe('Error: Change the programme or who leads it – All our mentoring, 2026 – Mentormark')
  const stale = await browser.get(paths.complete.to(there.completed))
  expect(stale.page.title).toBe('This has moved on – Wednesday club, 2026 – Mentormark')
})

test('results of a correction, and of a revision before, say so', async () => {
  const at = await completedCore(there.lead, { programme: 'Often' })
  await correct(there.lead, at, 'A slip')
  await complete(there.lead, at)
  await correct(there.lead, at, 'Another')
  const titles: string[] = []
  for (const revision of ['', '1', 'correction'])
    titles.push((await there.lead.browser.get(reportPaths.results.to(at, { revision }))).page.title)
  expect(titles.map((title) => title.replace(' – Often, 2026 – Mentormark', ''))).toEqual([
    'Results',
    'Results, revision 1',
    'Results of the correction so far',
  ])
})

describe('two about the same programme, started in one year', () => {
  let first: At
  let second: At
  beforeAll(async () => {
    first = await completedCore(there.lead, { programme: 'Twice' })
    second = await startAssessment(there.lead, { programme: 'twice' })
  })
  const everywhere = async (at: At) => {
    const { browser } = there.lead
    const page = async (address: string) => (await browser.get(address)).page
    const file = async (address: string) => (await browser.head(address)).headers.get('content-disposition') ?? ''
    const list = await page(paths.list.to({ organisation: at.organisation }))
    return [
      list.links.find(({ href }) => href === paths.taskList.to(at))?.text,
      (await page(paths.taskList.to(at))).heading,
      (await page(indicatorAddress(at, '1.1'))).title,
      (await page(planPaths.plan.to({ organisation: at.organisation, plan: at.assessment }))).heading,
      (await page(reportPaths.results.to(at))).heading,
      ...[await file(reportPaths.report.to(at)), await file(reportPaths.plan.to(at))].map((name) => name.replace(' draft', '')),
      (await file(reportPaths.planCsv.to(at))).replace(' draft', ''),
    ].map((text) => text?.toLowerCase())
  }

  test('differ in name everywhere', async () => {
    const [one, other] = [await everywhere(first), await everywhere(second)]
    expect(one.filter((name, place) => name === other[place])).toEqual([])
    expect(other.filter((name) => !name?.includes('(2)'))).toEqual([])
  })

  test('renamed, it takes the first number that is free, and gives back its own', async () => {
    const rename = (programme: string) =>
      there.lead.browser.fillIn(paths.describe.to(second), paths.describe.to(second), { programme })
    const heading = async () => (await there.lead.browser.get(paths.taskList.to(second))).page.heading
    await rename('Once')
    expect(await heading()).toContain('Once, 2026')
    expect(await heading()).not.toContain('(2)')
    await rename('Twice')
    expect(await heading()).toContain('Twice, 2026 (2)')
    await rename('Twice')
    expect(await heading()).toContain('Twice, 2026 (2)')
  })
})
