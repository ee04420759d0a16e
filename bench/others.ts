import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paths as accountPaths } from '../src/accounts/paths.ts'
import { paths as reportPaths } from '../src/report/paths.ts'
import { type Bystander, type Stretch, startBystander } from '../tests/attack/bystander.ts'
import { openInstallation } from '../tests/attack/installation.ts'
import { Journal } from '../tests/attack/journal.ts'
import { manyRevisions, worstRecord } from '../tests/attack/kinds/reports.ts'
import { choosePassphrases } from '../tests/attack/kinds/texts.ts'
import { bigFiles } from '../tests/attack/kinds/uploads.ts'
import { elsewhere } from '../tests/attack/people.ts'
import { bystanderPages, openPages } from '../tests/attack/run.ts'
import { newLead, newPerson, PASSPHRASE, type RemotePerson, RemoteVisitor } from '../tests/support/remote-visitor.ts'
import { type Figure, milliseconds } from './figure.ts'
import { ENCODINGS } from './site.ts'

const REVISIONS = 40
const FILES = 20
const SIGN_INS = 40
/** Nobody waits longer because of others, in milliseconds. */
const AIM = 250
const IDLE_SECONDS = 3

/**
 * How long others wait for ordinary pages and saves while somebody asks for much: the slowest answer, beside the slowest without
 * anybody else, right before. And how long those who ask for much wait themselves.
 */
export async function others(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mentormark-bench-requests-'))
  const journal = new Journal(folder)
  const installation = await openInstallation({ database: 'sqlite', journal })
  let bystander: Bystander | null = null
  try {
    const lead = await newLead(installation, 'Kezia Adeyemi', elsewhere())
    const worst = await worstRecord(installation, 'spaces between two letters')
    const long = await worstRecord(installation, 'long words')
    await manyRevisions(long, REVISIONS, () => true)
    const people: RemotePerson[] = []
    for (let n = 0; n < SIGN_INS; n++) people.push(await newPerson(installation, `Person ${n}`, elsewhere()))
    const watching = startBystander(installation, lead, bystanderPages(lead), await openPages(installation), elsewhere())
    bystander = watching

    const get = async (writer: typeof worst, path: string) => {
      const reply = await writer.browser.get(path, { 'accept-encoding': ENCODINGS.https })
      return reply.status
    }
    let reportStatus = 0
    const report = await beside(watching, 'the worst report is made', async () => {
      reportStatus = await get(worst, reportPaths.report.to(worst))
    })
    const download = await beside(watching, `${REVISIONS} revisions are downloaded whole`, () =>
      get(long, reportPaths.everything.to(long)),
    )
    const files = await beside(watching, `${FILES} files of 25 MB arrive at once`, () =>
      bigFiles({ installation, journal }, lead, FILES),
    )
    let signedUp = 0
    const passphrases = await beside(watching, '15 people choose ugly passphrases', async () => {
      signedUp = await choosePassphrases({ installation, journal })
    })
    const one = await signIn(installation, people.slice(0, 1))
    const signIns = await beside(watching, `${SIGN_INS} people sign in at once`, () => signIn(installation, people))
    return [
      ...[report, download, files, passphrases, signIns].map(({ figure }) => figure),
      own(`Worst report, until it is there (status ${reportStatus})`, report.took, 5000, ''),
      own('Somebody else’s sign-up meanwhile, beside 15 ugly passphrases', signedUp, 5000, ''),
      own(`${SIGN_INS} sign-ins at once, until the last`, signIns.took, 10_000, `${milliseconds(one)} one alone`, one),
    ]
  } finally {
    bystander?.stop()
    await installation.discard()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What others wait while `work` is done. @returns also how long that took, in milliseconds */
async function beside(
  bystander: Bystander,
  what: string,
  work: () => Promise<unknown>,
): Promise<{ readonly figure: Figure; readonly took: number }> {
  await bystander.stretch(10_000)
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000))
  const idle = slowest(await bystander.stretch(10_000))
  const began = performance.now()
  await work()
  const took = performance.now() - began
  const waited = slowest(await bystander.stretch(60_000))
  return {
    took,
    figure: {
      name: `Slowest other visitor while ${what}`,
      measured: milliseconds(waited),
      limit: `${milliseconds(idle)} with nobody else`,
      ratio: waited / idle,
      aim: `${AIM} ms`,
      met: waited <= AIM,
    },
  }
}

const slowest = ({ signedIn, notSignedIn }: Stretch) => Math.max(signedIn.slowest, notSignedIn.slowest)

function own(name: string, took: number, aim: number, limit: string, alone?: number): Figure {
  return {
    name,
    measured: milliseconds(took),
    limit,
    ratio: alone === undefined ? null : took / alone,
    aim: `${aim / 1000} s`,
    met: took <= aim,
  }
}

/** All of them at the same moment. @returns milliseconds until the last is in. @throws Error when one was not let in */
async function signIn(server: { readonly port: number; readonly url: string }, people: readonly RemotePerson[]): Promise<number> {
  const browsers = await Promise.all(
    people.map(async () => {
      const browser = new RemoteVisitor(server, elsewhere())
      await browser.get(accountPaths.signIn.to())
      return browser
    }),
  )
  const began = performance.now()
  await Promise.all(
    browsers.map(async (browser, place) => {
      const reply = await browser.post(accountPaths.signIn.to(), { email: people[place]?.email ?? '', passphrase: PASSPHRASE })
      if (reply.status !== 303) throw new Error(`a sign-in was answered ${reply.status}`)
    }),
  )
  const took = performance.now() - began
  for (const browser of browsers) browser.close()
  return took
}
