import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessmentPaths as paths } from '../src/assessment/index.ts'
import { type At, autosave, startAssessment } from './support/assessments.ts'
import { alice, type MemberPersona } from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

/** The indicators as blank sheets of paper, for a meeting. */

let world: World
let owner: MemberPersona
let at: At
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  at = await startAssessment(owner)
})
afterAll(() => world.end())

const sheets = async (standard?: string) =>
  (await owner.browser.get(paths.worksheets.to(at, standard === undefined ? {} : { standard }))).page
const titles = (html: string) => [...html.matchAll(/id="sheet-([^"]+)"/g)].map(([, id]) => id)

test('there is one for each indicator that is gone through, with all that is asked there', async () => {
  const page = await sheets()
  const ids = titles(page.html)
  expect(ids.length).toBeGreaterThan(10)
  expect(new Set(ids).size).toBe(ids.length)
  for (const words of [
    'What we have already',
    'Our evidence',
    'Undeveloped practice',
    'Less relevant to how we mentor',
    'By when',
  ])
    expect(page.words).toContain(words)
})

test('one standard can be printed alone, and a standard that is not there is no page', async () => {
  const ids = titles((await sheets('3')).html)
  expect(ids.length).toBeGreaterThan(0)
  expect(ids.every((id) => id?.startsWith('3.'))).toBe(true)
  expect((await owner.browser.get(paths.worksheets.to(at, { standard: '99' }))).status).toBe(404)
})

test('nothing of what has been answered is on them', async () => {
  const saved = await autosave(owner.browser, at, '1.1', 0, { evidence: 'Only in the assessment', notes: 'Only among us' })
  expect(saved.status).toBe(200)
  const { words } = await sheets('1')
  expect(words).toContain('1.1')
  expect(words).not.toMatch(/Only in the assessment|Only among us/)
})

test('the task list leads there, and they lead back', async () => {
  const list = (await owner.browser.get(paths.taskList.to(at))).page
  expect(list.links).toContainEqual({ text: 'Worksheets to print', href: paths.worksheets.to(at) })
  expect((await sheets()).links.map(({ href }) => href)).toContain(paths.taskList.to(at))
})
