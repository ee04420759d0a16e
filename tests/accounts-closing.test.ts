import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMember, createOrganisation, personCommand } from '../src/accounts/index.ts'
import { assessmentPaths } from '../src/assessment/index.ts'
import { tablesOfOrganisations } from '../src/platform/database/index.ts'
import { asSystem, newId } from '../src/platform/index.ts'
import { correct } from './support/assessments.ts'
import { errorsOf, wordsOf } from './support/html.ts'
import { linkIn, mailTo, openLink } from './support/mail.ts'
import { type MemberPersona, bob as makeBob, PASSPHRASE, type Persona, signIn, signUp } from './support/personas.ts'
import { type Riverbank, riverbank } from './support/riverbank.ts'
import { everyRow, rowsWith } from './support/rows.ts'
import type { Fields, Reply } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.end())

const CLOSE = '/account/close'
const close = (who: Persona, fields: Fields = {}): Promise<Reply> =>
  who.browser.fillIn(CLOSE, CLOSE, { passphraseCheck: PASSPHRASE, ...fields })
const actor = (who: Persona) => ({ kind: 'person', id: who.id, name: who.name, email: who.email }) as const
const isClosed = async (who: Persona) =>
  (await world.services.db.read.selectFrom('person').select('closed_at').where('id', '=', who.id).executeTakeFirstOrThrow())
    .closed_at !== null
const organisationIds = async () =>
  (await world.services.db.read.selectFrom('organisation').select('id').execute()).map(({ id }) => id)

/** As if the others had never been there. */
async function leaveAlone(who: MemberPersona): Promise<void> {
  await world.services.db.housekeep((tx) =>
    tx.deleteFrom('membership').where('organisation_id', '=', who.organisation).where('person_id', '<>', who.id).execute(),
  )
}

describe('what is held about somebody', () => {
  let there: Riverbank
  let reply: Reply
  beforeEach(async () => {
    there = await riverbank(world)
    await world.visitor().post('/forgotten-passphrase', { email: there.lead.email })
    await mailTo(world, there.lead.email, /new passphrase/)
    reply = await there.lead.browser.get('/account/data.json')
  })

  test('is one file to keep: who they are, where, and what they led, wrote and did', async () => {
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="What Mentormark holds about you\.json"/)
    expect(reply.headers.get('cache-control')).toContain('no-store')
    const held = reply.json<Record<string, never>>()
    expect(held).toMatchObject({
      format: 'mentormark-person/1',
      you: {
        id: there.lead.id,
        name: 'Dev Achterberg',
        email: 'dev@riverbank.example',
        joinedAt: '2026-03-04T10:00:00.000Z',
        signsInWith: [{ method: 'passphrase', since: '2026-03-04T10:00:00.000Z' }],
        sessions: [{ beganAt: '2026-03-04T10:00:00.000Z', networkAddress: '127.0.0.1' }],
        messages: [{ subject: 'Choose a new passphrase for Mentormark' }],
      },
      organisations: [
        {
          name: 'Riverbank Mentoring',
          role: 'lead',
          since: '2026-03-04T10:00:00.000Z',
          assessmentsThatNameYou: [{ lead: 'Dev Achterberg' }, { completedBy: 'Dev Achterberg' }],
          evidenceYouAdded: [{ kind: 'file', fileName: 'theory of change.txt' }],
          answersYouWrote: { otherVersions: [{ field: 'evidence', value: 'The theory of change in our prospectus.' }] },
        },
      ],
      whatYouDidElsewhere: [
        { by: 'you', action: 'person.signed-up' },
        { by: 'you', action: 'person.signed-in' },
        { by: 'system:forgotten-passphrase', action: 'passphrase.link-sent' },
      ],
    })
    expect(reply.text).toContain('"action": "assessment.completed"')
    expect(reply.text).toContain('What we do about 1.1, and how we know.')
  })

  test('holds no secrets, no digests and nothing of anybody else’s', async () => {
    const db = world.services.db.read
    const { password } = await db
      .selectFrom('sign_in_method')
      .select('password')
      .where('person_id', '=', there.lead.id)
      .executeTakeFirstOrThrow()
    const { token } = await db
      .selectFrom('session')
      .select('token')
      .where('person_id', '=', there.lead.id)
      .executeTakeFirstOrThrow()
    for (const secret of [password ?? '?', token, PASSPHRASE]) expect(reply.text).not.toContain(secret)
    expect(reply.text).not.toMatch(/[0-9a-f]{64}/)
    expect(reply.text).not.toContain('agreed with mentors in May')
    expect(reply.text).not.toContain(there.owner.email)
    expect(reply.text).not.toContain(there.stranger.organisation)
  })

  test('of somebody who has done nothing yet', async () => {
    const newcomer = await signUp(world, { name: 'Femi Adu', email: 'femi@example.org' })
    const held = (await newcomer.browser.get('/account/data.json')).json<{ organisations: unknown[] }>()
    expect(held.organisations).toEqual([])
  })
})

describe('somebody whose organisation goes on', () => {
  let there: Riverbank
  beforeEach(async () => {
    there = await riverbank(world)
  })

  test('is told what goes and what stays before anything happens', async () => {
    const { page, text } = await there.lead.browser.get(CLOSE)
    expect(page.heading).toBe('Close your account')
    const words = wordsOf(text)
    expect(words).toContain('Your place in Riverbank Mentoring')
    expect(words).toContain('It will say “someone who has left” where it says your name now.')
    expect(words).toContain('A completed assessment is the organisation’s signed record.')
    expect(words).not.toContain('will be erased')
    expect(await isClosed(there.lead)).toBe(false)
  })

  test('is gone: signed out everywhere, and nowhere to be found but in what was typed and sealed', async () => {
    const elsewhere = world.visitor()
    await signIn(elsewhere, there.lead.email)
    await there.lead.browser.post('/forgotten-passphrase', { email: there.lead.email })
    await mailTo(world, there.lead.email, /Choose a new passphrase/)
    await world.visitor().post('/forgotten-passphrase', { email: there.owner.email })
    await mailTo(world, there.owner.email, /Choose a new passphrase/)
    const reply = await close(there.lead)
    expect([reply.status, reply.location]).toEqual([303, '/goodbye'])
    const goodbye = await there.lead.browser.get('/goodbye')
    expect(goodbye.page.heading).toBe('Your account is closed')
    expect(goodbye.text).not.toContain('Dev')
    for (const browser of [there.lead.browser, elsewhere])
      expect((await browser.get('/account')).location).toBe('/sign-in?next=%2Faccount')
    expect((await signIn(world.visitor(), there.lead.email)).status).toBe(422)

    expect(await rowsWith(world, there.lead.email)).toEqual({})
    const named = await rowsWith(world, there.lead.name)
    expect(Object.keys(named).sort()).toEqual(['assessment', 'sealed_assessment'])
    const left = await rowsWith(world, there.lead.id)
    expect(Object.keys(left).sort()).toEqual([
      'activity',
      'answer',
      'answer_change',
      'answer_conflict',
      'evidence',
      'person',
      'report_foreword',
      'report_logo',
    ])
    expect(left.person).toHaveLength(1)
    expect((await world.services.mail.outbox())?.filter(({ to }) => to === there.lead.email)).toEqual([])
    expect((await world.services.mail.outbox())?.length).toBeGreaterThan(0)
  })

  test('leaves what they wrote, and whoever reads it sees that they have left', async () => {
    await close(there.lead)
    const indicator = assessmentPaths.indicator.to({ ...there.open, indicator: '1.1' })
    const page = wordsOf((await there.owner.browser.get(indicator)).text)
    expect(page).toContain('Added by someone who has left on 4 March 2026')
    const versions = assessmentPaths.versions.to({ ...there.open, indicator: '1.1', conflict: there.ids.conflict })
    expect(wordsOf((await there.owner.browser.get(versions)).text)).toContain('By someone who has left')
    // Its signed record says who declared it, and is still the one that was sealed.
    const results = assessmentPaths.taskList.to(there.completed)
    expect(wordsOf((await there.owner.browser.get(results)).text)).toContain('By Dev Achterberg, Programme manager')
  })

  test('leaves an audit line in the organisation and one outside', async () => {
    await close(there.lead)
    const lines = (await everyRow(world)).get('activity')?.map((row) => JSON.parse(row)) ?? []
    const about = lines.filter(({ subject, action }) => subject === `person/${there.lead.id}` && /left|closed/.test(action))
    expect(about.map(({ organisation_id, actor, action }) => [organisation_id, actor, action])).toEqual([
      [there.lead.organisation, there.lead.id, 'member.left'],
      ['00000000-0000-0000-0000-000000000000', there.lead.id, 'person.closed'],
    ])
  })

  test('can sign up again with the same address, as somebody new', async () => {
    await close(there.lead)
    const again = await signUp(world, { name: 'Dev Achterberg', email: there.lead.email })
    expect(again.id).not.toBe(there.lead.id)
    expect((await again.browser.get(`/organisations/${there.lead.organisation}`)).status).toBe(404)
    expect((await again.browser.get('/')).location).toMatch(/^\/organisations\/new\?id=/)
  })

  test('can’t be made a member, signed in or given a new passphrase afterwards', async () => {
    await there.lead.browser.post('/forgotten-passphrase', { email: there.lead.email })
    const mail = await mailTo(world, there.lead.email, /Choose a new passphrase/)
    const link = linkIn(mail, '/new-passphrase')
    expect(wordsOf((await openLink(world.visitor(), link)).text)).toContain('Choose a new passphrase')
    await close(there.lead)
    expect((await openLink(world.visitor(), link)).text).not.toContain('name="passphrase"')
    await expect(addMember(asSystem(world.services, 'test'), there.owner.organisation, there.lead.id, 'viewer')).rejects.toThrow(
      'not-found',
    )
    // A session that began while the account was being closed.
    const now = world.clock.now()
    const times = { created_at: now.toISOString(), updated_at: now.toISOString() }
    const session = { id: newId(), token: 'just-in-time', person_id: there.lead.id, ip_address: null, user_agent: null, ...times }
    await world.services.db.housekeep((tx) =>
      tx
        .insertInto('session')
        .values({ ...session, expires_at: '2027-01-01T00:00:00.000Z' })
        .execute(),
    )
    const { sessionOf } = await import('../src/accounts/session.ts')
    expect(await sessionOf(world.services.db.read, world.clock, 'just-in-time')).toBeNull()
  })
})

describe('the only owner of an organisation others are in', () => {
  test('is told what to do first, and nothing happens whatever is sent', async () => {
    const { owner, viewer } = await riverbank(world)
    const { text } = await owner.browser.get(CLOSE)
    expect(wordsOf(text)).toMatch(/You are the only owner of Riverbank Mentoring ?, and 3 other people are in it\./)
    expect(text).not.toContain(`action="${CLOSE}"`)
    for (const erase of [[], [owner.organisation]]) {
      const reply = await owner.browser.post(CLOSE, {
        erase,
        [`name-${owner.organisation}`]: 'Riverbank Mentoring',
        passphraseCheck: PASSPHRASE,
      })
      expect(reply.status).toBe(409)
    }
    expect(await isClosed(owner)).toBe(false)
    // With another owner there is nothing in the way.
    await world.services.db.housekeep((tx) =>
      tx.updateTable('membership').set({ role: 'owner' }).where('person_id', '=', viewer.id).execute(),
    )
    expect((await close(owner)).location).toBe('/goodbye')
    expect(await organisationIds()).toContain(owner.organisation)
  })
})

describe('the only person in an organisation', () => {
  let there: Riverbank
  let owner: MemberPersona
  let typed: Fields
  beforeEach(async () => {
    there = await riverbank(world)
    owner = there.owner
    await leaveAlone(owner)
    typed = { [`name-${owner.organisation}`]: 'Riverbank Mentoring' }
  })

  test('sees what is in it, and types its name', async () => {
    const { text, page } = await owner.browser.get(CLOSE)
    const words = wordsOf(text)
    expect(words).toContain('Riverbank Mentoring will be erased')
    expect(words).toContain('2 assessments, 1 of them completed')
    expect(words).toContain('1 piece of evidence, with any files')
    expect(words).toContain('1 development action')
    expect(page.form(CLOSE)).toBeDefined()
    const nothing = await close(owner, { passphraseCheck: '' })
    expect([nothing.status, errorsOf(nothing.text)]).toEqual([
      422,
      ['Type “Riverbank Mentoring”, so that we know you mean to erase it', 'Enter your passphrase, so that we know it is you'],
    ])
    const almost = await close(owner, { [`name-${owner.organisation}`]: 'Riverbank' })
    expect(almost.status).toBe(422)
    expect(almost.page.valueOf(`name-${owner.organisation}`)).toBe('Riverbank')
    expect(almost.text).not.toContain(PASSPHRASE)
    expect(await organisationIds()).toContain(owner.organisation)
  })

  test('takes it along: no table has a row of it left, and no other organisation misses one', async () => {
    await correct(owner, there.completed, 'A date was wrong')
    const tables = await tablesOfOrganisations(world.services.db.read)
    const before = await everyRow(world)
    // The test is only as good as what it starts from: a new table needs something in Riverbank.
    for (const table of tables)
      expect([table, before.get(table)?.some((row) => row.includes(owner.organisation))]).toEqual([table, true])
    const others = [...before].map(([table, rows]) => [table, rows.filter((row) => row.includes(there.stranger.organisation))])

    expect((await close(owner, { [`name-${owner.organisation}`]: ' riverbank  mentoring ' })).location).toBe('/goodbye')

    const left = await rowsWith(world, owner.organisation)
    expect(Object.keys(left)).toEqual(['activity'])
    expect(left.activity?.map((row) => JSON.parse(row))).toMatchObject([
      {
        organisation_id: '00000000-0000-0000-0000-000000000000',
        action: 'organisation.erased',
        subject: `organisation/${owner.organisation}`,
        actor: owner.id,
      },
    ])
    const { rows } = JSON.parse(JSON.parse(left.activity?.[0] ?? '').detail)
    expect(Object.keys(rows)).toEqual(tables)
    for (const id of [there.open.assessment, there.completed.assessment])
      expect(Object.keys(await rowsWith(world, id))).toEqual([])
    const after = await everyRow(world)
    expect([...after].map(([table, all]) => [table, all.filter((row) => row.includes(there.stranger.organisation))])).toEqual(
      others,
    )
    expect(await rowsWith(world, owner.email, 'Riverbank Mentoring', 'agreed with mentors in May')).toEqual({})
    expect((await there.stranger.browser.get(`/organisations/${there.stranger.organisation}`)).status).toBe(200)
  })

  test('another organisation set up in the meantime, in another window, is not erased unread', async () => {
    const shown = await owner.browser.get(CLOSE)
    const second = newId()
    await createOrganisation({ ...world.services, actor: actor(owner) }, second, {
      name: 'Second Wind',
      kind: null,
      registrations: [],
      areas: [],
      models: [],
      mentorsPerYear: null,
      youngPeoplePerYear: null,
      marks: [],
    })
    const reply = await owner.browser.fillIn(shown, CLOSE, { ...typed, passphraseCheck: PASSPHRASE })
    expect(reply.status).toBe(409)
    expect(wordsOf(reply.text)).toContain('Something changed since you opened this page, so nothing was done.')
    expect(wordsOf(reply.text)).toContain('Second Wind will be erased')
    expect(wordsOf(reply.text)).toContain('It holds its description, and nothing else yet.')
    expect(await isClosed(owner)).toBe(false)
    const both = { ...typed, [`name-${second}`]: 'Second Wind', passphraseCheck: PASSPHRASE }
    expect((await owner.browser.fillIn(reply, CLOSE, both)).location).toBe('/goodbye')
    expect(await organisationIds()).toEqual([there.stranger.organisation])
  })

  test('when a colleague has joined meanwhile, the organisation is theirs too', async () => {
    const shown = await owner.browser.get(CLOSE)
    const colleague = await signUp(world, { name: 'Femi Adu', email: 'femi@riverbank.example' })
    await addMember(asSystem(world.services, 'test'), owner.organisation, colleague.id, 'owner')
    const reply = await owner.browser.fillIn(shown, CLOSE, { ...typed, passphraseCheck: PASSPHRASE })
    expect(reply.status).toBe(409)
    expect(wordsOf(reply.text)).toContain('Your place in Riverbank Mentoring')
    expect(await organisationIds()).toContain(owner.organisation)
  })

  test('two windows at once: one closes it, the other finds it closed', async () => {
    const [one, two] = [await owner.browser.get(CLOSE), await owner.browser.get(CLOSE)]
    const send = (shown: Reply) => owner.browser.fillIn(shown, CLOSE, { ...typed, passphraseCheck: PASSPHRASE })
    const replies = await Promise.all([send(one), send(two)])
    expect(replies.map(({ status }) => status).sort()).not.toContain(500)
    expect(replies.filter(({ location }) => location === '/goodbye')).toHaveLength(1)
    const late = await send(one)
    expect(late.status).toBe(401)
    expect(late.text).not.toContain(PASSPHRASE)
    expect(await isClosed(owner)).toBe(true)
  })

  test('a save on its way while it is erased leaves nothing behind', async () => {
    const page = assessmentPaths.indicator.to({ ...there.open, indicator: '1.3' })
    await owner.browser.get(page)
    const save = () =>
      owner.browser.post(
        page,
        { basedOn: '0', fields: ['evidence'], evidence: 'Written at the last moment.' },
        { accept: 'application/json' },
      )
    await Promise.all([save(), close(owner, typed), save(), save()])
    expect(Object.keys(await rowsWith(world, owner.organisation))).toEqual(['activity'])
    expect(await rowsWith(world, 'Written at the last moment.')).toEqual({})
  })

  test('forms still arriving when the account closes keep nothing of whoever sent them', async () => {
    const late = [
      await arriving(owner, '/account/name', { name: 'Renamed at the last moment' }),
      await arriving(owner, '/organisations/new', { id: newId(), name: 'Set up at the last moment' }),
    ]
    expect((await close(owner, typed)).location).toBe('/goodbye')
    for (const { finish } of late) expect((await finish()).status).toBe(404)
    expect(await rowsWith(world, 'at the last moment')).toEqual({})
  })
})

/** A form whose sender has been let in, and whose last part comes when it is told to. */
async function arriving(who: Persona, path: string, fields: Record<string, string>): Promise<{ finish(): Promise<Response> }> {
  const token = (await who.browser.get('/account')).page.valueOf('token') ?? ''
  const text = new URLSearchParams({ token, ...fields }).toString()
  let begun = () => {}
  let send = () => {}
  const letIn = new Promise<void>((resolve) => {
    begun = resolve
  })
  const body = new ReadableStream(
    {
      pull(controller) {
        begun()
        return new Promise<void>((resolve) => {
          send = () => {
            controller.enqueue(new TextEncoder().encode(text))
            controller.close()
            resolve()
          }
        })
      },
    },
    { highWaterMark: 0 },
  )
  const cookie = [...who.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' }
  const reply = world.app.request(`http://localhost:3000${path}`, {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
  await letIn
  return {
    async finish() {
      send()
      return reply
    },
  }
}

describe('showing that it is you', () => {
  test('a wrong passphrase closes nothing, and can’t be tried for ever', async () => {
    const bob = await makeBob(world)
    const typed = { [`name-${bob.organisation}`]: 'Harbour Street Youth' }
    const wrong = await close(bob, { ...typed, passphraseCheck: 'not this one' })
    expect([wrong.status, errorsOf(wrong.text)]).toEqual([422, ['This is not your passphrase. Check it and try again']])
    for (let tries = 1; tries < 10; tries++) await close(bob, { ...typed, passphraseCheck: 'not this one' })
    const reply = await close(bob, typed)
    expect(reply.status).toBe(429)
    expect(reply.headers.get('retry-after')).toBe('900')
    expect(wordsOf(reply.text)).toContain('That has been tried too many times.')
    expect(await isClosed(bob)).toBe(false)
    world.clock.advance(15 * 60_000)
    expect((await close(bob, typed)).location).toBe('/goodbye')
  })

  test('strange input is turned away with a message', async () => {
    const bob = await makeBob(world)
    await bob.browser.get(CLOSE)
    const name = `name-${bob.organisation}`
    const strange: readonly (readonly [number, Fields])[] = [
      [422, { erase: [bob.organisation], passphraseCheck: 'x'.repeat(10_000), [name]: 'Harbour Street Youth' }],
      [422, { erase: [bob.organisation], passphraseCheck: PASSPHRASE, [name]: 'y'.repeat(100_000) }],
      [409, { erase: ['nonsense', '', bob.organisation], passphraseCheck: PASSPHRASE }],
      [413, { erase: Array.from({ length: 500 }, () => newId()), passphraseCheck: PASSPHRASE }],
    ]
    for (const [status, fields] of strange) {
      const reply = await bob.browser.post(CLOSE, fields)
      expect(reply.status).toBe(status)
      expect(reply.text.length).toBeLessThan(30_000)
    }
    expect(await isClosed(bob)).toBe(false)
  })

  test('the farewell is for those who have gone', async () => {
    const bob = await makeBob(world)
    expect((await bob.browser.get('/goodbye')).location).toBe('/')
    expect((await world.visitor().get('/goodbye')).status).toBe(200)
  })
})

describe('from a terminal, for whoever runs it', () => {
  async function run(...args: string[]) {
    const said: string[] = []
    const terminal = { say: (text: string) => said.push(text), complain: (text: string) => said.push(text) }
    const code = await personCommand(args, terminal, (work) => work(asSystem(world.services, 'terminal')))
    return { code, said: said.join('\n') }
  }

  test('says what would go, and closes an account when it is meant', async () => {
    const bob = await makeBob(world)
    const asked = await run('erase', 'Bob@Harbour.example')
    expect(asked.code).toBe(0)
    expect(asked.said).toContain(
      `Harbour Street Youth (${bob.organisation}): nobody else is in it: erased, with everything in it`,
    )
    expect(asked.said).toContain('Nothing was changed.')
    expect(await isClosed(bob)).toBe(false)
    expect(await run('erase', bob.email, '--yes')).toMatchObject({ code: 0 })
    expect(await isClosed(bob)).toBe(true)
    expect(await organisationIds()).toEqual([])
    expect(await run('erase', bob.email)).toEqual({ code: 1, said: `Nobody has an account with “${bob.email}”.` })
  })

  test('adds somebody who has signed up to an organisation, once, with a line of its own', async () => {
    const { owner, stranger } = await riverbank(world)
    expect(await run('add', 'nobody@riverbank.example', owner.organisation, 'lead')).toEqual({
      code: 1,
      said: 'Nobody has an account with “nobody@riverbank.example”.',
    })
    expect(await run('add', stranger.email, newId(), 'lead')).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no organisation with the id “'),
    })
    expect(await run('add', stranger.email, owner.organisation, 'boss')).toEqual({
      code: 1,
      said: 'There is no role “boss”: it is owner, lead, contributor or viewer.',
    })
    expect((await stranger.browser.get(`/organisations/${owner.organisation}`)).status).toBe(404)
    for (const _ of [1, 2])
      expect(await run('add', stranger.email.toUpperCase(), owner.organisation, 'contributor')).toEqual({
        code: 0,
        said: 'Bob Lindqvist is in the organisation, as contributor.',
      })
    expect((await stranger.browser.get(`/organisations/${owner.organisation}`)).status).toBe(200)
    expect(await run('add', stranger.email, owner.organisation, 'lead')).toEqual({
      code: 1,
      said: 'Bob Lindqvist is in it already, as contributor.',
    })
    const lines = (await everyRow(world)).get('activity')?.map((row) => JSON.parse(row)) ?? []
    expect(
      lines
        .filter(({ subject, action }) => subject === `person/${stranger.id}` && action === 'member.added')
        .map(({ organisation_id, detail }) => [organisation_id, detail]),
    ).toEqual([[owner.organisation, '{"role":"contributor"}']])
  })

  test('gives an organisation another owner, so that its only one can go', async () => {
    const { owner, viewer, stranger } = await riverbank(world)
    expect((await run('erase', owner.email, '--yes')).code).toBe(1)
    expect((await run('owner', stranger.email, owner.organisation)).code).toBe(1)
    expect((await run('owner', viewer.email, 'no such thing')).code).toBe(1)
    for (const _ of [1, 2]) expect((await run('owner', viewer.email, owner.organisation)).code).toBe(0)
    expect((await run('erase', owner.email, '--yes')).code).toBe(0)
    expect((await viewer.browser.get(`/organisations/${owner.organisation}/description`)).status).toBe(200)
  })

  test('says how it is used', async () => {
    for (const wrong of [
      [],
      ['erase'],
      ['erase', 'a@b.example', '--no'],
      ['owner', 'a@b.example'],
      ['owner', 'a@b.example', 'an id', 'lead'],
      ['add', 'a@b.example', 'an id'],
      ['add', 'a@b.example', 'an id', 'lead', 'x'],
      ['erase', 'a@b', '--yes', 'x'],
    ])
      expect((await run(...wrong)).code).toBe(2)
  })
})
