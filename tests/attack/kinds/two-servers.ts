import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { paths } from '../../../src/accounts/paths.ts'
import type { Database } from '../../../src/platform/database/index.ts'
import { type Lead, newLead, newPerson, PASSPHRASE, type RemotePerson, RemoteVisitor } from '../../support/remote-visitor.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { Ledger, openDatabase } from '../ledger.ts'
import { elsewhere } from '../people.ts'
import { keepSaving } from '../saving.ts'
import type { Attack, Scene } from '../scene.ts'

const CLIENTS = 4
const PEOPLE = 4
/** Messages that anybody may have sent to one address in an hour, and a little less. */
const MESSAGES = 3

export const twoServers: Attack = {
  name: 'two-servers',
  does: 'Two servers on one database: people save to the same answers through both, sign in at one and out at the other, and ask both for mail; one of them is killed now and then',
  weight: 2,
  needsOwnServer: true,
  prepares: true,
  judged: 'everybody',
  async run(scene) {
    const { database } = scene.installation
    const first = await openInstallation({ database, journal: scene.journal })
    let second: Installation | null = null
    try {
      second = await openInstallation({ database, journal: scene.journal, beside: first })
      await useBoth(scene, first, second)
    } finally {
      await second?.discard()
      await first.discard()
    }
  },
}

async function useBoth(scene: Scene, first: Installation, second: Installation): Promise<void> {
  const { journal, random } = scene
  const ledger = new Ledger()
  const lead = await newLead(first, 'Kezia Adeyemi', elsewhere())
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, n) => newPerson(n % 2 === 0 ? first : second, `Person ${n}`, elsewhere())),
  )
  await sleep(300)
  const before = mailIn(first.dataDir)
  let asked = 0
  scene.begin()

  const saving = Promise.all(
    Array.from({ length: CLIENTS }, (_, client) => {
      let turn = client
      // Two people at each answer, each through one server and then the other.
      const address = lead.indicators[client % 2] ?? ''
      const port = () => (Math.floor(turn++ / 25) % 2 === 0 ? first : second).port
      return keepSaving(lead as Lead, address, `Two servers, client ${client}`, { journal, ledger, port, more: scene.more })
    }),
  )
  const mailing = (async () => {
    for (; asked < PEOPLE * MESSAGES && scene.more(); asked++) {
      const { email } = people[asked % PEOPLE] ?? { email: '' }
      const browser = new RemoteVisitor(asked % 2 === 0 ? first : second, elsewhere())
      await browser.get(paths.forgotten.to())
      const { status } = await browser.post(paths.forgotten.to(), { email })
      journal.sent += 2
      journal.count(status)
      browser.close()
      await sleep(30)
    }
  })().catch((error: Error) => journal.find('fault', `mail could not be asked for: ${error.message}`))
  let killed = 0
  const killing = (async () => {
    while (scene.left() > 1500) {
      await sleep(800 + random() * 1500)
      // Not while mail is asked for: who asked a server that ends is told nothing, and can't be counted.
      if (asked < PEOPLE * MESSAGES) continue
      await second.end('SIGKILL')
      killed++
      await second.start()
    }
  })()
  let outs = 0
  await mailing
  while (scene.more()) {
    const person = people[outs % PEOPLE]
    if (person) await signOutElsewhere(scene, person, first, second)
    outs++
    await sleep(20)
  }
  await Promise.all([saving, killing])
  const db = await openDatabase(first)
  await checkMail(scene, { db, dataDir: first.dataDir }, before, people, asked)
  const checked = await ledger.check(db).finally(() => db.close())
  for (const each of [...checked.lost, ...checked.halfDone]) journal.find('loss', `with two servers: ${each}`)
  journal.notes.push(`${checked.acknowledged} saves, ${asked} messages, ${outs} sign-outs, one server killed ${killed} times`)
}

/** Signs in at the first, out at the second, and looks whether the first still knows them. */
async function signOutElsewhere(
  { journal }: Scene,
  { email }: RemotePerson,
  first: Installation,
  second: Installation,
): Promise<void> {
  const there = new RemoteVisitor(first, elsewhere())
  try {
    await there.get(paths.signIn.to())
    if ((await there.post(paths.signIn.to(), { email, passphrase: PASSPHRASE })).status !== 303) return
    if ((await there.get(paths.account.to())).status !== 200) journal.find('fault', 'somebody who had signed in was not known')
    const here = new RemoteVisitor(second, there.headers())
    const cookies = there.headers()
    const page = await here.get(paths.account.to())
    const { status } = await here.post(paths.signOut.to(), {})
    journal.sent += 5
    for (const each of [page.status, status]) journal.count(each)
    here.close()
    if (status !== 303) return
    const again = new RemoteVisitor(first, cookies)
    if ((await again.get(paths.account.to())).status === 200)
      journal.find('leak', 'somebody signed out at one server, and the other still knew their session')
    again.close()
  } catch {
    // The second has just been killed.
  } finally {
    there.close()
  }
}

/** Messages in the outbox folder, by address. */
function mailIn(dataDir: string): ReadonlyMap<string, number> {
  const folder = join(dataDir, 'outbox')
  const count = new Map<string, number>()
  if (!existsSync(folder)) return count
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.json')) continue
    const { to } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { to: string }
    count.set(to, (count.get(to) ?? 0) + 1)
  }
  return count
}

async function checkMail(
  { journal }: Scene,
  { db, dataDir }: { readonly db: Database; readonly dataDir: string },
  before: ReadonlyMap<string, number>,
  people: readonly RemotePerson[],
  asked: number,
): Promise<void> {
  const wanted = people.map(({ email }, place) => ({
    email,
    count: (before.get(email) ?? 0) + Math.floor((asked + PEOPLE - 1 - place) / PEOPLE),
  }))
  let there = mailIn(dataDir)
  for (let tries = 0; tries < 50 && wanted.some(({ email, count }) => (there.get(email) ?? 0) < count); tries++) {
    await sleep(100)
    there = mailIn(dataDir)
  }
  for (const { email, count } of wanted) {
    const found = there.get(email) ?? 0
    // What a server had when it was killed is sent by the other one some minutes later.
    const { rows } = await sql`select id from mail where recipient = ${email} and try_after is not null`.execute(db.read)
    const missing = count - found - rows.length
    if (missing > 0) journal.find('loss', `${missing} of ${count} messages to one person were not sent by either server`)
    if (found > count) journal.find('fault', `${found} messages were sent to one person where ${count} were due`)
  }
}
