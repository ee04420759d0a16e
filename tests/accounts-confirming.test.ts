import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, createThrottle, LIMITS, paths, personCommand } from '../src/accounts/index.ts'
import { asSystem, NO_ORGANISATION, newId, ownedBy } from '../src/platform/index.ts'
import { formatDate } from '../src/ui/index.ts'
import { indicatorAddress, startAssessment } from './support/assessments.ts'
import { digests } from './support/digest.ts'
import { linkIn, openLink } from './support/mail.ts'
import { alice, type MemberPersona, PASSPHRASE, type Persona, signIn, signUp } from './support/personas.ts'
import { rowsWith } from './support/rows.ts'
import { type Reply, Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** Mail is set up, and the mail server takes nothing just now: messages wait in the database, where they can be read. */
const CLOSED_PORT = 'smtp://127.0.0.1:1'

let world: World
beforeAll(async () => {
  world = await createWorld({ smtpUrl: CLOSED_PORT })
})
afterAll(() => world.end())

const DAY = 24 * 60 * 60 * 1000
/** The same world before mail was set up: who signed up then has confirmed nothing. */
function beforeMail(): World {
  const mail = { ...world.services.mail, isSetUp: false }
  const app = world.appWith({ mail })
  return { ...world, services: { ...world.services, mail }, visitor: () => new Visitor(app) }
}
/** The same browser, now that mail is set up. */
function inBrowser(former: Visitor): Visitor {
  const browser = world.visitor()
  for (const [name, value] of former.cookies) browser.setCookie(name, value)
  return browser
}

let count = 0
const newcomer = () => ({ name: 'Farida Haddad', email: `farida${++count}@lanternclub.example` })
/** Somebody nobody has seen before, who signed up before mail was set up, and has asked for a link since. */
async function somebody(): Promise<Persona> {
  const persona = await signUp(beforeMail(), newcomer())
  const browser = inBrowser(persona.browser)
  await browser.fillIn(paths.account.to(), paths.accountAddress.to())
  return { ...persona, browser }
}

const messagesTo = async (email: string, in_ = world) => {
  const rows = await in_.services.db.read.selectFrom('mail').select(['subject', 'body']).where('recipient', '=', email).execute()
  return rows.map(({ subject, body }) => ({ subject, body }))
}
const confirmLinks = async (email: string) =>
  (await messagesTo(email)).flatMap(({ body }) => (body.includes('/confirm-address?') ? linkIn(body, '/confirm-address') : []))
const firstLink = async (email: string) => (await confirmLinks(email))[0] ?? ''
const isConfirmed = async (email: string, in_ = world) => {
  const { email_verified } = await in_.services.db.read
    .selectFrom('person')
    .select('email_verified')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return Boolean(email_verified)
}
const auditAbout = async (id: string) => {
  const lines = await ownedBy(world.services.db.read, NO_ORGANISATION).select('activity').selectAll().execute()
  return lines.filter(({ subject }) => subject === `person/${id}`).map(({ action }) => action)
}

describe('the link', () => {
  test('confirms the address with one press of somebody signed in, once', async () => {
    const { id, email, browser } = await somebody()
    const page = await openLink(browser, await firstLink(email))
    expect([page.status, page.page.heading]).toEqual([200, 'Confirm your e-mail address'])
    expect(page.page.words).toContain(email)
    expect(page.page.form('/confirm-address').fields.map(([name]) => name)).not.toContain('passphrase')
    expect(await isConfirmed(email)).toBe(false)

    const pressed = await browser.fillIn(page, '/confirm-address')
    expect([pressed.status, pressed.location]).toEqual([303, '/'])
    expect(await isConfirmed(email)).toBe(true)
    const account = (await browser.get('/account')).page.words
    expect(account).toContain('Your e-mail address is confirmed.')
    expect(account).toContain(', which you have confirmed. When')
    expect(await auditAbout(id)).toContain('address.confirmed')

    expect((await browser.fillIn(page, '/confirm-address')).status).toBe(404)
    expect((await openLink(world.visitor(), await firstLink(email))).page.heading).toBe('This link no longer works')
    expect((await openLink(browser, await firstLink(email))).page.heading).toBe('Your e-mail address is confirmed')
  })

  test('pressed twice in the same moment counts once', async () => {
    const { id, email, browser } = await somebody()
    const page = await openLink(browser, await firstLink(email))
    const replies = await Promise.all([1, 2].map(() => browser.fillIn(page, '/confirm-address')))
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 404])
    expect((await auditAbout(id)).filter((action) => action === 'address.confirmed')).toHaveLength(1)
  })

  test('changes nothing by being opened, and leaves the address bar at once', async () => {
    const { email } = await somebody()
    const link = await firstLink(email)
    const before = await digests(world)
    const scanner = world.visitor()
    const opened = await scanner.get(link)
    expect([opened.status, opened.location]).toEqual([303, '/confirm-address'])
    expect(opened.headers.get('cache-control')).toBe('no-store')
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer')
    expect((await scanner.get('/confirm-address')).headers.get('cache-control')).toBe('no-store')
    await scanner.get(link)
    expect(await digests(world)).toEqual(before)
    expect((await openLink(world.visitor(), link)).status).toBe(200)
  })

  test('is kept as a digest: whoever reads the database has no working link', async () => {
    const { email } = await somebody()
    const token = (await firstLink(email)).split('token=')[1] ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(Object.keys(await rowsWith(world, token))).toEqual(['mail'])
    await world.visitor().post('/forgotten-passphrase', { email })
    await expect.poll(async () => (await messagesTo(email)).length).toBe(2)
    const reset = linkIn((await messagesTo(email)).at(-1)?.body ?? '', '/new-passphrase').split('token=')[1] ?? ''
    expect(Object.keys(await rowsWith(world, reset))).toEqual(['mail'])
  })

  test('works for seven days', async () => {
    const { email } = await somebody()
    const link = await firstLink(email)
    world.clock.advance(7 * DAY - 1)
    expect((await openLink(world.visitor(), link)).status).toBe(200)
    world.clock.advance(1)
    expect((await openLink(world.visitor(), link)).status).toBe(404)
  })

  test('is good for nothing else, and no other link is good for this', async () => {
    const { email, browser } = await somebody()
    const link = await firstLink(email)
    expect((await openLink(browser, link.replace('/confirm-address', '/new-passphrase'))).status).toBe(404)
    await world.visitor().post('/forgotten-passphrase', { email })
    await expect.poll(async () => (await messagesTo(email)).length).toBe(2)
    const reset = linkIn((await messagesTo(email)).at(-1)?.body ?? '', '/new-passphrase')
    expect((await openLink(browser, reset.replace('/new-passphrase', '/confirm-address'))).status).toBe(404)
    for (const token of ['', 'made-up', 'x'.repeat(43), 'x'.repeat(5000), '%00'])
      expect((await openLink(world.visitor(), `/confirm-address?token=${token}`)).status).toBe(404)
  })
})

describe('somebody who is not signed in', () => {
  test('gives the passphrase with the press, which is told wrong as often as elsewhere', async () => {
    const { email } = await somebody()
    const visitor = world.visitor()
    const page = await openLink(visitor, await firstLink(email))
    for (const [passphrase, message] of [
      ['', 'Enter your passphrase'],
      ['violet harbour kettle drum', 'This is not your passphrase. Check it and try again'],
    ] as const) {
      const reply = await visitor.fillIn(page, '/confirm-address', { passphrase })
      expect([reply.status, reply.page.errors]).toEqual([422, [{ text: message, href: '#passphrase' }]])
    }
    expect(await isConfirmed(email)).toBe(false)

    const throttle = createThrottle(world.services)
    while (await throttle.allows(LIMITS.account, email));
    expect((await visitor.fillIn(page, '/confirm-address', { passphrase: PASSPHRASE })).status).toBe(429)
    await throttle.clear(LIMITS.account, email)

    const reply = await visitor.fillIn(page, '/confirm-address', { passphrase: PASSPHRASE })
    expect([reply.status, reply.location]).toEqual([303, '/sign-in'])
    const next = await visitor.get('/sign-in')
    expect(next.page.words).toContain(`The address ${email} is confirmed.`)
    expect(next.page.valueOf('email')).toBe(email)
    expect(await isConfirmed(email)).toBe(true)
  })

  test('or is signed in as somebody else, does the same', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const page = await openLink(other.browser, await firstLink(one.email))
    expect((await other.browser.fillIn(page, '/confirm-address', { passphrase: '' })).status).toBe(422)
    expect((await other.browser.fillIn(page, '/confirm-address', { passphrase: PASSPHRASE })).status).toBe(303)
    expect([await isConfirmed(one.email), await isConfirmed(other.email)]).toEqual([true, false])
  })
})

test('whoever signs up with a colleague’s address is not let in by the colleague’s press, and loses the account', async () => {
  const stranger = await somebody()
  const { email } = stranger
  const owner = world.visitor()
  const page = await openLink(owner, await firstLink(email))
  // The owner of the address has no passphrase to give: they never signed up.
  expect((await owner.fillIn(page, '/confirm-address')).status).toBe(422)
  expect(await isConfirmed(email)).toBe(false)
  expect(page.page.links.map(({ href }) => href)).toContain('/forgotten-passphrase')

  await owner.post('/forgotten-passphrase', { email })
  await expect.poll(async () => (await messagesTo(email)).length).toBe(2)
  const reset = await openLink(owner, linkIn((await messagesTo(email)).at(-1)?.body ?? '', '/new-passphrase'))
  expect((await owner.fillIn(reset, '/new-passphrase', { passphrase: 'violet harbour kettle drum' })).status).toBe(303)
  expect(await isConfirmed(email)).toBe(true)
  expect((await stranger.browser.get('/account')).status).toBe(303)
  expect((await signIn(world.visitor(), email)).status).toBe(422)
  expect((await openLink(owner, await firstLink(email))).status).toBe(404)
})

describe('a new link', () => {
  test('is asked for where the note stands, and leads back there', async () => {
    const owner = await alice(beforeMail())
    const lead = { ...owner, browser: inBrowser(owner.browser) }
    const home = paths.organisation.to({ organisation: lead.organisation })
    await lead.browser.fillIn(home, paths.accountAddress.to())
    for (const page of [home, paths.newOrganisation.to(), paths.account.to()]) {
      const reply = await lead.browser.get(page)
      expect(reply.page.words).toContain(`We sent a link to ${lead.email} on ${formatDate(world.clock.now().toISOString())}.`)
      expect(reply.page.form(paths.accountAddress.to()).buttons.map(({ text }) => text)).toEqual(['Send it again'])
    }
    const sent = await lead.browser.fillIn(home, paths.accountAddress.to())
    expect([sent.status, sent.location]).toEqual([303, home])
    expect((await lead.browser.get(home)).page.words).toContain(`We have sent a link to ${lead.email}.`)
    const [first = '', second = ''] = await confirmLinks(lead.email)
    expect(second).not.toBe(first)
    // Either will do; using one ends both.
    const page = await openLink(lead.browser, second)
    expect((await lead.browser.fillIn(page, '/confirm-address')).status).toBe(303)
    expect((await openLink(world.visitor(), first)).status).toBe(404)
    for (const page of [home, paths.newOrganisation.to(), paths.account.to()])
      expect((await lead.browser.get(page)).page.words).not.toContain('Confirm your e-mail address')
    const again = await lead.browser.post(paths.accountAddress.to())
    expect([again.status, again.location]).toEqual([303, '/account'])
    expect(await confirmLinks(lead.email)).toHaveLength(2)
  })

  test('is not sent too often, which is said where it was asked for', async () => {
    const { email, browser } = await somebody()
    for (let i = 0; i < 4; i++) expect((await browser.post(paths.accountAddress.to())).status).toBe(303)
    const reply = await browser.post(paths.accountAddress.to())
    expect(reply.status).toBe(429)
    expect(reply.headers.get('retry-after')).toBe('3600')
    expect(reply.page.errors).toEqual([
      {
        text: 'We have sent you several links already, and the last one works. Look in your junk mail too, or ask for another in 60 minutes',
        href: '#confirmAgain',
      },
    ])
    expect(reply.page.descriptionOf('confirmAgain')).toContain('We have sent you several links already')
    expect(await confirmLinks(email)).toHaveLength(5)
  })

  test('can be asked for when the last has grown too old', async () => {
    const { browser } = await somebody()
    world.clock.advance(8 * DAY)
    const account = await browser.get('/account')
    expect(account.page.form(paths.accountAddress.to()).buttons.map(({ text }) => text)).toEqual(['Send me a link'])
  })

  test('leads nowhere else than this site', async () => {
    const { browser } = await somebody()
    const reply = await browser.post(paths.accountAddress.to(), { next: 'https://elsewhere.example/' })
    expect(reply.location).toBe('/account')
  })
})

describe('files', () => {
  let lead: MemberPersona
  let address: string
  beforeAll(async () => {
    const persona = await somebody()
    const organisation = newId()
    await persona.browser.submit(paths.newOrganisation.to(), { id: organisation, name: 'Lantern Club' })
    lead = { ...persona, organisation }
    address = indicatorAddress(await startAssessment(lead), '1.1')
  })

  const give = (words: string): Promise<Reply> =>
    lead.browser.fillIn(address, address, {
      evidence: words,
      evidenceFile: new File(['Our theory of change'], 'theory.txt'),
      do: 'add-evidence:file',
    })
  const kept = async () => (await world.services.files.measure()) > 0

  test('are kept once the address is confirmed; words at once', async () => {
    const words = 'We agreed it with mentors in May.'
    const page = await lead.browser.get(address)
    expect(page.page.words).toContain('Confirm your e-mail address to add files.')
    const refused = await give(words)
    expect(refused.status).toBe(422)
    expect(refused.page.textOf('evidenceFile-error')).toMatch(
      /We keep files once you have confirmed your e-mail address.*Or say where it is kept instead/,
    )
    expect(refused.page.valueOf('evidence')).toBe(words)
    expect(await kept()).toBe(false)
    expect((await lead.browser.fillIn(address, address, { evidence: words })).status).toBe(303)

    const confirm = await openLink(lead.browser, await firstLink(lead.email))
    await lead.browser.fillIn(confirm, '/confirm-address')
    expect((await lead.browser.get(address)).page.words).not.toContain('Confirm your e-mail address')
    expect((await give(words)).status).toBe(303)
    expect(await kept()).toBe(true)
    expect((await lead.browser.get(address)).page.words).toContain('theory.txt')
  })
})

describe('being let in, from the terminal', () => {
  async function run(in_: World, ...args: string[]) {
    const said: string[] = []
    const terminal = { say: (text: string) => said.push(text), complain: (text: string) => said.push(text) }
    const code = await personCommand(args, terminal, (work) => work(asSystem(in_.services, 'terminal')))
    return { code, said: said.join('\n') }
  }
  const elsewhere = { baseUrl: 'https://mentormark.example' }

  test('takes a confirmed address, where mail is set up', async () => {
    const owner = await signUp(world, { name: 'Olu Adeyemi', email: 'olu@lanternclub.example' })
    const organisation = newId()
    await owner.browser.submit(paths.newOrganisation.to(), { id: organisation, name: 'Lantern Club' })
    const { id, email, browser } = await somebody()
    const refused = await run(world, 'add', email, organisation, 'viewer')
    expect(refused.code).toBe(1)
    expect(refused.said).toMatch(/nobody has confirmed the address .*Anybody can sign up.*\n.*person confirm-link/)
    expect((await browser.get(`/organisations/${organisation}`)).status).toBe(404)
    await expect(addMember(asSystem(world.services, 'test'), organisation, id, 'viewer')).rejects.toMatchObject({
      kind: 'not-allowed',
    })

    expect((await run(world, 'confirm-link', email)).said).toMatch(/goes out within a minute/)
    const links = await confirmLinks(email)
    expect(links).toHaveLength(2)
    await browser.fillIn(await openLink(browser, links[1] ?? ''), '/confirm-address')
    expect((await run(world, 'confirm-link', email)).said).toMatch(/is confirmed already/)
    expect(await run(world, 'add', email, organisation, 'viewer')).toMatchObject({ code: 0 })
    expect((await browser.get(`/organisations/${organisation}`)).status).toBe(200)

    // Who set an organisation up is in it unconfirmed: nobody else's word makes them more.
    const mine = newId()
    const other = await somebody()
    await other.browser.submit(paths.newOrganisation.to(), { id: mine, name: 'Another Club' })
    await world.services.db.housekeep((tx) =>
      tx.updateTable('membership').set({ role: 'lead' }).where('organisation_id', '=', mine).execute(),
    )
    expect(await run(world, 'owner', other.email, mine)).toMatchObject({ code: 1 })
    await other.browser.fillIn(await openLink(other.browser, await firstLink(other.email)), '/confirm-address')
    expect(await run(world, 'owner', other.email, mine)).toMatchObject({ code: 0 })
  })

  test('takes nothing more where only this machine is served and no mail is sent', async () => {
    const local = await createWorld()
    try {
      const lead = await alice(local)
      const { email, browser } = await signUp(local, newcomer())
      expect((await browser.get('/account')).page.words).not.toContain('Confirm your e-mail address')
      expect(await run(local, 'add', email, lead.organisation, 'lead')).toMatchObject({ code: 0 })
      const page = indicatorAddress(await startAssessment(lead), '1.1')
      const file = new File(['At once'], 'at once.txt')
      expect((await lead.browser.fillIn(page, page, { evidenceFile: file, do: 'add-evidence:file' })).status).toBe(303)
    } finally {
      await local.end()
    }
  })

  test('takes a link handed over, where others come in and no mail is sent', async () => {
    const local = await createWorld()
    const open = { ...local, services: { ...local.services, ...elsewhere } }
    try {
      const lead = await alice(local)
      const { email, browser } = await signUp(local, newcomer())
      expect(await run(open, 'add', email, lead.organisation, 'lead')).toMatchObject({ code: 1 })
      const { said } = await run(open, 'confirm-link', email)
      expect(said).toContain('No mail is set up here.')
      expect(said).toContain('https://mentormark.example/confirm-address?token=')
      await browser.fillIn(await openLink(browser, linkIn(said, '/confirm-address')), '/confirm-address')
      expect(await isConfirmed(email, local)).toBe(true)
      expect(await run(open, 'add', email, lead.organisation, 'lead')).toMatchObject({ code: 0 })
    } finally {
      await local.end()
    }
  })
})

test('what is held about somebody says whether their address is confirmed', async () => {
  const { email, browser } = await somebody()
  const held = async () =>
    (await browser.get('/account/data.json')).json<{ you: { emailConfirmed: boolean } }>().you.emailConfirmed
  expect(await held()).toBe(false)
  await browser.fillIn(await openLink(browser, await firstLink(email)), '/confirm-address')
  expect(await held()).toBe(true)
})
