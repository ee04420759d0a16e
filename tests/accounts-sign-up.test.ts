import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createThrottle, LIMITS } from '../src/accounts/index.ts'
import { NO_ORGANISATION, newId, ownedBy } from '../src/platform/index.ts'
import { crowdAt } from './support/crowd.ts'
import { errorsOf, hiddenFields, wordsOf } from './support/html.ts'
import { countMailTo } from './support/mail.ts'
import { PASSPHRASE, signIn } from './support/personas.ts'
import { Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** Where no mail is set up, people are in at once. `accounts-sign-up-by-link.test.ts` is about everywhere else. */

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const OTHER = 'violet harbour kettle drum'
const KNOWN = 'There is an account with this e-mail address already. Sign in, or use another address'
const SESSION = 'mentormark.session_token'
const form = { name: 'Farida Haddad', email: 'farida@lanternclub.example', passphrase: PASSPHRASE }
const people = async (email: string) =>
  world.services.db.read.selectFrom('person').selectAll().where('email', '=', email).execute()
const nameIn = async (browser: Visitor) => (await browser.get('/account')).page.valueOf('name')
const auditAbout = async (id: string | undefined) => {
  const lines = await ownedBy(world.services.db.read, NO_ORGANISATION).select('activity').selectAll().execute()
  return lines.filter((line) => line.subject === `person/${id}`).map((line) => line.action)
}

test('signing up, and on to setting up: there is no second signing in', async () => {
  const visitor = world.visitor()
  const page = await visitor.get('/sign-up')
  const { id } = hiddenFields(page.text, '/sign-up')
  const signedUp = await visitor.post('/sign-up', { id: id as string, ...form, email: ' Farida@LanternClub.example ' })
  expect(signedUp).toMatchObject({ status: 303, location: '/' })
  const next = (await visitor.get('/')).location ?? ''
  expect(next).toMatch(/^\/organisations\/new\?id=/)
  expect((await visitor.get(next)).page.words).toContain('Welcome. Your account is ready, and you are signed in.')
  expect(await nameIn(visitor)).toBe('Farida Haddad')
  expect((await signIn(world.visitor(), form.email)).location).toBe('/')
  // Nobody reads mail that is not sent, and nothing is asked for that nobody could do.
  expect(await countMailTo(world, form.email)).toBe(0)
  expect((await visitor.get('/account')).page.words).not.toContain('Confirm your e-mail address')
})

test('leads to where somebody was going', async () => {
  const visitor = world.visitor()
  const page = await visitor.get('/sign-in?next=%2Faccount')
  const link = page.page.links.find(({ text }) => text === 'Sign up')?.href ?? ''
  expect(link).toBe('/sign-up?next=%2Faccount')
  const reply = await visitor.fillIn(link, '/sign-up', { ...form, email: 'going@lanternclub.example' })
  expect([reply.status, reply.location]).toEqual([303, '/account'])
  const elsewhere = { ...form, email: 'elsewhere@lanternclub.example', next: 'https://elsewhere.example/' }
  expect((await world.visitor().post('/sign-up', elsewhere)).location).toBe('/')
})

test('somebody else’s session in this browser ends, and a new one begins', async () => {
  const visitor = world.visitor()
  await signIn(visitor, form.email)
  const before = visitor.cookies.get(SESSION) ?? ''
  await visitor.post('/sign-up', { id: newId(), ...form, name: 'New Here', email: 'newhere@lanternclub.example' })
  expect(await nameIn(visitor)).toBe('New Here')
  const kept = world.visitor()
  kept.setCookie(SESSION, before)
  expect((await kept.get('/account')).status).toBe(303)
})

test('the browser is a known one from then on', async () => {
  const email = 'known-device@lanternclub.example'
  const visitor = world.visitor()
  await visitor.post('/sign-up', { id: newId(), ...form, email })
  const throttle = createThrottle(world.services)
  while (await throttle.allows(LIMITS.account, email));
  expect((await signIn(visitor, email)).status).toBe(303)
  expect((await signIn(world.visitor(), email)).status).toBe(429)
})

test('whoever finds too many waiting with their passphrases once the account is there, signs in themselves', async () => {
  const email = 'crowded@lanternclub.example'
  const { db } = world.services
  const write = db.write.bind(db)
  let crowd: ReturnType<typeof crowdAt> | null = null
  const spy = vi.spyOn(db, 'write').mockImplementationOnce(async (work) => {
    const value = await write(work)
    crowd = crowdAt()
    return value
  })
  const visitor = world.visitor()
  const reply = await visitor.post('/sign-up', { id: newId(), ...form, email, next: '/account' })
  spy.mockRestore()
  expect([reply.status, reply.location]).toEqual([303, '/sign-in?next=%2Faccount'])
  await (crowd as ReturnType<typeof crowdAt> | null)?.leave()
  const page = await visitor.get(reply.location ?? '')
  expect(page.page.words).toContain('Your account is ready. Sign in with the passphrase you have just chosen.')
  expect(page.page.valueOf('email')).toBe(email)
  expect((await visitor.fillIn(page, '/sign-in', { passphrase: PASSPHRASE })).location).toBe('/account')
})

describe('a form sent twice', () => {
  test('makes one person, who is in both times', async () => {
    const visitor = world.visitor()
    await visitor.get('/sign-up')
    const twice = { id: newId(), ...form, email: 'twice@lanternclub.example' }
    const replies = await Promise.all([visitor.post('/sign-up', twice), visitor.post('/sign-up', twice)])
    expect(replies.map(({ status, location }) => [status, location])).toEqual([
      [303, '/'],
      [303, '/'],
    ])
    expect(await people(twice.email)).toHaveLength(1)
    expect(await nameIn(visitor)).toBe('Farida Haddad')
  })

  test('with another passphrase opens nothing, is told that the address is known, and counts as a guess', async () => {
    const first = { id: newId(), ...form, email: 'again@lanternclub.example' }
    await world.visitor().post('/sign-up', first)
    const [person] = await people(first.email)
    expect(person?.id).toBe(first.id)
    for (let guesses = 0; guesses < 10; guesses++) {
      const stranger = world.visitor()
      const reply = await stranger.post('/sign-up', { ...first, passphrase: OTHER })
      expect([reply.status, errorsOf(reply.text)]).toEqual([422, [KNOWN]])
      expect(stranger.cookies.has(SESSION)).toBe(false)
    }
    // Not even with the right one any more: as at signing in.
    const reply = await world.visitor().post('/sign-up', first)
    expect([reply.status, errorsOf(reply.text)]).toEqual([429, [expect.stringContaining('tried too many times')]])
    world.clock.advance(15 * 60_000)
    expect((await world.visitor().post('/sign-up', first)).status).toBe(303)
    expect(await people(first.email)).toHaveLength(1)
  })

  test('with somebody’s id makes its own person', async () => {
    const [farida] = await people(form.email)
    const visitor = world.visitor()
    await visitor.post('/sign-up', { id: farida?.id ?? '', ...form, name: 'Not Farida', email: 'other@lanternclub.example' })
    expect(await people('other@lanternclub.example')).toHaveLength(1)
    expect(await nameIn(visitor)).toBe('Not Farida')
  })
})

describe('a known address', () => {
  test('is told so, with the way in, and changes nothing', async () => {
    const before = await people(form.email)
    const visitor = world.visitor()
    const reply = await visitor.fillIn('/sign-up', '/sign-up', { name: 'Somebody Else', email: form.email, passphrase: OTHER })
    expect([reply.status, reply.page.errors]).toEqual([422, [{ text: KNOWN, href: '#email' }]])
    const there = reply.page.links.map(({ text, href }) => [text, href])
    expect(there).toContainEqual(['Sign in with the passphrase you chose', '/sign-in'])
    expect(there).toContainEqual(['choose a new one', '/forgotten-passphrase'])
    expect(reply.page.valueOf('name')).toBe('Somebody Else')
    expect((await visitor.get('/sign-in')).page.valueOf('email')).toBe(form.email)
    expect(visitor.cookies.has(SESSION)).toBe(false)
    expect(await people(form.email)).toEqual(before)
    expect((await signIn(visitor, form.email, OTHER)).status).toBe(422)
    expect((await signIn(visitor, form.email)).status).toBe(303)
    expect(await auditAbout(before[0]?.id)).toContain('person.signed-up-again')
    expect(await countMailTo(world, form.email)).toBe(0)
  })

  test('is not told so before everything else is right: whoever wants to find out makes an account where there is none', async () => {
    const reply = await world.visitor().post('/sign-up', { ...form, name: '', passphrase: 'short' })
    expect(errorsOf(reply.text)).toHaveLength(2)
    expect(reply.text).not.toContain('There is an account')
  })

  test('also where others come in: nothing could be mailed, so nothing else could say it', async () => {
    const open = world.appWith({ baseUrl: 'https://mentormark.example', secure: true, loopback: false })
    const reply = await open.request('https://mentormark.example/sign-up')
    const cookie = reply.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const token = /name="token" value="([^"]+)"/.exec(await reply.text())?.[1] ?? ''
    const again = await open.request('https://mentormark.example/sign-up', {
      method: 'POST',
      body: new URLSearchParams({ token, id: newId(), ...form }),
      headers: { cookie, origin: 'https://mentormark.example' },
    })
    expect([again.status, errorsOf(await again.text())]).toEqual([422, [KNOWN]])
  })
})

describe('needs correcting', () => {
  test.each<[string, Partial<typeof form>, string]>([
    ['no name', { name: '  ' }, 'Enter your name'],
    ['an invisible name', { name: '\u200b\u200b' }, 'Enter your name'],
    ['a long name', { name: 'x'.repeat(101) }, 'Make your name 100 characters or fewer'],
    ['no address', { email: '' }, 'Enter your e-mail address'],
    ['not an address', { email: 'farida' }, 'Enter an e-mail address like name@example.org'],
    ['a long address', { email: `${'x'.repeat(250)}@a.example` }, 'Make your e-mail address 254 characters or fewer'],
    ['no passphrase', { passphrase: '' }, 'Choose a passphrase'],
    [
      'a short one',
      { passphrase: 'otter plum' },
      'Make your passphrase at least 12 characters: it has 10. Another word or two would do it',
    ],
    ['a long one', { passphrase: 'x'.repeat(201) }, 'Make your passphrase 200 characters or fewer'],
    [
      'a common one',
      { passphrase: 'password1234' },
      'This passphrase is one of the first that people try. Add another word or two that have nothing to do with it',
    ],
    [
      'what the site is about',
      { passphrase: 'mentoring123' },
      'This passphrase has a word in it that a stranger could guess: one from your name, your e-mail address or what this site is about. Add another word or two that have nothing to do with it',
    ],
    [
      'one’s own name',
      { passphrase: 'farida haddad' },
      'This passphrase has a word in it that a stranger could guess: one from your name, your e-mail address or what this site is about. Add another word or two that have nothing to do with it',
    ],
  ])('%s', async (_, change, message) => {
    const visitor = world.visitor()
    await visitor.get('/sign-up')
    const given = { id: newId(), ...form, email: 'nobody@lanternclub.example', ...change }
    const reply = await visitor.post('/sign-up', given)
    expect(reply.status).toBe(422)
    expect(errorsOf(reply.text)).toEqual([message])
    expect(reply.text).toContain('<title>Error: ')
    if (!('name' in change)) expect(reply.text).toContain('value="Farida Haddad"')
    if (given.passphrase) expect(reply.text).not.toContain(`value="${given.passphrase}"`)
    expect(await people(given.email)).toHaveLength(0)
  })

  test('everything at once', async () => {
    const visitor = world.visitor()
    await visitor.get('/sign-up')
    const reply = await visitor.post('/sign-up', { id: '', name: '', email: '', passphrase: '' })
    expect(errorsOf(reply.text)).toEqual(['Enter your name', 'Enter your e-mail address', 'Choose a passphrase'])
  })
})

test('a form that is not ours signs nobody up', async () => {
  const reply = await world.visitor().post('/sign-up', { ...form, email: 'forged@lanternclub.example', token: 'made-up' })
  expect(reply.status).toBe(403)
  expect(reply.text).not.toContain(PASSPHRASE)
  expect(await people('forged@lanternclub.example')).toHaveLength(0)
})

test('a passphrase can be typed on any keyboard', async () => {
  const visitor = world.visitor()
  await visitor.get('/sign-up')
  await visitor.post('/sign-up', {
    id: newId(),
    ...form,
    email: 'unicode@lanternclub.example',
    passphrase: ' cafe\u0301 ﬁne שלום 🐢 ',
  })
  expect((await signIn(visitor, 'unicode@lanternclub.example', 'caf\u00e9 fine שלום 🐢')).status).toBe(422)
  expect((await signIn(visitor, 'unicode@lanternclub.example', ' caf\u00e9 fine שלום 🐢 ')).status).toBe(303)
})

test('it is on the audit trail, and no passphrase is', async () => {
  const lines = await ownedBy(world.services.db.read, NO_ORGANISATION).select('activity').selectAll().execute()
  const [farida] = await people(form.email)
  const about = await auditAbout(farida?.id)
  for (const action of ['person.signed-up', 'person.signed-up-again', 'person.signed-in']) expect(about).toContain(action)
  expect(JSON.stringify(lines)).not.toContain('otter')
})

test('too many from one place have to wait, and are told how long', async () => {
  const visitor = world.visitor()
  await visitor.get('/sign-up')
  world.clock.advance(3600_000)
  for (let i = 0; i < 60; i++) await visitor.post('/sign-up', {})
  const reply = await visitor.post('/sign-up', { id: newId(), ...form, email: 'late@lanternclub.example' })
  expect(reply.status).toBe(429)
  expect(reply.headers.get('retry-after')).toBe('3600')
  expect(errorsOf(reply.text)).toEqual([
    'That has been tried too many times. To keep everyone safe, wait 60 minutes and try again',
  ])
  expect(reply.text).toContain('value="late@lanternclub.example"')
  world.clock.advance(3600_000)
  expect((await visitor.post('/sign-up', { id: newId(), ...form, email: 'late@lanternclub.example' })).status).toBe(303)
})

test('somebody signed in has nothing to sign up for', async () => {
  const visitor = new Visitor(world.app)
  await signIn(visitor, form.email)
  expect((await visitor.get('/sign-up')).location).toBe('/')
  expect(wordsOf((await world.visitor().get('/sign-up')).text)).toContain('Already signed up? Sign in')
})
