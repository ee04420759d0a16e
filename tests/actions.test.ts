import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Permission, ROLES, type Role, roleMay } from '../src/accounts/index.ts'
import { addMember, describeOrganisation, makeOwner } from '../src/accounts/organisation/actions.ts'
import { organisationById } from '../src/accounts/organisation/store.ts'
import { saveAnswer, settleConflict, skipIndicator } from '../src/assessment/actions/answer.ts'
import { completeAssessment } from '../src/assessment/actions/complete.ts'
import { correctAssessment, discardCorrection } from '../src/assessment/actions/correct.ts'
import { describeAssessment } from '../src/assessment/actions/describe.ts'
import { recordExemption, withdrawExemption } from '../src/assessment/actions/exemption.ts'
import { goOnToAll } from '../src/assessment/actions/go-on.ts'
import { extendToAll, narrowToCore } from '../src/assessment/actions/scope.ts'
import { startAssessment } from '../src/assessment/actions/start.ts'
import { keepWording, takeWording, type WordingChoice } from '../src/assessment/actions/wording.ts'
import { findAssessment } from '../src/assessment/index.ts'
import { snapshotOf } from '../src/assessment/return-to.ts'
import { digestOf } from '../src/assessment/snapshot.ts'
import { findEdition, loadPack } from '../src/frameworks/index.ts'
import {
  addAction,
  completeAction,
  editAction,
  moveAction,
  removeAction,
  reopenAction,
  restoreAction,
} from '../src/plan/actions.ts'
import { anAction } from '../src/plan/testing.ts'
import { type Actor, type Context, type Database, instant, newId, ownedBy, Problem } from '../src/platform/index.ts'
import { removeLogo, setLogo, writeForeword } from '../src/report/presentation/actions.ts'
import { forewordOf } from '../src/report/presentation/store.ts'
import { aPng } from '../src/report/presentation/testing.ts'
import { indicatorAddress, startAssessment as startThroughThePage } from './support/assessments.ts'
import { digests } from './support/digest.ts'
import { type Persona, signUp } from './support/personas.ts'
import { type Riverbank, riverbank } from './support/riverbank.ts'
import { BASE_URL, createWorld, FRAMEWORK, type World } from './support/world.ts'

/** Actions ask for themselves whether somebody may: called directly here, with no guard in front of them. */

let world: World
let there: Riverbank
/** Belongs to no organisation until `addMember` makes them a contributor. */
let newcomer: Persona
/** An open assessment of the core indicators. */
let core: string
/** The words it began with, and newer ones that have been loaded since. */
let words: WordingChoice
beforeAll(async () => {
  world = await createWorld()
  there = await riverbank(world)
  newcomer = await signUp(world, { name: 'Gus Petrov', email: 'gus@riverbank.example' })
  core = (await startThroughThePage(there.lead, { scope: 'core', programme: 'Friday club' })).assessment
  const from = (await edition()).digest
  const pack = readFileSync(FRAMEWORK, 'utf8').replace('You have spelled out', 'You have written down')
  await loadPack(actedBy({ kind: 'system', name: 'test' }), pack, '2022.yaml')
  words = { from, to: (await edition()).digest }
})
afterAll(() => world.end())

const ours = () => there.owner.organisation
const open = () => there.open.assessment
const completed = () => there.completed.assessment
const answerTo = (indicatorId: string) => ({ organisationId: ours(), assessmentId: open(), indicatorId })
const action = () => ({ organisationId: ours(), planId: open(), actionId: there.ids.action })
const mark = { mark: 'Another mark', level: 'Gold', awardedOn: '2025-06-02', expiresOn: null }
const logo = { type: 'image/png', content: aPng(), width: 40, height: 20 } as const
const completion = {
  completedOn: '2026-03-04',
  completedBy: 'Dev Achterberg',
  completedByRole: 'Programme manager',
  nextReviewOn: '2027-03-04',
  reviewedBy: '',
}

async function edition() {
  const found = await findEdition(world.services.db.read, 'mentoring-quality-framework', '2022')
  if (!found) throw new Error('The program came without its framework.')
  return found
}

async function describeAgain(ctx: Context) {
  const organisation = await organisationById(world.services.db.read, ours())
  if (!organisation) throw new Error('Riverbank is gone.')
  const { id: _, updatedAt, ...description } = organisation
  return describeOrganisation(ctx, ours(), updatedAt, { ...description, name: `Riverbank ${newId()}` })
}

/** The correction as it stands is looked at, then discarded. */
async function discardAgain(ctx: Context) {
  const own = ownedBy(world.services.db.read, ours())
  const assessment = await findAssessment(own, completed())
  if (!assessment) throw new Error('The completed assessment is gone.')
  const changes = digestOf(await snapshotOf(own, assessment))
  return discardCorrection(ctx, ours(), completed(), { revision: 2, opening: 1, changes })
}

type Verb = readonly [name: string, permission: Permission, asked: (ctx: Context) => Promise<unknown>]

/**
 * Every verb that writes for an organisation, with what it takes, and a call that changes something at Riverbank when it is let
 * in. In an order in which each finds what the one before has left.
 */
const VERBS: readonly Verb[] = [
  ['describeOrganisation', 'describe-organisation', describeAgain],
  ['addMember', 'manage-members', (ctx) => addMember(ctx, ours(), newcomer.id, 'contributor')],
  ['makeOwner', 'manage-members', (ctx) => makeOwner(ctx, ours(), newcomer.id)],
  [
    'startAssessment',
    'start-assessment',
    async (ctx) =>
      startAssessment(ctx, ours(), await edition(), { id: newId(), scope: 'core', programme: null, lead: 'Dev Achterberg' }),
  ],
  ['extendToAll', 'start-assessment', (ctx) => extendToAll(ctx, ours(), core)],
  ['narrowToCore', 'start-assessment', (ctx) => narrowToCore(ctx, ours(), core, true)],
  [
    'describeAssessment',
    'start-assessment',
    (ctx) => describeAssessment(ctx, ours(), core, { programme: `Friday club ${newId()}`, lead: 'Dev Achterberg' }),
  ],
  ['keepWording', 'start-assessment', (ctx) => keepWording(ctx, ours(), core, words)],
  ['takeWording', 'start-assessment', (ctx) => takeWording(ctx, ours(), core, words)],
  [
    'saveAnswer',
    'answer-assessment',
    (ctx) => saveAnswer(ctx, { ...answerTo('2.1'), basedOn: 0, values: { evidence: `Our policy, ${newId()}` } }),
  ],
  ['skipIndicator', 'answer-assessment', (ctx) => skipIndicator(ctx, answerTo('2.2'))],
  [
    'settleConflict',
    'answer-assessment',
    (ctx) =>
      settleConflict(ctx, answerTo('1.1'), there.ids.conflict, 'Our theory of change, agreed with mentors in May.', 'Both.'),
  ],
  ['recordExemption', 'claim-exemption', (ctx) => recordExemption(ctx, ours(), open(), { ...mark, standard: 7 })],
  ['withdrawExemption', 'claim-exemption', (ctx) => withdrawExemption(ctx, ours(), open(), 8)],
  [
    'goOnToAll',
    'start-assessment',
    (ctx) => goOnToAll(ctx, ours(), completed(), { id: newId(), revision: 1, programme: null, lead: 'Dev Achterberg' }),
  ],
  [
    'correctAssessment',
    'correct-assessment',
    (ctx) => correctAssessment(ctx, ours(), completed(), { revision: 1, opening: 0 }, 'A date was wrong'),
  ],
  ['discardCorrection', 'correct-assessment', discardAgain],
  [
    'correctAssessment',
    'correct-assessment',
    (ctx) => correctAssessment(ctx, ours(), completed(), { revision: 1, opening: 1 }, 'It was wrong indeed'),
  ],
  [
    'completeAssessment',
    'complete-assessment',
    (ctx) => completeAssessment(ctx, ours(), completed(), { revision: 2, opening: 2 }, completion),
  ],
  ['setLogo', 'describe-organisation', (ctx) => setLogo(ctx, ours(), logo)],
  [
    'removeLogo',
    'describe-organisation',
    async (ctx) => {
      await setLogo(ctx, ours(), logo)
      await removeLogo(ctx, ours())
    },
  ],
  [
    'writeForeword',
    'describe-organisation',
    async (ctx) => {
      const { revision } = await forewordOf(ownedBy(world.services.db.read, ours()), open())
      return writeForeword(ctx, ours(), open(), revision, { foreword: `Why we did this, ${newId()}`, signedBy: '' })
    },
  ],
  ['addAction', 'change-plan', (ctx) => addAction(ctx, ours(), open(), anAction())],
  ['editAction', 'change-plan', (ctx) => editAction(ctx, action(), 1, anAction({ action: 'Ask mentees, too' }))],
  [
    'completeAction',
    'change-plan',
    (ctx) => completeAction(ctx, action(), 2, { completedOn: '2026-03-04', whatChanged: 'They stay longer.' }),
  ],
  ['reopenAction', 'change-plan', (ctx) => reopenAction(ctx, action())],
  ['moveAction', 'change-plan', (ctx) => moveAction(ctx, action(), { to: 'down' })],
  ['removeAction', 'change-plan', (ctx) => removeAction(ctx, action())],
  ['restoreAction', 'change-plan', (ctx) => restoreAction(ctx, action())],
]

/** What the modules of actions export besides, with why it need not ask what somebody is in an organisation. */
const ASKS_NOTHING: Readonly<Record<string, readonly string[]>> = {
  'is part of another verb’s transaction, and that verb has asked': [
    'keepConfirmed',
    'mustBeConfirmed',
    'addActionsIn',
    'takeSuggestionIn',
    'restoreActionIn',
    'addEvidenceIn',
    'removeEvidenceIn',
    'restoreEvidenceIn',
    'returnEvidenceIn',
    'copyEvidenceIn',
  ],
  'is everybody’s: an organisation begins with whoever sets it up': ['createOrganisation'],
  'is about somebody’s own account': [
    'rename',
    'isPassphraseOf',
    'changePassphrase',
    'signOutOf',
    'closeAccount',
    'confirmAddress',
    'sendConfirmLink',
    'makeConfirmLink',
    'signOutEverywhere',
  ],
  'is how somebody comes to be signed in, or stops being': [
    'sendSignUpLink',
    'finishSignUp',
    'signUp',
    'signIn',
    'signOut',
    'signOutEveryone',
    'sendLink',
    'ownerOfLink',
    'chooseNewPassphrase',
  ],
  'is the program’s alone, and belongs to no organisation: `src/frameworks/policy.ts`': ['loadPack', 'registerBuiltIn'],
  'writes nothing': [
    'editionOf',
    'erasedAmong',
    'refusalText',
    'findSignUpLink',
    'ownerOfConfirmLink',
    'confirmRequest',
    'AddressNotConfirmed',
  ],
}

const src = join(import.meta.dirname, '../src')
const modules = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/test/.test(file),
)
const isOfActions = (file: string) => /(^|\/)actions(\/[^/]+)?\.ts$/.test(file)

const as = ({ id, name, email }: Persona): Context => actedBy({ kind: 'person', id, name, email })
const actedBy = (actor: Actor): Context => ({ ...world.services, actor })
const members = () => ROLES.map((role) => [role, there[role]] as const)
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.kind : Promise.reject(error)),
  )

/** The database, where something else happens just before each transaction. */
function afterWhich(happens: () => Promise<void>): Database {
  const { db } = world.services
  return {
    ...db,
    async write(work) {
      await happens()
      return db.write(work)
    },
  }
}

/** Null takes them out of the organisation. */
async function giveRole({ id }: Persona, role: Role | null): Promise<void> {
  await world.services.db.housekeep(async (tx) => {
    await tx.deleteFrom('membership').where('organisation_id', '=', ours()).where('person_id', '=', id).execute()
    const row = { organisation_id: ours(), person_id: id, created_at: instant(world.clock) }
    if (role)
      await tx
        .insertInto('membership')
        .values({ ...row, role })
        .execute()
  })
}

test('every verb of every module of actions is listed here, with what it takes or why it takes nothing', async () => {
  const exported: string[] = []
  for (const file of modules.filter(isOfActions)) {
    const module: Record<string, unknown> = await import(join(src, file))
    exported.push(...Object.keys(module).filter((name) => typeof module[name] === 'function'))
  }
  const listed = [...new Set(VERBS.map(([name]) => name)), ...Object.values(ASKS_NOTHING).flat()]
  expect(exported.sort()).toEqual(listed.sort())
})

test('nobody writes but actions, and one that no person does', () => {
  const write = modules.filter((file) => /\bdb\.write\(/.test(readFileSync(join(src, file), 'utf8')))
  expect(write.filter((file) => !isOfActions(file)).sort()).toEqual([
    // Forgets what was removed long ago.
    'evidence/sweep.ts',
  ])
})

test('whoever may write an answer or claim a mark may write what is saved with it, for which nothing more is asked', () => {
  for (const role of ROLES) {
    if (roleMay(role, 'answer-assessment')) expect([role, roleMay(role, 'change-plan')]).toEqual([role, true])
    if (roleMay(role, 'claim-exemption')) expect([role, roleMay(role, 'answer-assessment')]).toEqual([role, true])
  }
})

describe('an action refuses, and leaves everything as it was', () => {
  test.each(VERBS)('%s: whoever’s role does not go that far, and the owner of another organisation', async (_, takes, asked) => {
    const before = await digests(world)
    for (const [role, who] of members().filter(([role]) => !roleMay(role, takes)))
      expect([role, await outcome(asked(as(who)))]).toEqual([role, 'not-allowed'])
    expect(await outcome(asked(as(there.stranger)))).toBe('not-found')
    expect(await digests(world)).toEqual(before)
  })

  const taken: readonly (readonly [Role | null, string])[] = [
    ['viewer', 'not-allowed'],
    [null, 'not-found'],
  ]

  test.each(VERBS)('%s: someone whose role is taken away between the page and the save', async (_, _takes, asked) => {
    const { owner } = there
    const before = await digests(world)
    for (const [left, told] of taken) {
      const said = await outcome(asked({ ...as(owner), db: afterWhich(() => giveRole(owner, left)) }))
      await giveRole(owner, 'owner')
      expect([left, said]).toEqual([left, told])
    }
    expect({ ...(await digests(world)), membership: '' }).toEqual({ ...before, membership: '' })
  })

  test.each(taken)('and the page says so, with what they wrote: to a lead made %s', async (left, told) => {
    const { lead } = there
    const app = world.appWith({ db: afterWhich(() => giveRole(lead, left)) })
    const address = indicatorAddress(there.open, '3.1')
    const { page } = await lead.browser.get(address)
    const fields = new URLSearchParams(page.form(address).fields.map(([name, value]) => [name, String(value)]))
    fields.set('evidence', 'Written while somebody took the role away.')
    const cookie = [...lead.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: BASE_URL }
    const reply = await app.request(`${BASE_URL}${address}`, { method: 'POST', body: fields, headers })
    await giveRole(lead, 'lead')
    expect([reply.status, told]).toEqual([left ? 403 : 404, told])
    expect(await reply.text()).toContain('Written while somebody took the role away.')
    expect((await lead.browser.get(address)).text).not.toContain('Written while')
  })
})

// After everything that must change nothing.
describe('an action does it, and says so on the trail', () => {
  test.each(VERBS)('%s: for everybody whose role goes that far', async (_, takes, asked) => {
    const trail = ownedBy(world.services.db.read, ours()).select('activity').select('id')
    const before = await trail.execute()
    for (const [role, who] of members().filter(([role]) => roleMay(role, takes))) {
      const said = await outcome(asked(as(who)))
      // What the first has done already may be stale for the next.
      expect([role, said === 'not-allowed' ? said : 'let in']).toEqual([role, 'let in'])
      if (role === 'owner') expect([said, (await trail.execute()).length > before.length]).toEqual(['done', true])
    }
    const program = actedBy({ kind: 'system', name: 'test' })
    expect(await outcome(asked(program))).not.toBe('not-allowed')
  })
})
