import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertSealed } from '../src/assessment/store/sealed.ts'
import { planPaths } from '../src/plan/index.ts'
import { canonicalJson, ownedBy } from '../src/platform/index.ts'
import { PressProblem, type ReportPress, reportPaths, startPress, type Typeset } from '../src/report/index.ts'
import { pressFromSource } from '../src/report/pdf/source.ts'
import { autosave, complete, indicatorAddress, indicatorsOf, rate, startAssessment } from './support/assessments.ts'
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

test('private notes are in no file that does not say so: which copy somebody wants is asked first', async () => {
  const at = await startAssessment(owner, { programme: 'Notes' })
  const notes = 'Ask the trustees before we show this.'
  await autosave(owner.browser, at, '1.1', 0, { notes })
  for (const { browser } of [owner, reader]) {
    const offered = (await browser.get(reportPaths.results.to(at))).page.links.map(({ href }) => href)
    expect(offered).toContain(reportPaths.keep.to(at))
    expect(offered).not.toContain(reportPaths.everything.to(at))
    expect(offered).not.toContain(reportPaths.everythingWithNotes.to(at))
    const { page } = await browser.get(reportPaths.keep.to(at))
    expect(page.words).toContain('This includes private notes')
    expect(page.links.filter(({ href }) => href.endsWith('.json')).map(({ text, href }) => [href, text])).toEqual([
      [reportPaths.everything.to(at), 'Download (JSON), without private notes'],
      [reportPaths.everythingWithNotes.to(at), 'Download (JSON), with private notes'],
    ])
    const plain = await browser.get(reportPaths.everything.to(at))
    expect(plain.text).not.toContain(notes)
    expect(plain.json()).not.toHaveProperty('privateNotes')
    const whole = await browser.get(reportPaths.everythingWithNotes.to(at))
    expect(whole.json<{ privateNotes: unknown }>().privateNotes).toEqual({ '1.1': notes })
    expect(decodeURIComponent(whole.headers.get('content-disposition') ?? '')).toContain('with private notes')
  }
})

test('one page for trustees has a paragraph to copy once there is something to say', async () => {
  const at = await startAssessment(owner, { programme: 'Trustees' })
  const page = async () => (await owner.browser.get(reportPaths.summaryPage.to(at))).page
  expect((await page()).words).toContain('When the assessment is completed, there will be a paragraph here')
  await rate(owner.browser, at, await indicatorsOf(owner.browser, at), { '1.1': 'excellent', '1.2': 'undeveloped' })
  await complete(owner, at)
  const { words, links } = await page()
  expect(words).toMatch(
    /On 4 March 2026 we, .+, completed a self-assessment of our programme “Trustees” with the Mentoring Quality Framework \(2022 edition; publisher: .+\): the 20 core indicators\. Of 20 indicators we rated 19 at good practice or excellent practice and 1 at an earlier stage\. What we do well includes “.+”, “.+” and “.+”\./,
  )
  expect(words).toContain('it is not an award or a score.')
  const pdf = links.find(({ href }) => href.startsWith(reportPaths.summary.to(at)))
  expect((await owner.browser.get(pdf?.href ?? '')).headers.get('content-type')).toBe('application/pdf')
})

test('characters that no font has are named before anything is printed', async () => {
  const at = await startAssessment(owner, { programme: 'Letters' })
  const words = async () => (await owner.browser.get(reportPaths.results.to(at))).page.words
  await autosave(owner.browser, at, '1.1', 0, { evidence: 'আমরা তরুণদের কথা শুনি, 我们听, 한국어, नमस्ते, Ọlá' })
  expect(await words()).not.toContain('can’t be printed')
  await autosave(owner.browser, at, '1.1', 1, { evidence: 'Linear B \u{10000} and \u{10001}' })
  expect(await words()).toContain('These characters can’t be printed: \u{10000} \u{10001}. In the PDFs each is shown')
})

test('where every core indicator is less relevant, nothing is said to be in place', async () => {
  const at = await startAssessment(owner, { programme: 'In groups' })
  for (const indicator of await indicatorsOf(owner.browser, at))
    await autosave(owner.browser, at, indicator, 0, { rating: 'less-relevant', lessRelevantReason: 'We mentor in groups' })
  const { words } = (await owner.browser.get(reportPaths.results.to(at))).page
  expect(words).toContain(
    'Where we could grow next Every indicator is in the upper half of the ratings, or set aside with a reason.',
  )
})

test('the way to the plan stands near the top, with what its actions still need today', async () => {
  const at = await startAssessment(owner, { programme: 'With a plan' })
  const results = async () => (await owner.browser.get(reportPaths.results.to(at))).page
  expect((await results()).words).toContain('Your Mentoring Development Plan today: no actions yet.')
  const plan = planPaths.newAction.to({ organisation: at.organisation, plan: at.assessment })
  const add = (fields: Record<string, string>) =>
    owner.browser.post(plan, { indicator: '1.1', action: 'Ask mentees', byWhom: 'Sam Obi', ...fields })
  await add({})
  await add({ 'byWhen-day': '1', 'byWhen-month': '6', 'byWhen-year': '2027' })
  const { words, links } = await results()
  expect(words).toContain(
    'Your Mentoring Development Plan today: 2 actions. 1 of 2 actions needs a person or a date. Full report (PDF)',
  )
  const hrefs = links.map(({ href }) => href)
  const toPlan = planPaths.plan.to({ organisation: at.organisation, plan: at.assessment }, { from: 'results' })
  expect(hrefs).toContain(toPlan)
  expect(hrefs.indexOf(toPlan)).toBeLessThan(hrefs.indexOf(reportPaths.report.to(at)))
})

test('the page and the report call the same things the same, and say which of them are core', async () => {
  const at = await startAssessment(owner, { programme: 'Same words', scope: 'all' })
  for (const [indicator, rating] of Object.entries({ '1.1': 'good', '1.3': 'good', '2.1': 'undeveloped' }))
    await autosave(owner.browser, at, indicator, 0, { rating })
  const { words } = (await owner.browser.get(reportPaths.results.to(at))).page
  for (const heading of ['Where we are', 'What we do well', 'Where we could grow next', 'What we will do'])
    expect(words).toContain(heading)
  expect(words).toContain('2 indicators at good or excellent practice, 1 to grow, 37 not rated yet, no actions planned yet.')
  expect(words).toMatch(/Where we rated ourselves highest, core indicators first\. 1\.1 .{1,60} Core Good practice 1\.3/)
  expect(words).toMatch(/then those not rated yet, core ones first\. 2\.1 .{1,60} Core Undeveloped practice/)
  expect(words).toContain('And 33 more')
})

test('past results say what was sealed, and apart from that how the plan stands today', async () => {
  const at = await startAssessment(owner, { programme: 'Sealed in spring' })
  const ids = await indicatorsOf(owner.browser, at)
  for (const [place, indicator] of ids.entries())
    await autosave(owner.browser, at, indicator, 0, { rating: place < 2 ? 'undeveloped' : 'good', evidence: 'Written down.' })
  const plan = planPaths.newAction.to({ organisation: at.organisation, plan: at.assessment })
  const add = (action: string) => owner.browser.post(plan, { indicator: '1.1', action, byWhom: 'Sam Obi' })
  await add('Ask mentees')
  await complete(owner, at)
  await add('Ask their families')
  const { words } = (await owner.browser.get(reportPaths.results.to(at))).page
  expect(words).toContain('18 indicators at good or excellent practice, 2 to grow, 1 action planned.')
  expect(words).toContain('Your Mentoring Development Plan today: 2 actions. All 2 actions need a person or a date.')
  expect(words).toMatch(/What we will do As planned when this was completed\. Ask mentees .* as it is today/)
  expect(words).not.toContain('Ask their families')
})

test('whose framework it is and whom to ask stand on the page of results', async () => {
  const at = await startAssessment(owner, { programme: 'Whose' })
  const { words, links } = (await owner.browser.get(reportPaths.results.to(at))).page
  expect(words).toContain('published by the Mayor of London with Action for Race Equality')
  expect(words).toContain('It is not a manual, and not a judgement.')
  expect(links.map(({ href }) => href)).toContain('mailto:newdealforyoungpeople@london.gov.uk')
})

test('the file with everything has each sealed revision as it was sealed, byte for byte, and reads one at a time', async () => {
  const at = await startAssessment(owner, { programme: 'Corrected often' })
  const { db } = world.services
  const contents = [1, 2, 3].map((revision) =>
    canonicalJson({ format: 'mentormark-assessment/1', revision, words: 'Naïve “café” 👩‍🏫' }),
  )
  await db.housekeep(async (tx) => {
    for (const [place, content] of contents.entries())
      await insertSealed(ownedBy(tx, at.organisation), at.assessment, {
        revision: place + 1,
        sha256: createHash('sha256').update(content).digest('hex'),
        content,
        sealedAt: '2026-03-04T10:00:00.000Z',
      })
  })
  const reply = await owner.browser.get(reportPaths.everything.to(at))
  const { sealedRevisions } = reply.json<{ sealedRevisions: readonly { revision: number; sha256: string; record: unknown }[] }>()
  expect(sealedRevisions.map(({ revision }) => revision)).toEqual([3, 2, 1])
  for (const { revision, sha256, record } of sealedRevisions) {
    expect(reply.text).toContain(`"record": ${contents[revision - 1]}`)
    expect(createHash('sha256').update(canonicalJson(record)).digest('hex')).toBe(sha256)
  }
})

describe('making a document', () => {
  const document = 'text/html,application/xhtml+xml'

  /** The same person, where documents are made by something else. */
  function withPress(press: ReportPress): Visitor {
    const browser = new Visitor(world.appWith({ press }))
    for (const [name, value] of owner.browser.cookies) browser.setCookie(name, value)
    return browser
  }

  /** A press that does as it is told. */
  const standIn = (make: ReportPress['make']): ReportPress => ({
    make,
    mustBeWithinReach() {},
    ahead: () => 3,
    unprintable: () => [],
    waiting: 0,
    close() {},
  })
  const pdf = { pdf: Buffer.from('%PDF-'), missing: [] }

  test('when as many are being made as can wait, that is what is said', async () => {
    const at = await startAssessment(owner, { programme: 'A busy day' })
    const press = startPress({ ...pressFromSource(), each: 0 })
    const reply = await withPress(press).get(reportPaths.report.to(at), { accept: document })
    press.close()
    expect(reply.status).toBe(503)
    expect(reply.page.heading).toBe('Busy just now')
    expect(reply.page.words).toContain('Many people are asking for this at the same moment')
    expect(reply.page.links.map(({ href }) => href)).toContain(reportPaths.report.to(at))
    expect(reply.page.words).not.toContain('tries')
    expect(reply.headers.get('retry-after')).toBe('60')
  })

  test('which takes longer than a second is said, and the page goes on to it by itself', async () => {
    const at = await startAssessment(owner, { programme: 'A long one' })
    const { promise, resolve } = Promise.withResolvers<Typeset>()
    let made = 0
    const press = standIn(() => {
      made++
      return promise
    })
    const browser = withPress(press)
    const waiting = await browser.get(reportPaths.report.to(at), { accept: document })
    expect(waiting.status).toBe(200)
    expect(waiting.page.heading).toBe('Your report is being made')
    expect(waiting.page.words).toContain('Up to 2 documents are made before it.')
    const next = reportPaths.report.to(at, { waiting: 'yes' })
    expect(waiting.headers.get('refresh')).toBe(`1; url=${next}`)
    expect(waiting.page.links.map(({ href }) => href)).toContain(reportPaths.results.to(at))
    const later = browser.get(next, { accept: document })
    resolve(pdf)
    expect((await later).headers.get('content-type')).toBe('application/pdf')
    expect(made).toBe(1)
  })

  test('a program that shows no pages is given the document, however long it takes', async () => {
    const at = await startAssessment(owner, { programme: 'For a program' })
    const slow = standIn(() => new Promise((resolve) => setTimeout(() => resolve(pdf), 1500)))
    const reply = await withPress(slow).get(reportPaths.plan.to(at))
    expect(reply.headers.get('content-type')).toBe('application/pdf')
  })

  test('whoever only asks about it has nothing made', async () => {
    const at = await startAssessment(owner, { programme: 'Only asked' })
    const none = withPress(standIn(() => Promise.reject(new Error('made'))))
    const reply = await none.head(reportPaths.report.to(at))
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })

  test('that would be too long is refused at once, with what to shorten and no blame', async () => {
    const at = await startAssessment(owner, { programme: 'Much too long', scope: 'all' })
    await Promise.all(['1.1', '1.2', '1.3'].map((id) => autosave(owner.browser, at, id, 0, { evidence: 'a\n'.repeat(9900) })))
    const reply = await owner.browser.get(reportPaths.report.to(at), { accept: document })
    expect(reply.status).toBe(422)
    expect(reply.page.heading).toBe('Your report is too long for a PDF')
    expect(reply.page.words).toMatch(/1\.1 .{1,60}, your evidence : 19,800 characters in 9,901 lines/)
    const hrefs = reply.page.links.map(({ href }) => href)
    expect(hrefs).toEqual(expect.arrayContaining([indicatorAddress(at, '1.1'), reportPaths.keep.to(at)]))
    expect((await owner.browser.get(reportPaths.plan.to(at))).status).toBe(200)
  })

  test.each(['too-slow', 'too-big', 'crashed', 'unprintable'] as const)(
    '%s: what to shorten is said as well',
    async (because) => {
      const at = await startAssessment(owner, { programme: because })
      await autosave(owner.browser, at, '1.1', 0, { evidence: 'We wrote it down.' })
      const reply = await withPress(standIn(() => Promise.reject(new PressProblem(because, 'as asked')))).get(
        reportPaths.report.to(at),
      )
      expect(reply.status).toBe(422)
      expect(reply.page.words).toContain('your evidence : 17 characters')
    },
  )

  test('a fault of ours is said to be ours', async () => {
    const at = await startAssessment(owner, { programme: 'Broken' })
    const reply = await withPress(standIn(() => Promise.reject(new PressProblem('failed', 'as asked')))).get(
      reportPaths.report.to(at),
    )
    expect(reply.status).toBe(500)
  })
})
