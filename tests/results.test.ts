import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportPaths, startPress } from '../src/report/index.ts'
import { pressFromSource } from '../src/report/pdf/source.ts'
import { autosave, indicatorsOf, startAssessment } from './support/assessments.ts'
import { alice, chelsea, type MemberPersona } from './support/personas.ts'
import { Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** What the page of results says, and what it offers to take away. */

let world: World
let owner: MemberPersona
let reader: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  reader = await chelsea(world, owner.organisation)
})
afterAll(() => world.end())

test('the download with private notes says that it has them, to people who only read as well', async () => {
  const at = await startAssessment(owner, { programme: 'Notes' })
  await autosave(owner.browser, at, '1.1', 0, { notes: 'Ask the trustees before we show this.' })
  for (const { browser } of [owner, reader]) {
    const { links } = (await browser.get(reportPaths.results.to(at))).page
    const download = links.find(({ href }) => href === reportPaths.everything.to(at))
    expect(download?.text).toBe('Everything, with private notes (JSON)')
    expect((await browser.get(reportPaths.everything.to(at))).json<{ privateNotes: unknown }>().privateNotes).toEqual({
      '1.1': 'Ask the trustees before we show this.',
    })
  }
})

test('where every core indicator is less relevant, nothing is said to be in place', async () => {
  const at = await startAssessment(owner, { programme: 'In groups' })
  for (const indicator of await indicatorsOf(owner.browser, at))
    await autosave(owner.browser, at, indicator, 0, { rating: 'less-relevant', lessRelevantReason: 'We mentor in groups' })
  const { words } = (await owner.browser.get(reportPaths.results.to(at))).page
  expect(words).toContain(
    'Core indicators to come back to Every core indicator is in the upper half of the ratings, or set aside with a reason.',
  )
})

test('when as many reports are being made as can wait, that is what is said', async () => {
  const at = await startAssessment(owner, { programme: 'A busy day' })
  const press = startPress({ ...pressFromSource(), waiting: 0 })
  const browser = new Visitor(world.appWith({ press }))
  for (const [name, value] of owner.browser.cookies) browser.setCookie(name, value)
  const reply = await browser.get(reportPaths.report.to(at))
  press.close()
  expect(reply.status).toBe(503)
  expect(reply.page.heading).toBe('Busy just now')
  expect(reply.page.words).toContain('Many reports are being made just now. Try again in a minute.')
  expect(reply.page.words).not.toContain('tries')
  expect(reply.headers.get('retry-after')).toBe('60')
})
