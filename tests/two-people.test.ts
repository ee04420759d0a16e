import { afterAll, beforeAll, expect, test } from 'vitest'
import { indicatorAddress, startAssessment } from './support/assessments.ts'
import {
  type MemberPersona,
  alice as makeAlice,
  PASSPHRASE,
  type Persona,
  signIn,
  signUp,
  signUpMember,
} from './support/personas.ts'
import type { Reply, Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** Two people at one browser, without scripts: each form is taken only from whoever its page was made for. */

let world: World
let alice: MemberPersona
let ben: Persona
let indicator: string
beforeAll(async () => {
  world = await createWorld()
  alice = await makeAlice(world)
  ben = await signUpMember(world, { name: 'Ben Ash', email: 'ben@riverbank.example' }, alice.organisation, 'lead')
  indicator = indicatorAddress(await startAssessment(alice, { scope: 'all' }), '1.1')
})
afterAll(() => world.end())

const WORDS = 'Alice wrote this about our training'

/** Alice's page is open and written on, and Ben has signed in meanwhile in another tab. */
async function bothAtOneBrowser(): Promise<{ browser: Visitor; page: Reply }> {
  const browser = world.visitor()
  await signIn(browser, alice.email)
  const page = await browser.get(indicator)
  await signIn(browser, ben.email)
  return { browser, page }
}
const evidence = async () => (await alice.browser.get(indicator)).page.valueOf('evidence')

test('what one wrote is not saved as the other’s, nor shown to them, and waits for its writer', async () => {
  await signIn(alice.browser, alice.email)
  const before = await evidence()
  const { browser, page } = await bothAtOneBrowser()
  const reply = await browser.fillIn(page, indicator, { evidence: WORDS, do: 'continue' })
  expect(reply.status).toBe(403)
  expect(reply.page.heading).toBe('This page belongs to somebody else')
  expect(reply.page.words).not.toContain(WORDS)
  expect(await evidence()).toBe(before)

  // A wrong passphrase, and Ben's own, change nothing about that.
  const slip = await browser.fillIn(reply, '/sign-in', { email: alice.email, passphrase: 'not hers' })
  expect([slip.status, slip.page.heading]).toEqual([422, 'This page belongs to somebody else'])
  const again = await browser.fillIn(slip, '/sign-in', { email: ben.email, passphrase: PASSPHRASE })
  expect([again.status, again.page.heading]).toEqual([403, 'This page belongs to somebody else'])
  expect(await evidence()).toBe(before)

  const back = await browser.fillIn(again, '/sign-in', { email: alice.email, passphrase: PASSPHRASE })
  expect(back.page.heading).toBe('Welcome back')
  expect(back.page.words).toContain(WORDS)
  expect((await browser.fillIn(back, indicator)).status).toBe(303)
  expect(await evidence()).toBe(WORDS)
  const { updated_by } = (await world.services.db.read
    .selectFrom('answer' as never)
    .select('updated_by' as never)
    .where('indicator_id' as never, '=', '1.1' as never)
    .executeTakeFirstOrThrow()) as { updated_by: string }
  expect(updated_by).toBe(alice.id)
})

test('and they wait also where the other may not see the page, or not change it', async () => {
  const stranger = await signUp(world, { name: 'Sam Far', email: 'sam@harbour.example' })
  const viewer = await signUpMember(world, { name: 'Vera Lane', email: 'vera@riverbank.example' }, alice.organisation, 'viewer')
  for (const other of [stranger, viewer]) {
    const browser = world.visitor()
    await signIn(browser, alice.email)
    const page = await browser.get(indicator)
    await signIn(browser, other.email)
    const reply = await browser.fillIn(page, indicator, { evidence: `${WORDS}, again` })
    expect([reply.status, reply.page.heading]).toEqual([403, 'This page belongs to somebody else'])
    const back = await browser.fillIn(reply, '/sign-in', { email: alice.email, passphrase: PASSPHRASE })
    expect(back.page.words).toContain(`${WORDS}, again`)
    // What they send of their own is refused as ever, and shown back to them.
    await signIn(browser, other.email)
    await browser.get('/account')
    const own = await browser.post(indicator, { evidence: 'Words of my own' })
    expect(own.status).toBe(other === stranger ? 404 : 403)
    expect(own.text).toContain('Words of my own')
  }
})

test('nor is any other form: a name, a description, a new assessment', async () => {
  const browser = world.visitor()
  await signIn(browser, alice.email)
  const pages = []
  for (const address of ['/account', `/organisations/${alice.organisation}/description`, '/organisations/new'])
    pages.push(await browser.get(address))
  await signIn(browser, ben.email)
  const [account, description, organisation] = pages as [Reply, Reply, Reply]
  expect((await browser.fillIn(account, '/account/name', { name: 'Alice Renamed' })).status).toBe(403)
  const describe = `/organisations/${alice.organisation}/description`
  expect((await browser.fillIn(description, describe, { otherAreas: 'Everywhere' })).status).toBe(403)
  expect((await browser.fillIn(organisation, '/organisations/new', { name: 'Alice’s Own' })).status).toBe(403)
  expect((await browser.get('/account')).page.words).not.toContain('Alice Renamed')
})

test('nor what a script sends, which is told why', async () => {
  const { browser, page } = await bothAtOneBrowser()
  const token = page.page.form(indicator).fields.find(([name]) => name === 'token')?.[1] ?? ''
  const body = { token, basedOn: '0', fields: 'notes', notes: 'Alice’s note' }
  const reply = await browser.post(indicator, body, { accept: 'application/json' })
  expect([reply.status, reply.json<{ problem: string }>().problem]).toEqual([403, 'someone-else'])
})

test('files that come with such a form are not kept', async () => {
  const kept: string[] = []
  const files = { ...world.services.files, keep: async () => Promise.reject(new Error(`kept ${kept.push('a file')}`)) }
  const { browser, page } = await bothAtOneBrowser()
  const body = new FormData()
  for (const [name, value] of page.page.form(indicator).fields) body.append(name, value)
  body.append('file', new File(['a register'], 'Register.pdf'))
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  const reply = await world
    .appWith({ files })
    .request(`http://localhost:3000${indicator}`, { method: 'POST', body, headers: { origin: 'http://localhost:3000', cookie } })
  expect([reply.status, kept]).toEqual([403, []])
})

test('whoever signs out and in again goes on where they were', async () => {
  const browser = world.visitor()
  await signIn(browser, alice.email)
  const page = await browser.get(indicator)
  await browser.post('/sign-out')
  await signIn(browser, alice.email)
  expect((await browser.fillIn(page, indicator, { notes: 'The same Alice' })).status).toBe(303)
})

test('anybody may sign out, whoever the page was made for', async () => {
  const { browser, page } = await bothAtOneBrowser()
  expect((await browser.fillIn(page, '/sign-out')).location).toBe('/sign-in')
  expect((await browser.get('/account')).status).toBe(303)
})
