import { setTimeout as sleep } from 'node:timers/promises'
import { paths as assessmentPaths } from '../../../src/assessment/paths.ts'
import { paths as reportPaths } from '../../../src/report/paths.ts'
import { keepSaving } from '../saving.ts'
import type { Attack, Scene } from '../scene.ts'
import { requestBytes, send } from '../wire.ts'

const CLIENTS = 8

export const serverKills: Attack = {
  name: 'server-kills',
  does: `SIGKILL for the server at any moment, again and again, while ${CLIENTS} people save as fast as they are answered`,
  weight: 2,
  needsOwnServer: true,
  judged: 'everybody',
  async run(scene) {
    const { installation, random, journal } = scene
    const saving = savers(scene)
    let kills = 0
    while (scene.more()) {
      await sleep(100 + random() * 500)
      await installation.end('SIGKILL')
      kills++
      await installation.start()
    }
    await saving
    journal.notes.push(`${kills} kills`)
  },
}

/** Longer than the most patient supervisor waits before it kills. In milliseconds; noise on the machine is well below it. */
const SLOWEST_STOP = 3000
/** What was sent so long before the signal is under way for certain, in milliseconds. */
const UNDER_WAY = 30

export const serverStops: Attack = {
  name: 'server-stops',
  does: `SIGTERM for the server while ${CLIENTS} people save and others read, report and have connections open: it ends by itself, soon, and answers what is under way first`,
  weight: 2,
  needsOwnServer: true,
  judged: 'everybody',
  async run(scene) {
    const { installation, random, journal, people } = scene
    // Before any signal nothing is cut by one.
    let stoppedAt = Number.NEGATIVE_INFINITY
    let cuts = 0
    const saving = savers(scene, (sentAt) => {
      if (sentAt < stoppedAt - UNDER_WAY) cuts++
    })
    const { browser, organisation, assessment } = people.owner
    const headers = Object.entries(browser.headers())
    const reading = read(scene, [
      requestBytes('GET', assessmentPaths.lookOver.to({ organisation, assessment }), headers),
      requestBytes('GET', reportPaths.results.to({ organisation, assessment }), headers),
    ])
    const took: number[] = []
    while (scene.more()) {
      await sleep(150 + random() * 400)
      const report = send(journal, requestBytes('GET', reportPaths.report.to({ organisation, assessment }), headers), {
        port: installation.port,
        label: 'a report that is under way when the server is told to stop',
      })
      await sleep(UNDER_WAY)
      stoppedAt = performance.now()
      const { code, signal, ms, output } = await installation.end('SIGTERM')
      if (code !== 0) journal.find('fault', `told to stop, it ended with ${code ?? signal}: ${output.slice(-300)}`)
      if ((await report).status === null) cuts++
      took.push(ms)
      await installation.start()
      stoppedAt = Number.NEGATIVE_INFINITY
    }
    await Promise.all([saving, reading])
    const slowest = Math.max(...took)
    journal.notes.push(`${took.length} stops, the slowest in ${Math.round(slowest)} ms`)
    if (slowest > SLOWEST_STOP) journal.find('fault', `told to stop, it took ${Math.round(slowest)} ms`)
    if (cuts > 0) journal.find('cut', `${cuts} requests that were under way were cut by stopping`)
  },
}

async function savers({ installation, people, journal, ledger, more }: Scene, cut?: (sentAt: number) => void): Promise<void> {
  const round = `${Math.floor(performance.now())}`
  await Promise.all(
    people.owner.indicators.slice(8, 8 + CLIENTS).map((address, client) =>
      keepSaving(people.owner, address, `Round ${round}, client ${client}`, {
        journal,
        ledger,
        port: () => installation.port,
        more,
        ...(cut ? { cut } : {}),
      }),
    ),
  )
}

async function read({ installation, journal, more }: Scene, all: readonly Buffer[]): Promise<void> {
  for (let n = 0; more(); n++) {
    const { status } = await send(journal, all[n % all.length] ?? Buffer.alloc(0), { port: installation.port, label: 'a page' })
    if (status === null) await sleep(30)
  }
}
