import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assessmentPaths } from '../src/assessment/index.ts'
import { loadPack } from '../src/frameworks/index.ts'
import { planPaths } from '../src/plan/index.ts'
import { asSystem, isId, ownedBy } from '../src/platform/index.ts'
import { reportPaths } from '../src/report/index.ts'
import {
  type At,
  autosave,
  complete,
  correct,
  discard,
  indicatorAddress,
  indicatorsOf,
  rate,
  startAssessment,
} from './support/assessments.ts'
import { alice, chelsea, type MemberPersona } from './support/personas.ts'
import { createWorld, FRAMEWORK, type World } from './support/world.ts'

/** The framework's words are corrected while people are at work: an assessment takes them when its lead agrees. */

const pack = readFileSync(FRAMEWORK, 'utf8')
const CORRECTION = '  - { date: 2027-01-05, where: "Indicator 1.1, its statement", change: "It is shorter." }\n'
const OLD = 'You have spelled out what your programme is for (its aims)'
const NEW = 'You have written down what your programme is for (its aims)'
const corrected = (text = pack) =>
  changed(text, [OLD, NEW], ['corrections: # of this wording, newest first\n', `$&${CORRECTION}`])

function changed(text: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((so, [from, to]) => {
    if (!so.includes(from)) throw new Error(`the pack does not say: ${from}`)
    return so.replace(from, to)
  }, text)
}

let world: World
let owner: MemberPersona
let at: At
beforeEach(async () => {
  world = await createWorld()
  owner = await alice(world)
  at = await startAssessment(owner)
})
afterEach(() => world.end())

async function load(text: string) {
  const loaded = await loadPack(asSystem(world.services, 'test'), text, 'pack.yaml')
  expect(loaded.ok).toBe(true)
  if (!loaded.ok) throw new Error('not loaded')
  return loaded.edition.digest
}
const taskList = async (browser = owner.browser) => (await browser.get(assessmentPaths.taskList.to(at))).page
const indicator = async () => (await owner.browser.get(indicatorAddress(at, '1.1'))).page
const wording = () => assessmentPaths.wording.to(at)
const choose = (what: 'take' | 'keep') => owner.browser.fillIn(assessmentPaths.taskList.to(at), wording(), { do: what })
const OFFER = 'The wording of this framework has been corrected'
const trail = async () =>
  (await ownedBy(world.services.db.read, at.organisation).select('activity').select('action').orderBy('id').execute())
    .map(({ action }) => action)
    .filter((action) => action.startsWith('assessment.wording'))

test('nothing is offered while the words are those in use', async () => {
  expect((await taskList()).words).not.toContain(OFFER)
  expect((await owner.browser.get(wording())).page.words).toContain('There is no other wording for this assessment to take.')
})

test('newer words are offered with what was corrected; until they are taken the old ones are read', async () => {
  await load(corrected())
  const page = await taskList()
  expect(page.words).toContain(OFFER)
  expect(page.words).toContain('Indicator 1.1, its statement , 5 January 2027. It is shorter.')
  // What had been corrected before the assessment began is no news.
  expect(page.words).not.toContain('in all forty indicators')
  expect((await indicator()).words).toContain(OLD)
  const changes = (await owner.browser.get(wording())).page.words
  expect(changes).toContain('1 text reads differently')
  expect(changes).toMatch(/Indicator 1\.1: what it asks Before: You have spelled out .* Now: You have written down/)
})

test('taken, they are read everywhere, and every answer, tick and action is as it was', async () => {
  await autosave(owner.browser, at, '1.1', 0, { rating: 'good', examples: ['1', '3'], evidence: 'Our theory of change' })
  const before = (await indicator()).form(indicatorAddress(at, '1.1')).fields
  await load(corrected())
  const { location } = await choose('take')
  expect(location).toBe(assessmentPaths.taskList.to(at))
  expect((await taskList()).words).not.toContain(OFFER)
  const page = await indicator()
  expect(page.words).toContain(NEW)
  const told = (fields: readonly (readonly [string, string])[]) =>
    fields.filter(([name, value]) => name !== 'token' && !isId(value))
  expect(told(page.form(indicatorAddress(at, '1.1')).fields)).toEqual(told(before))
  expect(await trail()).toEqual(['assessment.wording-taken'])
})

test('kept as they are, the old words are not asked about again, and the new ones can still be taken', async () => {
  await load(corrected())
  await choose('keep')
  const page = await taskList()
  expect(page.words).not.toContain(OFFER)
  expect(page.links).toContainEqual({ text: 'Corrected wording of the framework', href: wording() })
  expect((await indicator()).words).toContain(OLD)
  await owner.browser.fillIn(wording(), wording(), { do: 'take' })
  expect((await indicator()).words).toContain(NEW)
  expect((await taskList()).links.map(({ href }) => href)).not.toContain(wording())
  expect(await trail()).toEqual(['assessment.wording-kept', 'assessment.wording-taken'])
})

test('words that come after those that were turned down are offered', async () => {
  await load(corrected())
  await choose('keep')
  await load(changed(corrected(), ['(objectives)', '(its objectives)']))
  expect((await taskList()).words).toContain(OFFER)
})

test('a form that shows other words than those in use by now is refused, and pressing twice does nothing the second time', async () => {
  const to = await load(corrected())
  const shown = await owner.browser.get(assessmentPaths.taskList.to(at))
  await load(changed(corrected(), ['(objectives)', '(its objectives)']))
  expect((await owner.browser.fillIn(shown, wording(), { do: 'take' })).status).toBe(409)
  expect((await indicator()).words).toContain(OLD)
  const again = await owner.browser.get(assessmentPaths.taskList.to(at))
  for (let press = 0; press < 2; press++) expect((await owner.browser.fillIn(again, wording(), { do: 'take' })).status).toBe(303)
  expect(await trail()).toEqual(['assessment.wording-taken'])
  expect((await owner.browser.post(wording(), { do: 'take', from: to, to: 'x' })).status).toBe(409)
})

test('whoever may not start an assessment reads what has changed, and is not asked', async () => {
  const viewer = await chelsea(world, at.organisation)
  await load(corrected())
  expect((await taskList(viewer.browser)).words).not.toContain(OFFER)
  const page = (await viewer.browser.get(wording())).page
  expect(page.words).toContain('1 text reads differently')
  expect(page.all('button').map(({ inner }) => inner)).not.toContain('Use the corrected wording')
})

describe('not offered', () => {
  test.each<[string, string]>([
    [
      'words in which the examples have changed places',
      changed(
        corrected(),
        ['"A guide that says when, where and how mentoring takes place"', '"Another"'],
        [
          '"Your programme’s theory of change (how what you do leads to what changes)"',
          '"A guide that says when, where and how mentoring takes place"',
        ],
      ),
    ],
    ['a pack in which nothing reads differently', changed(pack, ['licence: MIT', 'licence: CC0'])],
  ])('%s', async (_, text) => {
    await load(text)
    expect((await taskList()).words).not.toContain(OFFER)
  })
})

test('what is completed keeps its words; its correction may take the new ones, and the sealed revision still reads as it was sealed', async () => {
  for (const id of await indicatorsOf(owner.browser, at))
    await autosave(owner.browser, at, id, 0, { rating: 'good', evidence: 'Written down.' })
  await complete(owner, at)
  await load(changed(corrected(), ['short_title: Aims and methods', 'short_title: What it is for']))
  expect((await taskList()).words).not.toContain(OFFER)
  expect((await owner.browser.post(wording(), { do: 'take', from: 'x', to: 'y' })).status).toBe(409)

  await owner.browser.fillIn(assessmentPaths.correct.to(at), assessmentPaths.correct.to(at), { reason: 'A date was wrong' })
  await choose('take')
  await complete(owner, at)
  const statements = async (revision: string) => {
    const file = await owner.browser.get(reportPaths.everything.to(at, revision === '' ? {} : { revision }))
    return file.json<{ record: { answers: readonly { statement: string }[]; framework: { digest: string } } }>().record
  }
  const [old, now] = [await statements('1'), await statements('2')]
  expect(old.answers[0]?.statement).toContain(OLD)
  expect(now.answers[0]?.statement).toContain(NEW)
  expect(old.framework.digest).not.toBe(now.framework.digest)
  const results = async (revision: string) => (await owner.browser.get(reportPaths.results.to(at, { revision }))).page.words
  expect(await results('1')).toContain('1.1 Aims and methods')
  expect(await results('2')).toContain('1.1 What it is for')
})

describe('another edition with the same indicators', () => {
  const other = changed(pack, ['edition: "2022"', 'edition: "2019"'], [OLD, 'Aims are put on paper'])
  const both = (query = {}) => assessmentPaths.bothWordings.to({ ...at, indicator: '1.1' }, query)

  test('is not there until it is loaded', async () => {
    expect((await indicator()).links.map(({ href }) => href).join()).not.toContain('/wordings')
    expect((await owner.browser.get(both())).location).toBe(indicatorAddress(at, '1.1'))
  })

  test('can be read beside the assessment’s own words', async () => {
    await load(other)
    const link = (await indicator()).links.find(({ href }) => href.includes('/wordings'))
    expect(link).toEqual({ text: 'Read it in edition “2019” as well', href: both({ edition: '2019' }) })
    const { words } = (await owner.browser.get(both({ edition: '2019' }))).page
    expect(words).toMatch(/Edition 2022 .* You have spelled out .* Edition 2019 .* Aims are put on paper/)
    expect((await owner.browser.get(both({ edition: '2000' }))).status).toBe(404)
  })

  test('is said to be the publisher’s words where its pack says so', async () => {
    await load(changed(other, ['wording: adapted', 'wording: published']))
    expect((await indicator()).words).toContain('page 15 of the published framework. Read it in the publisher’s words')
  })

  test('that has other indicators is not set beside it', async () => {
    await load(readFileSync(join(import.meta.dirname, '../src/frameworks/fixtures/everything.yaml'), 'utf8'))
    expect((await indicator()).words).not.toContain('Read it in')
  })
})

test('each page of an assessment says whose framework it is, and the first that staff fill it in', async () => {
  const start = (await owner.browser.get(assessmentPaths.start.to({ organisation: at.organisation }))).page.words
  expect(start).toContain(
    'Staff who run mentoring fill it in. Ask mentors and young people what they think, but don’t send it to them.',
  )
  expect(start).toContain('published by the Mayor of London')
  expect((await taskList()).words).toContain('published by the Mayor of London')
  expect((await indicator()).words).toContain('Standard 1, indicator 1.1: page 15 of the published framework')
  const plan = await owner.browser.get(planPaths.plan.to({ organisation: at.organisation, plan: at.assessment }))
  expect(plan.page.links.map(({ href }) => href)).toContain('mailto:newdealforyoungpeople@london.gov.uk')
})

test('a correction that is discarded gives the words back that were sealed', async () => {
  await rate(owner.browser, at, await indicatorsOf(owner.browser, at))
  await complete(owner, at)
  await correct(owner, at, 'A date was wrong')
  const sealedWith = await pinned()
  const newer = await load(corrected())
  expect((await choose('take')).status).toBe(303)
  expect(await pinned()).toBe(newer)
  await discard(owner, at)
  expect(await pinned()).toBe(sealedWith)
})

async function pinned() {
  const own = ownedBy(world.services.db.read, at.organisation)
  return (await own.select('assessment').select('digest').where('id', '=', at.assessment).executeTakeFirstOrThrow()).digest
}
