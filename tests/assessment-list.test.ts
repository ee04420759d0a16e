import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths as accounts } from '../src/accounts/index.ts'
import { assessmentPaths as paths } from '../src/assessment/index.ts'
import { planPaths } from '../src/plan/index.ts'
import { type At, autosave, complete, indicatorAddress, indicatorsOf, rate, startAssessment } from './support/assessments.ts'
import { alice, type MemberPersona } from './support/personas.ts'
import { queriesDuring } from './support/queries.ts'
import { createWorld, type World } from './support/world.ts'

/** The list reads all its assessments at once, and says of each what its own page says. */

let world: World
let owner: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
})
afterAll(() => world.end())

const list = () => paths.list.to({ organisation: owner.organisation })
const home = () => accounts.organisation.to({ organisation: owner.organisation })
const bars = async (address: string) =>
  (await owner.browser.get(address)).page.all('progress').map(({ attributes }) => attributes.get('aria-label'))
const answered = (done: number, of: number) => `${done} of ${of} indicators answered`

/** A mark for standard 8, held for as long as it is said to be. */
async function cover(at: At, until: { readonly day: string; readonly month: string; readonly year: string }): Promise<void> {
  const form = paths.exemption.to({ ...at, standard: '8' })
  const reply = await owner.browser.fillIn(form, form, {
    level: 'Silver',
    'awardedOn-day': '27',
    'awardedOn-month': '3',
    'awardedOn-year': '2025',
    'expiresOn-day': until.day,
    'expiresOn-month': until.month,
    'expiresOn-year': until.year,
  })
  if (reply.status !== 303) throw new Error(`the mark was not recorded: ${reply.status}`)
}

test('each is as far in the list, and on the organisation’s page, as on its own', async () => {
  await startAssessment(owner, { programme: 'Untouched' })

  const begun = await startAssessment(owner, { programme: 'Begun' })
  const [first = '', second = '', third = '', fourth = ''] = await indicatorsOf(owner.browser, begun)
  await rate(owner.browser, begun, [first])
  await autosave(owner.browser, begun, second, 0, { rating: 'less-relevant' })
  await autosave(owner.browser, begun, third, 0, { rating: 'less-relevant', lessRelevantReason: 'We mentor in groups' })
  await owner.browser.fillIn(indicatorAddress(begun, fourth), indicatorAddress(begun, fourth), { do: 'skip' })

  const covered = await startAssessment(owner, { programme: 'Covered', scope: 'all' })
  await rate(owner.browser, covered, ['1.1', '8.1'])
  await cover(covered, { day: '5', month: '3', year: '2026' })

  const narrowed = await startAssessment(owner, { programme: 'Core, and covered' })
  await rate(owner.browser, narrowed, [first])
  await cover(narrowed, { day: '4', month: '3', year: '2027' })

  const done = await startAssessment(owner, { programme: 'Every one answered' })
  await rate(owner.browser, done, await indicatorsOf(owner.browser, done))

  const completed = await startAssessment(owner, { programme: 'Completed' })
  await rate(owner.browser, completed, await indicatorsOf(owner.browser, completed))
  expect((await complete(owner, completed)).status).toBe(303)

  const { words, links } = (await owner.browser.get(list())).page
  expect(words).toContain('Completed on 4 March 2026')
  const within = links.filter(
    ({ href, text }) =>
      href.startsWith(`${list()}/`) &&
      !href.startsWith(paths.start.to({ organisation: owner.organisation })) &&
      !text.startsWith('Results'),
  )
  const leadsOn = ({ href }: { href: string }) => /\/(indicators\/|look-over|whole-framework)/.test(href)
  // Every one leads on: to what is left to answer, and where nothing is, to what comes next.
  expect(within.filter(leadsOn).map(({ text, href }) => `${text} ${href.slice(href.lastIndexOf('/'))}`)).toEqual([
    'Go on to the whole framework of Completed, 2026 /whole-framework',
    'Look over and complete /look-over',
    'Carry on with 1.2 Outcomes and measures /1.2',
    'Carry on with 1.2 Outcomes and measures /1.2',
    // Called less relevant, with no reason yet.
    'Carry on with 1.2 Outcomes and measures /1.2',
    'Begin with 1.1 Aims and methods /1.1',
  ])
  const newestFirst = within.filter((link) => !leadsOn(link))
  expect(newestFirst.map(({ text }) => text)).toEqual(
    ['Completed', 'Every one answered', 'Core, and covered', 'Covered', 'Begun', 'Untouched'].map((name) => `${name}, 2026`),
  )
  const onTheirOwn = async () => {
    const each: (string | undefined)[] = []
    for (const { href } of newestFirst) each.push(...(await bars(href)))
    return each
  }
  expect(await bars(list())).toEqual([answered(20, 20), answered(1, 17), answered(1, 33), answered(2, 20), answered(0, 20)])
  expect(await onTheirOwn()).toEqual(await bars(list()))
  expect(await bars(home())).toEqual(await bars(list()))

  // A mark has ended since: its standard asks again, and the answer given there counts.
  world.clock.set('2026-03-06T10:00:00.000Z')
  expect(await bars(list())).toEqual([answered(20, 20), answered(1, 17), answered(2, 40), answered(2, 20), answered(0, 20)])
  expect(await onTheirOwn()).toEqual(await bars(list()))
})

test('more of them are read in as many queries', async () => {
  const { db } = world.services
  const asked = async () => [
    await queriesDuring(db, () => owner.browser.get(list())),
    await queriesDuring(db, () => owner.browser.get(home())),
  ]
  const before = await asked()
  expect(Math.min(...before)).toBeGreaterThan(2)
  const shown = (await bars(list())).length
  for (const programme of ['Bolton', 'Leeds', 'York']) {
    const at = await startAssessment(owner, { programme })
    await rate(owner.browser, at, ['1.1'])
    await cover(at, { day: '4', month: '3', year: '2027' })
  }
  expect(await bars(list())).toHaveLength(shown + 3)
  expect(await asked()).toEqual(before)
})

test('what people come back for is there: the results and the plan, and what is overdue in it', async () => {
  const done = await startAssessment(owner, { programme: 'Come back to' })
  await rate(owner.browser, done, await indicatorsOf(owner.browser, done))
  await complete(owner, done)
  const lead = { organisation: done.organisation, plan: done.assessment }
  const form = planPaths.newAction.to(lead)
  const due = { 'byWhen-day': '10', 'byWhen-month': '3', 'byWhen-year': '2026' }
  for (const action of ['Ask mentees', 'Ask mentors'])
    expect((await owner.browser.fillIn(form, form, { indicator: '1.1', action, ...due })).status).toBe(303)
  const { links, words } = (await owner.browser.get(home())).page
  expect(links).toContainEqual({ text: 'Results of Come back to, 2026', href: `${paths.taskList.to(done)}/results` })
  expect(links).toContainEqual({
    text: 'Development plan of Come back to, 2026',
    href: planPaths.plan.to(lead, { from: 'overview' }),
  })
  expect(words).not.toContain('overdue')
  world.clock.set('2026-03-11T10:00:00.000Z')
  expect((await owner.browser.get(home())).page.words).toContain(': 2 actions overdue')
})
