// Makes load from a process of its own, so that the server has a core to itself. Started by `underLoad` below.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Connection } from '../tests/support/connection.ts'

/** What one client sends, over and over: each request in its turn. */
export interface Client {
  readonly requests: readonly string[]
  /** Replaces `{n}` by a number that grows with every request, so that no save repeats the one before. */
  readonly counted?: boolean
}

export interface Load {
  readonly port: number
  readonly clients: readonly Client[]
  readonly seconds: number
  /** A reply that is not this is a failure of the measurement. */
  readonly expect: number
}

/** What came of it. Times are milliseconds. */
export interface LoadResult {
  readonly perSecond: number
  readonly replies: number
  readonly median: number
  readonly p99: number
  /** Bytes of one reply over the wire, the last one's. */
  readonly bytes: number
}

/** @throws Error when a reply was not as expected */
export function underLoad(load: Load): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (result: LoadResult | { failure: string }) =>
      'failure' in result ? reject(new Error(result.failure)) : resolve(result),
    )
    child.on('exit', (code) => code && reject(new Error(`the load ended with ${code}`)))
    child.send(load)
  })
}

async function make({ port, clients, seconds, expect }: Load): Promise<LoadResult> {
  const times: number[] = []
  let bytes = 0
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    clients.map(async ({ requests, counted }, place) => {
      const connection = new Connection(port)
      for (let n = 0; performance.now() < end; n++) {
        const text = requests[n % requests.length] ?? ''
        const sent = performance.now()
        const reply = await connection.send(counted ? text.replace('{n}', number(n, place)) : text)
        times.push(performance.now() - sent)
        if (reply.status !== expect) throw new Error(`${text.split('\r\n')[0]} was answered ${reply.status}\n${reply.body}`)
        bytes = reply.bytes
      }
      connection.close()
    }),
  )
  const took = performance.now() - began
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
  return { perSecond: (times.length / took) * 1000, replies: times.length, median: at(0.5), p99: at(0.99), bytes }
}

/** Always as long, because the request says how long it is. */
function number(n: number, place: number): string {
  return String(place * 1_000_000 + n).padStart(3, '0').slice(-3)
}

if (process.send) {
  process.once('message', (load: Load) => {
    make(load).then(
      (result) => process.send?.(result),
      (error: Error) => process.send?.({ failure: error.message }),
    )
  })
}
