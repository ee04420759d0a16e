import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aboutPaths, FOOTER_LINKS } from '../src/about/index.ts'
import { MIT } from '../src/about/licence.tsx'
import { paths as accountPaths } from '../src/accounts/index.ts'
import { assessmentPaths } from '../src/assessment/index.ts'
import { loadPack } from '../src/frameworks/index.ts'
import { asSystem } from '../src/platform/index.ts'
import type { Operator } from '../src/platform/operator.ts'
import { startAssessment } from './support/assessments.ts'
import { alice, type MemberPersona } from './support/personas.ts'
import { Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** The pages that the footer leads to, and what every page says of whose framework it is. */

let world: World
let owner: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
})
afterAll(() => world.end())

const operator: Operator = {
  name: 'Riverside Youth Trust',
  email: 'hello@riverside.example',
  address: '1 Quay Street, London',
  hosting: 'by Example Hosting Ltd in the United Kingdom',
  backupDays: 35,
  logDays: 1,
  note: 'Our data protection lead is Sam Obi.',
  sourceUrl: 'https://source.example/mentormark',
}
const NOT_SAID = 'Whoever runs this Mentormark has not said who they are yet.'
const published =
  'The Mentoring Quality Framework is published by the Mayor of London with Action for Race Equality, Bloomberg Philanthropies and youth organisations.'

describe.each(FOOTER_LINKS)('$text', ({ text, href }) => {
  test('is for anyone, and everything its list of contents names is there, once', async () => {
    for (const browser of [world.visitor(), owner.browser]) {
      const { status, page } = await browser.get(href)
      expect([status, page.heading]).toEqual([200, text])
      const inPage = page.links.filter(({ href }) => href.startsWith('#') && href !== '#main-content')
      expect(inPage.length).toBeGreaterThan(2)
      for (const link of inPage) expect(page.textOf(link.href.slice(1))).toBe(link.text)
      expect(page.repeatedIds).toEqual([])
      expect(page.words).not.toMatch(/undefined|null|NaN/)
    }
  })
})

test('every page leads to them, and says whose framework it is and whose words these are', async () => {
  const { browser, organisation } = owner
  const list = assessmentPaths.list.to({ organisation })
  for (const address of [accountPaths.organisation.to({ organisation }), accountPaths.account.to(), list, '/nothing-here']) {
    const { page } = await browser.get(address)
    expect(page.links).toEqual(expect.arrayContaining([...FOOTER_LINKS]))
    expect(page.html).toContain(
      `${published} It is for formal and informal mentoring of young people, in organisations of any size. It helps you to look at your practice and plan what to do next. It is not a manual, and not a judgement. The wording here is Mentormark’s own plain English.`,
    )
  }
})

test('strangers read whose framework it is, whom it is for, what it is not, and how to get the published document', async () => {
  const { page } = await world.visitor().get('/')
  expect(page.words).toContain(published)
  expect(page.words).toContain('for formal and informal mentoring of young people, in organisations of any size')
  expect(page.words).toContain('It is not a manual, and not a judgement.')
  expect(page.words).toContain('called Mentoring Quality Framework (2022)')
  expect(page.links.map(({ href }) => href)).toContain('mailto:newdealforyoungpeople@london.gov.uk')
})

describe('who runs it', () => {
  const withOperator = (change: Partial<Operator>) => new Visitor(world.appWith({ operator: { ...operator, ...change } }))

  test('is said not to be said, on every page that would name them', async () => {
    for (const address of [aboutPaths.about, aboutPaths.help, aboutPaths.privacy, aboutPaths.accessibility]) {
      const { words } = (await world.visitor().get(address.to())).page
      expect(words).toContain(NOT_SAID)
      expect(words).toContain('It is served to this machine only, so it may be you.')
    }
    const { words } = (await world.visitor().get(aboutPaths.privacy.to())).page
    expect(words).toContain('has not said where that is yet')
    expect(words.match(/has not said how long yet/g)).toHaveLength(2)
    const elsewhere = new Visitor(world.appWith({ loopback: false }))
    expect((await elsewhere.get(aboutPaths.privacy.to())).page.words).not.toContain('it may be you')
  })

  test('is named, with where everything is kept and for how long', async () => {
    const { words, links } = (await withOperator({}).get(aboutPaths.privacy.to())).page
    expect(words).toContain('This Mentormark is run by Riverside Youth Trust, 1 Quay Street, London.')
    expect(links).toContainEqual({ text: 'hello@riverside.example', href: 'mailto:hello@riverside.example' })
    expect(words).toContain('kept by Example Hosting Ltd in the United Kingdom.')
    expect(words).toContain('what has been erased since. 35 days.')
    expect(words).toContain('no names or words. 1 day.')
    expect(words).toContain('Our data protection lead is Sam Obi.')
    expect(words).not.toContain('has not said')
  })

  test('what they write is text, and nothing else', async () => {
    const { text } = await withOperator({ name: '<script>x</script>', note: '"><b>' }).get(aboutPaths.privacy.to())
    expect(text).toContain('&lt;script&gt;x&lt;/script&gt;')
    expect(text).not.toContain('<b>')
  })

  test('says where the source code is', async () => {
    const { links } = (await withOperator({}).get(aboutPaths.licence.to())).page
    expect(links.map(({ href }) => href)).toContain('https://source.example/mentormark')
    expect((await world.visitor().get(aboutPaths.licence.to())).page.words).toContain('can give you a copy')
  })
})

test('privacy has the program’s own numbers', async () => {
  const { words } = (await world.visitor().get(aboutPaths.privacy.to())).page
  expect(words).toContain('30 days after you were last here, and 90 days at most')
  expect(words).toContain('Can be put back for 30 days')
  expect(words).toContain('works once, and for 7 days at most')
  expect(words).toContain('Messages to you stay on the server')
})

test('the licence is the one that comes with the program, word for word', () => {
  const file = readFileSync(join(import.meta.dirname, '../LICENSE'), 'utf8')
  expect(['MIT License', ...MIT].join(' ')).toBe(file.trim().replace(/\s+/g, ' '))
})

test('help tells how long it takes from the framework, whom to ask, and where the visitor’s worksheets are', async () => {
  const stranger = (await world.visitor().get(aboutPaths.help.to())).page
  expect(stranger.words).toContain('The 20 core indicators take about half a day, in as many sittings as you like.')
  expect(stranger.words).toContain('All 40 take about a day.')
  expect(stranger.words).toContain('don’t send it to them')
  expect(stranger.links.map(({ href }) => href)).toEqual(
    expect.arrayContaining([accountPaths.forgotten.to(), 'mailto:newdealforyoungpeople@london.gov.uk']),
  )
  const at = await startAssessment(owner, { programme: 'In schools' })
  expect((await owner.browser.get(aboutPaths.help.to())).page.links).toContainEqual({
    text: 'Worksheets to print, In schools, 2026',
    href: assessmentPaths.worksheets.to(at),
  })
})

test('a second framework is named as well, once it is loaded', async () => {
  const pack = readFileSync(join(import.meta.dirname, '../src/frameworks/fixtures/everything.yaml'), 'utf8')
  await loadPack(asSystem(world.services, 'test'), pack, 'everything.yaml')
  const { page } = await world.visitor().get(aboutPaths.about.to())
  expect(page.words).toContain('published by a made-up library service with two made-up schools')
  expect(page.html).toContain('Not a test. Made up here.</p>')
  expect(page.links.map(({ href }) => href)).toContain('https://example.org/reading-friends.pdf')
})
