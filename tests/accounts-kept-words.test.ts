import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorsOf, hiddenFields, wordsOf } from './support/html.ts'
import { type MemberPersona, alice as makeAlice, bob as makeBob, PASSPHRASE } from './support/personas.ts'
import type { Fields, Visitor } from './support/visitor.ts'
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

const WORDS = 'Luton, and the villages\r\naround it “as far as” <Dunstable> & beyond'

/** Somebody opens a form, is away for too long, and sends it. */
async function writeTooLate(
  extra: Fields = {},
): Promise<{ browser: Visitor; address: string; reply: Awaited<ReturnType<Visitor['post']>> }> {
  const browser = world.visitor()
  await browser.get('/sign-in')
  await browser.post('/sign-in', { email: alice.email, passphrase: PASSPHRASE })
  const address = `/organisations/${alice.organisation}/description`
  const { basedOn } = hiddenFields((await browser.get(address)).text, address)
  await world.services.db.housekeep((tx) => tx.deleteFrom('session').where('person_id', '=', alice.id).execute())
  const fields = { basedOn: basedOn as string, name: 'Riverbank Mentoring', otherAreas: WORDS, areas: ['E09000001', 'E09000012'] }
  return { browser, address, reply: await browser.post(address, { ...fields, ...extra }) }
}

const areas = async () =>
  JSON.parse(
    (
      await world.services.db.read
        .selectFrom('organisation')
        .select('areas')
        .where('id', '=', alice.organisation)
        .executeTakeFirstOrThrow()
    ).areas,
  )

test('a session that ended while somebody was writing loses nothing', async () => {
  const { browser, address, reply } = await writeTooLate()
  expect(reply.status).toBe(401)
  expect(wordsOf(reply.text)).toContain('Sign in to carry on')
  expect(await areas()).toEqual([])

  // A slip while signing in keeps everything.
  const carried = hiddenFields(reply.text, '/sign-in')
  const slip = await browser.post('/sign-in', { ...carried, email: alice.email, passphrase: 'wrong' })
  expect(slip.status).toBe(422)
  expect(hiddenFields(slip.text, '/sign-in').kept).toBe(carried.kept)

  const back = await browser.post('/sign-in', {
    ...hiddenFields(slip.text, '/sign-in'),
    email: alice.email,
    passphrase: PASSPHRASE,
  })
  expect(back.status).toBe(200)
  expect(wordsOf(back.text)).toContain('Welcome back Your words are still here. They are not saved yet.')
  expect(wordsOf(back.text)).toContain('Luton, and the villages around it “as far as” <Dunstable> & beyond')
  expect(back.text).toContain('Alice Okafor')
  expect(await areas()).toEqual([])

  const saved = await browser.submit(address, hiddenFields(back.text, address))
  expect(wordsOf(saved.text)).toContain('The description is saved.')
  expect(await areas()).toEqual(['E09000001', 'E09000012', 'Luton, and the villages around it “as far as” <Dunstable> & beyond'])
})

test('files are named, and not stored for somebody who has not signed in', async () => {
  const stored: string[] = []
  const files = { ...world.services.files, keep: async () => Promise.reject(new Error(`stored ${stored.push('a file')}`)) }
  const { browser, address } = await writeTooLate()
  const app = world.appWith({ files })
  const body = new FormData()
  const page = await browser.get('/sign-in')
  body.append('token', String(hiddenFields(page.text, '/sign-in').token))
  body.append('otherAreas', 'Luton and the villages')
  body.append('minutes', new File(['a'.repeat(100_000)], 'Trustees’ minutes.pdf'))
  const reply = await app.request(`http://localhost:3000${address}`, {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost:3000', cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') },
  })
  expect(reply.status).toBe(401)
  expect(stored).toEqual([])
  const kept = hiddenFields(await reply.text(), '/sign-in').kept as string
  const back = await browser.post('/sign-in', { kept, email: alice.email, passphrase: PASSPHRASE })
  expect(wordsOf(back.text)).toContain('Please choose them again afterwards: Trustees’ minutes.pdf')
})

test('long words travel whole', async () => {
  const long = Array.from({ length: 200_000 }, (_, i) => (i % 9 === 8 ? ' ' : '€')).join('')
  const { browser, address, reply } = await writeTooLate({ otherMarks: long })
  // As a browser sends it: the form says multipart, because percent-encoding would make this three times as long.
  expect(reply.text).toContain('enctype="multipart/form-data"')
  const body = {
    ...hiddenFields(reply.text, '/sign-in'),
    email: alice.email,
    passphrase: PASSPHRASE,
    multipart: new File([], 'x'),
  }
  const back = await browser.post('/sign-in', body)
  expect(hiddenFields(back.text, address).otherMarks).toBe(long)
})

test('more than a form can carry, and a page can show, is shown to be copied', async () => {
  // As JSON, a line break takes two bytes more than in a page.
  const { reply } = await writeTooLate({ otherMarks: `${'x'.repeat(3)}\n`.repeat(220_000), multipart: new File([], 'x') })
  expect(reply.status).toBe(413)
  expect(reply.text).toContain('xxx\nxxx\n'.repeat(1000))
})

test('more than a page can show is named, with what to do; the rest is shown', async () => {
  const { reply } = await writeTooLate({ otherMarks: `${'x'.repeat(1000)} `.repeat(3500), multipart: new File([], 'x') })
  expect([reply.status, reply.page.heading]).toEqual([413, 'That is too much at once'])
  expect(reply.page.words).toContain('There is too much to show here of: Other marks')
  expect(reply.page.words).toContain('Use your browser’s Back button')
  expect(reply.page.byId('written-otherAreas')).not.toBeNull()
  expect(reply.text).not.toContain('x'.repeat(1000))
  expect(reply.bytes.length).toBeLessThan(20_000)
})

test('somebody else who signs in neither sees them nor sends them as their own', async () => {
  const before = await areas()
  const { browser, address, reply } = await writeTooLate({ otherAreas: 'Nothing of Bob’s' })
  const back = await browser.post('/sign-in', {
    ...hiddenFields(reply.text, '/sign-in'),
    email: bob.email,
    passphrase: PASSPHRASE,
  })
  expect(back.status).toBe(403)
  expect(back.page.heading).toBe('This page belongs to somebody else')
  expect(back.page.words).not.toContain('Nothing of Bob’s')
  expect(() => back.page.form(address)).toThrow()
  expect(await areas()).toEqual(before)
  // They wait for their writer, who signs in on the same page.
  const again = await browser.fillIn(back, '/sign-in', { email: alice.email, passphrase: PASSPHRASE })
  expect(again.page.heading).toBe('Welcome back')
  expect(again.page.words).toContain('Nothing of Bob’s')
})

test('a script is told that nothing was saved', async () => {
  const browser = world.visitor()
  await browser.get('/sign-in')
  const reply = await browser.post(
    `/organisations/${alice.organisation}/description`,
    { name: 'x' },
    { accept: 'application/json' },
  )
  expect(reply.status).toBe(401)
  expect(JSON.parse(reply.text)).toEqual({
    problem: 'signed-out',
    message: 'You have been signed out. Sign in again to save this.',
  })
})

describe('what is carried can’t be used against anybody', () => {
  test('a form from another site is not carried', async () => {
    const reply = await world.visitor().post(`/organisations/${alice.organisation}/description`, { token: 'made-up', name: 'x' })
    expect(reply.status).toBe(403)
  })

  test.each([
    ['an address elsewhere', { address: 'https://elsewhere.example/', fields: [['name', 'x']], files: [] }],
    ['not ours', ['anything']],
  ])('%s', async (_, kept) => {
    const browser = world.visitor()
    await browser.get('/sign-in')
    const reply = await browser.post('/sign-in', { email: alice.email, passphrase: PASSPHRASE, kept: JSON.stringify(kept) })
    expect([reply.status, reply.location]).toEqual([303, '/'])
  })

  test('words are escaped', async () => {
    const { reply } = await writeTooLate({ otherAreas: '"><script>alert(1)</script>' })
    expect(reply.text).not.toContain('<script>alert')
    expect(errorsOf(reply.text)).toEqual([])
  })
})
