import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/platform/index.ts'
import { digests } from './support/digest.ts'
import type { MemberPersona } from './support/personas.ts'
import { type Riverbank, riverbank } from './support/riverbank.ts'
import type { Fields, Reply, Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** Organisations never see each other's data, and nobody does what their role does not allow. Every address is tried. */

type Role = 'owner' | 'lead' | 'contributor' | 'viewer'
const ROLES: readonly Role[] = ['owner', 'lead', 'contributor', 'viewer']

/** Who each permission lets in. Written out here, so that letting somebody else in is decided twice. */
const LETS_IN: Readonly<Record<string, readonly Role[]>> = {
  'may see-organisation': ROLES,
  'may describe-organisation': ['owner', 'lead'],
  'may see-assessments': ROLES,
  'may start-assessment': ['owner', 'lead'],
  'may answer-assessment': ['owner', 'lead', 'contributor'],
  'may claim-exemption': ['owner', 'lead'],
  'may complete-assessment': ['owner', 'lead'],
  'may correct-assessment': ['owner', 'lead'],
  'may change-plan': ['owner', 'lead', 'contributor'],
}

const O = '/organisations/:organisation'
const A = `${O}/assessments/:assessment`
const P = `${O}/plans/:plan`

type Route = readonly [method: 'GET' | 'POST', pattern: string, guard: string]

/** Every route with its guard. A new route belongs in here; a changed guard is changed here too. */
const ROUTES: readonly Route[] = [
  ['GET', '/healthz', 'anyone'],
  ['GET', '/readyz', 'anyone'],
  ['GET', '/metrics', 'metrics token'],
  ['GET', '/', 'anyone'],
  ['GET', '/components', 'anyone'],
  ['GET', '/about', 'anyone'],
  ['GET', '/help', 'anyone'],
  ['GET', '/privacy', 'anyone'],
  ['GET', '/accessibility', 'anyone'],
  ['GET', '/licence', 'anyone'],
  ['GET', '/sign-up', 'anyone'],
  ['POST', '/sign-up', 'anyone'],
  ['GET', '/finish-signing-up', 'anyone'],
  ['POST', '/finish-signing-up', 'anyone'],
  ['GET', '/sign-in', 'anyone'],
  ['POST', '/sign-in', 'anyone'],
  ['GET', '/forgotten-passphrase', 'anyone'],
  ['POST', '/forgotten-passphrase', 'anyone'],
  ['GET', '/new-passphrase', 'anyone'],
  ['POST', '/new-passphrase', 'anyone'],
  ['GET', '/confirm-address', 'anyone'],
  ['POST', '/confirm-address', 'anyone'],
  ['GET', '/outbox', 'anyone'],
  ['GET', '/account', 'signed in'],
  ['GET', '/.well-known/change-password', 'signed in'],
  ['GET', '/account/address', 'signed in'],
  ['POST', '/account/address', 'signed in'],
  ['GET', '/account/name', 'signed in'],
  ['POST', '/account/name', 'signed in'],
  ['GET', '/account/passphrase', 'signed in'],
  ['POST', '/account/passphrase', 'signed in'],
  ['GET', '/account/sessions', 'signed in'],
  ['POST', '/account/sessions', 'signed in'],
  ['GET', '/account/data.json', 'signed in'],
  ['GET', '/account/close', 'signed in'],
  ['POST', '/account/close', 'signed in'],
  ['GET', '/goodbye', 'anyone'],
  ['GET', '/organisations/new', 'signed in'],
  ['POST', '/organisations/new', 'signed in'],
  ['GET', O, 'may see-organisation'],
  ['GET', `${O}/description`, 'may describe-organisation'],
  ['POST', `${O}/description`, 'may describe-organisation'],
  ['GET', `${O}/evidence/:evidence`, 'may see-assessments'],
  ['GET', `${O}/evidence/:evidence/preview`, 'may see-assessments'],
  ['GET', P, 'may see-assessments'],
  ['POST', `${P}/order`, 'may change-plan'],
  ['GET', `${P}/actions/new`, 'may change-plan'],
  ['POST', `${P}/actions/new`, 'may change-plan'],
  ['GET', `${P}/actions/:action`, 'may change-plan'],
  ['POST', `${P}/actions/:action`, 'may change-plan'],
  ['GET', `${P}/actions/:action/completion`, 'may change-plan'],
  ['POST', `${P}/actions/:action/completion`, 'may change-plan'],
  ['POST', `${P}/actions/:action/reopening`, 'may change-plan'],
  ['POST', `${P}/actions/:action/removal`, 'may change-plan'],
  ['POST', `${P}/actions/:action/restoring`, 'may change-plan'],
  ['GET', `${O}/assessments`, 'may see-assessments'],
  ['GET', `${O}/assessments/new`, 'may start-assessment'],
  ['POST', `${O}/assessments/new`, 'may start-assessment'],
  ['GET', A, 'may see-assessments'],
  ['GET', `${A}/description`, 'may start-assessment'],
  ['POST', `${A}/description`, 'may start-assessment'],
  ['GET', `${A}/extend`, 'may start-assessment'],
  ['POST', `${A}/extend`, 'may start-assessment'],
  ['GET', `${A}/core`, 'may start-assessment'],
  ['POST', `${A}/core`, 'may start-assessment'],
  ['GET', `${A}/whole-framework`, 'may start-assessment'],
  ['POST', `${A}/whole-framework`, 'may start-assessment'],
  ['GET', `${A}/wording`, 'may see-assessments'],
  ['POST', `${A}/wording`, 'may start-assessment'],
  ['GET', `${A}/indicators/:indicator`, 'may see-assessments'],
  ['POST', `${A}/indicators/:indicator`, 'may answer-assessment'],
  ['GET', `${A}/indicators/:indicator/wordings`, 'may see-assessments'],
  ['GET', `${A}/indicators/:indicator/versions/:conflict`, 'may answer-assessment'],
  ['POST', `${A}/indicators/:indicator/versions/:conflict`, 'may answer-assessment'],
  ['GET', `${A}/look-over`, 'may see-assessments'],
  ['GET', `${A}/standards/:standard`, 'may see-assessments'],
  ['GET', `${A}/worksheets`, 'may see-assessments'],
  ['GET', `${A}/standards/:standard/exemption`, 'may claim-exemption'],
  ['POST', `${A}/standards/:standard/exemption`, 'may claim-exemption'],
  ['POST', `${A}/standards/:standard/exemption/withdraw`, 'may claim-exemption'],
  ['GET', `${A}/complete`, 'may complete-assessment'],
  ['POST', `${A}/complete`, 'may complete-assessment'],
  ['GET', `${A}/correct`, 'may correct-assessment'],
  ['POST', `${A}/correct`, 'may correct-assessment'],
  ['GET', `${A}/correct/discard`, 'may correct-assessment'],
  ['POST', `${A}/correct/discard`, 'may correct-assessment'],
  ['GET', `${A}/results`, 'may see-assessments'],
  ['GET', `${A}/report.pdf`, 'may see-assessments'],
  ['GET', `${A}/plan.pdf`, 'may see-assessments'],
  ['GET', `${A}/summary`, 'may see-assessments'],
  ['GET', `${A}/summary.pdf`, 'may see-assessments'],
  ['GET', `${A}/plan.csv`, 'may see-assessments'],
  ['GET', `${A}/everything`, 'may see-assessments'],
  ['GET', `${A}/everything.json`, 'may see-assessments'],
  ['GET', `${A}/everything-with-notes.json`, 'may see-assessments'],
  ['GET', `${A}/front`, 'may describe-organisation'],
  ['POST', `${A}/front/logo`, 'may describe-organisation'],
  ['GET', `${O}/report-logo`, 'may see-organisation'],
  ['POST', `${A}/front/logo/removal`, 'may describe-organisation'],
  ['POST', `${A}/front/foreword`, 'may describe-organisation'],
  // Last, because it ends the session that asks.
  ['POST', '/sign-out', 'anyone'],
]

let world: World
let there: Riverbank
beforeAll(async () => {
  world = await createWorld()
  there = await riverbank(world)
})
afterAll(() => world.end())

/** What a request needs besides its address to get past the first look at it. */
const FORM: Readonly<Record<string, () => Fields>> = {
  [`${P}/order`]: () => ({ move: `up:${there.ids.action}` }),
}

type Ids = Readonly<Record<string, string>>
const realIds = (): Ids => ({ ...there.open, ...there.ids, plan: there.open.assessment })
const completedIds = (): Ids => ({ ...realIds(), ...there.completed, plan: there.completed.assessment })
/** Well made, and of nothing. */
const madeUpIds = (): Ids => ({
  ...Object.fromEntries(Object.keys(realIds()).map((name) => [name, newId()])),
  indicator: '1.1',
  standard: '8',
})

const address = (pattern: string, ids: Ids) => pattern.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '')
async function ask([method, pattern]: Route, browser: Visitor, ids: Ids, headers: Readonly<Record<string, string>> = {}) {
  if (method === 'POST') return browser.post(address(pattern, ids), FORM[pattern]?.() ?? {}, headers)
  const reply = await browser.get(address(pattern, ids), headers)
  // Its forms are examples, with nobody's token: the next form is sent from a page that has one.
  if (pattern === '/components') await browser.get('/account')
  return reply
}

/** How a guard turned someone away, told from the page; `let in` for any other reply. */
function outcome({ status, location, page }: Reply): string {
  if (location?.startsWith('/sign-in?next=') || status === 401) return 'asked to sign in'
  if (status === 403) return page.heading.startsWith('You can’t') ? 'not allowed' : 'forged'
  return status === 404 && page.heading === 'Page not found' ? 'not found' : 'let in'
}

/** A reply without what differs between any two: the token. */
const told = ({ status, headers, text }: Reply) => ({
  status,
  headers: [...headers].filter(([name]) => name !== 'set-cookie'),
  text: text.replace(/name="token" value="[^"]*"/g, ''),
})

/** Nobody is asked to sign in: figures are for whoever has their token, and `tests/monitoring.test.ts` tries that. */
const isOpen = (route: Route) => ['anyone', 'metrics token'].includes(route[2])
const isInside = (route: Route) => route[1].startsWith(O)
const asksForIds = (route: Route) => isInside(route) && /:(?!organisation)/.test(route[1])
const members = (): readonly (readonly [Role, MemberPersona])[] => ROLES.map((role) => [role, there[role]])

test('every route the router serves is listed here with its guard, and no other', () => {
  const line = (route: readonly [string, string, string]) => route.join(' ')
  const declared = world.app.declared.map(({ method, pattern, guard }) => line([method, pattern, guard]))
  expect([...declared].sort()).toEqual(ROUTES.map(line).sort())
  const served = world.app.hono.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
  expect(served.sort()).toEqual(ROUTES.map(([method, pattern]) => `${method} ${pattern}`).sort())
})

describe('somebody who has not signed in', () => {
  test.each(ROUTES.filter((route) => !isOpen(route)))('%s %s', async (...route) => {
    const reply = await ask(route, world.visitor(), realIds())
    expect(outcome(reply)).toBe('asked to sign in')
    expect(reply.status).toBe(route[0] === 'GET' ? 303 : 401)
    const toScript = await ask(route, world.visitor(), realIds(), { accept: 'application/json' })
    expect(toScript.status).toBe(401)
    expect(toScript.json()).toMatchObject({ problem: 'signed-out' })
  })
})

describe('the owner of another organisation is told what they would be told of nothing at all', () => {
  test.each(ROUTES.filter(isInside))('%s %s', async (...route) => {
    const { browser } = there.stranger
    const reply = await ask(route, browser, realIds())
    expect(outcome(reply)).toBe('not found')
    expect(told(reply)).toEqual(told(await ask(route, browser, madeUpIds())))
    const accept = { accept: 'application/json' }
    expect(told(await ask(route, browser, realIds(), accept))).toEqual(told(await ask(route, browser, madeUpIds(), accept)))
  })

  test.each(ROUTES.filter(asksForIds))('with the ids under their own address: %s %s', async (...route) => {
    const { browser, organisation } = there.stranger
    for (const ids of [realIds(), completedIds()]) {
      const reply = await ask(route, browser, { ...ids, organisation })
      expect(outcome(reply)).toBe('not found')
      expect(told(reply)).toEqual(told(await ask(route, browser, { ...madeUpIds(), organisation })))
    }
  })

  test.each(['', 'me', 'undefined', '%00', '..%2f..', '0'.repeat(36)])('an organisation called “%s”', async (id) => {
    expect((await there.owner.browser.get(`/organisations/${id}/assessments`)).status).toBe(404)
  })
})

describe('a form that did not come from our own page', () => {
  const forged: readonly (readonly [string, (own: Fields) => Fields, Readonly<Record<string, string>>])[] = [
    ['no token', () => ({ token: '' }), {}],
    ['somebody else’s token', (token) => token, {}],
    ['another site’s page', () => ({}), { origin: 'https://evil.example' }],
    ['a page without an origin', () => ({}), { origin: 'null' }],
  ]
  test.each(forged)('%s', async (_, change, headers) => {
    // A stranger's page carries a token that is good for the stranger's own cookie alone.
    const elsewhere = await there.stranger.browser.get('/account')
    const theirs = { token: elsewhere.page.valueOf('token') ?? '' }
    await there.owner.browser.get('/account')
    const before = await digests(world)
    for (const route of ROUTES.filter(([method]) => method === 'POST')) {
      const fields = { ...FORM[route[1]]?.(), ...change(theirs) }
      const reply = await there.owner.browser.post(address(route[1], realIds()), fields, headers)
      expect([route[1], outcome(reply)]).toEqual([route[1], 'forged'])
    }
    expect(await digests(world)).toEqual(before)
  })
})

test('looking at things changes nothing, whoever looks', async () => {
  const before = await digests(world)
  const people = [world.visitor(), there.stranger.browser, ...members().map(([, { browser }]) => browser)]
  for (const route of ROUTES.filter(([method]) => method === 'GET'))
    for (const browser of people) for (const ids of [realIds(), completedIds()]) await ask(route, browser, ids)
  expect(await digests(world)).toEqual(before)
})

describe('a colleague whose role does not go that far', () => {
  test.each(ROUTES.filter((route) => (LETS_IN[route[2]] ?? ROLES).length < ROLES.length))('%s %s', async (...route) => {
    const before = await digests(world)
    for (const [role, { browser }] of members().filter(([role]) => !LETS_IN[route[2]]?.includes(role))) {
      const reply = await ask(route, browser, realIds())
      expect([role, outcome(reply)]).toEqual([role, 'not allowed'])
      const toScript = await ask(route, browser, realIds(), { accept: 'application/json' })
      expect([role, toScript.status, toScript.json<{ problem: string }>().problem]).toEqual([role, 403, 'not-allowed'])
    }
    expect(await digests(world)).toEqual(before)
  })
})

test('no page offers anyone what the guard behind it turns down', async () => {
  const behind = (method: string, href: string) => {
    const path = href.split(/[?#]/)[0] ?? ''
    return ROUTES.find(([m, pattern]) => m === method && new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path))?.[2]
  }
  const offered = new Set<string>()
  for (const [role, { browser }] of members()) {
    const mine = (guard: string) => LETS_IN[guard]?.includes(role) ?? true
    for (const route of ROUTES.filter(([method, , guard]) => method === 'GET' && mine(guard)).filter(isInside)) {
      for (const ids of [realIds(), { ...realIds(), standard: '1' }, completedIds()]) {
        const { page, headers } = await ask(route, browser, ids)
        if (!headers.get('content-type')?.startsWith('text/html')) continue
        const guards = [
          ...page.links.map(({ href }) => behind('GET', href)),
          ...page.all('form').map(({ attributes }) => behind('POST', attributes.get('action') ?? '')),
        ].filter((guard) => guard !== undefined)
        expect([role, route[1], guards.filter((guard) => !mine(guard))]).toEqual([role, route[1], []])
        for (const guard of guards) offered.add(`${role} ${guard}`)
      }
    }
  }
  // And whoever may is shown a way.
  const named = ROLES.flatMap((role) => Object.keys(LETS_IN).map((guard) => [role, guard] as const))
  expect(named.filter(([role, guard]) => LETS_IN[guard]?.includes(role) && !offered.has(`${role} ${guard}`))).toEqual([])
})

// After everything that must change nothing: what is let in may change something.
describe('everybody the guard names is let in', () => {
  test.each(ROUTES.filter(([, , guard]) => guard !== 'metrics token'))('%s %s', async (...route) => {
    const allowed = members().filter(([role]) => LETS_IN[route[2]]?.includes(role) ?? true)
    for (const [role, { browser }] of allowed)
      expect([role, outcome(await ask(route, browser, realIds()))]).toEqual([role, 'let in'])
    if (isOpen(route)) expect(outcome(await ask(route, world.visitor(), realIds()))).toBe('let in')
  })
})
