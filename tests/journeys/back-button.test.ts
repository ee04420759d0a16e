import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/assessment/paths.ts'
import { MOST_ITEMS } from '../../src/evidence/index.ts'
import { addEvidence } from '../../src/evidence/testing.ts'
import { asSystem, newId, ownedBy } from '../../src/platform/index.ts'
import {
  type At,
  autosave,
  complete,
  EDITION,
  indicatorAddress,
  indicatorsOf,
  rate,
  startAssessment,
} from '../support/assessments.ts'
import { alice, type MemberPersona } from '../support/personas.ts'
import { createWorld, type World } from '../support/world.ts'

/** Somebody goes back to a form they have sent and sends it again; or the clock goes back under them. */
let world: World
let owner: MemberPersona
let at: At
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  at = await startAssessment(owner)
})
afterAll(() => world.end())

const rows = (table: 'assessment' | 'exemption' | 'sealed_assessment') =>
  ownedBy(world.services.db.read, owner.organisation).select(table).selectAll().execute()

test('starting: the same again is the same assessment, other words are another', async () => {
  const form = paths.start.to(owner)
  const id = newId()
  const fields = { id, edition: EDITION, scope: 'core', programme: 'Open Door', lead: owner.name }
  const before = (await rows('assessment')).length
  const first = await owner.browser.post(form, fields)
  expect((await owner.browser.post(form, fields)).location).toBe(first.location)
  expect(await rows('assessment')).toHaveLength(before + 1)

  await owner.browser.post(`${first.location}/extend`)
  expect((await owner.browser.post(form, fields)).location).toBe(first.location)
  expect(await rows('assessment')).toHaveLength(before + 1)

  const second = await owner.browser.post(form, { ...fields, programme: 'Second Wind' })
  expect(second.location).not.toBe(first.location)
  expect((await owner.browser.get(second.location ?? '')).page.words).toContain('Second Wind')
  expect((await owner.browser.get(first.location ?? '')).page.words).toContain('Open Door')
  expect(await rows('assessment')).toHaveLength(before + 2)
})

test('a quality mark: recorded again, with another level, there is one', async () => {
  const form = paths.exemption.to({ ...at, standard: '8' })
  const day = { 'awardedOn-day': '2', 'awardedOn-month': '6', 'awardedOn-year': '2025' }
  const shown = await owner.browser.get(form)
  for (const level of ['Gold', 'Gold', 'Silver'])
    expect((await owner.browser.fillIn(shown, form, { level, ...day })).status).toBe(303)
  expect(await rows('exemption')).toMatchObject([{ level: 'Silver' }])
  await owner.browser.post(paths.withdrawExemption.to({ ...at, standard: '8' }))
  expect((await owner.browser.post(paths.withdrawExemption.to({ ...at, standard: '8' }))).status).toBe(303)
})

test('a certificate that was taken away can be put back, there and then or another day', async () => {
  const form = paths.exemption.to({ ...at, standard: '8' })
  const day = { level: 'Gold', 'awardedOn-day': '2', 'awardedOn-month': '6', 'awardedOn-year': '2025' }
  const follow = async (values: Readonly<Record<string, string>>) => {
    const reply = await owner.browser.fillIn(form, form, { ...day, ...values })
    return owner.browser.get(reply.location ?? '')
  }
  const pressed = ({ page }: Awaited<ReturnType<typeof follow>>, starts: string) =>
    page.form(form).buttons.find(({ text }) => text.startsWith(starts))?.value ?? ''

  const added = await follow({
    evidencePlaceTitle: 'Our certificate',
    evidencePlace: 'On the office wall',
    do: 'add-evidence:place',
  })
  const removed = await follow({ do: pressed(added, 'Remove Our certificate') })
  expect(removed.page.words).toContain('Removed “Our certificate”.')
  const later = await owner.browser.get(form)
  expect(later.page.words).toContain('Removed evidence')
  expect(later.page.words).not.toContain('On the office wall')
  expect(pressed(later, 'Put it back')).toBe(pressed(removed, 'Put it back'))
  const restored = await follow({ do: pressed(later, 'Put it back Our certificate') })
  expect(restored.page.words).toContain('On the office wall')
  expect(restored.page.words).not.toContain('Removed evidence')
  await owner.browser.post(paths.withdrawExemption.to({ ...at, standard: '8' }))
})

test('evidence for which there was no room any more is not said to be added', async () => {
  const subject = `assessment/${at.assessment}/indicator/1.1`
  const link = (n: number) => ({ kind: 'link', title: `Page ${n}`, url: `https://riverbank.example/${n}` }) as const
  const address = indicatorAddress(at, '1.1')
  const before = world.services.db.write
  // The last places are filled between the moment the form is read and the moment it is saved.
  const crowded = world.appWith({
    db: {
      ...world.services.db,
      write: async (work) => {
        await addEvidence(
          { ...asSystem(world.services, 'test') },
          at.organisation,
          subject,
          Array.from({ length: MOST_ITEMS }, (_, n) => link(n)),
        )
        return before(work)
      },
    },
  })
  const { page } = await owner.browser.get(address)
  const fields = new URLSearchParams(page.form(address).fields.map(([name, value]) => [name, String(value)]))
  fields.set('evidenceLink', 'https://riverbank.example/one-more')
  fields.set('do', 'add-evidence:link')
  const cookie = [...owner.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, origin: 'http://localhost:3000' }
  const reply = await crowded.request(`http://localhost:3000${address}`, { method: 'POST', body: fields, headers })
  expect(reply.status).toBe(409)
  expect(await reply.text()).toContain('one-more')
})

test('the clock goes back: people stay signed in, saves go on, and what came last stands last', async () => {
  expect((await autosave(owner.browser, at, '2.1', 0, { evidence: 'Said first' })).status).toBe(200)
  world.clock.advance(-2 * 60 * 60 * 1000)
  const { said } = await autosave(owner.browser, at, '2.1', 1, { evidence: 'Said second' })
  expect(said).toMatchObject({ state: 'saved', revision: 2, savedAt: '08:00' })
  const { page } = await owner.browser.get(indicatorAddress(at, '2.1'))
  expect(page.words).toContain('Said second')
  const late = await autosave(owner.browser, at, '2.1', 1, { evidence: 'Said by another, on the first' })
  const [conflict] = late.said.conflicts ?? []
  expect((await owner.browser.get(conflict?.href ?? '')).page.words).toMatch(/Saved now By you Said second/i)
  expect((await owner.browser.get(paths.taskList.to(at))).status).toBe(200)
})

test('completing: the same again is completed once, and under one seal', async () => {
  const another = await startAssessment(owner)
  await rate(owner.browser, another, await indicatorsOf(owner.browser, another))
  const first = await complete(owner, another)
  expect(first.status).toBe(303)
  expect(await rows('sealed_assessment')).toHaveLength(1)
  // The page can't be opened any more; a browser still has it.
  const again = await owner.browser.post(paths.complete.to(another), { completedByRole: 'Programme manager', honest: 'yes' })
  expect(again.status).toBe(409)
  expect(await rows('sealed_assessment')).toHaveLength(1)
})

test('a form to complete or to correct is about the revision it was shown for, and no other', async () => {
  const mine = await startAssessment(owner)
  await rate(owner.browser, mine, await indicatorsOf(owner.browser, mine))
  const completing = await owner.browser.get(paths.complete.to(mine))
  const said = { completedByRole: 'Programme manager', reviewedBy: 'The trustees', honest: 'yes' }
  const finish = () => owner.browser.fillIn(completing, paths.complete.to(mine), said)
  expect((await finish()).status).toBe(303)
  const correcting = await owner.browser.get(paths.correct.to(mine))
  const correct = () => owner.browser.fillIn(correcting, paths.correct.to(mine), { reason: 'A typo in 1.1' })
  expect((await correct()).status).toBe(303)

  expect((await finish()).status).toBe(409)
  const revisions = async () => (await rows('sealed_assessment')).filter((row) => row.assessment_id === mine.assessment).length
  expect(await revisions()).toBe(1)

  // What was said the first time is there to be agreed with again.
  const second = await owner.browser.get(paths.complete.to(mine))
  expect(second.page.words).toContain('Complete revision 2')
  expect([second.page.valueOf('completedByRole'), second.page.valueOf('reviewedBy')]).toEqual([
    'Programme manager',
    'The trustees',
  ])
  expect((await owner.browser.fillIn(second, paths.complete.to(mine), { honest: 'yes' })).status).toBe(303)
  expect((await correct()).status).toBe(409)
  expect(await revisions()).toBe(2)
})

test('a page from before a backup was restored takes nobody’s words away', async () => {
  const mine = await startAssessment(owner)
  await autosave(owner.browser, mine, '1.1', 0, { evidence: 'What stands' })
  const late = await autosave(owner.browser, mine, '1.1', 12, { evidence: 'What that page had' })
  expect(late.said).toMatchObject({ state: 'conflict', conflicts: [{ field: 'evidence' }] })
  expect((await owner.browser.get(indicatorAddress(mine, '1.1'))).page.valueOf('evidence')).toBe('What stands')
})

test('going back to a form that makes something leads to the same form, with the same id', async () => {
  const home = await owner.browser.get(`/organisations/${owner.organisation}/assessments`)
  const link = home.page.links.find(({ href }) => href.includes('/assessments/new'))?.href ?? ''
  const idOf = async (address: string) => (await owner.browser.get(address)).text.match(/name="id" value="([^"]+)"/)?.[1]
  expect(link).toContain(await idOf(link))
  expect(await idOf(link)).toBe(await idOf(link))
  expect(await idOf('/organisations/new?id=nonsense')).toMatch(/^[0-9a-f-]{36}$/)
})

test('an organisation set up, gone back to and corrected is corrected, as long as nobody else has changed it', async () => {
  const form = '/organisations/new'
  const id = newId()
  const send = async (name: string) => {
    world.clock.advance(1000)
    const { location } = await owner.browser.post(form, { id, name })
    return (await owner.browser.get(location ?? '')).page
  }
  expect((await send('Lantern Clubb')).words).toContain('Lantern Clubb is set up.')
  expect((await send('Lantern Clubb')).heading).toBe('Lantern Clubb')
  expect((await send('Lantern Club')).words).toContain('Lantern Club is set up.')
  const late = await send('Something else')
  expect(late.words).toContain('Lantern Club is set up.')
  expect(late.heading).toBe('Lantern Club')
})
