import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeConfirmLink, paths, tidyAccounts } from '../src/accounts/index.ts'
import { asSystem, ofEveryone } from '../src/platform/index.ts'
import { alice, type MemberPersona, signIn } from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

const DAY = 24 * 60 * 60 * 1000

let world: World
let lead: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  lead = await alice(world)
  await lead.browser.post(paths.forgotten.to(), { email: lead.email })
  await makeConfirmLink(asSystem(world.services, 'test'), lead)
  // The page answers before the link is made, so that its time gives nothing away.
  await vi.waitFor(async () => expect(await count('mailed_link')).toBe(2))
  await vi.waitFor(async () => expect((await world.services.mail.outbox())?.length).toBe(1))
})
afterAll(() => world.end())

const tidy = () => tidyAccounts(world.services)
const count = async (table: 'session' | 'mailed_link' | 'mail') => {
  const rows = await world.services.db.read.selectFrom(table).selectAll().execute()
  return rows.length
}
const auditLines = async () => (await ofEveryone(world.services.db.read, 'activity').select('id').execute()).length

test('what still serves somebody stays', async () => {
  const before = [await count('session'), await count('mailed_link'), await count('mail')]
  expect(before.every((rows) => rows > 0)).toBe(true)
  expect(await tidy()).toEqual({ sessions: 0, links: 0, messages: 0 })
  expect([await count('session'), await count('mailed_link'), await count('mail')]).toEqual(before)
  expect((await world.services.mail.outbox())?.length).toBeGreaterThan(0)
})

test('a link that has ended goes, and the session it was asked in stays', async () => {
  world.clock.advance(DAY)
  expect(await tidy()).toMatchObject({ sessions: 0, links: 1 })
  // The one to confirm the address works for longer.
  expect(await count('mailed_link')).toBe(1)
  expect((await lead.browser.get(paths.account.to())).status).toBe(200)
})

test('a session that has ended goes, and a newer one of the same person stays', async () => {
  world.clock.advance(31 * DAY)
  const browser = world.visitor()
  await signIn(browser, lead.email)
  // Signing in clears the person's own; somebody who never comes back would leave theirs for ever.
  await world.services.db.housekeep((tx) =>
    tx
      .insertInto('session')
      .values({
        id: 'left',
        token: 'left',
        person_id: lead.id,
        expires_at: new Date(world.clock.now().getTime() - 1).toISOString(),
        created_at: '2026-01-01T00:00:00.000Z',
        updated_at: '2026-01-01T00:00:00.000Z',
        ip_address: '203.0.113.9',
        user_agent: 'A browser',
      })
      .execute(),
  )
  const [sessions, lines] = [await count('session'), await auditLines()]
  expect((await tidy()).sessions).toBe(1)
  expect(await count('session')).toBe(sessions - 1)
  expect((await browser.get(paths.account.to())).status).toBe(200)
  // Nobody did this.
  expect(await auditLines()).toBe(lines)
})

test('messages go thirty days after they were queued, from the folder too; one that still waits stays', async () => {
  const waiting = { to: 'waits@riverbank.example', subject: 'Waits', text: 'Still to be sent' }
  await world.services.db.housekeep((tx) => world.services.mail.queue(tx, waiting))
  world.clock.advance(31 * DAY)
  await tidy()
  const left = await world.services.db.read.selectFrom('mail').select('recipient').execute()
  expect(left).toEqual([{ recipient: 'waits@riverbank.example' }])
  expect(await world.services.mail.outbox()).toEqual([])
  await world.services.mail.deliver()
  expect((await world.services.mail.outbox())?.map(({ to }) => to)).toEqual(['waits@riverbank.example'])
})
