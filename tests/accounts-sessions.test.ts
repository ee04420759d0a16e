import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personCommand, tidyAccounts } from '../src/accounts/index.ts'
import { LONGEST_SECONDS, SESSION_SECONDS, sessionOf } from '../src/accounts/session.ts'
import { asSystem } from '../src/platform/index.ts'
import { type Persona, signIn, signUp } from './support/personas.ts'
import type { Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

const COOKIE = 'mentormark.session_token'
const DAY = 24 * 60 * 60_000
const YEAR = 365 * DAY

let world: World
let ada: Persona
beforeAll(async () => {
  world = await createWorld()
  ada = await signUp(world, { name: 'Ada Brook', email: 'ada@riverbank.example' })
})
afterAll(() => world.end())

const tokenIn = (visitor: Visitor) => decodeURIComponent(visitor.cookies.get(COOKIE) ?? '').split('.')[0] ?? ''
const session = (visitor: Visitor) => sessionOf(world.services.db.read, world.clock, tokenIn(visitor))

describe('a session that was made while the clock was ten years ahead', () => {
  async function madeAhead() {
    const stood = world.clock.now()
    world.clock.advance(10 * YEAR)
    const visitor = world.visitor()
    await signIn(visitor, ada.email)
    world.clock.set(stood.toISOString())
    return { visitor, stood }
  }

  test('lasts from when the clock was put right as long as any other', async () => {
    const { visitor, stood } = await madeAhead()
    expect((await visitor.get('/account')).status).toBe(200)
    expect((await session(visitor))?.expiresAt.getTime()).toBe(stood.getTime() + SESSION_SECONDS * 1000)
    // However often its owner comes by, it ends ninety days after.
    for (let days = 0; days < 89; days++) {
      world.clock.advance(DAY)
      expect((await visitor.get('/account')).status).toBe(200)
    }
    world.clock.set(new Date(stood.getTime() + LONGEST_SECONDS * 1000).toISOString())
    expect((await visitor.get('/account')).status).toBe(303)
    world.clock.set(stood.toISOString())
  })

  test('and that nobody came by with ends as well', async () => {
    const { visitor, stood } = await madeAhead()
    await tidyAccounts(world.services)
    world.clock.advance(SESSION_SECONDS * 1000 + 1)
    expect((await visitor.get('/account')).status).toBe(303)
    world.clock.set(stood.toISOString())
  })

  test('one made by a server whose clock is a few seconds ahead is left as it is', async () => {
    const visitor = world.visitor()
    const stood = world.clock.now()
    world.clock.advance(5000)
    await signIn(visitor, ada.email)
    world.clock.set(stood.toISOString())
    const reply = await visitor.get('/account')
    expect(reply.status).toBe(200)
    expect(reply.headers.getSetCookie().filter((each) => each.startsWith(COOKIE))).toEqual([])
  })
})

describe('behind HTTPS', () => {
  test('a session under the cookie’s former name, which other hosts can set, opens nothing; its owner is told to sign in', async () => {
    const visitor = world.visitor()
    await signIn(visitor, ada.email)
    const app = world.appWith({ baseUrl: 'https://mentormark.example', secure: true, loopback: false })
    const ask = (path: string, name: string) =>
      app.request(`https://mentormark.example${path}`, { headers: { cookie: `${name}=${visitor.cookies.get(COOKIE)}` } })
    expect((await ask('/account', `__Host-${COOKIE}`)).status).toBe(200)
    expect((await ask('/account', `__Secure-${COOKIE}`)).status).toBe(303)
    expect((await ask('/account', COOKIE)).status).toBe(303)
    expect(await (await ask('/sign-in', `__Secure-${COOKIE}`)).text()).toContain(
      'You have been signed out. Sign in again to go on.',
    )
  })
})

describe('a browser forgets what it held', () => {
  test('when somebody signs out', async () => {
    const visitor = world.visitor()
    await signIn(visitor, ada.email)
    await visitor.get('/account')
    const reply = await visitor.post('/sign-out')
    expect(reply.headers.get('clear-site-data')).toBe('"cache", "storage"')
    // The browser is still known for the account.
    expect([...visitor.cookies.keys()]).toContain('mm-device')
  })

  test('but for unsent words of somebody else who was not asked', async () => {
    const visitor = world.visitor()
    await signIn(visitor, ada.email)
    await visitor.get('/account')
    expect((await visitor.post('/sign-out', { keepDrafts: 'yes' })).headers.get('clear-site-data')).toBe('"cache"')
  })

  test('not where a session has merely ended: its words wait to be saved', async () => {
    const visitor = world.visitor()
    visitor.setCookie(COOKIE, 'gone')
    expect((await visitor.get('/account')).headers.get('clear-site-data')).toBeNull()
    expect((await visitor.get('/sign-in')).headers.get('clear-site-data')).toBeNull()
  })
})

describe('from a terminal', () => {
  async function run(...args: string[]) {
    const said: string[] = []
    const terminal = { say: (text: string) => said.push(text), complain: (text: string) => said.push(text) }
    const code = await personCommand(args, terminal, (work) => work(asSystem(world.services, 'terminal')))
    return { code, said: said.join('\n') }
  }
  const lines = async (action: string) =>
    world.services.db.read
      .selectFrom('activity' as never)
      .select('subject' as never)
      .where('action' as never, '=', action as never)
      .execute()

  test('one person is signed out everywhere, and nobody else', async () => {
    const bob = await signUp(world, { name: 'Bob Stone', email: 'bob@riverbank.example' })
    const phone = world.visitor()
    await signIn(phone, bob.email)
    await signIn(ada.browser, ada.email)
    expect(await run('sign-out', 'BOB@riverbank.example')).toEqual({
      code: 0,
      said: 'Bob Stone is signed out everywhere. Sessions ended: 2.',
    })
    expect([(await bob.browser.get('/account')).status, (await phone.get('/account')).status]).toEqual([303, 303])
    expect((await ada.browser.get('/account')).status).toBe(200)
    expect(await lines('person.signed-out-everywhere')).toEqual([{ subject: `person/${bob.id}` }])
    expect((await signIn(phone, bob.email)).status).toBe(303)
  })

  test('so is everyone', async () => {
    await signIn(ada.browser, ada.email)
    expect(await run('sign-out', '--everyone')).toMatchObject({ code: 0, said: expect.stringMatching(/^Everyone is signed out/) })
    expect((await ada.browser.get('/account')).status).toBe(303)
    expect(await world.services.db.read.selectFrom('session').select('id').execute()).toEqual([])
    expect(await lines('everyone.signed-out')).toHaveLength(1)
  })

  test.each([
    ['sign-out'],
    ['sign-out', 'ada@riverbank.example', '--yes'],
    ['erase', '--everyone'],
    ['sign-out', '--everyone', 'x'],
  ])('%s %s %s says how it is used', async (...args) => expect((await run(...args)).code).toBe(2))

  test('nobody has an account with that address', async () => {
    expect(await run('sign-out', 'nobody@riverbank.example')).toMatchObject({ code: 1 })
  })
})
