import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as accountPaths } from '../src/accounts/index.ts'
import { loadPack } from '../src/frameworks/index.ts'
import { planPaths } from '../src/plan/index.ts'
import { fieldNames } from '../src/platform/http/fields.ts'
import { asSystem, bytesInPage, FORM_TEXT, newId } from '../src/platform/index.ts'
import { autosave, completedCore, correct, discard, indicatorsOf, rate, startAssessment } from './support/assessments.ts'
import { linkIn, mailTo, openLink } from './support/mail.ts'
import { signIn, signUp } from './support/personas.ts'
import { type Riverbank, riverbank } from './support/riverbank.ts'
import { Visitor } from './support/visitor.ts'
import { createWorld, FRAMEWORK, type World } from './support/world.ts'

/**
 * Every field of every form with the worst texts there are, at its own bound and at the bound of a whole form: nothing may hold the
 * program's one thread. What counts is the processor time of this thread, which other programs on the machine don't change. No
 * database is asked more than for an ordinary form, so one of them is enough.
 */
const here = describe.runIf((process.env.TEST_DATABASE ?? 'sqlite') === 'sqlite')

const WORST: Readonly<Record<string, string>> = {
  'combining marks in the wrong order': '\u0315\u0334',
  spaces: ' ',
  'one letter': 'a',
  'nested brackets': '[',
  digits: '1',
  'line breaks': '\r\n',
  commas: ',',
  'less-than signs': '<',
  'emoji with joiners': '👩‍👩‍👧‍👦‍',
}

/** Milliseconds of this thread. A request may hold it for 250; half of that leaves room for a slower machine. */
const MOST = 125
/** What is this quick is quick enough, however it grows: so that no ratio is taken of what can't be measured. */
const QUICK = 60
/** Of four times the text against once the text: 4 is linear, and 16 is quadratic. */
const LINEAR = 9

/**
 * How much of what a form may hold is sent: half of it in the texts that took longest, before anything was bounded. Of the
 * others 150,000 bytes show whatever is not linear, and leave the tests quick.
 */
const LONGEST: ReadonlySet<string> = new Set(['combining marks in the wrong order', 'spaces'])
const share = (what: string) => FORM_TEXT * (LONGEST.has(what) ? 0.5 : 0.15)
/** Milliseconds for one text in all forms, when other programs have most of the machine. */
const PATIENCE = 300_000

let world: World
let there: Riverbank
let forms: readonly ShownForm[]

/** A form as a page shows it to somebody. */
interface ShownForm {
  readonly route: string
  readonly to: string
  readonly browser: Visitor
  readonly fields: readonly (readonly [string, string])[]
  /** Names of what is not typed, but carried along. */
  readonly carried: ReadonlySet<string>
}

const isForm = ({ method }: { readonly method: string }) => method === 'POST'
const addressOf = (pattern: string, ids: Readonly<Record<string, string>>) =>
  pattern.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '')

beforeAll(async () => {
  world = await createWorld()
  there = await riverbank(world)
  const { lead, stranger, open, completed, ids } = there
  const plan = { organisation: open.organisation, plan: open.assessment }
  // An action that is done, and one that was removed.
  const completion = planPaths.completion.to({ ...plan, action: ids.action })
  await lead.browser.fillIn(completion, completion)
  const removed = newId()
  const newAction = planPaths.newAction.to(plan)
  await lead.browser.fillIn(newAction, newAction, { id: removed, indicator: '1.3', action: 'To be taken out' })
  await lead.browser.post(planPaths.removal.to({ ...plan, action: removed }))
  // An assessment that can be completed, and extended.
  const ready = await startAssessment(lead, { scope: 'core' })
  await rate(lead.browser, ready, await indicatorsOf(lead.browser, ready))
  // One that is being corrected, which was discarded before.
  const correcting = await completedCore(lead, { programme: 'Corrected' })
  await correct(lead, correcting, 'A slip')
  await autosave(lead.browser, correcting, '1.1', 1, { evidence: 'Put right' })
  await discard(lead, correcting)
  await correct(lead, correcting, 'Another')
  // Links to choose a new passphrase, and to confirm an address: opened, they are carried in cookies.
  const nobody = world.visitor()
  const { email } = await signUp(world, { name: 'Nadia Quist', email: 'nadia@lantern.example' })
  await nobody.fillIn(accountPaths.forgotten.to(), accountPaths.forgotten.to(), { email })
  await openLink(nobody, linkIn(await mailTo(world, email, /new passphrase/), accountPaths.reset.to()))
  // Where mail is set up, people are asked to confirm their address, and sign up by a link.
  const mailing = world.appWith({ mail: { ...world.services.mail, isSetUp: true } })
  const asking = new Visitor(mailing)
  await signIn(asking, email)
  await asking.post(accountPaths.accountAddress.to())
  await openLink(nobody, linkIn(await mailTo(world, email, /^Confirm/), accountPaths.confirmAddress.to()))
  const joining = new Visitor(mailing)
  await joining.post(accountPaths.signUp.to(), { email: 'joining@lantern.example' })
  await openLink(joining, linkIn(await mailTo(world, 'joining@lantern.example', /^Finish/), accountPaths.finishSignUp.to()))

  // Newer words of the framework, which an assessment may take.
  const pack = readFileSync(FRAMEWORK, 'utf8').replace('You have spelled out', 'You have written down')
  expect((await loadPack(asSystem(world.services, 'test'), pack, 'pack.yaml')).ok).toBe(true)

  const patterns = world.app.declared.filter((each) => !isForm(each)).map(({ pattern }) => pattern)
  const pages = [open, completed, ready, correcting].flatMap((at) =>
    patterns.map((pattern) => addressOf(pattern, { ...at, ...ids, plan: at.assessment })),
  )
  // Actions are moved in the plan's own order alone.
  pages.push(planPaths.plan.to(plan, { order: 'plan' }))
  const shown: ShownForm[] = []
  for (const browser of [nobody, joining, lead.browser, stranger.browser, asking])
    for (const address of new Set(pages)) {
      const { page, headers } = await browser.get(address)
      if (address === '/components' || !headers.get('content-type')?.startsWith('text/html')) continue
      for (const { attributes } of page.all('form')) {
        const to = attributes.get('action') ?? ''
        const route = world.app.declared.find(
          (each) => isForm(each) && new RegExp(`^${each.pattern.replace(/:\w+/g, '[^/]+')}$`).test(to.split('?')[0] ?? ''),
        )
        // One form of each route: that of an account's own organisation, which has most in it, where there are several.
        if (!route || attributes.get('method') !== 'post') continue
        const { fields } = page.form(to)
        const known = shown.findIndex((each) => each.route === route.pattern)
        if (known >= 0 && (shown[known]?.fields.length ?? 0) >= fields.length) continue
        const hidden = page.all('input').filter((input) => input.attributes.get('type') === 'hidden')
        const carried = new Set(hidden.map((input) => input.attributes.get('name') ?? ''))
        shown.splice(known < 0 ? shown.length : known, known < 0 ? 0 : 1, { route: route.pattern, to, browser, fields, carried })
      }
    }
  // What changes most comes last: it ends a session, withdraws, extends.
  forms = shown.sort((a, b) => Number(isBare(a.route)) - Number(isBare(b.route)))
}, PATIENCE)
afterAll(() => world.end())

const fieldsOf = (route: string) => world.app.declared.find((each) => isForm(each) && each.pattern === route)?.fields ?? {}
const isBare = (route: string) => Object.keys(fieldsOf(route)).length === 0

/** Names to write into, with their bounds: what is declared, and for those that stand for many, what the page has. */
function boundsIn(form: ShownForm): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(fieldsOf(form.route)).flatMap(([name, bound]) => {
      if (bound === 0) return []
      if (!name.endsWith('*')) return [[name, bound] as const]
      const some = form.fields.map(([each]) => each).filter((each) => each.startsWith(name.slice(0, -1)))
      return (some.length > 0 ? some : [`${name.slice(0, -1)}page`]).map((each) => [each, bound] as const)
    }),
  )
}

/** A text as a browser sends it. */
interface Encoded {
  readonly encoded: string
}
type Values = ReadonlyMap<string, Encoded>

/** A text of so many bytes in a page, and of at most so many UTF-16 units. */
function text(worst: string, bytes: number, units = Number.POSITIVE_INFINITY): Encoded {
  const times = Math.floor(Math.min(bytes / bytesInPage(worst), units / worst.length))
  return { encoded: encodeURIComponent(worst).repeat(Math.max(1, times)) }
}

/** Sends a form and says how long this thread was busy with it, in milliseconds. */
async function busy(form: ShownForm, values: Values): Promise<{ readonly ms: number; readonly status: number }> {
  await world.services.db.housekeep((tx) => tx.deleteFrom('throttle').execute())
  const sent = [...form.fields.filter(([name]) => !values.has(name)), ...values]
  // A text is one thing again and again, and written so much faster.
  const written = sent.map(
    ([name, value]) => `${encodeURIComponent(name)}=${typeof value === 'string' ? encodeURIComponent(value) : value.encoded}`,
  )
  const request = new Request(`http://localhost:3000${form.to}`, {
    method: 'POST',
    body: written.join('&'),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost:3000',
      cookie: [...form.browser.cookies].map((pair) => pair.join('=')).join('; '),
      'accept-encoding': 'gzip',
    },
  })
  const before = process.threadCpuUsage()
  const reply = await world.app.fetch(request)
  await reply.arrayBuffer()
  const used = process.threadCpuUsage(before)
  return { ms: (used.user + used.system) / 1000, status: reply.status }
}

/** The quickest of a few: collecting garbage is nobody's fault. It is tried again only where it was too slow. */
async function quickest(form: ShownForm, values: Values, enough: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let times = 0; times < 4 && least > enough; times++) {
    const { ms, status } = await busy(form, values)
    expect([form.route, status < 500]).toEqual([form.route, true])
    least = Math.min(least, ms)
  }
  return least
}

/** What was too slow, in words; null for what was not. */
async function tooSlow(form: ShownForm, what: string, at: (size: number) => Values): Promise<string | null> {
  const whole = await quickest(form, at(1), QUICK)
  if (whole <= QUICK) return null
  const quarter = await quickest(form, at(1 / 4), QUICK / LINEAR)
  const linear = whole <= LINEAR * Math.max(quarter, QUICK / LINEAR)
  return whole <= MOST && linear
    ? null
    : `${form.route}, ${what}: ${whole.toFixed(0)} ms; a quarter of it ${quarter.toFixed(0)} ms`
}

here('every form', () => {
  test('is shown by some page, with no field that is not declared', () => {
    const routes = world.app.declared.filter(isForm).map(({ pattern }) => pattern)
    expect(forms.map(({ route }) => route).sort()).toEqual([...routes].sort())
    for (const { route, fields } of forms) {
      const isDeclared = fieldNames([fieldsOf(route), { token: 1 }])
      expect([route, fields.map(([name]) => name).filter((name) => !isDeclared(name))]).toEqual([route, []])
    }
  })

  test.each(Object.entries(WORST))(
    'with %s, each field at its bound',
    async (what, worst) => {
      const slow: (string | null)[] = []
      for (const form of forms) {
        if (isBare(form.route)) continue
        // A passphrase within its bound is judged in a thread of its own, and hashed.
        const typed = [...boundsIn(form)].filter(([name]) => !form.carried.has(name) && !name.startsWith('passphrase'))
        slow.push(
          await tooSlow(
            form,
            what,
            (size) => new Map(typed.map(([name, bound]) => [name, text(worst, FORM_TEXT, bound * size)])),
          ),
        )
      }
      expect(slow.filter((each) => each !== null)).toEqual([])
    },
    PATIENCE,
  )

  test.each(Object.entries(WORST))(
    'with %s, as much as a form may hold',
    async (what, worst) => {
      const slow: (string | null)[] = []
      for (const form of forms) {
        const bounds = boundsIn(form)
        const typed = [...bounds.keys()].filter((name) => !form.carried.has(name))
        // What people type, with the rest as it should be; and everything.
        const everything = LONGEST.has(what) ? [...bounds.keys()] : []
        for (const names of [typed, everything]) {
          if (names.length === 0) continue
          const room = share(what) / names.length
          slow.push(await tooSlow(form, what, (size) => new Map(names.map((name) => [name, text(worst, room * size)]))))
        }
        if (bounds.size === 0 && what === 'spaces')
          slow.push(await tooSlow(form, what, (size) => new Map([['nothing', text(worst, share(what) * size)]])))
      }
      expect(slow.filter((each) => each !== null)).toEqual([])
    },
    PATIENCE,
  )

  test.each(Object.entries(WORST))('with %s in one field, as much as a body may hold', async (what, worst) => {
    // Nothing is done with so much, whichever field it is in: two forms speak for all.
    for (const form of forms.filter(({ route }) => /sign-up$|indicators\/:indicator$/.test(route))) {
      const [name = ''] = [...boundsIn(form).keys()].filter((each) => !form.carried.has(each))
      const most = Math.floor(4_100_000 / encodeURIComponent(worst).length)
      const { ms, status } = await busy(form, new Map([[name, { encoded: encodeURIComponent(worst).repeat(most) }]]))
      // Line breaks are kept as one character, and may fit into a form after all.
      expect([what, status]).toEqual([what, what === 'line breaks' ? expect.toBeOneOf([413, 422]) : 413])
      expect(ms).toBeLessThan(2 * MOST)
    }
  })
})

here('what else comes with a request', () => {
  const once = async (request: Request) => {
    const before = process.threadCpuUsage()
    const reply = await world.app.fetch(request)
    await reply.arrayBuffer()
    const used = process.threadCpuUsage(before)
    expect(reply.status).toBeLessThan(500)
    return (used.user + used.system) / 1000
  }

  test.each(Object.entries(WORST))('%s in the names of files', async (_, worst) => {
    const form = forms.find(({ route }) => route.endsWith('/indicators/:indicator'))
    const token = form?.fields.find(([name]) => name === 'token')?.[1] ?? ''
    const name = worst.repeat(Math.floor(9_000 / encodeURIComponent(worst).length))
    const file = `--x\r\nContent-Disposition: form-data; name="evidenceFile"; filename="${name.replace(/[\r\n]/g, '%0A')}.txt"\r\n\r\nx\r\n`
    const body = `--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n${token}\r\n${file.repeat(10)}--x--\r\n`
    const headers = {
      'content-type': 'multipart/form-data; boundary=x',
      origin: 'http://localhost:3000',
      cookie: [...there.lead.browser.cookies].map((pair) => pair.join('=')).join('; '),
    }
    const request = () => new Request(`http://localhost:3000${form?.to}`, { method: 'POST', body, headers })
    let least = Number.POSITIVE_INFINITY
    for (let times = 0; times < 4 && least > MOST; times++) least = Math.min(least, await once(request()))
    expect(least).toBeLessThan(MOST)
  })

  test.each(Object.entries(WORST))('%s in an address and in headers', async (_, worst) => {
    const app = world.appWith({ trustedProxies: 1 })
    const long = worst.repeat(Math.floor(12_000 / encodeURIComponent(worst).length))
    const query = [
      'next',
      'id',
      'token',
      'removed',
      'revision',
      'page',
      'person',
      'standard',
      'show',
      'order',
      'indicator',
      'sent',
    ]
    // Headers hold bytes, and no line breaks.
    const bytes =
      Buffer.from(long.replace(/[\r\n]/g, ','))
        .toString('latin1')
        .trim() || ','
    const names = ['x-forwarded-for', 'user-agent', 'referer', 'accept', 'accept-encoding', 'content-length', 'origin']
    for (const pattern of world.app.declared.filter((each) => !isForm(each)).map((each) => each.pattern)) {
      const address = addressOf(pattern, { ...there.open, ...there.ids, plan: there.open.assessment })
      if (/\.pdf$/.test(address)) continue
      const cookie = [...there.lead.browser.cookies].map((pair) => pair.join('=')).join('; ')
      const asked = [
        ...query.map((name) => [`${address}?${name}=${encodeURIComponent(long)}`, { cookie }] as const),
        [
          address,
          {
            cookie: `${cookie}; mm-notice=${Buffer.from(long).toString('base64url')}; mm-email=${Buffer.from(long).toString('base64url')}`,
          },
        ] as const,
        ...names.map((name) => [address, { cookie, [name]: bytes }] as const),
      ]
      for (const [to, headers] of address === '/' || /plans\/|sign-in|results$/.test(address) ? asked : asked.slice(-8)) {
        let least = Number.POSITIVE_INFINITY
        for (let times = 0; times < 4 && least > MOST; times++) {
          const before = process.threadCpuUsage()
          const reply = await app.fetch(new Request(`http://localhost:3000${to}`, { headers }))
          await reply.arrayBuffer()
          const used = process.threadCpuUsage(before)
          expect([to.slice(0, 200), reply.status < 500]).toEqual([to.slice(0, 200), true])
          least = Math.min(least, (used.user + used.system) / 1000)
        }
        expect([to.slice(0, 200), least < MOST]).toEqual([to.slice(0, 200), true])
      }
    }
  })
})
