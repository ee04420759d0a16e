import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { paths as accounts } from '../src/accounts/index.ts'
import { answersOf, evidenceKept, findAssessment, assessmentPaths as paths } from '../src/assessment/index.ts'
import { evidenceUnder, sweepFiles } from '../src/evidence/index.ts'
import { planPaths } from '../src/plan/index.ts'
import { asSystem, ownedBy } from '../src/platform/index.ts'
import { reportPaths } from '../src/report/index.ts'
import { type At, autosave, complete, completedCore, correct, discard, indicatorAddress } from './support/assessments.ts'
import { alice, chelsea, dev, esi, type MemberPersona } from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

/** A completed assessment is corrected: what is sealed stays in the foreground, and a correction can be discarded with nothing lost. */

let world: World
let owner: MemberPersona
let lead: MemberPersona
let contributor: MemberPersona
let viewer: MemberPersona
let at: At
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  lead = await dev(world, owner.organisation)
  contributor = await esi(world, owner.organisation)
  viewer = await chelsea(world, owner.organisation)
})
afterAll(() => world.end())
beforeEach(async () => {
  world.clock.advance(60_000)
  at = await completedCore(lead, { programme: `Club ${world.clock.now().toISOString()}` })
})

const own = () => ownedBy(world.services.db.read, at.organisation)
const reason = 'The training records were found.'
const open = (fields = {}) => correct(lead, at, reason, fields)
const values = async (indicator: string) => (await answersOf(own(), at.assessment)).get(indicator)?.values
const said = async () =>
  Object.fromEntries([...(await answersOf(own(), at.assessment))].map(([id, answer]) => [id, { ...answer.values }]))
/** Writes into an answer from what stands. */
async function write(indicator: string, fields: Record<string, string>, by = lead) {
  const revision = (await answersOf(own(), at.assessment)).get(indicator)?.revision ?? 0
  return autosave(by.browser, at, indicator, revision, fields)
}
const page = async (address: string, who = lead) => (await who.browser.get(address)).page
const taskList = (who = lead) => page(paths.taskList.to(at), who)
const history = async () =>
  (await own().select('answer_change').selectAll().where('assessment_id', '=', at.assessment).execute()).length

async function addPlace(indicator: string, title: string) {
  const address = indicatorAddress(at, indicator)
  const fields = { evidencePlaceTitle: title, evidencePlace: 'In the office', do: 'add-evidence:place' }
  expect((await lead.browser.fillIn(address, address, fields)).status).toBe(303)
}
const titles = async (indicator: string) =>
  (await evidenceUnder(own(), `assessment/${at.assessment}/indicator/`))
    .filter(({ subject }) => subject.endsWith(`/${indicator}`))
    .map(({ title }) => title)
async function removeAll(indicator: string) {
  const address = indicatorAddress(at, indicator)
  const shown = await lead.browser.get(address)
  const button = shown.page.form(address).buttons.find(({ value }) => value.startsWith('remove-evidence:'))
  expect((await lead.browser.fillIn(shown, address, { do: button?.value ?? '' })).status).toBe(303)
}

describe('while a correction is open', () => {
  beforeEach(async () => {
    expect((await open()).status).toBe(303)
    await write('1.1', { evidence: 'They were in the other cupboard.', rating: 'excellent' })
  })

  test.each(['the home page', 'the list', 'its own page'])(
    '%s shows what is completed, and beneath it the correction',
    async (where) => {
      const address = {
        'the home page': accounts.organisation.to({ organisation: at.organisation }),
        'the list': paths.list.to({ organisation: at.organisation }),
      }[where]
      for (const who of [lead, contributor, viewer]) {
        const { words, links } = await page(address ?? paths.taskList.to(at), who)
        expect(words).toContain('Completed on 4 March 2026')
        expect(words.indexOf('Completed on 4 March 2026')).toBeLessThan(words.indexOf(`A correction is open: ${reason}`))
        const hrefs = links.map(({ href }) => href)
        expect(hrefs).toContain(reportPaths.results.to(at))
        const plan = planPaths.plan.to({ organisation: at.organisation, plan: at.assessment })
        expect(hrefs.map((href) => href.split('?')[0])).toContain(plan)
        expect(hrefs.includes(paths.discard.to(at))).toBe(who === lead)
        const carryOn = links.some(({ text }) =>
          text.startsWith(address ? 'Carry on with the correction' : 'Look over and complete'),
        )
        expect(carryOn).toBe(address ? who !== viewer : who === lead)
      }
    },
  )

  test('nothing of it can be corrected, gone on from or narrowed', async () => {
    const words = (await taskList()).links.map(({ text }) => text)
    expect(words).not.toContain('Correct something')
    expect(words).not.toContain('Go on to the whole framework')
    for (const address of [paths.correct.to(at), paths.goOn.to(at), paths.extend.to(at), paths.narrow.to(at)])
      expect([address, (await lead.browser.get(address)).status]).toEqual([address, 409])
  })

  test('the plan says how it was completed', async () => {
    const { words } = await page(planPaths.plan.to({ organisation: at.organisation, plan: at.assessment }))
    expect(words).toContain('This framework was completed on 4 March 2026')
  })

  test('results, reports and everything are of what is sealed; the correction is shown as such to whoever asks', async () => {
    const results = await page(reportPaths.results.to(at))
    expect(results.heading).toContain('Where we are')
    expect(results.words).toContain('Completed on 4 March 2026 by Dev Achterberg')
    expect(results.words).toContain(`A correction is open: ${reason}`)
    expect(results.words).toContain('Sealed as revision 1.')
    const link = results.links.find(({ text }) => text === 'See its results so far')
    const so = await lead.browser.get(link?.href ?? '')
    expect(so.page.heading).toContain('The correction as it stands')
    expect(so.page.words).toContain('This corrects an assessment that was completed on 4 March 2026')
    expect(so.page.words).not.toContain('Sealed as')
    expect(so.page.words).toContain('Excellent practice')
    expect(so.page.links.find(({ text }) => text === 'Full report (PDF)')?.href).toBe(
      reportPaths.report.to(at, { revision: 'correction' }),
    )
    interface Everything {
      record: { revision: number; answers: { evidence: string }[] }
      openCorrection?: { answers: { evidence: string }[] }
    }
    const all = (await lead.browser.get(reportPaths.everything.to(at))).json<Everything>()
    expect([all.record.revision, all.record.answers[0]?.evidence]).toEqual([1, 'What we do about 1.1, and how we know.'])
    expect(all.openCorrection?.answers[0]?.evidence).toBe('They were in the other cupboard.')
    const names = async (query: { revision?: string }) =>
      (await lead.browser.head(reportPaths.report.to(at, query))).headers.get('content-disposition')
    expect(await names({})).toMatch(/ 2026 report\.pdf"/)
    expect(await names({ revision: 'correction' })).toMatch(/ 2026 draft report\.pdf"/)
    expect((await lead.browser.get(reportPaths.results.to(at, { revision: '2' }))).status).toBe(404)
  })

  test('completed, it takes the foreground, and the next one is told from it', async () => {
    expect((await complete(lead, at)).status).toBe(303)
    const results = await page(reportPaths.results.to(at))
    expect(results.words).toContain('Sealed as revision 2.')
    expect(results.words).toContain(`This is revision 2. Why it was made: ${reason}`)
    expect((await lead.browser.get(reportPaths.results.to(at, { revision: 'correction' }))).status).toBe(404)
    expect((await lead.browser.get(paths.discard.to(at))).status).toBe(409)
    const rows = await own().select('correction').select(['outcome']).where('assessment_id', '=', at.assessment).execute()
    expect(rows).toEqual([{ outcome: 'completed' }])
    expect((await lead.browser.head(reportPaths.report.to(at))).headers.get('content-disposition')).toContain(
      ' 2026 revision 2 report.pdf',
    )
  })

  test('what was taken away in it is not forgotten before it is decided', async () => {
    await addPlace('1.2', 'Register')
    expect((await complete(lead, at)).status).toBe(303)
    await open()
    await removeAll('1.2')
    const now = world.clock.now().toISOString()
    world.clock.advance(40 * 24 * 60 * 60 * 1000)
    const sweep = () => sweepFiles(asSystem(world.services, 'sweep-files'), evidenceKept)
    expect((await sweep()).forgotten).toBe(0)
    world.clock.set(now)
    await discard(lead, at)
    expect(await titles('1.2')).toEqual(['Register'])
  })
})

describe('discarding a correction', () => {
  test('asks, and says what was changed in it', async () => {
    await open()
    const nothing = await lead.browser.get(paths.discard.to(at))
    expect(nothing.page.words).toContain('Nothing so far.')
    await write('1.2', { evidence: 'We ask every mentee.' })
    await write('2.1', { rating: 'undeveloped' })
    await write('2.1', { rating: 'good' })
    await addPlace('3.1', 'Training records')
    const mark = paths.exemption.to({ ...at, standard: '8' })
    await lead.browser.fillIn(mark, mark, {
      level: 'Gold',
      'awardedOn-day': '2',
      'awardedOn-month': '6',
      'awardedOn-year': '2025',
    })
    await lead.browser.fillIn(paths.describe.to(at), paths.describe.to(at), { lead: 'Sam Obi' })
    const { page: asked } = await lead.browser.get(paths.discard.to(at))
    expect(asked.heading).toContain('Discard the correction?')
    expect(asked.words).toContain(reason)
    for (const changed of [
      '1.2 Outcomes and measures',
      '3.1',
      'The quality mark for standard 8',
      'The programme or who leads it',
    ])
      expect(asked.words).toContain(changed)
    // Changed and changed back.
    expect(asked.words).not.toContain('2.1')
    expect((await taskList()).links.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^Discard it/))
  })

  test('everything is as it was sealed, but for the plan, and nothing is deleted', async () => {
    await open()
    await addPlace('3.1', 'Kept from the start')
    expect((await complete(lead, at)).status).toBe(303)
    const before = await said()
    const sealed = await findAssessment(own(), at.assessment)
    await open()
    const lines = await history()
    await write('1.2', { evidence: 'We ask every mentee.', notes: 'Tell the trustees' })
    await write('2.2', { rating: 'less-relevant', lessRelevantReason: 'We mentor in groups' })
    await removeAll('3.1')
    await addPlace('3.1', 'Training records')
    const mark = paths.exemption.to({ ...at, standard: '8' })
    await lead.browser.fillIn(mark, mark, {
      level: 'Gold',
      'awardedOn-day': '2',
      'awardedOn-month': '6',
      'awardedOn-year': '2025',
    })
    await lead.browser.fillIn(paths.describe.to(at), paths.describe.to(at), { programme: 'Something else', lead: 'Sam Obi' })
    const action = planPaths.newAction.to({ organisation: at.organisation, plan: at.assessment })
    await lead.browser.fillIn(action, action, { indicator: '1.1', action: 'Ask mentees what they need' })

    const reply = await discard(lead, at)
    expect([reply.status, reply.location]).toEqual([303, paths.taskList.to(at)])
    const { words, links } = await taskList()
    expect(words).toContain('The correction is discarded. Everything is as you completed it.')
    expect(words).not.toContain('A correction is open')
    expect(words).toContain('Revision 2')
    expect(links.map(({ text }) => text)).toContain('Correct something')
    expect(await said()).toEqual(before)
    expect(await titles('3.1')).toEqual(['Kept from the start'])
    expect({ ...(await findAssessment(own(), at.assessment)), opening: 0 }).toEqual({ ...sealed, opening: 0 })
    expect(await own().select('exemption').selectAll().where('assessment_id', '=', at.assessment).execute()).toEqual([])
    expect((await page(planPaths.plan.to({ organisation: at.organisation, plan: at.assessment }))).words).toContain(
      'Ask mentees what they need',
    )
    expect(await history()).toBe(lines + 4 + 4)
    const seals = await own().select('sealed_assessment').select('revision').where('assessment_id', '=', at.assessment).execute()
    expect(seals).toHaveLength(2)
  })

  test('words that are put back stay those of whoever wrote them', async () => {
    await open()
    await write('1.2', { evidence: 'Esi found it.' }, contributor)
    await complete(lead, at)
    await open()
    await write('1.2', { evidence: 'Dev says otherwise.' })
    await discard(lead, at)
    const saves = async (who: MemberPersona) =>
      (await who.browser.get('/account/data.json')).text.split('"value": "Esi found it."').length - 1
    expect([await saves(contributor), await saves(lead)]).toEqual([2, 0])
  })

  test('two versions that were waiting are settled, and wait again when it is picked up', async () => {
    await open()
    const { revision = 0 } = (await answersOf(own(), at.assessment)).get('1.2') ?? {}
    await autosave(lead.browser, at, '1.2', revision, { evidence: 'Dev' })
    await autosave(contributor.browser, at, '1.2', revision, { evidence: 'Esi' })
    const waiting = async () => (await page(indicatorAddress(at, '1.2'))).words.includes('There are two versions')
    expect(await waiting()).toBe(true)
    await discard(lead, at)
    await open()
    expect(await waiting()).toBe(false)
    await discard(lead, at)
    await open({ from: '1' })
    expect(await waiting()).toBe(true)
  })

  test('done twice, it is done once; done by an old form, to another correction, it is refused', async () => {
    await open()
    const form = await lead.browser.get(paths.discard.to(at))
    const send = () => lead.browser.fillIn(form, paths.discard.to(at))
    expect((await send()).status).toBe(303)
    expect((await send()).status).toBe(303)
    await open()
    expect((await send()).status).toBe(409)
    expect((await taskList()).words).toContain('A correction is open')
  })

  test('what was changed after the page was shown is shown first', async () => {
    await open()
    const form = await lead.browser.get(paths.discard.to(at))
    await write('1.2', { evidence: 'One more thing' }, contributor)
    const again = await lead.browser.fillIn(form, paths.discard.to(at))
    expect(again.status).toBe(409)
    expect(again.page.errors[0]).toMatchObject({ href: '#changes', text: expect.stringContaining('Something was changed') })
    expect(again.page.words).toContain('1.2 Outcomes and measures')
    expect((await values('1.2'))?.evidence).toBe('One more thing')
    expect((await lead.browser.fillIn(again, paths.discard.to(at))).status).toBe(303)
    expect((await values('1.2'))?.evidence).toBe('What we do about 1.2, and how we know.')
  })

  test('while others save: whatever comes first, what is sealed stands, and every word is somewhere', async () => {
    await open()
    const form = await lead.browser.get(paths.discard.to(at))
    const before = await said()
    const { revision = 0 } = (await answersOf(own(), at.assessment)).get('1.2') ?? {}
    const texts = ['one', 'two', 'three', 'four']
    const [discarded, ...saves] = await Promise.all([
      lead.browser.fillIn(form, paths.discard.to(at)),
      ...texts.map((evidence) => autosave(contributor.browser, at, '1.2', revision, { evidence })),
    ])
    const assessment = await findAssessment(own(), at.assessment)
    if (discarded.status === 303) {
      expect(assessment?.status).toBe('complete')
      expect(await said()).toEqual(before)
    } else expect([discarded.status, assessment?.status]).toEqual([409, 'in-progress'])
    const changes = await own().select('answer_change').select('value').where('assessment_id', '=', at.assessment).execute()
    const kept = await own().select('answer_conflict').select('value').where('assessment_id', '=', at.assessment).execute()
    const there = new Set([...changes, ...kept].map(({ value }) => value))
    // A save that was told it is saved is in the history; one that was refused has been told so.
    expect(saves.map(({ status }, n) => [status, there.has(texts[n] ?? '')])).toEqual(
      saves.map(({ status }) => [status, status === 200]),
    )
    expect(saves.every(({ status }) => status === 200 || status === 409)).toBe(true)
  })
})

describe('correcting again after one was discarded', () => {
  beforeEach(async () => {
    await open()
    await write('1.2', { evidence: 'We ask every mentee.', rating: 'excellent' })
    await addPlace('1.2', 'Survey')
    await discard(lead, at)
  })

  test('offers to pick it up where it was left, or to begin from what was completed', async () => {
    const { page: asked } = await lead.browser.get(paths.correct.to(at))
    expect(asked.words).toContain('From the correction that was discarded on 4 March 2026')
    expect(asked.words).toContain(`“ ${reason} ” It had changed 1.2 Outcomes and measures.`)
    await open({ reason: 'Something else' })
    expect((await values('1.2'))?.evidence).toBe('What we do about 1.2, and how we know.')
    expect(await titles('1.2')).toEqual([])
  })

  test('picked up, everything is as it was left, under the same number and for the same reason', async () => {
    const reply = await open({ reason: '', from: '1' })
    expect(reply.status).toBe(303)
    expect(await values('1.2')).toMatchObject({ evidence: 'We ask every mentee.', rating: 'excellent' })
    expect(await titles('1.2')).toEqual(['Survey'])
    expect(await findAssessment(own(), at.assessment)).toMatchObject({ revision: 2, opening: 2, revisionReason: reason })
    const other = await lead.browser.get(paths.discard.to(at))
    expect(other.page.words).toContain('1.2 Outcomes and measures')
  })

  test('one discarded with nothing changed in it is not in the way', async () => {
    await open()
    await discard(lead, at)
    const { page: asked } = await lead.browser.get(paths.correct.to(at))
    expect(asked.words).toContain('It had changed 1.2')
    await open({ from: '1' })
    expect((await values('1.2'))?.evidence).toBe('We ask every mentee.')
  })

  test('there is nothing to pick up of one that never was, nor once another is completed', async () => {
    expect((await open({ from: '7' })).status).toBe(409)
    await open()
    await complete(lead, at)
    expect((await page(paths.correct.to(at))).words).not.toContain('Where would you like to begin?')
    expect((await open({ from: '1' })).status).toBe(409)
  })
})

describe('what is left of a discarded correction', () => {
  test('a form to complete it completes no other, though the number is used again', async () => {
    await open()
    const completing = await lead.browser.get(paths.complete.to(at))
    expect(completing.page.words).toContain('Complete revision 2')
    await discard(lead, at)
    await open()
    const fields = { completedByRole: 'Programme manager', honest: 'yes' }
    expect((await lead.browser.fillIn(completing, paths.complete.to(at), fields)).status).toBe(409)
    expect((await complete(lead, at)).status).toBe(303)
    const seals = await own().select('sealed_assessment').select('revision').where('assessment_id', '=', at.assessment).execute()
    expect(seals.map(({ revision }) => revision).sort()).toEqual([1, 2])
  })

  test('nor does a form that opened it open another', async () => {
    const opening = await lead.browser.get(paths.correct.to(at))
    const send = () => lead.browser.fillIn(opening, paths.correct.to(at), { reason })
    expect((await send()).status).toBe(303)
    expect((await send()).status).toBe(303)
    await discard(lead, at)
    expect((await send()).status).toBe(409)
    expect((await taskList()).words).not.toContain('A correction is open')
  })

  test('a page is refused with its words shown back; in the next correction they meet what stands', async () => {
    await open()
    await write('1.2', { evidence: 'In the correction' })
    const address = indicatorAddress(at, '1.2')
    const left = await contributor.browser.get(address)
    const { revision = 0 } = (await answersOf(own(), at.assessment)).get('1.2') ?? {}
    await discard(lead, at)
    const refused = await contributor.browser.fillIn(left, address, { evidence: 'Typed on', do: 'save' })
    expect([refused.status, refused.page.heading]).toEqual([409, 'This has moved on'])
    expect(refused.page.words).toContain('Typed on')
    const draft = await autosave(contributor.browser, at, '1.2', revision, { evidence: 'Typed on' })
    expect([draft.status, draft.said.problem]).toEqual([409, 'stale'])

    await open()
    const late = await autosave(contributor.browser, at, '1.2', revision, { evidence: 'Typed on' })
    expect(late.said).toMatchObject({ state: 'conflict', conflicts: [{ field: 'evidence' }] })
    expect((await values('1.2'))?.evidence).toBe('What we do about 1.2, and how we know.')
  })
})

test('the reasons that somebody gave are in what is held about them', async () => {
  await open()
  const { text } = await lead.browser.get('/account/data.json')
  expect(text).toContain('"correctionsYouOpened"')
  expect(text).toContain(reason)
  expect((await contributor.browser.get('/account/data.json')).text).not.toContain(reason)
})

test('an assessment that is being corrected is counted as completed', async () => {
  const close = async () => (await owner.browser.get('/account/close')).page.words
  const before = await close()
  await open()
  expect(await close()).toBe(before)
})
