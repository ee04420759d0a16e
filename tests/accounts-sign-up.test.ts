import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NO_ORGANISATION, newId, ownedBy } from '../src/platform/index.ts'
import { errorsOf, hiddenFields, wordsOf } from './support/html.ts'
import { countMailTo, mailTo } from './support/mail.ts'
import { PASSPHRASE, signIn } from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const form = { name: 'Farida Haddad', email: 'farida@lanternclub.example', passphrase: PASSPHRASE }
const people = async (email: string) =>
  world.services.db.read.selectFrom('person').selectAll().where('email', '=', email).execute()

test('signing up, signing in, and on to setting up', async () => {
  const visitor = world.visitor()
  const page = await visitor.get('/sign-up')
  const { id } = hiddenFields(page.text, '/sign-up')
  const signedUp = await visitor.post('/sign-up', { id: id as string, ...form, email: ' Farida@LanternClub.example ' })
  expect(signedUp).toMatchObject({ status: 303, location: '/sign-in' })
  const next = await visitor.get('/sign-in')
  expect(wordsOf(next.text)).toContain('Thank you. Now sign in with the passphrase you have just chosen.')
  expect(next.text).toContain('value="farida@lanternclub.example"')
  expect((await signIn(visitor, form.email)).location).toBe('/')
  expect((await visitor.get('/')).location).toMatch(/^\/organisations\/new\?id=/)
  expect(await mailTo(world, form.email, /Welcome/)).toContain('Choose a new passphrase')
})

test('a form sent twice makes one person, and no second message', async () => {
  const visitor = world.visitor()
  await visitor.get('/sign-up')
  const twice = { id: newId(), ...form, email: 'twice@lanternclub.example' }
  const replies = await Promise.all([visitor.post('/sign-up', twice), visitor.post('/sign-up', twice)])
  expect(replies.map((reply) => reply.status)).toEqual([303, 303])
  expect(await people(twice.email)).toHaveLength(1)
  expect(await countMailTo(world, twice.email)).toBe(1)
})

test('a form sent again with another passphrase changes nothing, and its owner hears that the first one counts', async () => {
  const visitor = world.visitor()
  await visitor.get('/sign-up')
  const first = { id: newId(), ...form, email: 'again@lanternclub.example' }
  const other = 'violet harbour kettle drum'
  const replies = [await visitor.post('/sign-up', first), await visitor.post('/sign-up', { ...first, passphrase: other })]
  expect(replies.map(({ status, location }) => [status, location])).toEqual([
    [303, '/sign-in'],
    [303, '/sign-in'],
  ])
  expect(await people(first.email)).toHaveLength(1)
  expect((await signIn(world.visitor(), first.email, other)).status).toBe(422)
  expect((await signIn(world.visitor(), first.email)).status).toBe(303)
  expect(await mailTo(world, first.email, /already have/)).toContain('Sign in with the passphrase you chose before')
})

test('a form with somebody’s id makes its own person', async () => {
  const [farida] = await people(form.email)
  const visitor = world.visitor()
  await visitor.get('/sign-up')
  await visitor.post('/sign-up', { id: farida?.id ?? '', ...form, email: 'other@lanternclub.example' })
  expect(await people('other@lanternclub.example')).toHaveLength(1)
})

describe('a known address', () => {
  test('is answered as a new one is, and changes nothing', async () => {
    const [known, unknown] = [world.visitor(), world.visitor()]
    for (const visitor of [known, unknown]) await visitor.get('/sign-up')
    const before = await people(form.email)
    const again = await known.post('/sign-up', {
      id: newId(),
      name: 'Somebody Else',
      email: form.email,
      passphrase: 'violet harbour kettle drum',
    })
    const fresh = await unknown.post('/sign-up', { id: newId(), ...form, email: 'fresh@lanternclub.example' })
    expect([again.status, again.location, again.text]).toEqual([fresh.status, fresh.location, fresh.text])
    expect([...again.headers.keys()]).toEqual([...fresh.headers.keys()])
    expect([...known.cookies.keys()]).toEqual([...unknown.cookies.keys()])
    expect(await people(form.email)).toEqual(before)
    expect((await signIn(known, form.email, 'violet harbour kettle drum')).status).toBe(422)
    expect((await signIn(known, form.email)).status).toBe(303)
  })

  test('hears of it, by the name its owner gave', async () => {
    const message = await mailTo(world, form.email, /already have/)
    expect(message).toContain('Hello Farida Haddad')
    expect(message).not.toContain('Somebody Else')
    expect(message).toContain('http://localhost:3000/forgotten-passphrase')
  })

  test('is not flooded', async () => {
    const visitor = world.visitor()
    await visitor.get('/sign-up')
    for (let i = 0; i < 8; i++) await visitor.post('/sign-up', { id: newId(), ...form })
    expect(await countMailTo(world, form.email)).toBe(5)
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
  const about = lines.filter((line) => line.subject === `person/${farida?.id}`).map((line) => line.action)
  expect(about).toContain('person.signed-up')
  expect(about).toContain('person.signed-up-again')
  expect(about).toContain('person.signed-in')
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
