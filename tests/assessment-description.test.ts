import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessmentPaths as paths } from '../src/assessment/index.ts'
import { ownedBy } from '../src/platform/index.ts'
import { type At, complete, indicatorsOf, rate, startAssessment } from './support/assessments.ts'
import { alice, type MemberPersona } from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

/** What tells one assessment from another can be put right for as long as it is open. */

let world: World
let owner: MemberPersona
let at: At
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  at = await startAssessment(owner)
})
afterAll(() => world.end())

const CAPTION = 'Mentoring Quality Framework 2022'
const LINK = 'Change the programme or who leads it'
const taskList = async () => (await owner.browser.get(paths.taskList.to(at))).page
const change = (fields: Record<string, string>) => owner.browser.fillIn(paths.describe.to(at), paths.describe.to(at), fields)
const trail = () =>
  ownedBy(world.services.db.read, at.organisation)
    .select('activity')
    .select(['action', 'detail'])
    .where('action', '=', 'assessment.described')
    .execute()

test('its page has the name that its card has', async () => {
  const page = await taskList()
  expect(page.heading).toBe(`${CAPTION} All our mentoring, 2026`)
  expect(page.title).toMatch(/^All our mentoring, 2026/)
  const list = await owner.browser.get(paths.list.to({ organisation: at.organisation }))
  expect(list.page.links.map(({ text }) => text)).toContain('All our mentoring, 2026')
})

test('the programme and who leads it can be changed, with one line on the trail', async () => {
  expect((await taskList()).links).toContainEqual({ text: LINK, href: paths.describe.to(at) })
  const reply = await change({ programme: ' After-school mentoring ', lead: 'Dev Achterberg' })
  expect([reply.status, reply.location]).toEqual([303, paths.taskList.to(at)])
  const page = await taskList()
  expect(page.heading).toBe(`${CAPTION} After-school mentoring, 2026`)
  expect(page.words).toContain('Led by Dev Achterberg.')
  expect(await trail()).toMatchObject([{ detail: JSON.stringify({ changed: ['programme', 'lead'] }) }])
  // The form holds what stands, so that sending it as it is changes nothing.
  expect((await change({})).status).toBe(303)
  expect(await trail()).toHaveLength(1)
})

test('an empty programme is all the mentoring there is', async () => {
  await change({ programme: '' })
  expect((await taskList()).heading).toBe(`${CAPTION} All our mentoring, 2026`)
  expect((await trail()).at(-1)).toMatchObject({ detail: JSON.stringify({ changed: ['programme'] }) })
})

test('what does not fit is shown again, with the messages of the form it was started with', async () => {
  const reply = await change({ programme: 'p'.repeat(121), lead: ' ' })
  expect(reply.status).toBe(422)
  expect(reply.page.errors).toEqual([
    { text: 'The programme’s name must be 120 characters or fewer', href: '#programme' },
    { text: 'Enter the name of whoever is leading it', href: '#lead' },
  ])
  expect(reply.page.valueOf('programme')).toBe('p'.repeat(121))
  expect((await taskList()).heading).toBe(`${CAPTION} All our mentoring, 2026`)
})

test('once completed, it stays as it was sealed', async () => {
  const open = await owner.browser.get(paths.describe.to(at))
  await rate(owner.browser, at, await indicatorsOf(owner.browser, at))
  expect((await complete(owner, at)).status).toBe(303)
  const lines = (await trail()).length
  expect((await owner.browser.get(paths.describe.to(at))).status).toBe(409)
  expect((await owner.browser.fillIn(open, paths.describe.to(at), { programme: 'Something else' })).status).toBe(409)
  const page = await taskList()
  expect(page.links.map(({ text }) => text)).not.toContain(LINK)
  expect(page.heading).toBe(`${CAPTION} All our mentoring, 2026`)
  expect(await trail()).toHaveLength(lines)
})
