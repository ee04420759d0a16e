import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LIMITS } from '../src/accounts/index.ts'
import type { App } from '../src/app.tsx'
import { newId } from '../src/platform/index.ts'
import { hiddenFields } from './support/html.ts'
import { countMailTo, linkIn, mailTo } from './support/mail.ts'
import { PASSPHRASE, type Persona, signUp } from './support/personas.ts'
import { type Fields, Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/**
 * Guesses at one account from many networks. Wrong ones are sent without a passphrase hash being made: a passphrase longer than
 * any is refused at once, and counted like any other.
 */
const WRONG = 'x'.repeat(900)
const DAY = 24 * 60 * 60_000

let world: World
let app: App
let ada: Persona
beforeAll(async () => {
  world = await createWorld()
  // One proxy in front is believed about where a request comes from.
  app = world.appWith({ trustedProxies: 1 })
  ada = await signUp(world, { name: 'Ada Brook', email: 'ada@riverbank.example' })
})
afterAll(() => world.end())
beforeEach(() => world.clock.advance(DAY))

/** A browser that is seen at an address. */
class Guesser {
  readonly visitor = new Visitor(app)
  at: string
  constructor(at: string) {
    this.at = at
  }
  get(path: string) {
    return this.visitor.get(path, { 'x-forwarded-for': this.at })
  }
  async post(path: string, fields: Fields) {
    // The token of a page seen before, as in a browser.
    if (this.visitor.cookies.size === 0) await this.get('/sign-in')
    return this.visitor.post(path, fields, { 'x-forwarded-for': this.at })
  }
  async guess(email: string, passphrase = WRONG) {
    return (await this.post('/sign-in', { email, passphrase })).status
  }
}

/** How many of so many wrong guesses were let through, each from the next address. */
async function letThrough(email: string, count: number, address: (place: number) => string): Promise<number> {
  const guesser = new Guesser('192.0.2.1')
  let through = 0
  for (let place = 0; place < count; place++) {
    guesser.at = address(place)
    if ((await guesser.guess(email)) === 422) through++
  }
  return through
}

const hex = (place: number) => place.toString(16)

describe.each(['ada@riverbank.example', 'nobody@riverbank.example'])('guesses at %s', (email) => {
  test('from one network are few, however its addresses are written', async () => {
    expect(await letThrough(email, 15, () => '203.0.113.5')).toBe(10)
    expect(await letThrough(email, 3, () => '::ffff:203.0.113.5')).toBe(0)
    expect(await letThrough(email, 3, () => '::FFFF:cb00:7105')).toBe(0)
  })

  test('from neighbouring IPv6 networks are few as well', async () => {
    expect(await letThrough(email, 60, (place) => `2001:db8:5:${hex(place)}::1`)).toBe(20)
    world.clock.advance(15 * 60_000)
    expect(await letThrough(email, 60, (place) => `2001:db8:5:${hex(place * 0x100)}::1`)).toBe(30)
  })

  test('from one network for a whole day leave the account room for others', async () => {
    let through = 0
    for (let quarter = 0; quarter < 10; quarter++) {
      through += await letThrough(email, 10, () => '203.0.113.5')
      world.clock.advance(15 * 60_000)
    }
    expect(through).toBe(LIMITS.signInDaily.tries)
    expect(await new Guesser('198.51.100.9').guess(email)).toBe(422)
  })

  test('from everywhere are at most a hundred in a day', async () => {
    expect(await letThrough(email, 130, (place) => `198.51.100.${place}`)).toBe(100)
  })
})

describe('while a stranger guesses at an account as much as they can', () => {
  const besiege = () => letThrough(ada.email, LIMITS.account.tries, (place) => `198.51.100.${place}`)

  test('its owner signs in where they have before, with slips of their own', async () => {
    const owner = new Guesser('203.0.113.5')
    expect(await owner.guess(ada.email, PASSPHRASE)).toBe(303)
    await besiege()
    await owner.post('/sign-out', {})
    for (let slip = 0; slip < 3; slip++) expect(await owner.guess(ada.email)).toBe(422)
    expect(await owner.guess(ada.email, PASSPHRASE)).toBe(303)
    // A browser that is known for one account has no more tries at another.
    expect(await new Guesser('203.0.113.6').guess(ada.email, PASSPHRASE)).toBe(429)
  })

  test('a known browser has an end of its own', async () => {
    const owner = new Guesser('203.0.113.5')
    await owner.guess(ada.email, PASSPHRASE)
    const statuses = []
    for (let slip = 0; slip < 12; slip++) statuses.push(await owner.guess(ada.email))
    expect(statuses.filter((status) => status === 422)).toHaveLength(10)
    // Others, who have used up nothing, are not kept out by it.
    expect(await new Guesser('203.0.113.7').guess(ada.email, PASSPHRASE)).toBe(303)
  })

  test('a mailed link works in a new browser, which then is a known one; the browsers of before are not', async () => {
    const before = new Guesser('203.0.113.5')
    expect(await before.guess(ada.email, PASSPHRASE)).toBe(303)
    await besiege()
    const fresh = new Guesser('203.0.113.9')
    expect(await fresh.guess(ada.email, PASSPHRASE)).toBe(429)
    const count = await countMailTo(world, ada.email)
    await fresh.post('/forgotten-passphrase', { email: ada.email })
    await expect.poll(() => countMailTo(world, ada.email)).toBe(count + 1)
    const link = linkIn(await mailTo(world, ada.email, /Choose a new passphrase/), '/new-passphrase')
    const open = async (each: string) => {
      await fresh.get(each)
      return fresh.get('/new-passphrase')
    }
    // Whatever a stranger makes up, a link that was sent opens.
    const statuses = []
    for (let guess = 0; guess < 32; guess++)
      statuses.push((await open(`/new-passphrase?token=${String(guess).padStart(43, 'g')}`)).status)
    expect([statuses[0], statuses[29], statuses[30]]).toEqual([404, 404, 429])
    const fields = hiddenFields((await open(link)).text, '/new-passphrase')
    const chosen = 'violet harbour kettle drum'
    expect((await fresh.post('/new-passphrase', { ...fields, passphrase: chosen })).status).toBe(303)
    expect(await fresh.guess(ada.email, chosen)).toBe(303)
    expect(await before.guess(ada.email, chosen)).toBe(429)

    // Back as it was, for the tests that follow.
    expect((await fresh.post('/account/passphrase', { passphraseNow: chosen, passphrase: PASSPHRASE })).status).toBe(303)
    await fresh.post('/sign-out', {})
    expect(await fresh.guess(ada.email, PASSPHRASE)).toBe(303)
  })

  test('whoever holds one of its sessions has no more guesses at its passphrase than others', async () => {
    const owner = new Guesser('203.0.113.5')
    await owner.guess(ada.email, PASSPHRASE)
    const thief = new Guesser('203.0.113.66')
    const session = owner.visitor.cookies.get('mentormark.session_token') ?? ''
    thief.visitor.setCookie('mentormark.session_token', session)
    let through = 0
    await thief.get('/account')
    for (let guess = 0; guess < 60; guess++) {
      thief.at = `203.0.113.${100 + guess}`
      const reply = await thief.post('/account/sessions', { sessions: newId(), passphraseCheck: WRONG })
      if (reply.status === 422) through++
    }
    expect(through).toBe(60)
    expect(await letThrough(ada.email, 60, (place) => `198.51.100.${place}`)).toBe(40)
    expect(await owner.guess(ada.email, PASSPHRASE)).toBe(303)
  })

  test('made-up cookies make no browser known', async () => {
    await besiege()
    const stranger = new Guesser('203.0.113.8')
    for (const cookie of ['x'.repeat(44), '.'.repeat(500), `${'a'.repeat(44)}.${'b'.repeat(44)}`, '%00', 'é']) {
      stranger.visitor.setCookie('mm-device', cookie)
      expect(await stranger.guess(ada.email, PASSPHRASE)).toBe(429)
    }
  })
})

test('forty people behind one address sign in on one morning, each with a slip', async () => {
  const { db } = world.services
  const throttled: number[] = []
  for (let place = 0; place < 40; place++) {
    const trainee = new Guesser('203.0.113.77')
    // Each has an account of their own; that the passphrase is right is tried for one of them, because hashing takes its time.
    throttled.push(
      await trainee.guess(`trainee-${place}@riverbank.example`),
      await trainee.guess(`trainee-${place}@riverbank.example`),
    )
    if (place % 10 === 0) expect(await new Guesser('203.0.113.77').guess(ada.email, PASSPHRASE)).toBe(303)
  }
  expect(throttled.filter((status) => status === 429)).toEqual([])
  expect((await db.read.selectFrom('throttle').select('key').execute()).length).toBeGreaterThan(0)
})
