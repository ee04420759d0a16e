// Another visitor, in a process of its own, who goes about their work while others attack. Started by `startBystander` below.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Connection, type Reply, request } from '../support/connection.ts'
import type { Lead } from '../support/remote-visitor.ts'
import type { Acknowledged } from './ledger.ts'

/** What a stretch of time was like for them. Times are milliseconds. */
export interface Stretch {
  readonly signedIn: Waited
  readonly notSignedIn: Waited
  readonly acknowledged: readonly Acknowledged[]
  /** How many were answered how; `none` for a connection that ended first. */
  readonly answers: Readonly<Record<string, number>>
}

export interface Waited {
  readonly answers: number
  readonly slowest: number
  /** The request that waited so long. */
  readonly what: string
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number
  /** How many waited longer than 250 ms. */
  readonly long: number
}

export interface Bystander {
  /** What happened since the last time this was asked, once what they are waiting for has been answered or `patience` is over. */
  stretch(patienceMs: number): Promise<Stretch>
  /** The same, and then they do nothing until the next time this is asked: for looking into the database meanwhile. */
  lastStretch(patienceMs: number): Promise<Stretch>
  stop(): void
}

interface Orders {
  readonly port: number
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
  readonly strangerHeaders: Readonly<Record<string, string>>
  readonly token: string
  readonly organisation: string
  readonly assessment: string
  /** Addresses they look at, and those they save to. */
  readonly pages: readonly string[]
  readonly indicators: readonly string[]
  readonly openPages: readonly string[]
}

/** How long they think between two requests, in milliseconds. */
const PAUSE = 20
/** No browser waits longer. */
const GIVES_UP = 120_000

export function startBystander(
  server: { readonly port: number; readonly url: string },
  { browser, organisation, assessment, indicators }: Lead,
  pages: readonly string[],
  openPages: readonly string[],
  strangerHeaders: Readonly<Record<string, string>>,
): Bystander {
  const child = fork(fileURLToPath(import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] })
  const orders: Orders = {
    port: server.port,
    origin: server.url,
    headers: browser.headers(),
    strangerHeaders,
    token: browser.token,
    organisation,
    assessment,
    pages,
    openPages,
    indicators: indicators.slice(0, 8),
  }
  child.send(orders)
  const ask = (patienceMs: number, goOn: boolean) =>
    new Promise<Stretch>((resolve, reject) => {
      const ended = () => reject(new Error('the bystander has ended'))
      child.once('exit', ended)
      child.once('message', (stretch: Stretch) => {
        child.off('exit', ended)
        resolve(stretch)
      })
      child.send({ patienceMs, goOn })
    })
  return {
    stretch: (patienceMs) => ask(patienceMs, true),
    lastStretch: (patienceMs) => ask(patienceMs, false),
    stop: () => child.kill('SIGKILL'),
  }
}

/** One connection that is opened again whenever it ends. */
class Visitor {
  slowest = 0
  what = ''
  at = 0
  long = 0
  answers = 0
  #connection: Connection | null = null
  #waiting: { what: string; since: number } | null = null
  readonly #port: number
  readonly #count: (status: number | null) => void

  constructor(port: number, count: (status: number | null) => void) {
    this.#port = port
    this.#count = count
  }

  /** Null when the connection ended first. */
  async ask(what: string, text: string): Promise<Reply | null> {
    if (!this.#connection || this.#connection.broken) this.#connection = new Connection(this.#port)
    const connection = this.#connection
    const began = performance.now()
    this.#waiting = { what, since: began }
    const timer = setTimeout(() => connection.close(), GIVES_UP)
    try {
      const reply = await connection.send(text)
      this.#note(what, performance.now() - began)
      this.#count(reply.status)
      if (reply.headers.get('connection') === 'close') connection.close()
      return reply
    } catch {
      // What had to be waited for before the connection ended was waited for all the same, unless there was nobody there.
      if (performance.now() - began > 1000) this.#note(what, performance.now() - began)
      this.#count(null)
      await pause(30)
      return null
    } finally {
      clearTimeout(timer)
      this.#waiting = null
    }
  }

  #note(what: string, ms: number): void {
    this.answers++
    if (ms > 250) this.long++
    if (ms <= this.slowest) return
    this.slowest = ms
    this.what = what
    this.at = Date.now()
  }

  /** What was so far, beginning anew; with what they have been waiting for until now. */
  take(): Waited {
    if (this.#waiting) this.#note(`${this.#waiting.what}, not answered yet`, performance.now() - this.#waiting.since)
    const { answers, slowest, what, at, long } = this
    this.answers = this.slowest = this.long = 0
    this.what = ''
    return { answers, slowest, what, at, long }
  }

  get isWaiting(): boolean {
    return this.#waiting !== null
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function goAbout(orders: Orders): void {
  let acknowledged: Acknowledged[] = []
  let answers: Record<string, number> = {}
  let paused = false
  const count = (status: number | null) => {
    const name = String(status ?? 'none')
    answers[name] = (answers[name] ?? 0) + 1
  }
  const signedIn = new Visitor(orders.port, count)
  const notSignedIn = new Visitor(orders.port, count)
  const revisions = new Map<string, number>()
  let saves = 0

  async function save(): Promise<void> {
    const address = orders.indicators[saves % orders.indicators.length] ?? ''
    const words = `Save ${saves++}. What we do about it, and how we know.`
    const fields = { token: orders.token, basedOn: String(revisions.get(address) ?? 0), fields: 'evidence', evidence: words }
    const headers = {
      ...orders.headers,
      origin: orders.origin,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const reply = await signedIn.ask(`POST ${address}`, request('POST', address, headers, new URLSearchParams(fields).toString()))
    if (reply?.status !== 200) return
    const said = JSON.parse(reply.body.toString()) as { revision: number; state: string }
    revisions.set(address, said.revision)
    const { organisation, assessment } = orders
    const indicator = address.split('/').at(-1) ?? ''
    if (said.state === 'saved') acknowledged.push({ organisation, assessment, indicator, revision: said.revision, words })
  }

  async function work(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
    for (let step = 0; ; step++) {
      while (paused) await pause(5)
      await steps[step % steps.length]?.()
      await pause(PAUSE)
    }
  }

  const look = (visitor: Visitor, headers: Orders['headers']) => (path: string) => () =>
    visitor.ask(`GET ${path}`, request('GET', path, headers))
  void work(orders.pages.map(look(signedIn, orders.headers)).flatMap((step) => [step, save]))
  void work(orders.openPages.map(look(notSignedIn, orders.strangerHeaders)))

  process.on('message', async ({ patienceMs, goOn }: { patienceMs: number; goOn: boolean }) => {
    const until = performance.now() + patienceMs
    paused = true
    while ((signedIn.isWaiting || notSignedIn.isWaiting) && performance.now() < until) await pause(5)
    const stretch: Stretch = { signedIn: signedIn.take(), notSignedIn: notSignedIn.take(), acknowledged, answers }
    acknowledged = []
    answers = {}
    paused = !goOn
    process.send?.(stretch)
  })
  process.on('disconnect', () => process.exit(0))
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url))
  process.once('message', (orders: Orders) => goAbout(orders))
