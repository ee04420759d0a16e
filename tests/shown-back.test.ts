import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentPaths } from '../src/assessment/index.ts'
import { FORM_TEXT, MOST_FIELDS } from '../src/platform/index.ts'
import { reportPaths } from '../src/report/index.ts'
import { indicatorAddress } from './support/assessments.ts'
import { PASSPHRASE } from './support/personas.ts'
import { type Riverbank, riverbank } from './support/riverbank.ts'
import type { Fields, Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** What comes back of what was sent: all of a real form to whoever may have it, and never much for little. */

let world: World
let there: Riverbank
beforeAll(async () => {
  world = await createWorld()
  there = await riverbank(world)
})
afterAll(() => world.end())

/** Bytes of everything else on a page. */
const PAGE = 60_000

/** An indicator's page with each field at its bound, in the text that grows most on its way through JSON and HTML. */
function fullPage(letter: string): Readonly<Record<string, string>> {
  const text = (length: number) => `${letter.repeat(length - 2)} x`
  return {
    evidence: text(20_000),
    notes: text(20_000),
    lessRelevantReason: text(2_000),
    rating: 'less-relevant',
    evidenceLink: `example.org/${'x'.repeat(1_900)}`,
    evidenceLinkTitle: text(200),
    evidencePlaceTitle: text(200),
    evidencePlace: text(500),
    'new-action': text(500),
    'new-byWhom': text(120),
    'new-byWhen-day': '27',
    'new-byWhen-month': '3',
    'new-byWhen-year': '2027',
  }
}

async function signOut(browser: Visitor): Promise<void> {
  await browser.post('/sign-out')
}

describe('a session that ended while somebody filled in our biggest form', () => {
  test.each([
    ['quotes', '"'],
    ['line breaks', '\n'],
    ['control characters', '\u0001'],
    ['emoji', '👩🏽‍🏫'.slice(0, 2)],
    ['letters of another script', '語'],
  ])('keeps every word: %s', async (_, letter) => {
    const { browser, email } = there.contributor
    const address = indicatorAddress(there.open, '4.1')
    const open = await browser.get(address)
    await signOut(browser)
    const fields: Readonly<Record<string, string>> = {
      ...fullPage(letter.length === 2 ? 'x' : letter),
      ...(letter.length === 2 ? { evidence: letter.repeat(10_000) } : {}),
    }
    const asked = await browser.fillIn(open, address, { ...fields, do: 'save' })
    expect([asked.status, asked.page.heading]).toEqual([401, 'Sign in to carry on'])
    // A slip on the way keeps everything too.
    const slip = await browser.fillIn(asked, '/sign-in', { email, passphrase: 'wrong' })
    expect(slip.status).toBe(422)
    const back = await browser.fillIn(slip, '/sign-in', { email, passphrase: PASSPHRASE })
    const carried = new Map(back.page.form(address).fields)
    for (const [name, value] of Object.entries(fields)) expect([name, carried.get(name) === value]).toEqual([name, true])
    const saved = await browser.fillIn(back, address)
    expect(saved.status).toBe(303)
    expect((await browser.get(address)).page.valueOf('notes')).toBe(fields.notes?.replace(/\r\n?/g, '\n'))
  })

  test('carries nothing that no form of ours has', async () => {
    const { browser } = there.contributor
    const address = indicatorAddress(there.open, '4.2')
    await signOut(browser)
    await browser.get('/sign-in')
    const asked = await browser.post(address, {
      evidence: 'Half a day of work',
      invented: 'by nobody',
      'made-up': 'x'.repeat(10_000),
    })
    expect(asked.status).toBe(401)
    expect(asked.text).toContain('Half a day of work')
    expect(asked.text).not.toContain('invented')
    expect(asked.text).not.toContain('x'.repeat(100))
    await browser.fillIn(asked, '/sign-in', { email: there.contributor.email, passphrase: PASSPHRASE })
  })
})

describe('much sent is not sent back', () => {
  const QUOTES = '"'.repeat(3_500_000)
  const stranger = () => world.visitor()
  const address = () => indicatorAddress(there.open, '4.3')

  test.each<[string, () => Promise<Visitor>, Fields]>([
    ['by nobody, without a token', async () => stranger(), { token: 'x' }],
    ['by nobody, from our sign-in page', async () => stranger(), {}],
    ['by a member', async () => there.lead.browser, {}],
    ['by a member, without a token', async () => there.lead.browser, { token: 'x' }],
  ])('%s', async (_, who, besides) => {
    const browser = await who()
    await browser.get('/sign-in')
    for (const fields of [
      { notes: QUOTES } as Fields,
      { kept: JSON.stringify({ address: '/', page: '', fields: [['notes', QUOTES.slice(0, 1_500_000)]], files: [] }) },
      { examples: Array.from({ length: 5_000 }, () => 'x') },
      Object.fromEntries(Array.from({ length: MOST_FIELDS - 2 }, (_, place) => [`view-${place}`, '"'.repeat(6_000)])),
    ])
      for (const to of [address(), '/sign-in', ...('notes' in fields ? ['/nowhere'] : [])]) {
        const reply = await browser.post(to, { ...fields, ...besides, multipart: new File([], 'x') })
        expect(reply.status).toBeGreaterThanOrEqual(400)
        expect(reply.bytes.length).toBeLessThan(PAGE)
        // A page all the same, with a way on.
        expect(reply.page.links.some(({ href }) => href === '/')).toBe(true)
      }
  })

  test('words that a member has written far beyond a field’s bound are shown again, once', async () => {
    const reply = await there.lead.browser.fillIn(address(), address(), { notes: '"'.repeat(150_000) })
    expect(reply.status).toBe(422)
    expect(reply.page.valueOf('notes')).toBe('"'.repeat(150_000))
    expect(reply.bytes.length).toBeLessThan(FORM_TEXT + PAGE)
  })

  test('somebody who has not signed in is shown an ordinary page of words, and no more, when it can’t be shown to be ours', async () => {
    const browser = stranger()
    const some = await browser.post(address(), { token: 'x', notes: 'Our mentors meet twice a term. '.repeat(1000) })
    expect([some.status, some.text.includes('Our mentors meet twice a term.')]).toEqual([403, true])
    const much = await browser.post(address(), { token: 'x', notes: 'x '.repeat(60_000), evidence: 'This fits' })
    expect(much.page.words).toContain('There is too much to show here of: Notes')
    expect(much.page.words).toContain('This fits')
    expect(much.bytes.length).toBeLessThan(PAGE)
    // The same from a page of ours comes along.
    await browser.get('/sign-in')
    const ours = await browser.post(address(), { notes: 'x '.repeat(60_000) })
    expect([ours.status, ours.page.heading]).toEqual([401, 'Sign in to carry on'])
  })

  test('the page after signing in shows the beginning of what is long', async () => {
    const browser = stranger()
    await browser.get('/sign-in')
    const asked = await browser.post(address(), { notes: 'a\n\n'.repeat(180_000) })
    const reply = await browser.fillIn(asked, '/sign-in', { email: there.viewer.email, passphrase: PASSPHRASE })
    expect([reply.status, reply.page.heading]).toEqual([200, 'Welcome back'])
    expect(reply.page.words).toContain('This is the beginning. All of it comes along when you save.')
    expect(reply.bytes.length).toBeLessThan(2 * FORM_TEXT)
    expect(new Map(reply.page.form(address()).fields).get('notes')).toHaveLength(540_000)
  })
})

describe('numbers from outside', () => {
  const BEYOND = ['2147483648', '4294967296', '9007199254740991', '99999999999999999999', '-1', '1.5', '1e9', '0x10', ' 7', '٣']
  test.each([...BEYOND, '2147483647'])('a save based on revision %s loses nothing', async (basedOn) => {
    const { browser } = there.lead
    const address = indicatorAddress(there.open, '5.1')
    const words = `Based on ${basedOn}`
    const asScript = { basedOn, fields: 'notes', notes: `${words}, by script` }
    const script = await browser.post(address, asScript, { accept: 'application/json' })
    expect(script.status).toBe(200)
    const whole = await browser.fillIn(address, address, { basedOn, notes: words, do: 'save' })
    expect(whole.status).toBe(303)
    const shown = [address, ...(whole.location ? [whole.location] : [])]
    const pages = await Promise.all(shown.map(async (each) => (await browser.get(each)).text))
    expect(pages.some((page) => page.includes(words))).toBe(true)
  })

  test.each([...BEYOND, '2147483647', ''])('and every other number: %s', async (number) => {
    const { browser } = there.lead
    const { open, completed, ids } = there
    const plan = `/organisations/${open.organisation}/plans/${open.assessment}`
    const asked: readonly (readonly [string, Fields])[] = [
      [assessmentPaths.complete.to(open), { revision: number, honest: 'yes', completedByRole: 'Manager' }],
      [assessmentPaths.correct.to(completed), { revision: number, reason: 'A slip of the pen' }],
      [`${plan}/actions/${ids.action}`, { revision: number, action: `Said at ${number}` }],
      [`${plan}/actions/${ids.action}/completion`, { revision: number, whatChanged: `Said at ${number}` }],
      [`${plan}/order`, { move: `up:${number}` }],
      [`${plan}/order`, { move: `up:${ids.action}`, 'view-page': number, 'view-standard': number }],
      [`${assessmentPaths.exemption.to({ ...open, standard: '8' })}/withdraw`, { revision: number }],
      [
        assessmentPaths.exemption.to({ ...open, standard: '8' }),
        { level: 'Gold', 'awardedOn-day': number, 'awardedOn-year': number },
      ],
      [indicatorAddress(open, '5.2'), { whole: 'yes', basedOn: '0', do: `take-suggestion:${number}` }],
    ]
    for (const [to, fields] of asked) {
      const reply = await browser.post(to, fields)
      expect([to, reply.status < 500]).toEqual([to, true])
    }
    for (const query of ['page', 'standard', 'revision', 'removed', 'person', 'id'])
      for (const to of [
        plan,
        reportPaths.results.to(completed),
        assessmentPaths.standard.to({ ...open, standard: number || 'x' }),
      ]) {
        const reply = await browser.get(`${to}?${new URLSearchParams({ [query]: number })}`)
        expect([to, reply.status < 500]).toEqual([to, true])
      }
  })

  test.each(['%00', '%ff', '2147483648', 'x'.repeat(5_000)])(
    'an id in an address is checked before it is looked up: %s',
    async (id) => {
      for (const pattern of world.app.declared.filter(({ method }) => method === 'GET').map((each) => each.pattern)) {
        const real: Readonly<Record<string, string>> = { ...there.open, plan: there.open.assessment, ...there.ids }
        const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
        for (const wrong of names) {
          const to = pattern.replace(/:(\w+)/g, (_, name: string) => (name === wrong ? id : (real[name] ?? '')))
          expect([to, (await there.lead.browser.get(to)).status]).toEqual([to, 404])
        }
      }
    },
  )
})
