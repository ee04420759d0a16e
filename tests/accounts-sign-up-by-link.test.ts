import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createThrottle, LIMITS, tidyAccounts } from '../src/accounts/index.ts'
import { NO_ORGANISATION, ownedBy, underWay } from '../src/platform/index.ts'
import { crowdAt } from './support/crowd.ts'
import { digests } from './support/digest.ts'
import { linkIn, openLink, queuedTo } from './support/mail.ts'
import { PASSPHRASE, type Persona, signIn, signUp } from './support/personas.ts'
import { rowsWith } from './support/rows.ts'
import { type Reply, Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** Where mail is set up. The mail server takes nothing just now: messages wait in the database, where they can be read. */
const CLOSED_PORT = 'smtp://127.0.0.1:1'

let world: World
let hana: Persona
beforeAll(async () => {
  world = await createWorld({ smtpUrl: CLOSED_PORT })
  hana = await signUp(world, { name: 'Hana Brightwell', email: 'hana@riverbank.example' })
})
afterAll(() => world.end())

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const OTHER = 'violet harbour kettle drum'
const SESSION = 'mentormark.session_token'
const FINISH = '/finish-signing-up'

let count = 0
const freshAddress = () => `farida${++count}@lanternclub.example`
const ask = (email: string, browser: Visitor = world.visitor()) => browser.fillIn('/sign-up', '/sign-up', { email })
const messagesTo = async (email: string) => {
  await underWay.backgroundEnded()
  return world.services.db.read.selectFrom('mail').select(['subject', 'body']).where('recipient', '=', email).execute()
}
const linksTo = async (email: string) =>
  (await messagesTo(email)).flatMap(({ body }) => (body.includes(`${FINISH}?`) ? linkIn(body, FINISH) : []))
/** Asks for a link. @returns the newest */
async function linkFor(email: string): Promise<string> {
  const before = new Set(await linksTo(email))
  expect((await ask(email)).status).toBe(303)
  return (await linksTo(email)).find((link) => !before.has(link)) ?? ''
}
const finish = (page: Reply, browser: Visitor, fields = {}) =>
  browser.fillIn(page, FINISH, { name: 'Farida Haddad', passphrase: PASSPHRASE, ...fields })
const people = (email: string) => world.services.db.read.selectFrom('person').selectAll().where('email', '=', email).execute()
const auditAbout = async (id: string | undefined) => {
  const lines = await ownedBy(world.services.db.read, NO_ORGANISATION).select('activity').selectAll().orderBy('id').execute()
  return lines.filter(({ subject }) => subject === `person/${id}`).map(({ action }) => action)
}

test('the address alone is asked for, the link leads to name and passphrase, and in', async () => {
  const email = freshAddress()
  const asking = world.visitor()
  const form = await asking.get('/sign-up')
  expect(form.page.form('/sign-up').fields.map(([name]) => name)).toEqual(['token', 'email'])
  const asked = await asking.fillIn(form, '/sign-up', { email: ` ${email.toUpperCase()} ` })
  expect([asked.status, asked.location]).toEqual([303, '/sign-up?sent=yes'])
  const sent = await asking.get('/sign-up?sent=yes')
  expect(sent.page.heading).toBe('Check your e-mail')
  expect(sent.page.words).toContain(`We have sent a message to ${email} . Open the link in it`)
  expect(await people(email)).toEqual([])

  // On another device.
  const browser = world.visitor()
  const page = await openLink(browser, linkIn(await queuedTo(world, email, /Finish signing up/), FINISH))
  expect([page.status, page.page.heading]).toEqual([200, 'Finish signing up'])
  expect(page.page.words).toContain(`You are signing up as ${email} .`)
  const done = await finish(page, browser)
  expect([done.status, done.location]).toEqual([303, '/'])
  const next = (await browser.get('/')).location ?? ''
  expect(next).toMatch(/^\/organisations\/new\?id=/)
  const setUp = await browser.get(next)
  expect(setUp.page.words).toContain('Welcome. Your account is ready, and you are signed in.')
  expect(setUp.page.words).not.toContain('Confirm your e-mail address')

  const account = await browser.get('/account')
  expect(account.page.valueOf('name')).toBe('Farida Haddad')
  expect(account.page.words).toContain(', which you have confirmed. When')
  const [person] = await people(email)
  expect(Boolean(person?.email_verified)).toBe(true)
  expect(await auditAbout(person?.id)).toEqual([
    'person.sign-up-link-sent',
    'person.signed-up',
    'address.confirmed',
    'person.signed-in',
  ])
  expect((await signIn(world.visitor(), email)).status).toBe(303)
  expect(await messagesTo(email)).toHaveLength(1)
})

describe('a known address', () => {
  test('is answered as a new one is, after the same work, and its owner hears of it', async () => {
    const before = await people(hana.email)
    const { db, mail } = world.services
    const answerTo = async (email: string) => {
      const visitor = world.visitor()
      const form = await visitor.get('/sign-up')
      const body = new URLSearchParams(Object.fromEntries([...form.page.form('/sign-up').fields, ['email', email]]))
      const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      await underWay.backgroundEnded()
      await mail.deliver()
      const [counting, writing] = [vi.spyOn(db, 'housekeep'), vi.spyOn(db, 'write')]
      const headers = { cookie, origin: 'http://localhost:3000' }
      const reply = await world.app.request('http://localhost:3000/sign-up', { method: 'POST', body, headers })
      // What is done for the address itself begins when the answer is there.
      const work = [counting.mock.calls.length, writing.mock.calls.length]
      for (const spy of [counting, writing]) spy.mockRestore()
      for (const each of reply.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? []
        visitor.setCookie(name, value)
      }
      const next = await visitor.get('/sign-up?sent=yes')
      const { status, headers: said } = reply
      return {
        work,
        status,
        location: said.get('location'),
        text: await reply.text(),
        headers: [...said.keys()],
        next: [next.status, next.page.words.replace(email, '…')],
      }
    }
    const [known, unknown] = [await answerTo(hana.email), await answerTo(freshAddress())]
    expect(known).toEqual(unknown)
    expect(known.work[1]).toBe(0)

    await underWay.backgroundEnded()
    await ask(hana.email)
    const message = (await messagesTo(hana.email)).at(-1)
    expect(message?.subject).toBe('You have a Mentormark account already')
    expect(message?.body).toContain('Hello Hana Brightwell')
    expect(message?.body).toContain('http://localhost:3000/sign-in')
    expect(message?.body).toContain('http://localhost:3000/forgotten-passphrase')
    expect(message?.body).not.toContain('token=')
    expect(await people(hana.email)).toEqual(before)
    expect(await auditAbout(hana.id)).toContain('person.signed-up-again')
  })

  test('and a new one make no hash; whatever else a form has is not looked at', async () => {
    const crowd = crowdAt()
    for (const email of [hana.email, freshAddress()]) {
      const reply = await world.visitor().post('/sign-up', { email, name: 'A Stranger', passphrase: 'short' })
      expect([reply.status, reply.location]).toEqual([303, '/sign-up?sent=yes'])
      expect(JSON.stringify(await messagesTo(email))).not.toContain('Stranger')
    }
    await crowd.leave()
    expect((await signIn(world.visitor(), hana.email)).status).toBe(303)
  })

  test('and a new one are both refused where the address is none', async () => {
    for (const [email, message] of [
      ['', 'Enter your e-mail address'],
      ['farida', 'Enter an e-mail address like name@example.org'],
      [`${'x'.repeat(250)}@a.example`, 'Make your e-mail address 254 characters or fewer'],
    ] as const) {
      const reply = await ask(email)
      expect([reply.status, reply.page.errors]).toEqual([422, [{ text: message, href: '#email' }]])
      expect(reply.page.valueOf('email')).toBe(email)
    }
  })
})

describe('mail to one address', () => {
  test('is bounded in an hour and in a day, and nobody is told that others have asked', async () => {
    const email = freshAddress()
    const answer = async () => {
      const visitor = world.visitor()
      const reply = await ask(email, visitor)
      return [reply.status, reply.location, (await visitor.get('/sign-up?sent=yes')).page.words]
    }
    const first = await answer()
    for (let n = 0; n < 6; n++) expect(await answer()).toEqual(first)
    expect(await messagesTo(email)).toHaveLength(5)
    for (let hour = 0; hour < 4; hour++) {
      world.clock.advance(HOUR)
      for (let n = 0; n < 6; n++) expect(await answer()).toEqual(first)
    }
    expect(await messagesTo(email)).toHaveLength(10)
    // Whoever meets the limit has a link that works.
    const links = await linksTo(email)
    expect((await openLink(world.visitor(), links.at(-1) ?? '')).status).toBe(200)
    world.clock.advance(DAY)
    await answer()
    expect(await messagesTo(email)).toHaveLength(11)
  })

  test('is not used up by somebody who asks for links to choose a new passphrase', async () => {
    const email = freshAddress()
    const visitor = world.visitor()
    for (let n = 0; n < 6; n++) await visitor.post('/forgotten-passphrase', { email })
    expect((await openLink(world.visitor(), await linkFor(email))).status).toBe(200)
  })
})

test('too many from one place have to wait, and are told how long', async () => {
  const throttle = createThrottle(world.services)
  while (await throttle.allows(LIMITS.signUpFromAddress, 'unknown'));
  const reply = await ask('late@lanternclub.example')
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '3600'])
  expect(reply.page.errors).toEqual([
    { text: 'That has been tried too many times. To keep everyone safe, wait 60 minutes and try again', href: '#email' },
  ])
  expect(reply.page.valueOf('email')).toBe('late@lanternclub.example')
  await throttle.clear(LIMITS.signUpFromAddress, 'unknown')
})

test('messages to everybody together are bounded, whatever the address', async () => {
  const throttle = createThrottle(world.services)
  const used = await throttle.reserve(LIMITS.signUpMail, LIMITS.signUpMail.tries - 500)
  while (await throttle.allows(LIMITS.signUpMail));
  for (const email of [hana.email, freshAddress()]) {
    const before = (await messagesTo(email)).length
    const reply = await ask(email)
    expect([reply.status, reply.page.errors]).toEqual([
      429,
      [{ text: 'Very many people are signing up just now. Try again in 60 minutes', href: '#email' }],
    ])
    expect(await messagesTo(email)).toHaveLength(before)
  }
  await used?.(0)
  await throttle.clear(LIMITS.signUpMail)
})

describe('the link', () => {
  test('changes nothing by being opened, and leaves the address bar at once', async () => {
    const link = await linkFor(freshAddress())
    const before = await digests(world)
    const scanner = world.visitor()
    for (let times = 0; times < 3; times++) {
      const opened = await scanner.get(link)
      expect([opened.status, opened.location]).toEqual([303, FINISH])
      expect(opened.headers.get('cache-control')).toBe('no-store')
      expect(opened.headers.get('referrer-policy')).toBe('no-referrer')
      expect((await scanner.get(FINISH)).headers.get('cache-control')).toBe('no-store')
      expect((await scanner.head(link)).status).toBe(303)
    }
    expect(await digests(world)).toEqual(before)
    expect((await openLink(world.visitor(), link)).status).toBe(200)
  })

  test('is kept as a digest: whoever reads the database has no working link', async () => {
    const link = await linkFor(freshAddress())
    const token = link.split('token=')[1] ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(Object.keys(await rowsWith(world, token))).toEqual(['mail'])
  })

  test('works for a day; then another is one press away', async () => {
    const email = freshAddress()
    const link = await linkFor(email)
    world.clock.advance(DAY - 1)
    const early = world.visitor()
    const open = await openLink(early, link)
    expect(open.status).toBe(200)
    world.clock.advance(1)
    const browser = world.visitor()
    const page = await openLink(browser, link)
    expect([page.status, page.page.heading]).toEqual([404, 'This link is too old'])
    // Whoever had it open meanwhile is told the same.
    expect((await finish(open, early)).page.heading).toBe('This link is too old')
    expect(await people(email)).toEqual([])

    const again = await browser.fillIn(page, '/sign-up')
    expect([again.status, again.location]).toEqual([303, '/sign-up?sent=yes'])
    expect((await browser.get('/sign-up?sent=yes')).page.words).toContain(`We have sent a message to ${email} .`)
    const newest = (await linksTo(email)).find((each) => each !== link) ?? ''
    expect((await openLink(browser, newest)).status).toBe(200)
  })

  test('is forgotten after a week, with the address', async () => {
    const email = freshAddress()
    const link = await linkFor(email)
    world.clock.advance(7 * DAY)
    await tidyAccounts(world.services)
    expect(Object.keys(await rowsWith(world, email))).toEqual(['mail'])
    const page = await openLink(world.visitor(), link)
    expect([page.status, page.page.heading]).toEqual([404, 'This link does not work'])
    expect(page.page.links.map(({ href }) => href)).toEqual(expect.arrayContaining(['/sign-up', '/sign-in']))
  })

  test('made while the clock was ahead works neither then nor later', async () => {
    const stood = world.clock.now()
    world.clock.advance(365 * DAY)
    const link = await linkFor(freshAddress())
    world.clock.set(stood.toISOString())
    expect((await openLink(world.visitor(), link)).status).toBe(404)
    await tidyAccounts(world.services)
    world.clock.advance(365 * DAY)
    expect((await openLink(world.visitor(), link)).status).toBe(404)
    world.clock.set(stood.toISOString())
  })

  test('opened again by whoever has signed up leads in, or says how to get in', async () => {
    const email = freshAddress()
    const link = await linkFor(email)
    const browser = world.visitor()
    await finish(await openLink(browser, link), browser)
    const reopened = await browser.get(link)
    expect((await browser.get(reopened.location ?? '')).location).toBe('/')

    const elsewhere = world.visitor()
    const page = await openLink(elsewhere, link)
    expect([page.status, page.page.heading]).toEqual([404, 'You have signed up already'])
    expect(page.page.links.map(({ text }) => text)).toEqual(expect.arrayContaining(['Sign in', 'Forgotten your passphrase?']))
    expect((await elsewhere.get('/sign-in')).page.valueOf('email')).toBe(email)
  })

  test('ends with every other to the same address once one was used', async () => {
    const email = freshAddress()
    const [first, second] = [await linkFor(email), await linkFor(email)]
    const late = world.visitor()
    const open = await openLink(late, first)
    const browser = world.visitor()
    await finish(await openLink(browser, second), browser)
    expect((await openLink(world.visitor(), first)).page.heading).toBe('You have signed up already')
    const refused = await finish(open, late, { name: 'A Second', passphrase: OTHER })
    expect(refused.page.heading).toBe('You have signed up already')
    expect((await people(email)).map(({ name }) => name)).toEqual(['Farida Haddad'])
    expect((await signIn(world.visitor(), email, OTHER)).status).toBe(422)
  })

  test('does not work again when its account is closed', async () => {
    const email = freshAddress()
    const link = await linkFor(email)
    const browser = world.visitor()
    await finish(await openLink(browser, link), browser)
    const closing = await browser.get('/account/close')
    expect((await browser.fillIn(closing, '/account/close', { passphraseCheck: PASSPHRASE })).location).toBe('/goodbye')
    expect(await rowsWith(world, email)).toEqual({})
    expect((await openLink(world.visitor(), link)).status).toBe(404)
  })

  test('pressed twice in the same moment makes one person, who is in', async () => {
    const email = freshAddress()
    const browser = world.visitor()
    const page = await openLink(browser, await linkFor(email))
    const replies = await Promise.all([finish(page, browser), finish(page, browser)])
    expect(replies.map(({ status, location }) => [status, location])).toEqual([
      [303, '/'],
      [303, '/'],
    ])
    expect(await people(email)).toHaveLength(1)
    expect((await browser.get('/account')).status).toBe(200)
  })

  test('sent again with other passphrases counts as guessing', async () => {
    const email = freshAddress()
    const browser = world.visitor()
    const page = await openLink(browser, await linkFor(email))
    await finish(page, browser)
    const stranger = world.visitor()
    for (const [name, value] of browser.cookies) if (name === 'mm-form') stranger.setCookie(name, value)
    for (let guesses = 0; guesses < 10; guesses++)
      expect((await finish(page, stranger, { passphrase: `${OTHER} ${guesses}` })).status).toBe(404)
    const last = await finish(page, stranger)
    expect([last.status, last.page.errors]).toEqual([
      429,
      [{ text: expect.stringContaining('tried too many times'), href: '#passphrase' }],
    ])
    expect(stranger.cookies.has(SESSION)).toBe(false)
  })

  test('is good for nothing else, and no other link is good for this', async () => {
    const email = freshAddress()
    const link = await linkFor(email)
    for (const other of ['/new-passphrase', '/confirm-address'])
      expect((await openLink(world.visitor(), link.replace(FINISH, other))).status).toBe(404)
    await world.visitor().post('/forgotten-passphrase', { email: hana.email })
    const reset = linkIn(await queuedTo(world, hana.email, /Choose a new passphrase/), '/new-passphrase')
    expect((await openLink(world.visitor(), reset.replace('/new-passphrase', FINISH))).status).toBe(404)
  })

  test.each(['', 'made-up', 'x'.repeat(43), "'; drop table person; --", 'x'.repeat(5000), '%00'])(
    '%.30j opens nothing',
    async (token) => {
      expect((await openLink(world.visitor(), `${FINISH}?token=${encodeURIComponent(token)}`)).status).toBe(404)
      const reply = await world.visitor().post(FINISH, { passphraseLink: token, name: 'Nobody', passphrase: OTHER })
      expect(reply.status).toBe(404)
    },
  )

  test('made up too often from one place is told to wait; a right one always works', async () => {
    const link = await linkFor(freshAddress())
    const throttle = createThrottle(world.services)
    while (await throttle.allows(LIMITS.wrongLinks, 'unknown'));
    expect((await openLink(world.visitor(), `${FINISH}?token=${'x'.repeat(43)}`)).status).toBe(429)
    expect((await openLink(world.visitor(), link)).status).toBe(200)
    await throttle.clear(LIMITS.wrongLinks, 'unknown')
  })
})

describe('behind the link', () => {
  test('what needs correcting is said, with what was written', async () => {
    const email = freshAddress()
    const browser = world.visitor()
    const page = await openLink(browser, await linkFor(email))
    const both = await finish(page, browser, { name: ' ', passphrase: 'short' })
    expect([both.status, both.page.errors.map(({ href }) => href)]).toEqual([422, ['#name', '#passphrase']])
    const own = await finish(both, browser, { passphrase: email.replace('@', ' at ') })
    expect([own.status, own.page.errors[0]?.text]).toEqual([422, expect.stringContaining('a stranger could guess')])
    expect(own.page.valueOf('name')).toBe('Farida Haddad')
    expect(own.text).not.toContain(email.replace('@', ' at '))
    expect(await people(email)).toEqual([])
    expect((await finish(own, browser)).status).toBe(303)
  })

  test('no passphrase is judged any more when too many have been tried from one place', async () => {
    const browser = world.visitor()
    const page = await openLink(browser, await linkFor(freshAddress()))
    const throttle = createThrottle(world.services)
    while (await throttle.allows(LIMITS.newPassphrase, 'unknown'));
    const reply = await finish(page, browser, { passphrase: 'password1234' })
    expect([reply.status, reply.page.errors.map(({ href }) => href)]).toEqual([429, ['#passphrase']])
    await throttle.clear(LIMITS.newPassphrase, 'unknown')
    expect((await finish(page, browser)).status).toBe(303)
  })

  test('somebody who is signed in here is told, and their session ends', async () => {
    const browser = world.visitor()
    await signIn(browser, hana.email)
    const before = browser.cookies.get(SESSION) ?? ''
    const page = await openLink(browser, await linkFor(freshAddress()))
    expect(page.page.words).toContain('Hana Brightwell is signed in here, and will be signed out when you sign up.')
    await finish(page, browser)
    expect((await browser.get('/account')).page.valueOf('name')).toBe('Farida Haddad')
    const kept = world.visitor()
    kept.setCookie(SESSION, before)
    expect((await kept.get('/account')).status).toBe(303)
  })

  test('the browser is a known one from then on', async () => {
    const email = freshAddress()
    const browser = world.visitor()
    await finish(await openLink(browser, await linkFor(email)), browser)
    const throttle = createThrottle(world.services)
    while (await throttle.allows(LIMITS.account, email));
    expect((await signIn(browser, email)).status).toBe(303)
    expect((await signIn(world.visitor(), email)).status).toBe(429)
  })

  test('a form that is not ours signs nobody up', async () => {
    const email = freshAddress()
    const browser = world.visitor()
    const page = await openLink(browser, await linkFor(email))
    const reply = await finish(page, browser, { token: 'made-up' })
    expect(reply.status).toBe(403)
    expect(reply.text).not.toContain(PASSPHRASE)
    expect(await people(email)).toEqual([])
  })
})

test('where somebody was going comes along, on whatever device the link is opened', async () => {
  const email = freshAddress()
  const asking = world.visitor()
  const link = (await asking.get('/sign-in?next=%2Faccount')).page.links.find(({ text }) => text === 'Sign up')?.href ?? ''
  const asked = await asking.fillIn(link, '/sign-up', { email })
  expect(asked.location).toBe('/sign-up?sent=yes&next=%2Faccount')
  const again = (await asking.get(asked.location ?? '')).page.links.find(({ href }) => href.startsWith('/sign-up'))
  expect(again?.href).toBe('/sign-up?next=%2Faccount')
  const browser = world.visitor()
  const [sent = ''] = await linksTo(email)
  expect((await finish(await openLink(browser, sent), browser)).location).toBe('/account')

  const stranger = freshAddress()
  await world.visitor().post('/sign-up', { email: stranger, next: 'https://elsewhere.example/' })
  const other = world.visitor()
  expect((await finish(await openLink(other, (await linksTo(stranger))[0] ?? ''), other)).location).toBe('/')
})

test('a link that was asked for before somebody signed up without one says so', async () => {
  const email = freshAddress()
  const link = await linkFor(email)
  const mail = { ...world.services.mail, isSetUp: false }
  const before = { ...world, services: { ...world.services, mail }, visitor: () => new Visitor(world.appWith({ mail })) }
  await signUp(before, { name: 'Farida Haddad', email })
  expect((await openLink(world.visitor(), link)).page.heading).toBe('You have signed up already')
})
