import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths as accountPaths } from '../src/accounts/index.ts'
import { assessmentPaths as paths } from '../src/assessment/index.ts'
import { registerBuiltIn } from '../src/frameworks/index.ts'
import { compilePack } from '../src/frameworks/pack/read.ts'
import { autosave, indicatorsOf, rate, startAssessment } from './support/assessments.ts'
import { alice, bob, type MemberPersona } from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

/** What the pages around an assessment say of it is true of this one, whatever its framework and however far it has come. */

let world: World
let owner: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
})
afterAll(() => world.end())

const words = async (address: string) => (await owner.browser.get(address)).page.words

test('how long to allow for it is told from how much is asked', async () => {
  expect(await words(paths.list.to(owner))).toContain(
    'The core indicators take about half a day, in as many sittings as you like.',
  )
  const start = await words(paths.start.to(owner))
  expect(start).toContain('Good for smaller organisations: about half a day. You can add the rest')
  expect(start).toContain('It takes about a day, in as many sittings as you need.')
  // Two core indicators, and a third.
  const small = readFileSync(join(import.meta.dirname, '../src/frameworks/fixtures/minimal.yaml'), 'utf8')
  await registerBuiltIn(world.services, [compilePack(small, 'minimal.yaml')])
  const chosen = await owner.browser.post(paths.start.to(owner), { edition: 'reading-friends/published' })
  expect(chosen.page.words).toContain('Good for smaller organisations: about 20 minutes. You can add the rest')
  expect(chosen.page.words).toContain('It takes about 30 minutes, in as many sittings as you need.')
})

test('the time left is advice until there is a pace, and says which it is', async () => {
  const at = await startAssessment(owner)
  const [first = '', second = '', third = ''] = await indicatorsOf(owner.browser, at)
  expect(await words(paths.taskList.to(at))).toContain('Allow about 3½ hours in all. Stop whenever you like.')
  await rate(owner.browser, at, [first, second])
  expect(await words(paths.taskList.to(at))).toContain('Allow about 3 hours more. Stop whenever you like.')
  await rate(owner.browser, at, [third])
  expect(await words(paths.taskList.to(at))).toMatch(/You have about \d+ minutes left, at the pace you are going\./)
})

test('one older assessment is one, and two are two', async () => {
  const older = async () => /\d+ older .* here\./.exec(await words(paths.list.to(owner)))?.[0] ?? null
  // One is there from the test before.
  await Promise.all(Array.from({ length: 99 }, (_, nth) => startAssessment(owner, { programme: `Programme ${nth}` })))
  expect(await older()).toBeNull()
  await startAssessment(owner, { programme: 'One more' })
  expect(await older()).toBe('1 older assessment is not shown here.')
  await startAssessment(owner, { programme: 'And another' })
  expect(await older()).toBe('2 older assessments are not shown here.')
})

test('a mark closes as many indicators as the assessment has there', async () => {
  const lead = async (scope: 'core' | 'all') => {
    const at = await startAssessment(owner, { programme: `Of ${scope}`, scope })
    return words(paths.exemption.to({ ...at, standard: '8' }))
  }
  expect(await lead('core')).toContain('Its 3 indicators close, and open again if the mark ends.')
  expect(await lead('all')).toContain('Its 7 indicators close, and open again if the mark ends.')
})

test('what can be left before completing is counted by the indicator, as it is listed', async () => {
  const at = await startAssessment(owner, { programme: 'Without evidence' })
  const indicators = await indicatorsOf(owner.browser, at)
  for (const indicator of indicators) await autosave(owner.browser, at, indicator, 0, { rating: 'good' })
  expect(await words(paths.complete.to(at))).toContain(
    '20 indicators are worth another look. You can leave them. What would show it to someone else? No evidence is recorded yet. 1.1',
  )
})

test('adding a certificate records the mark as well, and both are said', async () => {
  const at = await startAssessment(owner, { programme: 'With a mark', scope: 'all' })
  const page = paths.exemption.to({ ...at, standard: '8' })
  const mark = (until: string) => ({
    level: 'Silver',
    'awardedOn-day': '27',
    'awardedOn-month': '3',
    'awardedOn-year': '2025',
    'expiresOn-day': '27',
    'expiresOn-month': '3',
    'expiresOn-year': until,
  })
  const said = async (fields: Record<string, string>) => {
    const reply = await owner.browser.fillIn(page, page, fields)
    expect(reply.status).toBe(303)
    return words(reply.location ?? '')
  }
  const link = (name: string) => ({ do: 'add-evidence:link', evidenceLink: `example.org/${name}` })
  const covered = 'Standard 8 is covered by your London Youth Quality Mark.'
  expect(await said({ ...mark('2027'), ...link('certificate') })).toContain(
    `Done The evidence is added, and your mark is recorded. ${covered}`,
  )
  const again = await said({ ...mark('2027'), ...link('letter') })
  expect(again).toContain('Done The evidence is added')
  expect(again).not.toContain('recorded')
  const standard = (await owner.browser.get(paths.standard.to({ ...at, standard: '8' }))).page
  expect(standard.links.map(({ href }) => href)).toContain('https://example.org/certificate')
  expect(standard.words).toContain('example.org/certificate (opens in new tab) Link. Added by')
  expect(await said(mark('2028'))).toContain(`Done Recorded. ${covered}`)
  expect(await said(mark('2025'))).toContain('Done Recorded. Your London Youth Quality Mark has ended, so standard 8 stays open.')
})

test('whoever holds a mark that may cover a standard is told so where the standards are, until it is recorded', async () => {
  const keeper = await bob(world)
  const at = await startAssessment(keeper, { scope: 'all' })
  const list = async () => (await keeper.browser.get(paths.taskList.to(at))).page.words
  const told = 'You hold the London Youth Quality Mark, which may cover this standard'
  expect(await list()).not.toContain(told)
  const about = accountPaths.describe.to(keeper)
  expect((await keeper.browser.fillIn(about, about, { marks: 'London Youth Quality Mark' })).status).toBe(303)
  expect(await list()).toContain(told)
  const page = paths.exemption.to({ ...at, standard: '8' })
  const day = { 'awardedOn-day': '27', 'awardedOn-month': '3', 'awardedOn-year': '2025' }
  expect((await keeper.browser.fillIn(page, page, { level: 'Silver', ...day })).status).toBe(303)
  expect(await list()).not.toContain(told)
})
