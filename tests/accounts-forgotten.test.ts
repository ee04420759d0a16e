import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createThrottle, LIMITS, tidyAccounts } from '../src/accounts/index.ts'
import { instant } from '../src/platform/index.ts'
import { errorsOf, hiddenFields, wordsOf } from './support/html.ts'
import { countMailTo, lettersTo, mailTo, openLink } from './support/mail.ts'
import { PASSPHRASE, type Persona, signIn, signUp } from './support/personas.ts'
import { Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

let world: World
let hana: Persona
beforeAll(async () => {
  world = await createWorld()
  hana = await signUp(world, { name: 'Hana Brightwell', email: 'hana@riverbank.example' })
})
afterAll(() => world.end())

const FRESH = 'violet harbour kettle drum'

/** Asks for a link, and opens the message's newest. */
async function askForLink(email: string): Promise<string> {
  const visitor = world.visitor()
  const before = await countMailTo(world, email)
  await visitor.get('/forgotten-passphrase')
  await visitor.post('/forgotten-passphrase', { email })
  await expect.poll(() => countMailTo(world, email)).toBe(before + 1)
  const links = [
    ...(await mailTo(world, email, /Choose a new passphrase/)).matchAll(
      /http:\/\/localhost:3000(\/new-passphrase\?token=[\w-]+)/g,
    ),
  ]
  const known = new Set(used)
  const link = links.map(([, path]) => path ?? '').find((path) => !known.has(path)) ?? ''
  used.push(link)
  return link
}
const used: string[] = []

describe('asking for a link', () => {
  test('is answered alike whether or not the address is known', async () => {
    const replies = []
    for (const email of ['hana@riverbank.example', 'nobody@riverbank.example']) {
      const visitor = world.visitor()
      await visitor.get('/forgotten-passphrase')
      const reply = await visitor.post('/forgotten-passphrase', { email })
      const next = await visitor.get(reply.location ?? '')
      replies.push([reply.status, reply.location, next.status, wordsOf(next.text).replace(email, '…')])
      expect(wordsOf(next.text)).toContain(`If ${email} has an account here, a link to choose a new passphrase is ready.`)
      expect(next.text).toContain('href="/outbox"')
    }
    expect(replies[0]).toEqual(replies[1])
    const message = await mailTo(world, 'hana@riverbank.example', /Choose a new passphrase/)
    expect(message).toContain('Hello Hana Brightwell,')
    expect(message).toContain('It works once, within the next hour')
    used.push(/\/new-passphrase\?token=[\w-]+/.exec(message)?.[0] ?? '')
    expect(await countMailTo(world, 'nobody@riverbank.example')).toBe(0)
  })

  test.each([
    ['', 'Enter your e-mail address'],
    ['hana', 'Enter an e-mail address like name@example.org'],
  ])('%j needs correcting', async (email, message) => {
    const visitor = world.visitor()
    await visitor.get('/forgotten-passphrase')
    const reply = await visitor.post('/forgotten-passphrase', { email })
    expect([reply.status, errorsOf(reply.text)]).toEqual([422, [message]])
  })

  test('does not fill anybody’s mailbox, and nobody is told that others have asked', async () => {
    const busy = await signUp(world, { name: 'Busy Birgit', email: 'busy@riverbank.example' })
    const links = async () => (await lettersTo(world, busy.email)).filter(({ subject }) => /Choose a new/.test(subject)).length
    const ask = async () => {
      const visitor = world.visitor()
      await visitor.get('/forgotten-passphrase')
      const reply = await visitor.post('/forgotten-passphrase', { email: busy.email })
      const next = await visitor.get(reply.location ?? '')
      return [reply.status, reply.location, next.status, wordsOf(next.text)]
    }
    const first = await ask()
    for (let i = 0; i < 4; i++) await ask()
    await expect.poll(links).toBe(5)
    expect(await ask()).toEqual(first)
    expect(await ask()).toEqual(first)
    world.clock.advance(3600_000)
    expect(await ask()).toEqual(first)
    // Seven would have been sent by now, had the two before been sent as well.
    await expect.poll(links).toBe(6)
  })

  test('works however often a stranger has signed up with the address', async () => {
    const stranger = new Visitor(world.appWith({ mail: { ...world.services.mail, isSetUp: true } }))
    for (let i = 0; i < 6; i++) expect((await stranger.post('/sign-up', { email: hana.email })).status).toBe(303)
    await mailTo(world, hana.email, /have a Mentormark account already/)
    expect((await openLink(world.visitor(), await askForLink(hana.email))).status).toBe(200)
  })

  test('says where the link is, where no mail is sent and nobody but this machine may read it here', async () => {
    const app = world.appWith({ loopback: false })
    const visitor = new Visitor(app)
    await visitor.post('/forgotten-passphrase', { email: 'nobody@riverbank.example' })
    const words = (await visitor.get('/forgotten-passphrase?sent=yes')).page.words
    expect(words).toContain('the message stays on its server. Ask whoever runs it for the link.')
    expect(words).not.toContain('outbox')
    const mailing = new Visitor(world.appWith({ mail: { ...world.services.mail, isSetUp: true } }))
    await mailing.post('/forgotten-passphrase', { email: 'nobody@riverbank.example' })
    expect((await mailing.get('/forgotten-passphrase?sent=yes')).page.words).toContain('is on its way. It works once')
  })

  test('many times from one place is told to wait', async () => {
    const visitor = world.visitor()
    await visitor.get('/forgotten-passphrase')
    const throttle = createThrottle(world.services)
    while (await throttle.allows(LIMITS.forgottenFromAddress, 'unknown'));
    const reply = await visitor.post('/forgotten-passphrase', { email: 'anyone@riverbank.example' })
    expect(reply.status).toBe(429)
    expect(errorsOf(reply.text)[0]).toMatch(
      /^That has been tried too many times. To keep everyone safe, wait \d+ minutes and try again$/,
    )
    await throttle.clear(LIMITS.forgottenFromAddress, 'unknown')
  })
})

describe('the link', () => {
  test('puts a new passphrase in place, once, and ends every session', async () => {
    const link = await askForLink(hana.email)
    const visitor = world.visitor()
    const page = await openLink(visitor, link)
    expect(page.status).toBe(200)
    const fields = hiddenFields(page.text, '/new-passphrase')
    const weak = await visitor.post('/new-passphrase', { ...fields, passphrase: 'hana brightwell' })
    expect(weak.status).toBe(422)
    expect(errorsOf(weak.text)[0]).toMatch(/a word in it that a stranger could guess/)
    expect(await visitor.post('/new-passphrase', { ...fields, passphrase: FRESH })).toMatchObject({
      status: 303,
      location: '/sign-in',
    })
    const next = await visitor.get('/sign-in')
    expect(wordsOf(next.text)).toContain('Your new passphrase is in place. Sign in with it.')
    expect(next.text).toContain(`value="${hana.email}"`)

    expect((await hana.browser.get('/account')).status).toBe(303)
    expect((await signIn(world.visitor(), hana.email, PASSPHRASE)).status).toBe(422)
    expect((await signIn(hana.browser, hana.email, FRESH)).status).toBe(303)
    expect(await mailTo(world, hana.email, /was changed/)).toContain('signed out')

    expect((await visitor.post('/new-passphrase', { ...fields, passphrase: 'another good long phrase' })).status).toBe(404)
    const again = await openLink(visitor, link)
    expect([again.status, wordsOf(again.text)]).toEqual([404, expect.stringContaining('This link no longer works')])
    expect((await signIn(world.visitor(), hana.email, FRESH)).status).toBe(303)
  })

  test('ends with every other once one has been used, or the passphrase has been changed', async () => {
    const email = 'ines@riverbank.example'
    const ines = await signUp(world, { name: 'Ines Calloway', email })
    const open = async (link: string) => (await openLink(world.visitor(), link)).status
    const links = [await askForLink(email), await askForLink(email), await askForLink(email)]
    const visitor = world.visitor()
    const oldest = hiddenFields((await openLink(visitor, links[0] ?? '')).text, '/new-passphrase')
    const newest = hiddenFields((await openLink(visitor, links[2] ?? '')).text, '/new-passphrase')
    expect((await visitor.post('/new-passphrase', { ...newest, passphrase: FRESH })).status).toBe(303)
    expect((await visitor.post('/new-passphrase', { ...oldest, passphrase: PASSPHRASE })).status).toBe(404)
    expect(await Promise.all(links.map(open))).toEqual([404, 404, 404])

    const another = await askForLink(email)
    expect(await open(another)).toBe(200)
    await signIn(ines.browser, email, FRESH)
    const change = { passphraseNow: FRESH, passphrase: PASSPHRASE }
    expect((await ines.browser.post('/account/passphrase', change)).status).toBe(303)
    expect(await open(another)).toBe(404)
    // Nobody else's has ended with them.
    const theirs = await askForLink(hana.email)
    expect((await signIn(ines.browser, email, PASSPHRASE)).status).toBe(303)
    expect((await ines.browser.post('/account/passphrase', { passphraseNow: PASSPHRASE, passphrase: FRESH })).status).toBe(303)
    expect(await open(theirs)).toBe(200)
  })

  test('used twice in the same moment counts once', async () => {
    const email = 'jonah@riverbank.example'
    await signUp(world, { name: 'Jonah Pettifer', email })
    const link = await askForLink(email)
    const visitor = world.visitor()
    const fields = hiddenFields((await openLink(visitor, link)).text, '/new-passphrase')
    const replies = await Promise.all(
      [FRESH, 'another good long phrase'].map((passphrase) => visitor.post('/new-passphrase', { ...fields, passphrase })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 404])
    expect((await lettersTo(world, email)).filter(({ subject }) => /was changed/.test(subject))).toHaveLength(1)
  })

  test('judges no passphrase any more when too many have been tried from one place', async () => {
    const link = await askForLink(hana.email)
    const visitor = world.visitor()
    const fields = hiddenFields((await openLink(visitor, link)).text, '/new-passphrase')
    const throttle = createThrottle(world.services)
    while (await throttle.allows(LIMITS.newPassphrase, 'unknown'));
    const reply = await visitor.post('/new-passphrase', { ...fields, passphrase: 'password1234' })
    expect([reply.status, errorsOf(reply.text)]).toEqual([
      429,
      ['That has been tried too many times. To keep everyone safe, wait 15 minutes and try again'],
    ])
    world.clock.advance(15 * 60_000)
    expect((await visitor.post('/new-passphrase', { ...fields, passphrase: 'password1234' })).status).toBe(422)
  })

  test('works for one hour', async () => {
    const stood = world.clock.now()
    const link = await askForLink(hana.email)
    world.clock.advance(60 * 60_000 - 1)
    expect((await openLink(world.visitor(), link)).status).toBe(200)
    world.clock.advance(1)
    expect((await openLink(world.visitor(), link)).status).toBe(404)
    world.clock.set(stood.toISOString())
  })

  test('made while the clock was ahead works neither then nor for years after it was put right', async () => {
    const stood = world.clock.now()
    world.clock.advance(5 * 365 * 24 * 3600_000)
    const link = await askForLink(hana.email)
    expect((await openLink(world.visitor(), link)).status).toBe(200)
    const ahead = instant(world.clock)
    world.clock.set(stood.toISOString())
    expect((await openLink(world.visitor(), link)).status).toBe(404)
    await tidyAccounts(world.services)
    const left = await world.services.db.read.selectFrom('mailed_link').select('sent_at').execute()
    expect(left.filter(({ sent_at }) => sent_at === ahead)).toEqual([])
  })

  test.each(['', 'made-up', 'x'.repeat(24), "'; drop table person; --", 'x'.repeat(5000)])(
    '%.30j opens nothing',
    async (token) => {
      expect((await openLink(world.visitor(), `/new-passphrase?token=${encodeURIComponent(token)}`)).status).toBe(404)
      const visitor = world.visitor()
      await visitor.get('/sign-in')
      expect((await visitor.post('/new-passphrase', { passphraseLink: token, passphrase: FRESH })).status).toBe(404)
    },
  )
})
