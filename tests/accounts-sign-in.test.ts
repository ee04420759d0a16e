import { createHmac } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuth } from '../src/accounts/auth.ts'
import { PASSPHRASE_COST } from '../src/accounts/hashing.ts'
import { LONGEST_SECONDS, SESSION_SECONDS, sessionOf } from '../src/accounts/session.ts'
import { KEPT_FIELD } from '../src/accounts/sign-in/kept.ts'
import { renewPassphraseHash, setPassphraseHash } from '../src/accounts/store.ts'
import { createThrottle, LIMITS } from '../src/accounts/throttle.ts'
import { NO_ORGANISATION, newId, ownedBy } from '../src/platform/index.ts'
import { crowdAt } from './support/crowd.ts'
import { errorsOf, hiddenFields, wordsOf } from './support/html.ts'
import { type MemberPersona, alice as makeAlice, PASSPHRASE, type Persona, signIn, signUp } from './support/personas.ts'
import { Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

const SECRET = 'a-secret-for-tests-that-is-long-enough'
const COOKIE = 'mentormark.session_token'

let world: World
let alice: MemberPersona
let gita: Persona
beforeAll(async () => {
  world = await createWorld()
  alice = await makeAlice(world)
  gita = await signUp(world, { name: 'Gita Rahman', email: 'gita@riverbank.example' })
})
afterAll(() => world.end())

const NOT_RIGHT = ['The e-mail address or the passphrase is not right. Check both and try again']
const day = 24 * 60 * 60 * 1000
const tokenIn = (visitor: Visitor) => decodeURIComponent(visitor.cookies.get(COOKIE) ?? '').split('.')[0] ?? ''

describe('signing in', () => {
  test('leads to the organisation there is', async () => {
    const visitor = world.visitor()
    expect(await signIn(visitor, alice.email)).toMatchObject({ status: 303, location: '/' })
    expect((await visitor.get('/')).location).toBe(`/organisations/${alice.organisation}`)
  })

  test('takes an address however it is typed', async () => {
    expect((await signIn(world.visitor(), ' ALICE@Riverbank.example ')).status).toBe(303)
  })

  test.each([
    ['a wrong passphrase', 'alice@riverbank.example', 'otter bicycle lantern plu', NOT_RIGHT],
    ['an unknown address', 'nobody@riverbank.example', PASSPHRASE, NOT_RIGHT],
    ['a passphrase longer than any', 'alice@riverbank.example', 'x'.repeat(1000), NOT_RIGHT],
    ['nothing', '', '', ['Enter your e-mail address', 'Enter your passphrase']],
    ['not an address', 'alice', PASSPHRASE, ['Enter an e-mail address like name@example.org']],
  ])('is refused with %s', async (_, email, passphrase, errors) => {
    const visitor = world.visitor()
    const reply = await signIn(visitor, email, passphrase)
    expect(reply.status).toBe(422)
    expect(errorsOf(reply.text)).toEqual(errors)
    expect(visitor.cookies.has(COOKIE)).toBe(false)
    if (passphrase) expect(reply.text).not.toContain(passphrase)
  })

  test('a wrong address takes as long as a wrong passphrase', async () => {
    const app = world.appWith({ passphraseCost: PASSPHRASE_COST })
    // The first sign-in with what hashing really costs renews the cheap hash.
    await signIn(new Visitor(app), alice.email)
    const time = async (email: string) => {
      const times: number[] = []
      for (let i = 0; i < 5; i++) {
        const began = performance.now()
        await signIn(new Visitor(app), email, `wrong ${i} ${email}`)
        times.push(performance.now() - began)
      }
      return times.sort((a, b) => a - b)[1] ?? 0
    }
    await time('warm@up.example')
    const [known, unknown] = [await time(alice.email), await time('nobody@riverbank.example')]
    // Hashing dominates both; without it an unknown address would answer ten times as fast.
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2.5)
    world.clock.advance(15 * 60_000)
    await signIn(world.visitor(), alice.email)
  })

  describe('with a hash from before argon2id', () => {
    const stored = async () => (await methodOf(gita))?.password ?? ''
    const lines = async () => {
      const own = ownedBy(world.services.db.read, NO_ORGANISATION)
      const all = await own.select('activity').selectAll().orderBy('id').execute()
      return all.filter(({ subject }) => subject === `person/${gita.id}`)
    }
    const old = async (passphrase: string) => {
      const hash = await hashPassword(passphrase)
      await world.services.db.housekeep((tx) => setPassphraseHash(tx, gita.id, hash, '2026-01-01T00:00:00.000Z'))
      return hash
    }

    test('works, and renews it; the audit line of the sign-in says so', async () => {
      await old(PASSPHRASE)
      expect((await signIn(world.visitor(), gita.email)).status).toBe(303)
      expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/)
      expect((await lines()).at(-1)).toMatchObject({ action: 'person.signed-in', detail: expect.stringContaining('renewed') })
      const renewed = await stored()
      expect((await signIn(world.visitor(), gita.email)).status).toBe(303)
      expect(await stored()).toBe(renewed)
      expect((await lines()).at(-1)?.detail).not.toContain('renewed')
      // Nobody changed anything about how she signs in.
      expect(new Date((await methodOf(gita))?.updated_at ?? 0).toISOString()).toBe('2026-01-01T00:00:00.000Z')
    })

    test('is left alone by a wrong passphrase', async () => {
      const hash = await old(PASSPHRASE)
      expect((await signIn(world.visitor(), gita.email, 'wrong')).status).toBe(422)
      expect(await stored()).toBe(hash)
    })

    test('leaves a passphrase alone that was chosen meanwhile', async () => {
      const hash = await old(PASSPHRASE)
      await world.services.db.housekeep(async (tx) => {
        await setPassphraseHash(tx, gita.id, 'another', '2026-01-01T00:00:00.000Z')
        await renewPassphraseHash(tx, gita.id, hash, 'renewed')
      })
      expect(await stored()).toBe('another')
      await old(PASSPHRASE)
    })

    const methodOf = ({ id }: Persona) =>
      world.services.db.read.selectFrom('sign_in_method').selectAll().where('person_id', '=', id).executeTakeFirst()
  })

  test('where too many sign in at the same moment, the rest are asked to try again, and keep what they wrote', async () => {
    const crowd = crowdAt()
    const visitor = world.visitor()
    await visitor.get('/sign-in')
    const kept = JSON.stringify({
      address: '/account/name',
      page: '',
      fields: [['description', 'Words written before']],
      files: [],
    })
    const reply = await visitor.post('/sign-in', { email: alice.email, passphrase: PASSPHRASE, [KEPT_FIELD]: kept })
    expect(reply.status).toBe(503)
    expect(reply.headers.get('retry-after')).toBe('10')
    expect(reply.page.words).toContain('Wait a minute, then try again')
    expect(reply.text).toContain('Words written before')
    expect(reply.text).not.toContain(PASSPHRASE)
    // What could not be looked at was no guess: however often, they are let in when there is room.
    for (let time = 0; time < 10; time++) expect((await signIn(visitor, alice.email)).status).toBe(503)
    await crowd.leave()
    expect((await signIn(visitor, alice.email)).status).toBe(303)
  })

  test('ends the session the browser came with, and starts another', async () => {
    const visitor = world.visitor()
    await signIn(visitor, alice.email)
    const before = tokenIn(visitor)
    await signIn(visitor, alice.email)
    expect(tokenIn(visitor)).not.toBe(before)
    const { db, clock } = world.services
    expect(await sessionOf(db.read, clock, before)).toBeNull()
    expect((await sessionOf(db.read, clock, tokenIn(visitor)))?.person.id).toBe(alice.id)
  })

  test('goes on in the fifty newest places only', async () => {
    const { db, clock } = world.services
    const times = { created_at: '2026-02-01T00:00:00.000Z', updated_at: '2026-02-01T00:00:00.000Z' }
    const old = Array.from({ length: 60 }, () => newId())
    await db.housekeep((tx) =>
      tx
        .insertInto('session')
        .values(
          old.map((id) => ({
            id,
            token: id,
            person_id: gita.id,
            ip_address: null,
            user_agent: null,
            expires_at: '2027-01-01T00:00:00.000Z',
            ...times,
          })),
        )
        .execute(),
    )
    const visitor = world.visitor()
    await signIn(visitor, gita.email)
    expect(await sessionOf(db.read, clock, tokenIn(visitor))).not.toBeNull()
    const left = await db.read.selectFrom('session').select('id').where('person_id', '=', gita.id).execute()
    expect(left).toHaveLength(50)
    await db.housekeep((tx) => tx.deleteFrom('session').where('id', 'in', old).execute())
  })

  test('somebody who has signed in is not asked again', async () => {
    expect((await alice.browser.get('/sign-in?next=/account')).location).toBe('/account')
    expect((await alice.browser.get('/sign-up')).location).toBe('/')
  })
})

describe('where it leads afterwards', () => {
  test('somebody going to a page comes back to it', async () => {
    const visitor = world.visitor()
    const turned = await visitor.get(`/organisations/${alice.organisation}/description?a=b`)
    expect(turned.status).toBe(303)
    const page = await visitor.get(turned.location ?? '')
    const fields = hiddenFields(page.text, '/sign-in')
    const reply = await visitor.post('/sign-in', { ...fields, email: alice.email, passphrase: PASSPHRASE })
    expect(reply.location).toBe(`/organisations/${alice.organisation}/description?a=b`)
  })

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/..//elsewhere.example',
    'javascript:alert(1)',
  ])('%s leads to the start page', async (next) => {
    const visitor = world.visitor()
    const page = await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`)
    expect(page.text).not.toContain('elsewhere')
    expect((await visitor.post('/sign-in', { email: alice.email, passphrase: PASSPHRASE, next })).location).toBe('/')
  })

  test('a request from a script is told, not redirected', async () => {
    const reply = await world.visitor().get('/account', { accept: 'application/json' })
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      401,
      { problem: 'signed-out', message: 'You have been signed out. Sign in again to save this.' },
    ])
  })
})

describe('somebody who is no longer signed in', () => {
  const SAYS = 'You have been signed out. Sign in again to go on.'
  const asked = async (visitor: Visitor) => {
    const { location } = await visitor.get('/account')
    return (await visitor.get(location ?? '')).page.words
  }

  test('is told so, wherever they were going', async () => {
    const visitor = world.visitor()
    await signIn(visitor, alice.email)
    const token = tokenIn(visitor)
    await world.services.db.housekeep((tx) => tx.deleteFrom('session').where('token', '=', token).execute())
    expect(await asked(visitor)).toContain(SAYS)
    await signIn(visitor, alice.email)
    expect((await visitor.get('/account')).status).toBe(200)
  })

  test('nobody else is', async () => {
    expect(await asked(world.visitor())).not.toContain(SAYS)
    const visitor = world.visitor()
    await signIn(visitor, alice.email)
    await visitor.get('/account')
    await visitor.post('/sign-out')
    expect(await asked(visitor)).not.toContain(SAYS)
  })
})

describe('signing out', () => {
  test('ends the session', async () => {
    const visitor = world.visitor()
    await signIn(visitor, alice.email)
    const token = tokenIn(visitor)
    await visitor.get('/account')
    expect(await visitor.post('/sign-out')).toMatchObject({ status: 303, location: '/sign-in' })
    expect(visitor.cookies.has(COOKIE)).toBe(false)
    expect(await sessionOf(world.services.db.read, world.clock, token)).toBeNull()
    expect(wordsOf((await visitor.get('/sign-in')).text)).toContain('You are signed out.')
  })

  test('a visitor may as well', async () => {
    expect((await world.visitor().post('/sign-out')).status).toBe(303)
  })

  test('not by following a link, nor from elsewhere', async () => {
    expect((await alice.browser.get('/sign-out')).status).toBe(404)
    expect((await alice.browser.post('/sign-out', { token: 'made-up' })).status).toBe(403)
    expect((await alice.browser.get('/account')).status).toBe(200)
  })
})

describe('when nothing can be written, as on a full disk', () => {
  const rejects = () => Promise.reject(new Error('the disk is full'))
  /** A browser that is signed in, at the same installation without room for another byte. */
  async function atFullDisk(): Promise<Visitor> {
    const before = world.visitor()
    await signIn(before, alice.email)
    const visitor = new Visitor(world.appWith({ db: { ...world.services.db, write: rejects, housekeep: rejects } }))
    for (const [name, value] of before.cookies) visitor.setCookie(name, value)
    return visitor
  }

  test('somebody whose session is due for renewal goes on reading', async () => {
    const visitor = await atFullDisk()
    world.clock.advance(day)
    const reply = await visitor.get('/account')
    expect(reply.status).toBe(200)
    // The browser is told of nothing that was not done.
    expect(reply.headers.getSetCookie().filter((each) => each.startsWith(COOKIE))).toEqual([])
  })

  test('signing out leaves nothing in the browser, and says what was not done', async () => {
    const visitor = await atFullDisk()
    await visitor.get('/account')
    expect(await visitor.post('/sign-out')).toMatchObject({ status: 303, location: '/sign-in' })
    expect(visitor.cookies.has(COOKIE)).toBe(false)
    const { words } = (await visitor.get('/sign-in')).page
    expect(words).toContain('You are signed out of this browser')
    expect(words).toContain('we could not end the session itself')
  })
})

describe('too many tries', () => {
  test('at one account from one place have to wait; getting it right clears them', async () => {
    const visitor = world.visitor()
    for (let i = 0; i < 9; i++) await signIn(visitor, gita.email, 'wrong')
    expect((await signIn(visitor, gita.email)).status).toBe(303)
    for (let i = 0; i < 10; i++) await signIn(visitor, gita.email, 'wrong')
    const reply = await signIn(visitor, gita.email)
    expect(reply.status).toBe(429)
    expect(reply.headers.get('retry-after')).toBe('900')
    expect(errorsOf(reply.text)).toEqual([
      'That has been tried too many times. To keep everyone safe, wait 15 minutes and try again',
    ])
    expect(reply.page.words).toContain('We’ll send you a link to choose a new passphrase. Open it in this browser')
    expect(reply.text).toContain(`value="${gita.email}"`)
    // Others go on.
    expect((await signIn(world.visitor(), alice.email)).status).toBe(303)
    world.clock.advance(15 * 60_000)
    expect((await signIn(visitor, gita.email)).status).toBe(303)
  })

  test('at many accounts from one place have to wait', async () => {
    const visitor = world.visitor()
    await visitor.get('/sign-in')
    const throttle = createThrottle(world.services)
    for (let i = 0; i < 100; i++) await throttle.attempt(LIMITS.signInFromAddress, 'unknown')
    expect((await signIn(visitor, alice.email)).status).toBe(429)
    world.clock.advance(15 * 60_000)
    expect((await signIn(visitor, alice.email)).status).toBe(303)
  })
})

describe('a session', () => {
  test('is what the sign-in library says it is', async () => {
    // The library goes by the machine's clock, so ours does too for once.
    const stood = world.clock.now()
    world.clock.set(new Date().toISOString())
    const visitor = world.visitor()
    await signIn(visitor, alice.email)
    const { db, clock } = world.services
    const ours = await sessionOf(db.read, clock, tokenIn(visitor))
    const auth = createAuth(world.services, { secret: SECRET, secure: false })
    const theirs = await auth.api.getSession({ headers: new Headers({ cookie: `${COOKIE}=${visitor.cookies.get(COOKIE)}` }) })
    expect(theirs?.user).toMatchObject({ id: alice.id, name: alice.name, email: alice.email })
    expect(theirs?.session.token).toBe(ours?.token)
    expect(theirs?.session.id).toBe(ours?.id)
    expect(theirs?.session.expiresAt).toEqual(ours?.expiresAt)
    expect(ours?.expiresAt.getTime()).toBe(clock.now().getTime() + SESSION_SECONDS * 1000)
    const forged = await auth.api.getSession({ headers: new Headers({ cookie: `${COOKIE}=${tokenIn(visitor)}.nonsense` }) })
    expect(forged).toBeNull()
    world.clock.set(stood.toISOString())
  })

  test('is renewed at most once a day, with the cookie the library would write', async () => {
    const visitor = world.visitor()
    const signedIn = (await signIn(visitor, alice.email)).headers.getSetCookie().find((each) => each.startsWith(COOKIE))
    const renewed = async () => (await visitor.get('/account')).headers.getSetCookie().find((each) => each.startsWith(COOKIE))
    const expiry = async () => (await sessionOf(world.services.db.read, world.clock, tokenIn(visitor)))?.expiresAt.getTime()
    world.clock.advance(day - 1)
    expect(await renewed()).toBeUndefined()
    world.clock.advance(1)
    expect(parts(await renewed())).toEqual(parts(signedIn))
    expect(await expiry()).toBe(world.clock.now().getTime() + SESSION_SECONDS * 1000)
    expect(await renewed()).toBeUndefined()
    // Somebody who comes by every month stays signed in; who stays away longer does not.
    world.clock.advance(30 * day - 1)
    expect((await visitor.get('/account')).status).toBe(200)
    world.clock.advance(30 * day)
    expect((await visitor.get('/account')).status).toBe(303)
  })

  test('ends ninety days after it began, however often its owner comes by', async () => {
    const visitor = world.visitor()
    await signIn(visitor, alice.email)
    const began = world.clock.now().getTime()
    const ends = async () => (await sessionOf(world.services.db.read, world.clock, tokenIn(visitor)))?.expiresAt.getTime()
    for (let days = 0; days < 89; days++) {
      world.clock.advance(day)
      expect((await visitor.get('/account')).status).toBe(200)
    }
    expect(await ends()).toBe(began + LONGEST_SECONDS * 1000)
    // There is nothing left to renew, so reading stays cheap.
    const last = await visitor.get('/account')
    expect(last.headers.getSetCookie().some((each) => each.startsWith(COOKIE))).toBe(false)
    world.clock.advance(day - 1)
    expect((await visitor.get('/account')).status).toBe(200)
    world.clock.advance(1)
    expect((await visitor.get('/account')).status).toBe(303)
    await signIn(visitor, alice.email)
    expect(await ends()).toBe(world.clock.now().getTime() + SESSION_SECONDS * 1000)
  })

  test('behind HTTPS has the cookie only HTTPS may carry', async () => {
    const app = world.appWith({ baseUrl: 'https://mentormark.example', secure: true, loopback: false })
    const page = await app.request('https://mentormark.example/sign-in')
    const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
    const sent = page.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const reply = await app.request('https://mentormark.example/sign-in', {
      method: 'POST',
      headers: { cookie: sent, origin: 'https://mentormark.example' },
      body: new URLSearchParams({ token, email: alice.email, passphrase: PASSPHRASE }),
    })
    const cookie = reply.headers.getSetCookie().find((each) => each.includes('session_token')) ?? ''
    expect(parts(cookie)).toContain('secure')
    expect(cookie).toMatch(/^__Host-mentormark\.session_token=/)
    const account = await app.request('https://mentormark.example/account', { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(account.status).toBe(200)
  })

  test('behind HTTPS every other cookie belongs to this host alone, and still does its work', async () => {
    const app = world.appWith({ baseUrl: 'https://mentormark.example', secure: true, loopback: false })
    const jar = new Map<string, string>()
    const send = async (path: string, init: RequestInit = {}) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { cookie, origin: 'https://mentormark.example' }
      const reply = await app.request(`https://mentormark.example${path}`, { ...init, headers })
      for (const [, name, value] of reply.headers.getSetCookie().map((each) => /^([^=]+)=([^;]*)/.exec(each) ?? []))
        jar.set(name ?? '', value ?? '')
      return reply
    }
    const cookies = () => [...jar].flatMap(([name, value]) => (value === '' ? [] : name)).sort()
    const tokenOf = async (path: string) => /name="token" value="([^"]+)"/.exec(await (await send(path)).text())?.[1] ?? ''
    const token = await tokenOf('/sign-up')
    const person = { id: newId(), name: 'Hope Secure', email: 'hope@riverbank.example', passphrase: PASSPHRASE }
    expect((await send('/sign-up', { method: 'POST', body: new URLSearchParams({ token, ...person }) })).status).toBe(303)
    expect(cookies()).toEqual([`__Host-${COOKIE}`, '__Host-mm-device', '__Host-mm-form', '__Host-mm-notice'])
    const next = (await send('/organisations/new')).text()
    expect(wordsOf(await next)).toContain('Your account is ready, and you are signed in.')
    expect(wordsOf(await (await send('/organisations/new')).text())).not.toContain('Your account is ready')
    jar.clear()
    const asking = { token: await tokenOf('/forgotten-passphrase'), email: person.email }
    expect((await send('/forgotten-passphrase', { method: 'POST', body: new URLSearchParams(asking) })).status).toBe(303)
    expect(cookies()).toEqual(['__Host-mm-email', '__Host-mm-form'])
    expect(await (await send('/sign-in')).text()).toContain(`value="${person.email}"`)
    // What another host could have set is not looked at.
    jar.clear()
    jar.set('mm-email', Buffer.from('planted@evil.example').toString('base64url'))
    jar.set('mm-notice', Buffer.from('Planted words').toString('base64url'))
    expect(await (await send('/sign-in')).text()).not.toMatch(/planted/i)
  })

  test.each([
    ['a made-up token', () => `made-up.${createHmac('sha256', SECRET).update('made-up').digest('base64')}`],
    [
      'a wrong signature',
      () => `${tokenIn(alice.browser)}.${createHmac('sha256', 'another secret').update(tokenIn(alice.browser)).digest('base64')}`,
    ],
    ['no signature', () => tokenIn(alice.browser)],
    ['rubbish', () => '.'],
  ])('is not %s', async (_, cookie) => {
    const visitor = new Visitor(world.app)
    visitor.setCookie(COOKIE, encodeURIComponent(cookie()))
    expect((await visitor.get('/account')).status).toBe(303)
  })
})

/** A cookie's value and attributes, in any order. */
function parts(cookie: string | undefined): readonly string[] {
  return (cookie ?? '')
    .split('; ')
    .map((part) => (part.startsWith(COOKIE) ? part : part.toLowerCase()))
    .sort()
}
