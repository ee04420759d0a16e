// Makes load from a process of its own, so that the server has a core to itself. Started by `underLoad` below.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Connection, request } from '../tests/support/connection.ts'

/** Asks for the same page again and again. */
export interface Reader {
  readonly request: string
}

/** Asks for one page after another, and from the first again. */
export interface Wanderer {
  readonly requests: readonly string[]
}

/** Saves a text to one indicator after another, as a page's script does. */
export interface Saver {
  readonly headers: Readonly<Record<string, string>>
  readonly token: string
  readonly text: string
  /** Where to, and the revision of the answer there; brought up to date by the load. */
  indicators: readonly { readonly path: string; readonly revision: number }[]
}

export interface Load {
  readonly port: number
  readonly clients: readonly (Reader | Wanderer | Saver)[]
  readonly seconds: number
}

/** What came of it. Times are milliseconds. */
export interface LoadResult {
  readonly perSecond: number
  readonly mean: number
  readonly median: number
  readonly p99: number
  /** Bytes of one reply over the wire, the last one's. */
  readonly bytes: number
}

/** @throws Error when a reply was not as expected: then nothing was measured */
export function underLoad(load: Load): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (report: Report) => {
      child.disconnect()
      if ('failure' in report) return reject(new Error(report.failure))
      load.clients.forEach((client, place) => {
        const indicators = report.indicators[place]
        if ('indicators' in client && indicators) client.indicators = indicators
      })
      resolve(report.result)
    })
    child.on('exit', (code) => code && reject(new Error(`the load ended with ${code}`)))
    child.send(load)
  })
}

type Report =
  | { readonly result: LoadResult; readonly indicators: readonly (Saver['indicators'] | null)[] }
  | { readonly failure: string }

async function make({ port, clients, seconds }: Load): Promise<Report> {
  const times: number[] = []
  let bytes = 0
  const connections = clients.map(() => new Connection(port))
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    clients.map(async (client, place) => {
      const connection = connections[place] ?? new Connection(port)
      const next = 'request' in client ? () => client.request : 'requests' in client ? wandering(client, place) : saving(client)
      while (performance.now() < end) {
        const text = next()
        const sent = performance.now()
        const reply = await connection.send(text)
        times.push(performance.now() - sent)
        if (reply.status !== 200 || ('token' in client && !reply.body.includes('"state":"saved"')))
          throw new Error(`${text.split('\r\n')[0]} was answered ${reply.status}: ${reply.body}`)
        bytes = reply.bytes
      }
    }),
  )
  const took = performance.now() - began
  for (const connection of connections) connection.close()
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  return {
    result: { perSecond: (times.length / took) * 1000, mean, median: at(0.5), p99: at(0.99), bytes },
    indicators: clients.map((client) => ('indicators' in client ? client.indicators : null)),
  }
}

/** Each begins somewhere else, so that not all of them want the same. */
function wandering({ requests }: Wanderer, place: number): () => string {
  let n = place
  return () => requests[n++ % requests.length] ?? ''
}

/** Each save is based on the one before it, and says something else. */
function saving(client: Saver): () => string {
  const indicators = client.indicators.map((each) => ({ ...each }))
  client.indicators = indicators
  let n = 0
  return () => {
    const indicator = indicators[n++ % indicators.length]
    if (!indicator) throw new Error('nothing to save to')
    const basedOn = indicator.revision++
    const fields = new URLSearchParams({
      token: client.token,
      basedOn: String(basedOn),
      fields: 'evidence',
      evidence: `${basedOn} ${client.text}`,
    })
    return request('POST', indicator.path, client.headers, fields.toString())
  }
}

if (process.send) {
  process.once('message', (load: Load) => {
    make(load)
      .catch((error: Error): Report => ({ failure: error.message }))
      .then((report) => process.send?.(report))
  })
}
