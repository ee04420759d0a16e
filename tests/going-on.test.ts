import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { paths as accounts } from '../src/accounts/index.ts'
import { answersOf, findAssessment, assessmentPaths as paths, sealedRevision } from '../src/assessment/index.ts'
import { evidenceUnder } from '../src/evidence/index.ts'
import { planPaths } from '../src/plan/index.ts'
import { canonicalJson, ownedBy } from '../src/platform/index.ts'
import { reportPaths } from '../src/report/index.ts'
import {
  type At,
  autosave,
  complete,
  completedCore,
  indicatorAddress,
  indicatorsOf,
  rate,
  startAssessment,
} from './support/assessments.ts'
import { alice, chelsea, dev, esi, type MemberPersona } from './support/personas.ts'
import type { Fields } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** A completed assessment of the core indicators goes on to the whole framework, in an assessment of its own. */

let world: World
let owner: MemberPersona
let lead: MemberPersona
let contributor: MemberPersona
let viewer: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  lead = await dev(world, owner.organisation)
  contributor = await esi(world, owner.organisation)
  viewer = await chelsea(world, owner.organisation)
})
afterAll(() => world.end())

let core: At
let count = 0
let programme: string
beforeEach(() => {
  programme = `Club ${++count}`
  world.clock.advance(60_000)
})

const own = () => ownedBy(world.services.db.read, owner.organisation)
const goOn = (fields: Fields = {}, from = core) => lead.browser.fillIn(paths.goOn.to(from), paths.goOn.to(from), fields)
const startedBy = (location: string | null): At => ({
  organisation: owner.organisation,
  assessment: location?.split('/').at(-1) ?? '',
})
const page = async (address: string, who = lead) => (await who.browser.get(address)).page
const OFFER = 'Go on to the whole framework'

describe('where it is offered', () => {
  const places = (at: At) => [
    accounts.organisation.to({ organisation: at.organisation }),
    paths.taskList.to(at),
    reportPaths.results.to(at),
  ]
  const offers = async (at: At, who: MemberPersona) => {
    const found: boolean[] = []
    for (const address of places(at)) found.push((await page(address, who)).links.some(({ href }) => href === paths.goOn.to(at)))
    return found
  }

  test('on the home page, the assessment’s own and its results, to whoever may start one, in the same words', async () => {
    core = await completedCore(lead, { programme })
    expect(await offers(core, lead)).toEqual([true, true, true])
    for (const address of places(core)) {
      const link = (await page(address)).links.find(({ href }) => href === paths.goOn.to(core))
      expect(link?.text.startsWith(OFFER)).toBe(true)
    }
    for (const who of [contributor, viewer]) {
      expect(await offers(core, who)).toEqual([false, false, false])
      expect((await who.browser.get(paths.goOn.to(core))).status).toBe(403)
    }
  })

  test('not before it is completed, nor of the whole framework; and once taken, the same places lead there', async () => {
    core = await startAssessment(lead, { programme })
    const whole = await startAssessment(lead, { programme: `${programme} whole`, scope: 'all' })
    for (const at of [core, whole]) {
      expect(await offers(at, lead)).toEqual([false, false, false])
      expect((await lead.browser.get(paths.goOn.to(at))).status).toBe(409)
    }
    core = await completedCore(lead, { programme: `${programme} done` })
    const at = startedBy((await goOn()).location)
    expect(await offers(core, lead)).toEqual([false, false, false])
    for (const address of places(core))
      expect((await page(address, viewer)).links).toContainEqual({
        text: `Went on to ${programme} done, 2026, whole framework`,
        href: paths.taskList.to(at),
      })
  })
})

test('it is asked first: what comes along, how long the rest takes, and that what is completed stays', async () => {
  core = await completedCore(lead, { programme })
  const asked = await page(paths.goOn.to(core))
  expect(asked.words).toContain('This starts a new assessment of all 40 indicators. The other 20 take about half a day')
  expect(asked.words).toContain('Your answers to the 20 core indicators, with their evidence and private notes.')
  expect(asked.words).toContain('both assessments have the same one')
  expect(asked.words).toContain('What you completed on 4 March 2026 stays as it is')
  expect([asked.valueOf('programme'), asked.valueOf('lead')]).toEqual([programme, 'Dev Achterberg'])
  const wrong = await goOn({ lead: ' ' })
  expect([wrong.status, wrong.page.errors]).toEqual([422, [{ text: 'Enter the name of whoever is leading it', href: '#lead' }]])
})

describe('what comes along', () => {
  let at: At
  let mark: string
  beforeEach(async () => {
    core = await startAssessment(lead, { programme })
    await rate(contributor.browser, core, await indicatorsOf(lead.browser, core), { '1.1': 'developing' })
    await autosave(lead.browser, core, '1.2', 1, {
      rating: 'less-relevant',
      lessRelevantReason: 'Our funder does it',
      notes: 'Ask Sam',
    })
    await autosave(lead.browser, core, '2.1', 1, { examples: ['1', '3'] })
    const address = indicatorAddress(core, '1.1')
    const file = new File(['What we want to change.'], 'theory of change.txt')
    await lead.browser.fillIn(address, address, { evidenceFile: file, evidenceLink: 'example.org/aims', do: 'save' })
    await lead.browser.fillIn(address, address, { 'new-action': 'Print it as a poster', do: 'add-action' })
    mark = paths.exemption.to({ ...core, standard: '8' })
    const silver = { level: 'Silver', 'awardedOn-day': '27', 'awardedOn-month': '3', 'awardedOn-year': '2025' }
    const until = { 'expiresOn-day': '5', 'expiresOn-month': '3', 'expiresOn-year': '2026' }
    const kept = { evidencePlaceTitle: 'Our certificate', evidencePlace: 'On the wall', do: 'add-evidence:place' }
    await lead.browser.fillIn(mark, mark, { ...silver, ...until, ...kept })
    expect((await complete(lead, core)).status).toBe(303)
    world.clock.advance(60 * 60_000)
  })

  test('every answer, as it was sealed, counting as answered and saying where it is from until it is changed', async () => {
    at = startedBy((await goOn()).location)
    const before = await answersOf(own(), core.assessment)
    const after = await answersOf(own(), at.assessment)
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    for (const [id, { values }] of before) expect([id, after.get(id)?.values]).toEqual([id, values])
    const list = await page(paths.taskList.to(at))
    expect(list.heading).toContain(`${programme}, 2026, whole framework`)
    // Standard 8 is covered.
    expect(list.words).toContain('17 of 33 indicators answered')
    expect(list.words).toContain('answers are from the core assessment completed on 4 March 2026.')
    expect(list.words).toContain(`It goes on from ${programme}, 2026`)

    const from = 'From the core assessment completed on 4 March 2026'
    const indicator = await page(indicatorAddress(at, '1.1'))
    expect(indicator.words).toContain(from)
    expect(indicator.words).toContain('theory of change.txt')
    expect((await page(indicatorAddress(at, '1.3'))).words).not.toContain(from)
    const overview = (await page(paths.lookOver.to(at))).words
    expect(overview.split(from)).toHaveLength(1 + 20)
    await autosave(lead.browser, at, '1.1', 1, { evidence: 'It has moved on.' })
    expect((await page(indicatorAddress(at, '1.1'))).words).not.toContain(from)
    expect((await page(paths.lookOver.to(at))).words.split(from)).toHaveLength(20)
    expect((await page(indicatorAddress(core, '1.1'))).words).not.toContain('It has moved on.')
  })

  test('evidence and certificates, a file without a second copy of it; and what is done to one leaves the other alone', async () => {
    const folder = (await evidenceUnder(own(), `assessment/${core.assessment}/`)).length
    at = startedBy((await goOn()).location)
    const items = async (of: At) =>
      (await evidenceUnder(own(), `assessment/${of.assessment}/`)).map((item) => ({
        ...item,
        id: '',
        subject: item.subject.replace(/^assessment\/[^/]+/, ''),
      }))
    expect(await items(at)).toEqual(await items(core))
    expect(await items(at)).toHaveLength(folder)
    const address = indicatorAddress(at, '1.1')
    const shown = await lead.browser.get(address)
    const download = shown.page.links.find(({ text }) => text.includes('theory of change.txt'))
    expect((await lead.browser.get(download?.href ?? '')).text).toBe('What we want to change.')
    for (const { value } of shown.page.form(address).buttons.filter(({ text }) => text.startsWith('Remove ')))
      await lead.browser.fillIn(address, address, { do: value })
    expect((await items(at)).length).toBe(folder - 2)
    expect((await items(core)).length).toBe(folder)
  })

  test('a quality mark with its certificate, where it still holds', async () => {
    at = startedBy((await goOn()).location)
    const covered = await page(paths.standard.to({ ...at, standard: '8' }))
    expect(covered.words).toContain('London Youth Quality Mark, Silver')
    expect(covered.words).toContain('Our certificate')
  })

  test('and not one that has ended', async () => {
    const now = world.clock.now().toISOString()
    world.clock.set('2026-03-06T10:00:00.000Z')
    at = startedBy((await goOn()).location)
    expect((await page(paths.taskList.to(at))).words).toContain('20 of 40 indicators answered')
    expect((await page(paths.standard.to({ ...at, standard: '8' }))).words).not.toContain('Silver')
    expect((await page(paths.exemption.to({ ...at, standard: '8' }))).words).not.toContain('Our certificate')
    world.clock.set(now)
  })

  test('the development plan is the same one, from either', async () => {
    at = startedBy((await goOn()).location)
    const plan = planPaths.plan.to({ organisation: core.organisation, plan: core.assessment })
    const list = await page(paths.taskList.to(at))
    expect(list.links.map(({ href }) => href)).toContain(plan)
    const address = indicatorAddress(at, '1.3')
    await lead.browser.fillIn(address, address, { 'new-action': 'Ask young people first', do: 'add-action' })
    const shown = await page(plan)
    expect(shown.words).toContain('Print it as a poster')
    expect(shown.words).toContain('Ask young people first')
    expect(shown.heading).toBe(`${programme}, 2026, whole framework Mentoring Development Plan`)
    expect(shown.words).toContain('This framework was completed on 4 March 2026')
    // 1.1 is at a low rating, and its action came along with the plan.
    expect((await page(paths.lookOver.to(at))).words).not.toContain('No action is planned yet.')
    expect((await lead.browser.get(planPaths.plan.to({ organisation: at.organisation, plan: at.assessment }))).status).toBe(404)
    expect((await page(reportPaths.results.to(core))).words).toContain('All 2 actions need a person or a date')
  })

  test('the words stay those of whoever wrote them, and took nobody any time', async () => {
    at = startedBy((await goOn()).location)
    const writers = await own()
      .select('answer_change')
      .select('person_id')
      .where('assessment_id', '=', at.assessment)
      .where('field', '=', 'evidence')
      .execute()
    expect(new Set(writers.map(({ person_id }) => person_id))).toEqual(new Set([contributor.id]))
    expect((await page(paths.taskList.to(at))).words).toContain('Allow about 2½ hours more.')
    for (const indicator of ['1.3', '1.4', '2.5']) {
      world.clock.advance(4 * 60_000)
      expect((await autosave(lead.browser, at, indicator, 0, { rating: 'good' })).status).not.toBe(500)
    }
    expect((await page(paths.taskList.to(at))).words).toMatch(/You have about (40|45|50|55) minutes|about 1 hour/)
  })

  test('completed, it says what it goes on from, under its seal, and which answers are as they were', async () => {
    at = startedBy((await goOn()).location)
    await autosave(lead.browser, at, '1.1', 1, { rating: 'good' })
    const rest = (await indicatorsOf(lead.browser, at)).filter((id) => !id.startsWith('8.'))
    const answered = await answersOf(own(), at.assessment)
    await rate(
      lead.browser,
      at,
      rest.filter((id) => !answered.has(id)),
    )
    expect((await complete(lead, at)).status).toBe(303)
    const seal = await sealedRevision(own(), at.assessment, 1)
    const record = JSON.parse(seal?.content ?? '{}')
    expect(createHash('sha256').update(canonicalJson(record)).digest('hex')).toBe(seal?.sha256)
    expect(record.continues).toEqual({
      assessmentId: core.assessment,
      revision: 1,
      completedOn: '2026-03-04',
      sha256: (await sealedRevision(own(), core.assessment, 1))?.sha256,
    })
    const carried = record.answers.filter((each: { carriedOver?: true }) => each.carriedOver)
    expect(carried.map((each: { indicatorId: string }) => each.indicatorId)).not.toContain('1.1')
    expect(carried).toHaveLength(19)
    expect(JSON.stringify(record)).not.toContain('Ask Sam')
    // A correction of it that is discarded leaves them as they were, too.
    const correcting = paths.correct.to(at)
    await lead.browser.fillIn(correcting, correcting, { reason: 'A slip' })
    const from = async () => (await page(indicatorAddress(at, '2.1'))).words.includes('From the core assessment')
    expect(await from()).toBe(true)
    await autosave(lead.browser, at, '2.1', 1, { evidence: 'Changed' })
    expect(await from()).toBe(false)
    await lead.browser.fillIn(paths.discard.to(at), paths.discard.to(at))
    expect(await from()).toBe(true)
    // The first is as it was.
    expect((await page(reportPaths.results.to(core))).words).toContain('Sealed as revision 1.')
    expect(JSON.parse((await sealedRevision(own(), core.assessment, 1))?.content ?? '{}')).not.toHaveProperty('continues')
    const plan = await page(planPaths.plan.to({ organisation: core.organisation, plan: core.assessment }))
    expect(plan.words).toContain('This framework was completed on')
  })
})

test('asked again, or sent twice, it leads to the one that is open', async () => {
  core = await completedCore(lead, { programme })
  const form = await lead.browser.get(paths.goOn.to(core))
  const other = await owner.browser.get(paths.goOn.to(core))
  const send = () => lead.browser.fillIn(form, paths.goOn.to(core))
  const first = await send()
  const at = startedBy(first.location)
  expect((await send()).location).toBe(first.location)
  expect((await owner.browser.fillIn(other, paths.goOn.to(core), { lead: 'Alice' })).location).toBe(first.location)
  expect((await lead.browser.get(paths.goOn.to(core))).location).toBe(first.location)
  expect(await findAssessment(own(), at.assessment)).toMatchObject({ lead: 'Dev Achterberg', scope: 'all' })
})

test('both at once start one', async () => {
  core = await completedCore(lead, { programme })
  const forms = [await lead.browser.get(paths.goOn.to(core)), await owner.browser.get(paths.goOn.to(core))] as const
  const replies = await Promise.all([
    lead.browser.fillIn(forms[0], paths.goOn.to(core)),
    owner.browser.fillIn(forms[1], paths.goOn.to(core)),
  ])
  expect(replies.map(({ status }) => status)).toEqual([303, 303])
  expect(replies[0].location).toBe(replies[1].location)
})

test('a form for what has been corrected since starts nothing', async () => {
  core = await completedCore(lead, { programme })
  const form = await lead.browser.get(paths.goOn.to(core))
  const correct = paths.correct.to(core)
  await lead.browser.fillIn(correct, correct, { reason: 'A slip of the pen' })
  expect((await lead.browser.fillIn(form, paths.goOn.to(core))).status).toBe(409)
  await complete(lead, core)
  expect((await lead.browser.fillIn(form, paths.goOn.to(core))).status).toBe(409)
  const at = startedBy((await goOn()).location)
  expect((await findAssessment(own(), at.assessment))?.continues?.revision).toBe(2)
})

test('what was set aside comes along, as it was left', async () => {
  core = await startAssessment(lead, { programme, scope: 'all' })
  await autosave(lead.browser, core, '1.3', 0, { evidence: 'A needs study' })
  await lead.browser.fillIn(paths.narrow.to(core), paths.narrow.to(core))
  await rate(lead.browser, core, await indicatorsOf(lead.browser, core))
  await complete(lead, core)
  const at = startedBy((await goOn()).location)
  const { words } = await page(indicatorAddress(at, '1.3'))
  expect((await page(indicatorAddress(at, '1.3'))).valueOf('evidence')).toBe('A needs study')
  expect(words).not.toContain('From the core assessment')
  expect((await page(paths.taskList.to(at))).words).toContain('20 of 40 indicators answered')
})

test('it goes on to the whole framework, so it can’t be narrowed', async () => {
  core = await completedCore(lead, { programme })
  const at = startedBy((await goOn()).location)
  expect((await page(paths.taskList.to(at))).words).not.toContain('Go through the core indicators alone')
  expect((await lead.browser.post(paths.narrow.to(at), { sure: 'yes' })).status).toBe(409)
})
