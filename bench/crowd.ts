import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paths as accountPaths } from '../src/accounts/paths.ts'
import { paths as assessmentPaths } from '../src/assessment/paths.ts'
import { paths as planPaths } from '../src/plan/paths.ts'
import { paths as reportPaths } from '../src/report/paths.ts'
import { request } from '../tests/support/connection.ts'
import { type Lead, newLead } from '../tests/support/remote-visitor.ts'
import { startServer } from '../tests/support/server.ts'
import { type Figure, milliseconds } from './figure.ts'
import { type Load, type LoadResult, underLoad } from './load.ts'
import { ENCODINGS, saver } from './site.ts'

export interface Crowd {
  readonly connections: number
  /** Who is signed in; the connections are shared out among them. */
  readonly people: number
  readonly seconds: number
}

/** One in so many connections saves as its person types. */
const SAVING = 5
/** The hundredth that waits longest waits at most so many times the median. */
export const SPREAD = 10

/**
 * Many connections at once on mixed pages: reading, results, style and script, saving.
 * @throws Error on any answer but 200
 */
export async function crowd({ connections, people, seconds }: Crowd): Promise<LoadResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mentormark-crowd-'))
  // Everybody has an address of their own, as a proxy says: so many sign-ups from one are not allowed.
  const server = await startServer({ dataDir, env: { TRUSTED_PROXIES: '1' } })
  try {
    const leads: Lead[] = []
    for (let n = 0; n < people; n++)
      leads.push(await newLead(server, `Lead ${n + 1}`, { 'x-forwarded-for': `198.51.100.${n + 1}` }))
    const start = (await leads[0]?.browser.get(accountPaths.account.to()))?.body.toString() ?? ''
    const assets = [...new Set([...start.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path))]
    const clients: Load['clients'][number][] = Array.from({ length: connections }, (_, n) => {
      const lead = leads[n % leads.length] as Lead
      // Savers of one person share out the indicators, so that none finds a second version of its words.
      const round = Math.floor(n / leads.length)
      if (round % SAVING === 0) return saver(server, { ...lead, indicators: lead.indicators.slice(round, round + 4) }, 0)
      const { organisation, assessment, indicators } = lead
      const at = { organisation, assessment }
      const pages = [
        accountPaths.organisation.to({ organisation }),
        assessmentPaths.list.to({ organisation }),
        assessmentPaths.taskList.to(at),
        ...indicators.slice(20, 24),
        assessmentPaths.lookOver.to(at),
        planPaths.plan.to({ organisation, plan: assessment }),
        reportPaths.results.to(at),
        accountPaths.account.to(),
        ...assets,
      ]
      const headers = { ...lead.browser.headers(), 'accept-encoding': ENCODINGS.https }
      return { requests: pages.map((path) => request('GET', path, headers)) }
    })
    await underLoad({
      port: server.port,
      clients: clients.filter((client) => 'requests' in client),
      seconds: Math.min(3, seconds),
    })
    return await underLoad({ port: server.port, clients, seconds })
  } finally {
    await server.stop('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export async function crowdFigures(): Promise<readonly Figure[]> {
  const size = { connections: 200, people: 40, seconds: 60 }
  const { median, p99, perSecond } = await crowd(size)
  return [
    {
      name: `${size.connections} connections on mixed pages for a minute, the 99th hundredth (${Math.round(perSecond).toLocaleString('en-GB')}/s, no errors)`,
      measured: milliseconds(p99),
      limit: `${milliseconds(median)} the median`,
      ratio: p99 / median,
      aim: `${SPREAD} × the median`,
      met: p99 <= SPREAD * median,
    },
  ]
}
