import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answersOf, findAssessment, assessmentPaths as paths } from '../src/assessment/index.ts'
import { planPaths } from '../src/plan/index.ts'
import { ownedBy } from '../src/platform/index.ts'
import { reportPaths } from '../src/report/index.ts'
import { type At, autosave, complete, indicatorAddress, indicatorsOf, rate, startAssessment } from './support/assessments.ts'
import { alice, chelsea, esi, type MemberPersona } from './support/personas.ts'
import type { Fields } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** From the core indicators to all of them, and back: asked first, and nothing is lost either way. */

let world: World
let owner: MemberPersona
let contributor: MemberPersona
let viewer: MemberPersona
let at: At
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  contributor = await esi(world, owner.organisation)
  viewer = await chelsea(world, owner.organisation)
})
afterAll(() => world.end())
beforeEach(async () => {
  at = await startAssessment(owner)
})

const own = () => ownedBy(world.services.db.read, at.organisation)
const taskList = async (who = owner) => (await who.browser.get(paths.taskList.to(at))).page
const scope = async () => (await findAssessment(own(), at.assessment))?.scope
const extend = (fields: Fields = {}) => owner.browser.fillIn(paths.extend.to(at), paths.extend.to(at), fields)
/** Presses the quiet button on the assessment's own page. */
const narrow = async () => owner.browser.fillIn(paths.taskList.to(at), paths.narrow.to(at))
const trail = async () =>
  (
    await own().select('activity').select(['action']).where('subject', '=', `assessment/${at.assessment}`).orderBy('id').execute()
  ).map(({ action }) => action)

describe('adding the others', () => {
  test('is asked first: what is added, how long it takes, that nothing is lost and that it can be taken back', async () => {
    const link = (await taskList()).links.find(({ text }) => text === 'Add the other 20')
    const asked = (await owner.browser.get(link?.href ?? '')).page
    expect(asked.heading).toBe('All our mentoring, 2026 Add the other 20?')
    expect(asked.words).toContain('Those take about half a day, in as many sittings as you like.')
    expect(asked.words).toContain('Nothing you have done is lost or changed.')
    expect(asked.words).toContain('You can go back to the core indicators alone until you complete it.')
    expect(asked.links).toContainEqual({ text: 'Not now', href: paths.taskList.to(at) })
    expect(await scope()).toBe('core')
    const reply = await extend()
    expect([reply.status, reply.location, await scope()]).toEqual([303, paths.taskList.to(at), 'all'])
    expect((await owner.browser.get(paths.extend.to(at))).status).toBe(409)
  })

  test('is offered to whoever may start an assessment, and to nobody else', async () => {
    for (const who of [contributor, viewer]) {
      expect((await taskList(who)).links.map(({ text }) => text)).not.toContain('Add the other 20')
      expect((await who.browser.get(paths.extend.to(at))).status).toBe(403)
    }
  })
})

describe('going back to the core indicators', () => {
  test('is done at once while none of the others has been begun', async () => {
    await extend()
    await rate(owner.browser, at, ['1.1'])
    // Put off is not begun.
    await owner.browser.fillIn(indicatorAddress(at, '1.3'), indicatorAddress(at, '1.3'), { do: 'skip' })
    const { words } = await taskList()
    expect(words).toContain('Go back to the core indicators')
    const reply = await narrow()
    expect([reply.status, reply.location, await scope()]).toEqual([303, paths.taskList.to(at), 'core'])
    expect((await taskList()).words).toContain('1 of 20 indicators answered')
    expect(await trail()).toEqual(['assessment.started', 'assessment.extended', 'assessment.narrowed'])
  })

  test.each<[string, () => Promise<unknown>]>([
    ['a rating', () => autosave(owner.browser, at, '1.3', 0, { rating: 'good' })],
    ['words', () => autosave(owner.browser, at, '1.3', 0, { evidence: 'A needs study' })],
    ['a private note', () => autosave(owner.browser, at, '1.3', 0, { notes: 'Ask Sam' })],
    [
      'evidence alone',
      () =>
        owner.browser.fillIn(indicatorAddress(at, '1.3'), indicatorAddress(at, '1.3'), {
          evidenceLink: 'example.org',
          do: 'save',
        }),
    ],
  ])('is asked where one of them has %s', async (_, write) => {
    await extend()
    await write()
    const reply = await narrow()
    expect([reply.location, await scope()]).toEqual([paths.narrow.to(at), 'all'])
    const { page } = await owner.browser.get(paths.narrow.to(at))
    expect(page.words).toContain('This indicator has been begun. Your words and evidence are kept')
    expect(page.links.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^1\.3 /))
    expect((await owner.browser.fillIn(paths.narrow.to(at), paths.narrow.to(at))).status).toBe(303)
    expect(await scope()).toBe('core')
  })

  test('what is set aside counts nowhere, is kept, and comes back', async () => {
    await extend()
    await rate(owner.browser, at, ['1.1', '1.3'], { '1.3': 'undeveloped' })
    const action = planPaths.newAction.to({ organisation: at.organisation, plan: at.assessment })
    await owner.browser.fillIn(action, action, { indicator: '1.3', action: 'Ask young people first' })
    const before = await answersOf(own(), at.assessment)
    await owner.browser.fillIn(paths.narrow.to(at), paths.narrow.to(at))

    const list = await taskList()
    expect(list.words).toContain('1 of 20 indicators answered')
    expect(list.words).toContain('1 of them has been begun, and will be as you left it.')
    expect(await indicatorsOf(owner.browser, at)).toHaveLength(20)
    interface Everything {
      record: { scope: string; answers: { indicatorId: string }[]; actions: { action: string }[] }
    }
    const { record } = (await owner.browser.get(reportPaths.everything.to(at))).json<Everything>()
    expect([record.scope, record.answers.some(({ indicatorId }) => indicatorId === '1.3')]).toEqual(['core', false])
    expect(record.actions.map((each) => each.action)).toEqual(['Ask young people first'])
    expect((await owner.browser.get(paths.lookOver.to(at))).page.words).not.toContain('1.3 ')

    // It can be read where the plan names it, and says why nothing is asked.
    const read = (await owner.browser.get(indicatorAddress(at, '1.3'))).page
    expect(read.words).toContain('This assessment goes through the core indicators, and this is not one of them')
    expect(read.words).toContain('What was written is set aside.')
    expect(read.words).toContain('What we do about 1.3, and how we know.')
    expect(read.words).not.toContain('Indicator 0 of')
    expect((await owner.browser.get(indicatorAddress(at, '9.9'))).status).toBe(404)

    const asked = (await owner.browser.get(paths.extend.to(at))).page
    expect(asked.words).toContain('1 answer you had set aside will be back.')
    await extend()
    expect((await taskList()).words).toContain('2 of 40 indicators answered')
    expect(await answersOf(own(), at.assessment)).toEqual(before)
  })

  test('a page that was open is refused, with its words shown back, also by script', async () => {
    await extend()
    const address = indicatorAddress(at, '1.3')
    const left = await contributor.browser.get(address)
    await narrow()
    const reply = await contributor.browser.fillIn(left, address, { evidence: 'Written meanwhile', do: 'save' })
    expect([reply.status, reply.page.heading]).toEqual([409, 'This has moved on'])
    expect(reply.page.words).toContain('Written meanwhile')
    const script = await autosave(contributor.browser, at, '1.3', 0, { evidence: 'Written meanwhile' })
    expect([script.status, script.said.problem]).toEqual([409, 'stale'])
    expect((await answersOf(own(), at.assessment)).has('1.3')).toBe(false)
  })

  test('one that began with the whole framework can be narrowed as well; one that is completed can’t', async () => {
    at = await startAssessment(owner, { scope: 'all', programme: 'Whole' })
    expect((await taskList()).words).toContain('Go through the core indicators alone')
    expect((await taskList(contributor)).words).not.toContain('Go through the core indicators alone')
    await narrow()
    expect(await scope()).toBe('core')
    await rate(owner.browser, at, await indicatorsOf(owner.browser, at))
    expect((await complete(owner, at)).status).toBe(303)
    for (const address of [paths.extend.to(at), paths.narrow.to(at)]) {
      expect((await owner.browser.get(address)).status).toBe(409)
      expect((await owner.browser.post(address, { sure: 'yes' })).status).toBe(409)
    }
  })
})

test('saves of what is set aside are no part of the pace', async () => {
  await extend()
  for (const indicator of ['1.3', '1.4', '2.1', '2.2', '2.3']) {
    world.clock.advance(10 * 60_000)
    await rate(owner.browser, at, [indicator])
  }
  await owner.browser.fillIn(paths.narrow.to(at), paths.narrow.to(at))
  // Three of the core ones in twenty minutes and what a first save stands for: seven and a half each, for seventeen.
  expect((await taskList()).words).toContain('You have about 2 hours left, at the pace you are going.')
})
