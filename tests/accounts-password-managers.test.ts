import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeConfirmLink, paths } from '../src/accounts/index.ts'
import { asSystem } from '../src/platform/index.ts'
import { linkIn, mailTo, openLink } from './support/mail.ts'
import type { PageElement } from './support/page.ts'
import { alice, type MemberPersona, PASSPHRASE, signIn, signUp } from './support/personas.ts'
import { type Reply, Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** What password managers look for. What Chromium says of the same pages is in tests/journeys/signing-up.browser.test.ts. */

let world: World
let owner: MemberPersona
/** Every page on which somebody gives a passphrase, by its address. */
const shown = new Map<string, Reply>()

beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  const mailing = world.appWith({ mail: { ...world.services.mail, isSetUp: true } })

  const nobody = world.visitor()
  const unconfirmed = await signUp(world, { name: 'Nadia Quist', email: 'nadia@lantern.example' })
  await nobody.post(paths.forgotten.to(), { email: owner.email })
  await openLink(nobody, linkIn(await mailTo(world, owner.email, /new passphrase/), paths.reset.to()))
  const token = await makeConfirmLink(asSystem(world.services, 'test'), unconfirmed)
  await openLink(nobody, paths.confirmAddress.to({}, { token }))
  const joining = new Visitor(mailing)
  await joining.post(paths.signUp.to(), { email: 'joining@lantern.example' })
  await openLink(joining, linkIn(await mailTo(world, 'joining@lantern.example', /^Finish/), paths.finishSignUp.to()))

  const addresses = world.app.declared.filter(({ method, pattern }) => method === 'GET' && !/:|\/components/.test(pattern))
  for (const browser of [nobody, joining, owner.browser])
    for (const { pattern } of addresses) {
      const reply = await browser.get(pattern)
      if (reply.text.includes('type="password"')) shown.set(`${pattern}, ${reply.page.heading}`, reply)
    }
  // Words that wait for their writer.
  shown.set('what waits', await world.visitor().post(paths.accountName.to(), { name: 'Somebody' }))
})
afterAll(() => world.end())

test('these are the pages on which somebody gives a passphrase', () => {
  const addresses = new Set([...shown.keys()].map((name) => name.split(',')[0]))
  expect([...addresses].sort()).toEqual([
    '/account',
    '/account/close',
    '/confirm-address',
    '/finish-signing-up',
    '/new-passphrase',
    '/sign-in',
    '/sign-up',
    'what waits',
  ])
})

test('each form says whose passphrase it is, before it, in a field that is no hidden one; and whether it is a new one', () => {
  const wrong: string[] = []
  let forms = 0
  for (const [name, { page }] of shown) {
    const inputs = page.all('input')
    for (const form of page.all('form')) {
      const inside = inputs.filter((each) => form.at < each.at && each.end <= form.end)
      const is = (each: PageElement, attribute: string) => each.attributes.get(attribute) ?? ''
      const passphrases = inside.filter((each) => is(each, 'type') === 'password')
      const [first] = passphrases
      if (!first) continue
      forms++
      const whose = inside.filter((each) => is(each, 'autocomplete') === 'username')
      const [username, ...more] = whose
      const where = `${name}: ${form.attributes.get('action')}`
      if (!username || more.length > 0 || username.at > first.at) wrong.push(`${where} says it ${whose.length} times`)
      if (username && !/^(text|email)$/.test(is(username, 'type'))) wrong.push(`${where} has it ${is(username, 'type')}`)
      for (const each of passphrases)
        if (!/^(current|new)-password$/.test(is(each, 'autocomplete'))) wrong.push(`${where}: ${is(each, 'name')}`)
    }
  }
  expect(wrong).toEqual([])
  expect(forms).toBeGreaterThan(8)
})

test('a new passphrase is told from the one that is used', () => {
  const kinds = (address: string) => {
    const [, reply] = [...shown].find(([name]) => name.startsWith(`${address},`)) ?? []
    return reply?.page
      .all('input')
      .filter(({ attributes }) => attributes.get('type') === 'password')
      .map(({ attributes }) => attributes.get('autocomplete'))
  }
  expect(kinds('/sign-up')).toEqual(['new-password'])
  expect(kinds('/finish-signing-up')).toEqual(['new-password'])
  expect(kinds('/new-passphrase')).toEqual(['new-password'])
  expect(kinds('/sign-in')).toEqual(['current-password'])
  expect(kinds('/confirm-address')).toEqual(['current-password'])
  expect(kinds('/account/close')).toEqual(['current-password'])
  expect(kinds('/account')).toEqual(['current-password', 'new-password', 'current-password'])
})

describe('the address at which they look for the page that changes a passphrase', () => {
  const WELL_KNOWN = '/.well-known/change-password'

  test('leads there', async () => {
    const reply = await owner.browser.get(WELL_KNOWN)
    expect([reply.status, reply.location]).toEqual([303, '/account#change-passphrase'])
    expect((await owner.browser.get('/account')).page.textOf('change-passphrase')).toBe('Passphrase')
  })

  test('leads there by way of signing in', async () => {
    const visitor = world.visitor()
    const reply = await visitor.get(WELL_KNOWN)
    expect(reply.status).toBe(303)
    const page = await visitor.get(reply.location ?? '')
    expect(page.page.heading).toBe('Sign in')
    const back = await visitor.fillIn(page, '/sign-in', { email: owner.email, passphrase: PASSPHRASE })
    expect(back.location).toBe(WELL_KNOWN)
    expect((await visitor.get(WELL_KNOWN)).location).toBe('/account#change-passphrase')
  })

  test('means something, because an address of the kind that is none is not found', async () => {
    const none = '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200'
    for (const visitor of [world.visitor(), owner.browser]) expect((await visitor.get(none)).status).toBe(404)
  })
})

test('whose passphrase it is travels with the form, and changes nothing', async () => {
  const visitor = world.visitor()
  await signIn(visitor, owner.email)
  const account = await visitor.get('/account')
  const reply = await visitor.fillIn(account, '/account/passphrase', {
    username: 'somebody@else.example',
    passphraseNow: PASSPHRASE,
    passphrase: 'violet harbour kettle drum',
  })
  expect(reply.status).toBe(303)
  expect((await signIn(world.visitor(), owner.email, 'violet harbour kettle drum')).status).toBe(303)
})
