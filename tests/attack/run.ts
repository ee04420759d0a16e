import { paths as accountPaths } from '../../src/accounts/paths.ts'
import { paths as assessmentPaths } from '../../src/assessment/paths.ts'
import { paths as planPaths } from '../../src/plan/paths.ts'
import { paths as reportPaths } from '../../src/report/paths.ts'
import { type Lead, RemoteVisitor } from '../support/remote-visitor.ts'
import { type Bystander, type Stretch, startBystander } from './bystander.ts'
import { learnForms } from './forms.ts'
import { type Installation, openInstallation, visited } from './installation.ts'
import { Journal } from './journal.ts'
import { ATTACKS } from './kinds/index.ts'
import { Ledger, openDatabase } from './ledger.ts'
import type { DatabaseName, Options } from './options.ts'
import { elsewhere, type People, settle } from './people.ts'
import { declaredRoutes } from './routes.ts'
import { type Attack, numbersFrom, type Scene } from './scene.ts'
import type { Row } from './table.ts'

/** How long the bystander goes about their work before each attack, for comparison, in milliseconds. */
const BEFORE = 1500
/** How long an attack may go on beyond its time, and the bystander wait for an answer, before the server is ended. */
const BEYOND = 30_000
/** How long its preparations may take, in milliseconds. */
const PREPARING = 120_000
/** Less is not worth beginning, in milliseconds. */
const LEAST = 1500
/** Beside ten times what others wait without an attack: see `--stall`. */
const TIMES = 10

/**
 * Makes every attack that was asked for on one database.
 * @param folder where requests that led to a finding are written
 */
export async function attackOn(
  database: DatabaseName,
  options: Options,
  folder: string,
  nodeOptions: readonly string[] = [],
): Promise<readonly Row[]> {
  const routes = await declaredRoutes()
  const preparing = new Journal(folder)
  tell(`preparing a server on ${options.url ? options.url.origin : NAMES[database]}`)
  const installation = options.url
    ? visited(options.url, preparing)
    : await openInstallation({ database, journal: preparing, nodeOptions })
  let bystander: Bystander | null = null
  try {
    const people = await settle(installation)
    const forms = await learnForms(installation, routes, people)
    bystander = await watch(installation, people.bystander)
    const chosen = ATTACKS.filter(({ name }) => options.only.length === 0 || options.only.includes(name))
    const ends = performance.now() + options.seconds * 1000
    const rows: Row[] = []
    for (const [place, attack] of chosen.entries()) {
      const skipped = reasonToSkip(attack, database, options)
      if (skipped !== null) {
        rows.push({ attack, database, skipped })
        continue
      }
      const weights = chosen
        .slice(place)
        .filter((each) => reasonToSkip(each, database, options) === null)
        .reduce((sum, { weight }) => sum + weight, 0)
      const ms = Math.max(LEAST, ((ends - performance.now()) * attack.weight) / weights - BEFORE)
      rows.push(await make(attack, { installation, people, routes, forms }, { bystander, ms, options, folder }))
    }
    return rows
  } finally {
    bystander?.stop()
    await installation.discard()
  }
}

export const NAMES: Readonly<Record<DatabaseName, string>> = { sqlite: 'SQLite', postgres: 'PostgreSQL' }

function reasonToSkip(attack: Attack, database: DatabaseName, { url }: Options): string | null {
  if (attack.databases && !attack.databases.includes(database)) return `not for ${NAMES[database]}`
  if (url && attack.needsOwnServer) return 'not for a server that somebody else started'
  return attack.skip?.() ?? null
}

async function watch(installation: Installation, lead: Lead): Promise<Bystander> {
  return startBystander(installation, lead, bystanderPages(lead), await openPages(installation), elsewhere())
}

/** What somebody who has signed in looks at. */
export function bystanderPages({ organisation, assessment, indicators }: Lead): readonly string[] {
  const at = { organisation, assessment }
  return [
    accountPaths.organisation.to({ organisation }),
    assessmentPaths.taskList.to(at),
    indicators[9] ?? '',
    reportPaths.results.to(at),
    assessmentPaths.list.to({ organisation }),
    planPaths.plan.to({ organisation, plan: assessment }),
  ]
}

/** The start page, its style, and the sign-in page. */
export async function openPages(server: { readonly port: number; readonly url: string }): Promise<readonly string[]> {
  const browser = new RemoteVisitor(server, elsewhere())
  const start = (await browser.get(accountPaths.start.to())).body.toString()
  browser.close()
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(start)?.[1]
  return [accountPaths.start.to(), ...(style ? [style] : []), accountPaths.signIn.to()]
}

async function make(
  attack: Attack,
  given: Pick<Scene, 'installation' | 'people' | 'routes' | 'forms'> & { readonly people: People },
  { bystander, ms, options, folder }: { bystander: Bystander; ms: number; options: Options; folder: string },
): Promise<Row> {
  const { installation } = given
  tell(`${attack.name}, ${Math.round(ms / 1000)} s`)
  const journal = new Journal(folder)
  const ledger = new Ledger()
  installation.journal = journal
  await bystander.stretch(2000)
  await pause(Math.min(BEFORE, ms / 2))
  const before = await bystander.stretch(2000)
  const seed = options.seed
  let began = performance.now()
  let preparing = Boolean(attack.prepares)
  const scene: Scene = {
    ...given,
    journal,
    ledger,
    seed,
    stall: options.stall,
    random: numbersFrom(seed),
    begin() {
      began = performance.now()
      preparing = false
    },
    more: () => performance.now() < began + ms,
    left: () => Math.max(0, began + ms - performance.now()),
  }
  const watching = setInterval(() => {
    journal.memory = Math.max(journal.memory, installation.memory())
  }, 100)
  const outcome = await Promise.race([
    attack.run(scene).then(
      () => 'done',
      (error: Error) => `it failed: ${error.stack ?? error.message}`,
    ),
    (async () => {
      while (performance.now() < began + (preparing ? PREPARING : ms + BEYOND)) await pause(50)
      return preparing ? 'it could not be prepared in time' : 'the server was held for longer than the attack lasted'
    })(),
  ])
  const during = await bystander.lastStretch(BEYOND)
  clearInterval(watching)
  if (outcome !== 'done') {
    journal.find('fault', `${attack.name}: ${outcome}`, slowestOf(journal))
    // Whatever still goes on there must not fall on the next attack.
    if (attack.needsOwnServer || !options.url) {
      await installation.end('SIGKILL').catch(() => {})
      await installation.start()
    }
  }
  await installation.up()
  return judged(attack, { journal, ledger, before, during, options, installation })
}

async function judged(
  attack: Attack,
  found: {
    journal: Journal
    ledger: Ledger
    before: Stretch
    during: Stretch
    options: Options
    installation: Installation
  },
): Promise<Row> {
  const { journal, ledger, before, during, options, installation } = found
  for (const save of [...before.acknowledged, ...during.acknowledged]) ledger.add(save)
  for (const [status, count] of Object.entries(during.answers)) {
    for (let n = 0; n < count; n++) if (status === '500') journal.status500('the other visitor was answered 500')
  }
  const idle = Math.max(before.signedIn.slowest, before.notSignedIn.slowest)
  const whose = attack.judged === 'not signed in' ? [during.notSignedIn] : [during.signedIn, during.notSignedIn]
  const worst = whose.reduce((a, b) => (a.slowest > b.slowest ? a : b))
  const limit = options.stall + TIMES * idle
  if (attack.judged !== 'nobody' && worst.slowest > limit)
    journal.find(
      'stall',
      `another visitor waited ${Math.round(worst.slowest)} ms for ${worst.what}; without the attack ${Math.round(idle)} ms at most`,
      `under way then:\n${journal.underWay(worst.at - worst.slowest, worst.at).join('\n')}\n${slowestOf(journal)}`,
    )
  else if (worst.slowest > 250)
    journal.notes.push(`the slowest other visitor waited for ${worst.what.replace(/[0-9a-f]{8}-[0-9a-f-]+/g, '…')}`)
  if (worst.answers === 0) journal.find('fault', 'another visitor was not answered once')

  let lost = 0
  if (installation.dataDir !== '') {
    const db = await openDatabase(installation)
    const checked = await ledger.check(db).finally(() => db.close())
    lost = checked.lost.length
    for (const each of checked.lost) journal.find('loss', each)
    for (const each of checked.halfDone) journal.find('loss', `half done: ${each}`)
  }
  return {
    attack,
    database: installation.database,
    skipped: null,
    journal,
    acknowledged: ledger.size,
    lost,
    slowest: worst.slowest,
    long: whose.reduce((sum, { long }) => sum + long, 0),
    answered: whose.reduce((sum, { answers }) => sum + answers, 0),
    idle,
  }
}

function slowestOf(journal: Journal): string {
  return `the slowest of what was sent:\n${journal
    .slowest()
    .map((each) => journal.dump(each))
    .join('\n')}`
}

const tell = (what: string) => process.stderr.write(`${what} …\n`)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
