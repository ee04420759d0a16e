import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createThrottle, LIMITS } from '../src/accounts/index.ts'
import { crowdAt } from './support/crowd.ts'
import { errorsOf, wordsOf } from './support/html.ts'
import { mailTo } from './support/mail.ts'
import { type MemberPersona, alice as makeAlice, bob as makeBob, PASSPHRASE, signIn, signUp } from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

let world: World
let alice: MemberPersona
let bob: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  alice = await makeAlice(world)
  bob = await makeBob(world)
})
afterAll(() => world.end())

const FRESH = 'violet harbour kettle drum'
const sessionIds = async (person: string) =>
  (
    await world.services.db.read
      .selectFrom('session')
      .select('id')
      .where('person_id', '=', person)
      .orderBy('created_at')
      .execute()
  ).map((row) => row.id)

test('is for those who have signed in', async () => {
  expect((await world.visitor().get('/account')).location).toBe('/sign-in?next=%2Faccount')
})

test('shows who one is, where, and where one is signed in', async () => {
  const page = await alice.browser.get('/account')
  const words = wordsOf(page.text)
  expect(words).toContain('alice@riverbank.example')
  expect(words).toContain('Riverbank Mentoring Owner: can do everything')
  expect(words).toContain('Signed in on 4 March 2026 at 10:00. This is where you are now.')
  expect(words).not.toContain('Harbour Street')
})

describe('the name', () => {
  test('can be changed', async () => {
    await alice.browser.get('/account')
    const reply = await alice.browser.submit('/account/name', { name: '  Alice   Okafor-Reid ' })
    expect(wordsOf(reply.text)).toContain('Your name is saved.')
    expect(reply.text).toContain('value="Alice Okafor-Reid"')
  })

  test.each([
    ['', 'Enter your name'],
    ['x'.repeat(101), 'Make your name 100 characters or fewer'],
  ])('%.10j needs correcting', async (name, message) => {
    const reply = await alice.browser.post('/account/name', { name })
    expect([reply.status, errorsOf(reply.text)]).toEqual([422, [message]])
    expect(reply.text).toContain(`id="name" name="name" type="text" value="${name}"`)
    // Loading it anew leads back to the page.
    expect((await alice.browser.get('/account/name')).location).toBe('/account')
  })
})

describe('the passphrase', () => {
  test.each([
    ['no current one', { passphraseNow: '', passphrase: FRESH }, 'Enter the passphrase you use now'],
    ['a wrong current one', { passphraseNow: 'wrong', passphrase: FRESH }, 'This is not your passphrase. Check it and try again'],
    [
      'a weak new one',
      { passphraseNow: PASSPHRASE, passphrase: 'password1234' },
      'This passphrase is one of the first that people try. Add another word or two that have nothing to do with it',
    ],
    [
      'the same again',
      { passphraseNow: PASSPHRASE, passphrase: PASSPHRASE },
      'Choose one that is different from the passphrase you use now',
    ],
  ])('stays with %s', async (_, fields, message) => {
    await alice.browser.get('/account')
    const reply = await alice.browser.post('/account/passphrase', fields)
    expect([reply.status, errorsOf(reply.text)]).toEqual([422, [message]])
    expect(reply.text).not.toContain(`value="${PASSPHRASE}"`)
  })

  test('can be changed: everywhere else is signed out, here goes on with a new session', async () => {
    const elsewhere = world.visitor()
    await signIn(elsewhere, alice.email)
    const before = alice.browser.cookies.get('mentormark.session_token')
    await alice.browser.get('/account')
    const reply = await alice.browser.submit('/account/passphrase', { passphraseNow: PASSPHRASE, passphrase: FRESH })
    expect(wordsOf(reply.text)).toContain('Your passphrase is changed, and you are signed out everywhere else.')
    expect(alice.browser.cookies.get('mentormark.session_token')).not.toBe(before)
    expect((await elsewhere.get('/account')).status).toBe(303)
    expect(await sessionIds(alice.id)).toHaveLength(1)
    expect(await mailTo(world, alice.email, /was changed/)).toContain('Hello Alice Okafor-Reid,')
    expect((await signIn(world.visitor(), alice.email, PASSPHRASE)).status).toBe(422)
    expect((await signIn(world.visitor(), alice.email, FRESH)).status).toBe(303)
  })

  test('can’t be guessed from an open browser', async () => {
    await bob.browser.get('/account')
    for (let i = 0; i < 10; i++) await bob.browser.post('/account/passphrase', { passphraseNow: 'wrong', passphrase: FRESH })
    const reply = await bob.browser.post('/account/passphrase', { passphraseNow: PASSPHRASE, passphrase: FRESH })
    expect(reply.status).toBe(429)
    world.clock.advance(15 * 60_000)
  })

  test('is changed also where there is no room to sign in again: they do that themselves', async () => {
    const { email, browser } = await signUp(world, { name: 'Jamal Okoro', email: 'jamal@riverbank.example' })
    await browser.get('/account')
    const crowd = crowdAt()
    const reply = await browser.post('/account/passphrase', { passphraseNow: PASSPHRASE, passphrase: FRESH })
    expect([reply.status, reply.location]).toEqual([303, '/account'])
    expect((await browser.get('/account')).location).toBe('/sign-in?next=%2Faccount')
    await crowd.leave()
    expect((await signIn(browser, email, FRESH)).status).toBe(303)
  })

  test('is not judged any more when too many have been tried', async () => {
    const throttle = createThrottle(world.services)
    while (await throttle.allows(LIMITS.newPassphrase, bob.id));
    await bob.browser.get('/account')
    const reply = await bob.browser.post('/account/passphrase', { passphraseNow: PASSPHRASE, passphrase: 'password1234' })
    expect([reply.status, errorsOf(reply.text)]).toEqual([
      429,
      ['That has been tried too many times. To keep everyone safe, wait 15 minutes and try again'],
    ])
    world.clock.advance(15 * 60_000)
    const later = await bob.browser.post('/account/passphrase', { passphraseNow: PASSPHRASE, passphrase: 'password1234' })
    expect(later.status).toBe(422)
  })
})

describe('where one is signed in', () => {
  test('other places can be signed out of, with the passphrase', async () => {
    const elsewhere = world.visitor()
    await signIn(elsewhere, bob.email)
    const [here, there] = await sessionIds(bob.id)
    const page = await bob.browser.get('/account')
    // Nothing is ticked from the start.
    for (const id of [here, there]) {
      expect(page.text).toContain(`value="${id}"`)
      expect(page.text).not.toContain(`value="${id}" checked`)
    }
    const none = await bob.browser.post('/account/sessions', {})
    expect(errorsOf(none.text)).toEqual([
      'Tick each place you want to sign out of',
      'Enter your passphrase, so that we know it is you',
    ])
    const wrong = await bob.browser.post('/account/sessions', { sessions: there ?? '', passphraseCheck: 'wrong' })
    expect([wrong.status, errorsOf(wrong.text)]).toEqual([422, ['This is not your passphrase. Check it and try again']])
    const done = await bob.browser.submit('/account/sessions', { sessions: there ?? '', passphraseCheck: PASSPHRASE })
    expect(wordsOf(done.text)).toContain('You are signed out of the places you ticked.')
    expect((await elsewhere.get('/account')).status).toBe(303)
  })

  test('here comes first, then the latest, each with its time', async () => {
    world.clock.set('2026-03-04T12:10:00.000Z')
    const { email } = await signUp(world, { name: 'Ifeoma Bright', email: 'ifeoma@riverbank.example' })
    world.clock.set('2026-03-04T12:20:00.000Z')
    const here = world.visitor()
    await signIn(here, email)
    world.clock.set('2026-03-04T12:30:00.000Z')
    await signIn(world.visitor(), email)
    const { words } = (await here.get('/account')).page
    expect(words.match(/Signed in on 4 March 2026 at [0-9:]+\.( This is where you are now\.)?/g)).toEqual([
      'Signed in on 4 March 2026 at 12:20. This is where you are now.',
      'Signed in on 4 March 2026 at 12:30.',
      'Signed in on 4 March 2026 at 12:10.',
    ])
  })

  test('somebody else’s session can’t be ended', async () => {
    const theirs = await sessionIds(alice.id)
    await bob.browser.get('/account')
    await bob.browser.post('/account/sessions', { sessions: theirs, passphraseCheck: PASSPHRASE })
    expect(await sessionIds(alice.id)).toEqual(theirs)
  })

  test('everywhere means here as well', async () => {
    await bob.browser.get('/account')
    const reply = await bob.browser.post('/account/sessions', { sessions: await sessionIds(bob.id), passphraseCheck: PASSPHRASE })
    expect(reply.location).toBe('/sign-in')
    expect(await sessionIds(bob.id)).toEqual([])
    expect((await bob.browser.get('/account')).status).toBe(303)
  })
})
