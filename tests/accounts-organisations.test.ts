import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, organisationRecord, ROLES, roleMay } from '../src/accounts/index.ts'
import { asSystem, newId, ownedBy } from '../src/platform/index.ts'
import { errorsOf, hiddenFields, wordsOf } from './support/html.ts'
import {
  type MemberPersona,
  alice as makeAlice,
  bob as makeBob,
  chelsea as makeChelsea,
  dev as makeDev,
  esi as makeEsi,
  type Persona,
  signUp,
} from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

let world: World
let alice: MemberPersona
let bob: MemberPersona
let chelsea: MemberPersona
let dev: MemberPersona
let esi: MemberPersona
let newcomer: Persona
beforeAll(async () => {
  world = await createWorld()
  alice = await makeAlice(world)
  bob = await makeBob(world)
  chelsea = await makeChelsea(world, alice.organisation)
  dev = await makeDev(world, alice.organisation)
  esi = await makeEsi(world, alice.organisation)
  newcomer = await signUp(world, { name: 'Ngozi Bell', email: 'ngozi@newstart.example' })
})
afterAll(() => world.end())

const home = (of: MemberPersona) => `/organisations/${of.organisation}`
const description = (of: MemberPersona) => `${home(of)}/description`
const activity = (organisation: string) =>
  ownedBy(world.services.db.read, organisation).select('activity').selectAll().orderBy('id').execute()

/** Sends the description form as it stands, with changes. */
async function describeAs(who: MemberPersona, of: MemberPersona, fields: Record<string, string | string[]>) {
  world.clock.advance(1000)
  const page = await who.browser.get(description(of))
  const basedOn = page.status === 200 ? String(hiddenFields(page.text, description(of)).basedOn) : ''
  return who.browser.post(description(of), { basedOn, name: 'Riverbank Mentoring', ...fields })
}

describe('the way in', () => {
  test('a visitor is welcomed', async () => {
    const words = wordsOf((await world.visitor().get('/')).text)
    for (const said of ['Look honestly', 'Prove it', 'Get better', 'Sign up', 'Sign in']) expect(words).toContain(said)
  })

  test('nobody’s organisation yet: set one up', async () => {
    expect((await newcomer.browser.get('/')).location).toMatch(/^\/organisations\/new\?id=/)
  })

  test('one: there', async () => expect((await alice.browser.get('/')).location).toBe(home(alice)))

  test('several: choose', async () => {
    const gus = await signUp(world, { name: 'Gus Two-Hats', email: 'gus@riverbank.example' })
    await addMember(asSystem(world.services, 'test'), bob.organisation, gus.id, 'viewer')
    await addMember(asSystem(world.services, 'test'), alice.organisation, gus.id, 'lead')
    const page = await gus.browser.get('/')
    expect(wordsOf(page.text)).toContain('Harbour Street Youth Viewer Riverbank Mentoring Lead')
    expect(page.text).toContain(`href="${home(bob)}"`)
  })
})

describe('setting up', () => {
  test('is for those who have signed in', async () => {
    expect((await world.visitor().get('/organisations/new')).location).toBe('/sign-in?next=%2Forganisations%2Fnew')
  })

  test('takes a name, and makes whoever does it the owner', async () => {
    const page = await newcomer.browser.get('/organisations/new')
    expect(wordsOf(page.text)).toContain(
      `ask whoever runs Mentormark for you to add you, with the e-mail address you signed up with: ${newcomer.email} .`,
    )
    const { id } = hiddenFields(page.text, '/organisations/new')
    const reply = await newcomer.browser.post('/organisations/new', { id: id as string, name: '  New   Start ' })
    expect(reply).toMatchObject({ status: 303, location: `/organisations/${id}` })
    const overview = await newcomer.browser.get(reply.location ?? '')
    expect(wordsOf(overview.text)).toContain('New Start is set up.')
    expect(wordsOf(overview.text)).toContain('Tell readers who you are')
    expect((await activity(id as string)).map((line) => [line.action, line.actor])).toEqual([
      ['organisation.set-up', newcomer.id],
    ])
  })

  test('the form sent twice makes one', async () => {
    const twice = { id: newId(), name: 'Twice Over' }
    await newcomer.browser.get('/organisations/new')
    const replies = await Promise.all([
      newcomer.browser.post('/organisations/new', twice),
      newcomer.browser.post('/organisations/new', twice),
    ])
    expect(replies.map((reply) => reply.location)).toEqual([`/organisations/${twice.id}`, `/organisations/${twice.id}`])
    expect(await activity(twice.id)).toHaveLength(1)
  })

  test('somebody else’s id changes nothing of theirs', async () => {
    await newcomer.browser.get('/organisations/new')
    const reply = await newcomer.browser.post('/organisations/new', { id: alice.organisation, name: 'Mine now' })
    expect(reply.status).toBe(409)
    expect((await newcomer.browser.get(home(alice))).status).toBe(404)
    expect(wordsOf((await alice.browser.get(home(alice))).text)).not.toContain('Mine now')
  })

  test('needs a name, and keeps the rest of what was put in', async () => {
    await newcomer.browser.get('/organisations/new')
    const reply = await newcomer.browser.post('/organisations/new', {
      id: newId(),
      name: '',
      'GB-CHC': '12345',
      kind: 'cic',
      areas: ['E09000012'],
    })
    expect(reply.status).toBe(422)
    expect(errorsOf(reply.text)).toEqual([
      'Enter the name of your organisation',
      '“12345” has 5 digits. Charity numbers in England and Wales are 6 or 7 digits, without a zero before them, like 1123456',
    ])
    expect(reply.text).toContain('value="12345"')
    expect(reply.text).toMatch(/value="cic" checked/)
    expect(reply.text).toMatch(/value="E09000012" checked/)
    expect(reply.text).toMatch(/<details[^>]* open>/)
  })

  test('only so many a day', async () => {
    const eager = await signUp(world, { name: 'Eager Beaver', email: 'eager@newstart.example' })
    await eager.browser.get('/organisations/new')
    for (let i = 0; i < 20; i++) await eager.browser.post('/organisations/new', { id: newId(), name: `Number ${i}` })
    const reply = await eager.browser.post('/organisations/new', { id: newId(), name: 'One more' })
    expect(reply.status).toBe(429)
    expect(errorsOf(reply.text)).toEqual([
      'That has been tried too many times. To keep everyone safe, wait 24 hours and try again',
    ])
    expect(reply.text).toContain('value="One more"')
  })
})

describe('describing', () => {
  const full = {
    kind: 'registered-charity',
    'GB-CHC': 'Charity no. 1 123 456, 205111',
    'GB-COH': '1234567',
    'GB-SC': 'SCO12345',
    'GB-NIC': 'NIC 100123',
    models: ['volunteer', 'sports', 'other'],
    otherModel: 'Chess mentoring',
    areas: ['E09000012', 'E09000019'],
    otherAreas: 'Luton',
    mentorsPerYear: '26-50',
    youngPeoplePerYear: '51-100',
    marks: ['London Youth Quality Mark'],
    otherMarks: 'A mark of our own\n\nAnd another',
  }

  test('everything is kept, shown in words, and fills the form again', async () => {
    expect(await describeAs(alice, alice, full)).toMatchObject({ status: 303, location: home(alice) })
    const words = wordsOf((await chelsea.browser.get(home(alice))).text)
    for (const said of [
      'Kind Registered charity',
      'Charity number 1123456 (England and Wales) Charity number 205111 (England and Wales) Company number 01234567 Charity number SC012345 (Scotland) Charity number NIC100123 (Northern Ireland)',
      'How you mentor Volunteer mentoring Sports-based mentoring Chess mentoring',
      'Where you work Hackney, Islington, Luton',
      'Mentors in a year 26 to 50',
      'Young people in a year 51 to 100',
      'Quality marks London Youth Quality Mark A mark of our own And another',
    ])
      expect(words).toContain(said)
    const form = (await alice.browser.get(description(alice))).text
    for (const shown of [
      'value="1123456, 205111"',
      'value="Chess mentoring"',
      'value="E09000019" checked',
      'value="26-50" selected',
      'A mark of our own\nAnd another',
    ])
      expect(form).toContain(shown)
  })

  test('a number goes to the register it is of, whatever box it was put in', async () => {
    const { name, email } = { name: 'Nia Cole', email: 'nia@newstart.example' }
    const nia = await signUp(world, { name, email })
    const form = '/organisations/new'
    const set = await nia.browser.fillIn(form, form, {
      name: 'Two Countries',
      'GB-CHC': 'Registered charity no. 1123456 (England and Wales) and SC012345 (Scotland). Company no. IP12345R',
    })
    const page = await nia.browser.get(set.location ?? '')
    expect(page.page.words).toContain(
      'Charity number 1123456 (England and Wales) Charity number SC012345 (Scotland) Company number IP12345R',
    )
    const again = await nia.browser.get(`${set.location}/description`)
    expect(['GB-CHC', 'GB-SC', 'GB-COH'].map((box) => again.page.valueOf(box))).toEqual(['1123456', 'SC012345', 'IP12345R'])
    // What the page shows can be put back into any box.
    const shown = 'Charity number 1123456 (England and Wales) Charity number SC012345 (Scotland) Company number IP12345R'
    const back = await nia.browser.fillIn(again, `${set.location}/description`, { 'GB-CHC': '', 'GB-SC': '', 'GB-COH': shown })
    expect(back.status).toBe(303)
    expect((await nia.browser.get(set.location ?? '')).page.words).toContain(shown)
  })

  test('what kind it is can be left unsaid again', async () => {
    const kind = async () => /name="kind"[^>]*value="([^"]*)" checked/.exec((await bob.browser.get(description(bob))).text)?.[1]
    expect(await kind()).toBe('')
    expect((await describeAs(bob, bob, { kind: 'cic' })).status).toBe(303)
    expect(await kind()).toBe('cic')
    expect((await describeAs(bob, bob, { kind: '' })).status).toBe(303)
    expect(await kind()).toBe('')
  })

  test('as an assessment’s record has it', async () => {
    expect(await organisationRecord(world.services.db.read, alice.organisation)).toEqual({
      name: 'Riverbank Mentoring',
      kind: 'Registered charity',
      registrations: ['GB-CHC-1123456', 'GB-CHC-205111', 'GB-COH-01234567', 'GB-SC-SC012345', 'GB-NIC-100123'],
      areas: ['Hackney', 'Islington', 'Luton'],
      models: ['Volunteer mentoring', 'Sports-based mentoring', 'Chess mentoring'],
      mentorsPerYear: '26 to 50',
      youngPeoplePerYear: '51 to 100',
      marks: ['London Youth Quality Mark', 'A mark of our own', 'And another'],
    })
    await expect(organisationRecord(world.services.db.read, newId())).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('the trail says who changed what, without the words', async () => {
    const lines = (await activity(alice.organisation)).filter((line) => line.action === 'organisation.described')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.actor).toBe(alice.id)
    expect(JSON.parse(lines[0]?.detail ?? '{}').changed).toContain('registrations')
    expect(lines[0]?.detail).not.toContain('Chess')
  })

  test('what was written meanwhile is not overwritten unseen', async () => {
    const page = await alice.browser.get(description(alice))
    const { basedOn } = hiddenFields(page.text, description(alice))
    await describeAs(dev, alice, { ...full, otherAreas: 'Dev wrote Watford' })
    const mine = { ...full, name: 'Riverbank Mentoring', otherAreas: 'Alice wrote Luton' }
    const reply = await alice.browser.post(description(alice), { basedOn: basedOn as string, ...mine })
    expect(reply.status).toBe(409)
    expect(wordsOf(reply.text)).toContain('Somebody else changed this description while you were writing.')
    expect(wordsOf(reply.text)).toContain('Dev wrote Watford')
    expect(reply.text).toContain('value="Alice wrote Luton"')
    world.clock.advance(1000)
    const again = await alice.browser.submit(description(alice), { ...hiddenFields(reply.text, description(alice)), ...mine })
    expect(wordsOf(again.text)).toContain('Alice wrote Luton')
  })

  test('saving without a change writes nothing', async () => {
    const before = (await activity(alice.organisation)).length
    expect((await describeAs(alice, alice, { ...full, otherAreas: 'Alice wrote Luton' })).status).toBe(303)
    expect(await activity(alice.organisation)).toHaveLength(before)
  })

  test('words are escaped', async () => {
    await describeAs(alice, alice, { otherAreas: '<script>alert(1)</script>', otherMarks: '"><img src=x>' })
    const page = await alice.browser.get(home(alice))
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).not.toContain('<img src=x')
  })
})

describe('who may', () => {
  test('every role sees, some describe', async () => {
    for (const who of [alice, dev, esi, chelsea]) expect((await who.browser.get(home(alice))).status).toBe(200)
    for (const who of [alice, dev]) expect((await describeAs(who, alice, { otherAreas: who.name })).status).toBe(303)
    for (const who of [esi, chelsea]) {
      expect((await who.browser.get(description(alice))).status).toBe(403)
      expect((await describeAs(who, alice, { otherAreas: who.name })).status).toBe(403)
      expect((await who.browser.get(home(alice))).text).not.toContain(description(alice))
    }
    expect(ROLES.filter((role) => roleMay(role, 'manage-members'))).toEqual(['owner'])
  })

  test('to everyone else, another’s organisation and none at all are the same', async () => {
    for (const path of ['', '/description']) {
      const theirs = await bob.browser.get(`${home(alice)}${path}`)
      const none = await bob.browser.get(`/organisations/${newId()}${path}`)
      const nonsense = await bob.browser.get(`/organisations/nonsense${path}`)
      expect([theirs.status, none.status, nonsense.status]).toEqual([404, 404, 404])
      expect(wordsOf(theirs.text)).toBe(wordsOf(none.text))
    }
    await bob.browser.get(description(bob))
    const before = await organisationRecord(world.services.db.read, alice.organisation)
    expect((await bob.browser.post(description(alice), { name: 'Bob’s now' })).status).toBe(404)
    expect(await organisationRecord(world.services.db.read, alice.organisation)).toEqual(before)
    expect((await world.visitor().get(home(alice))).status).toBe(303)
  })
})

describe('adding a member', () => {
  const as = (who: Persona) => ({
    ...world.services,
    actor: { kind: 'person' as const, id: who.id, name: who.name, email: who.email },
  })

  test('is for owners; once is enough', async () => {
    await addMember(as(alice), alice.organisation, newcomer.id, 'contributor')
    await addMember(as(alice), alice.organisation, newcomer.id, 'contributor')
    const added = (await activity(alice.organisation)).filter((line) => line.subject === `person/${newcomer.id}`)
    expect(added.map((line) => [line.action, line.actor, line.detail])).toEqual([
      ['member.added', alice.id, '{"role":"contributor"}'],
    ])
    expect((await newcomer.browser.get(home(alice))).status).toBe(200)
  })

  test('not in two roles, not by others, not somebody unknown', async () => {
    await expect(addMember(as(alice), alice.organisation, newcomer.id, 'owner')).rejects.toMatchObject({ kind: 'stale' })
    for (const who of [dev, esi, chelsea])
      await expect(addMember(as(who), alice.organisation, bob.id, 'viewer')).rejects.toMatchObject({ kind: 'not-allowed' })
    await expect(addMember(as(bob), alice.organisation, bob.id, 'owner')).rejects.toMatchObject({ kind: 'not-found' })
    await expect(addMember(as(alice), alice.organisation, newId(), 'viewer')).rejects.toMatchObject({ kind: 'not-found' })
    expect((await bob.browser.get(home(alice))).status).toBe(404)
  })
})

describe('the outbox', () => {
  test('shows what would have been sent, with links to follow and nothing else alive', async () => {
    await world.services.db.housekeep((tx) =>
      world.services.mail.queue(tx, {
        to: 'x@example.org',
        subject: '<b>Bold</b>',
        text: 'See http://localhost:3000/a?b=1&c=2 <script>alert(1)</script>\n\njavascript:alert(2)',
      }),
    )
    await world.services.mail.deliver()
    const page = await world.visitor().get('/outbox')
    expect(page.status).toBe(200)
    expect(page.text).toContain(
      '<a class="govuk-link" href="http://localhost:3000/a?b=1&amp;c=2">http://localhost:3000/a?b=1&amp;c=2</a>',
    )
    expect(page.text).toContain('&lt;b&gt;Bold')
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).not.toContain('href="javascript')
  })

  test('is not there when others can reach it, or when mail is really sent', async () => {
    const request = (change: Parameters<World['appWith']>[0]) => world.appWith(change).request('http://localhost:3000/outbox')
    expect((await request({ loopback: false })).status).toBe(404)
    expect((await request({ mail: { ...world.services.mail, outbox: async () => null } })).status).toBe(404)
    expect((await request({})).status).toBe(200)
  })

  test.each([
    ['passed on by a proxy', 'http://localhost:3000', { 'x-forwarded-for': '203.0.113.9' }],
    ['passed on by a proxy that says so in the standard’s way', 'http://localhost:3000', { forwarded: 'for=203.0.113.9' }],
    ['passed on by a proxy that only says that it is there', 'http://127.0.0.1:3000', { via: '1.1 gate' }],
  ])('is not there for a request %s', async (_what, origin, headers: Record<string, string>) => {
    expect((await world.app.request(`${origin}/outbox`, { headers })).status).toBe(404)
    expect((await world.app.request('http://[::1]:3000/outbox')).status).toBe(200)
  })
})
