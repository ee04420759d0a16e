import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paths } from '../src/assessment/paths.ts'
import { request } from '../tests/support/connection.ts'
import { type Lead, newLead } from '../tests/support/remote-visitor.ts'
import { type RunningServer, startServer } from '../tests/support/server.ts'
import type { Reader, Saver } from './load.ts'

export const WORDS = 'We talk about it at induction, and again each spring with everyone who mentors. '.repeat(3).trim()

/** A running server with people in it, each of whom has signed up and started an assessment as anyone does. */
export interface Site {
  readonly server: RunningServer
  readonly dataDir: string
  readonly leads: readonly Lead[]
}

export async function openSite(people: number): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mentormark-bench-'))
  const server = await startServer({ dataDir })
  const leads: Lead[] = []
  for (let n = 0; n < people; n++) leads.push(await newLead(server, `Lead ${n + 1}`))
  return { server, dataDir, leads }
}

/** Answers every indicator: a rating and some words each, and an action for every fourth. @param name begins each answer */
export async function answerEverything(lead: Lead, name = ''): Promise<void> {
  let n = 0
  for (const address of lead.indicators) {
    const page = (await lead.browser.get(address)).body.toString()
    const ratings = [...page.matchAll(/name="rating" type="radio" value="([^"]+)"/g)].map(([, rating = '']) => rating)
    const rating = ratings[n % Math.max(ratings.length - 1, 1)] ?? ''
    const suggestion = n % 4 === 0 ? { do: 'take-suggestion:0' } : { do: 'save' }
    const reply = await lead.browser.post(address, {
      whole: 'yes',
      basedOn: '0',
      evidence: name ? `${name}, ${n}. ${WORDS}` : WORDS,
      rating,
      ...suggestion,
    })
    if (reply.status !== 303 || rating === '') throw new Error(`${address} was not answered: ${reply.status}\n${reply.body}`)
    n++
  }
}

/** What browsers take over HTTPS, and over plain HTTP. */
export const ENCODINGS = { https: 'gzip, deflate, br, zstd', http: 'gzip, deflate', none: 'identity' } as const

/** A browser that asks for one page. */
export function reader({ browser }: Lead, path: string, by: keyof typeof ENCODINGS = 'https'): Reader {
  return { request: request('GET', path, { ...browser.headers(), 'accept-encoding': ENCODINGS[by] }) }
}

/** A page that saves as its person types. @param revision of every answer now */
export function saver(server: RunningServer, { browser, indicators }: Lead, revision: number): Saver {
  return {
    headers: {
      ...browser.headers(),
      origin: server.url,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    },
    token: browser.token,
    text: WORDS,
    indicators: indicators.map((path) => ({ path, revision })),
  }
}

export function pages({ organisation, assessment, indicators }: Lead) {
  return { indicator: indicators[8] ?? '', lookOver: paths.lookOver.to({ organisation, assessment }) }
}
