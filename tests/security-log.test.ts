import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personCommand } from '../src/accounts/index.ts'
import { asSystem } from '../src/platform/index.ts'
import { hiddenFields } from './support/html.ts'
import { linkIn, mailTo, openLink } from './support/mail.ts'
import {
  type MemberPersona,
  alice as makeAlice,
  PASSPHRASE,
  type Persona,
  signIn,
  signUp,
  signUpMember,
} from './support/personas.ts'
import { Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

let world: World
let alice: MemberPersona
let bob: Persona
let vera: Persona
/** What the log was told, line by line. */
const lines: Record<string, unknown>[] = []
const log = pino({ level: 'info', base: null }, { write: (text: string) => void lines.push(JSON.parse(text)) })
let visitor: () => Visitor

beforeAll(async () => {
  world = await createWorld()
  const app = world.appWith({ log })
  visitor = () => new Visitor(app)
  alice = await makeAlice(world)
  bob = await signUp(world, { name: 'Bob Stone', email: 'bob@riverbank.example' })
  vera = await signUpMember(world, { name: 'Vera Lane', email: 'vera@riverbank.example' }, alice.organisation, 'viewer')
})
afterAll(() => world.end())
beforeEach(() => {
  world.clock.advance(24 * 60 * 60_000)
  lines.length = 0
})

const said = () => lines.filter(({ msg }) => msg === 'security').map(({ level: _level, time: _time, msg: _msg, ...rest }) => rest)

/** The same person's browser, at the program whose log is watched. */
async function browserOf(person: Persona): Promise<Visitor> {
  const browser = visitor()
  await signIn(browser, person.email)
  await browser.get('/account')
  lines.length = 0
  return browser
}

describe('signing in', () => {
  test('and out', async () => {
    const browser = visitor()
    await signIn(browser, bob.email)
    await browser.get('/account')
    await browser.post('/sign-out')
    expect(said()).toEqual([
      { event: 'sign-in.succeeded', person: bob.id, from: 'unknown', route: '/sign-in' },
      { event: 'signed-out', person: bob.id, from: 'unknown', route: '/sign-out' },
    ])
  })

  test('refused: who is known by id, and who is not by a digest; never what was typed', async () => {
    await signIn(visitor(), bob.email, 'a wrong passphrase')
    await signIn(visitor(), 'nobody@riverbank.example', 'a wrong passphrase')
    expect(said()).toEqual([
      { event: 'sign-in.refused', person: bob.id, from: 'unknown', route: '/sign-in' },
      { event: 'sign-in.refused', account: expect.stringMatching(/^[\w-]{22}$/), from: 'unknown', route: '/sign-in' },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/wrong passphrase|nobody@|bob@/)
  })

  test('too often', async () => {
    for (let i = 0; i < 11; i++) await signIn(visitor(), 'nobody@riverbank.example', 'x'.repeat(900))
    expect(said().at(-1)).toEqual({ event: 'throttled', from: 'unknown', route: '/sign-in' })
  })
})

describe('a passphrase', () => {
  test('given wrong by somebody signed in, and changed', async () => {
    const browser = await browserOf(bob)
    const chosen = 'violet harbour kettle drum'
    await browser.post('/account/passphrase', { passphraseNow: 'wrong', passphrase: chosen })
    await browser.post('/account/passphrase', { passphraseNow: PASSPHRASE, passphrase: chosen })
    expect(said().map(({ event, person }) => [event, person])).toEqual([
      ['passphrase.refused', bob.id],
      ['passphrase.changed', bob.id],
    ])
    expect(JSON.stringify(lines)).not.toContain('violet')
  })

  test('chosen anew by a mailed link, and a link that opens nothing', async () => {
    const browser = visitor()
    await browser.get('/forgotten-passphrase')
    await browser.post('/forgotten-passphrase', { email: bob.email })
    await expect.poll(() => mailTo(world, bob.email, /Choose a new passphrase/).catch(() => '')).toContain('token=')
    const link = linkIn(await mailTo(world, bob.email, /Choose a new passphrase/), '/new-passphrase')
    const fields = hiddenFields((await openLink(browser, link)).text, '/new-passphrase')
    await browser.post('/new-passphrase', { ...fields, passphrase: PASSPHRASE })
    await openLink(browser, link)
    expect(said().map(({ event, person }) => [event, person])).toEqual([
      ['passphrase.link-requested', undefined],
      ['passphrase.reset', bob.id],
      ['passphrase.link-refused', undefined],
    ])
    expect(JSON.stringify(lines)).not.toContain(link.split('=')[1])
  })
})

describe('what somebody may not', () => {
  test('a member whose role does not allow it', async () => {
    const browser = await browserOf(vera)
    expect((await browser.get(`/organisations/${alice.organisation}/description`)).status).toBe(403)
    expect(said()).toEqual([
      { event: 'access.denied', person: vera.id, from: 'unknown', route: '/organisations/:organisation/description' },
    ])
  })

  test('somebody who is not a member at all', async () => {
    const browser = await browserOf(bob)
    expect((await browser.get(`/organisations/${alice.organisation}`)).status).toBe(404)
    expect((await browser.get('/no/such/page')).status).toBe(404)
    expect(said()).toEqual([
      { event: 'access.not-a-member', person: bob.id, from: 'unknown', route: '/organisations/:organisation' },
    ])
  })

  test('a forged form', async () => {
    const browser = await browserOf(bob)
    expect((await browser.post('/account/name', { name: 'x', token: 'made-up' })).status).toBe(403)
    expect(said()).toEqual([{ event: 'form.forged', person: bob.id, from: 'unknown', route: '/account/name' }])
  })

  test('a form of a page that was made for somebody else', async () => {
    const browser = await browserOf(bob)
    const page = await browser.get('/account')
    await signIn(browser, vera.email)
    lines.length = 0
    expect((await browser.fillIn(page, '/account/name', { name: 'Bob Stone the Second' })).status).toBe(403)
    expect(said()).toEqual([{ event: 'form.of-somebody-else', person: vera.id, from: 'unknown', route: '/account/name' }])
    expect(JSON.stringify(lines)).not.toContain('Second')
  })
})

test('signing up, ending sessions elsewhere and closing the account', async () => {
  const email = 'carla@riverbank.example'
  const browser = visitor()
  await browser.get('/sign-up')
  await browser.post('/sign-up', { id: '', name: 'Carla Finch', email, passphrase: PASSPHRASE })
  await browser.post('/sign-up', { id: '', name: 'Carla Finch', email, passphrase: 'violet harbour kettle drum' })
  await signIn(visitor(), email)
  const page = await browser.get('/account')
  const here = page.page.form('/account/sessions')
  expect(here.action).toBe('/account/sessions')
  const sessions = [...page.text.matchAll(/name="sessions"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="sessions"/g)].map(
    ([, a, b]) => a ?? b ?? '',
  )
  await browser.post('/account/sessions', { sessions: sessions.slice(-1), passphraseCheck: PASSPHRASE })
  const closing = await browser.get('/account/close')
  const reply = await browser.fillIn(closing, '/account/close', { passphraseCheck: PASSPHRASE })
  expect([reply.status, reply.headers.get('clear-site-data')]).toEqual([303, '"cache", "storage"'])
  expect(said().map(({ event, sessions: count }) => [event, count])).toEqual([
    ['sign-up.sent', undefined],
    ['sign-in.succeeded', undefined],
    ['sign-up.finished', undefined],
    ['sign-up.sent', undefined],
    ['sign-up.known', undefined],
    ['sign-in.succeeded', undefined],
    ['sessions.ended', 1],
    ['account.closed', undefined],
  ])
  expect(JSON.stringify(said())).not.toMatch(/carla|Finch/i)
})

test('commands in the terminal', async () => {
  const terminal = { say() {}, complain() {} }
  await personCommand(['sign-out', bob.email], terminal, (work) => work(asSystem({ ...world.services, log }, 'terminal')))
  expect(said()).toEqual([{ event: 'terminal.command', command: 'person sign-out' }])
})
