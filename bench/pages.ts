import type { Reply } from '../tests/support/connection.ts'
import { startBareServer } from './bare-server.ts'
import { type Figure, inTurns, milliseconds, perSecond } from './figure.ts'
import { underLoad } from './load.ts'
import { ENCODINGS, pages, reader, type Site } from './site.ts'

const CLIENTS = 16

/** Pages of someone who has signed in, as browsers ask for them, against a bare Node server that replies the same bytes. */
export async function pageRates(site: Site): Promise<readonly Figure[]> {
  const [lead] = site.leads
  if (!lead) throw new Error('nobody to read')
  const { indicator, lookOver } = pages(lead)
  return [
    await rate(site, 'Indicator page', indicator, { by: 'https', aim: 2000 }),
    await rate(site, 'Whole assessment on one page', lookOver, { by: 'https', aim: 1500 }),
    await rate(site, 'Indicator page over plain HTTP', indicator, { by: 'http', aim: null }),
    await rate(site, 'Indicator page, not compressed', indicator, { by: 'none', aim: null }),
    await rate(site, 'Whole assessment, not compressed', lookOver, { by: 'none', aim: null }),
  ]
}

async function rate(
  { server, leads }: Site,
  name: string,
  path: string,
  { by, aim }: { by: keyof typeof ENCODINGS; aim: number | null },
): Promise<Figure> {
  const [lead] = leads
  if (!lead) throw new Error('nobody to read')
  const reply = await lead.browser.get(path, { 'accept-encoding': ENCODINGS[by] })
  const bare = await startBareServer({ headers: headersOf(reply), body: reply.body })
  const clients = Array.from({ length: CLIENTS }, () => reader(lead, path, by))
  const ours = (seconds: number) => underLoad({ port: server.port, clients, seconds })
  await ours(5)
  await underLoad({ port: bare.port, clients, seconds: 1 })
  const found = await inTurns(3, {
    bare: async () => (await underLoad({ port: bare.port, clients, seconds: 1 })).perSecond,
    ours: async () => (await ours(2)).perSecond,
  })
  bare.stop()
  return {
    name: `${name} (${(reply.body.length / 1000).toFixed(0)} kB)`,
    measured: `${perSecond(found.ours)}, ${milliseconds(1000 / found.ours)} each`,
    limit: `${perSecond(found.bare)} bare replies`,
    ratio: found.bare / found.ours,
    aim: aim === null ? '' : `${perSecond(aim)}`,
    met: aim === null ? null : found.ours >= aim,
  }
}

/** What the program itself decided; the rest Node adds to either. */
function headersOf({ headers }: Reply): Readonly<Record<string, string>> {
  const added = new Set(['connection', 'keep-alive', 'date', 'set-cookie'])
  return Object.fromEntries([...headers].filter(([name]) => !added.has(name)))
}
