import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as accounts } from '../src/accounts/index.ts'
import { paths as assessments } from '../src/assessment/paths.ts'
import { paths as plans } from '../src/plan/paths.ts'
import { DatabaseUnavailable } from '../src/platform/database/index.ts'
import { newId } from '../src/platform/index.ts'
import { EDITION, indicatorAddress } from './support/assessments.ts'
import { PASSPHRASE, signIn } from './support/personas.ts'
import { type Riverbank, riverbank } from './support/riverbank.ts'
import { everyRow } from './support/rows.ts'
import { type Fields, type Reply, Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/**
 * The connection to the database is lost after a commit has arrived and before its answer has: nobody can tell whether it was
 * saved. It was, here. Whoever sends the same again neither loses anything nor makes it twice.
 */
let world: World
let there: Riverbank
/** The lead's browser at a program whose connection can be lost. */
let lead: Visitor
let loseNext = false
beforeAll(async () => {
  world = await createWorld()
  there = await riverbank(world)
  lead = at(there.owner.browser)
  await lead.get(accounts.account.to())
})
afterAll(() => world.end())

/** The same browser, at the program that loses its connection in the next commit when it is told to. */
function at(browser: Visitor): Visitor {
  const { db } = world.services
  const visitor = new Visitor(
    world.appWith({
      db: {
        ...db,
        async write(work) {
          const value = await db.write(work)
          if (!loseNext) return value
          loseNext = false
          throw new DatabaseUnavailable("PostgreSQL can't be reached: Connection terminated unexpectedly.")
        },
      },
    }),
  )
  for (const [name, value] of browser.cookies) visitor.setCookie(name, value)
  return visitor
}

/** How many rows each table has. Tries are counted each time, as they should be. */
async function rows(): Promise<Readonly<Record<string, number>>> {
  const tables = [...(await everyRow(world))].filter(([name]) => !['throttle', 'activity', 'mail'].includes(name))
  return Object.fromEntries(tables.map(([name, all]) => [name, all.length]))
}

/** Sends the same twice, the first time without hearing of it. @param grows a table in which the answer that arrives adds a row */
async function twice(send: () => Promise<Reply>, grows = ''): Promise<Reply> {
  const before = await rows()
  loseNext = true
  const lost = await send()
  expect(loseNext, 'nothing was written').toBe(false)
  expect(lost.status, lost.text).toBe(503)
  const once = await rows()
  const again = await send()
  expect(await rows()).toEqual(grows in once ? { ...once, [grows]: (once[grows] ?? 0) + 1 } : once)
  // A test of something that writes no row would prove nothing: those say below what they changed.
  changed = Object.keys(once).filter((table) => once[table] !== before[table])
  return again
}
let changed: readonly string[] = []

const open = () => there.open
const plan = () => ({ organisation: there.open.organisation, plan: there.open.assessment })
const json = { accept: 'application/json' }

describe('neither lost nor doubled', () => {
  test('a field that is saved while somebody types', async () => {
    const reply = await twice(() =>
      lead.post(indicatorAddress(open(), '3.1'), { basedOn: '0', fields: 'evidence', evidence: 'Said once' }, json),
    )
    expect(reply.json()).toMatchObject({ state: 'saved', changed: [] })
    expect(changed).toContain('answer_change')
  })

  test('a whole page, with an action and a link', async () => {
    const address = indicatorAddress(open(), '3.2')
    const page = await lead.get(address)
    const reply = await twice(() =>
      lead.fillIn(page, address, {
        evidence: 'The whole page',
        'new-action': 'Ask mentors',
        evidenceLink: 'https://riverbank.example/policy',
        do: 'save',
      }),
    )
    expect(reply.status).toBe(303)
    expect(changed).toEqual(expect.arrayContaining(['answer', 'development_action', 'evidence']))
  })

  test('a file', async () => {
    const address = indicatorAddress(open(), '3.3')
    const page = await lead.get(address)
    const evidenceFile = new File(['What we want to change.'], 'theory.txt')
    const reply = await twice(() => lead.fillIn(page, address, { evidenceFile, do: 'add-evidence:file' }))
    expect(reply.status).toBe(303)
    expect(changed).toContain('evidence')
  })

  const forms: Readonly<Record<string, () => [address: string, fields: Fields]>> = {
    'an assessment': () => [
      assessments.start.to(open()),
      { id: newId(), edition: EDITION, scope: 'core', programme: 'Open Door', lead: 'Dev' },
    ],
    'an action': () => [plans.newAction.to(plan()), { id: newId(), indicator: '1.2', action: 'Ask twice' }],
    'an organisation': () => [accounts.newOrganisation.to(), { id: newId(), name: 'Riverbank East' }],
  }
  test.each(Object.keys(forms))('%s', async (name) => {
    const [address, fields] = forms[name]?.() ?? ['', {}]
    const reply = await twice(() => lead.post(address, fields))
    expect(reply.status, reply.text).toBe(303)
    expect(changed).not.toEqual([])
  })

  test('a choice between two versions', async () => {
    const address = assessments.versions.to({ ...open(), indicator: '1.1', conflict: there.ids.conflict })
    const page = await lead.get(address)
    const reply = await twice(() => lead.fillIn(page, address, { choose: 'joined', joined: 'Both of them' }))
    expect(reply.status).toBe(303)
  })

  test('a quality mark, recorded and withdrawn', async () => {
    const withdraw = assessments.withdrawExemption.to({ ...open(), standard: '8' })
    expect((await twice(() => lead.post(withdraw))).status).toBe(303)
    const address = assessments.exemption.to({ ...open(), standard: '8' })
    const page = await lead.get(address)
    const mark = { level: 'Gold', 'awardedOn-day': '2', 'awardedOn-month': '6', 'awardedOn-year': '2025' }
    expect((await twice(() => lead.fillIn(page, address, mark))).status).toBe(303)
    expect(changed).toContain('exemption')
  })

  test('completing', async () => {
    const correct = assessments.correct.to(there.completed)
    const form = await lead.get(correct)
    await twice(() => lead.fillIn(form, correct, { reason: 'A date was wrong' }))
    const address = assessments.complete.to(there.completed)
    const page = await lead.get(address)
    await twice(() => lead.fillIn(page, address, { completedByRole: 'Programme manager', honest: 'yes' }))
    expect(changed).toContain('sealed_assessment')
  })

  test('signing up', async () => {
    const browser = at(world.visitor())
    const fields = { id: newId(), name: 'Gus Petrov', email: 'gus@riverbank.example', passphrase: PASSPHRASE }
    expect((await twice(() => browser.post(accounts.signUp.to(), fields), 'session')).status).toBe(303)
    expect(changed).toContain('person')
    expect((await browser.get(accounts.account.to())).status).toBe(200)
    expect((await signIn(world.visitor(), fields.email)).status).toBe(303)
  })
})

test('a database that goes away while somebody signs in is not a wrong passphrase, nor our fault', async () => {
  const { db } = world.services
  // The way by which the sign-in library reads.
  const away = new Proxy(db.read, {
    get(read, name) {
      if (name === 'executeQuery') return () => Promise.reject(new DatabaseUnavailable("PostgreSQL can't be reached."))
      const value = Reflect.get(read, name, read)
      return typeof value === 'function' ? value.bind(read) : value
    },
  })
  const browser = new Visitor(world.appWith({ db: { ...db, read: away } }))
  const reply = await signIn(browser, there.owner.email)
  expect(reply.status).toBe(503)
  expect(reply.text).not.toContain('is not right')
  expect(reply.text).toContain(there.owner.email)
  expect((await signIn(new Visitor(world.app), there.owner.email)).status).toBe(303)
})
