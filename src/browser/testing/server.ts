/**
 * A server that keeps the autosave contract, small enough to read, with everything that can go wrong at a switch. It speaks
 * real HTTP to a real browser and sends the product's own security headers; its data outlives a restart.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { SaveReply } from '../contract.ts'
import { page, type Shown } from './page.ts'

const root = join(import.meta.dirname, '..')

export interface TestServer {
  readonly url: string
  /** Saves that reached the server, as sent. */
  readonly saves: URLSearchParams[]
  /** Ordinary submits. */
  readonly submits: URLSearchParams[]
  /** What is stored under an indicator now. */
  stored(indicator: string): Readonly<Record<string, string>>
  revision(indicator: string): number
  /** Texts kept beside those that stand. */
  readonly versions: { readonly field: string; readonly value: string }[]
  /** A colleague saves. */
  colleague(indicator: string, fields: Record<string, string>): void
  stop(): Promise<void>
  start(): Promise<void>
  readonly switches: Switches
}

interface Switches {
  /** Milliseconds before a save is looked at. */
  delay: number
  /** The reply to saves, instead of saving. */
  answer: { readonly status: number; readonly body: unknown } | null
  /** Saves, and then lets the connection drop without a reply. */
  dropReply: boolean
  /** Forms made before carry another. */
  token: string
  /** Longest evidence taken. */
  bound: number
}

interface Answer {
  revision: number
  history: { revision: number; field: string; value: string }[]
}

const CONTENT_SECURITY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

export async function startTestServer(): Promise<TestServer> {
  const bundle = await build({
    entryPoints: [join(root, 'main.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const script = bundle.outputFiles[0]?.contents ?? new Uint8Array()
  const answers = new Map<string, Answer>()
  const switches: Switches = { delay: 0, answer: null, dropReply: false, token: 'token-1', bound: 1_000_000 }
  const saves: URLSearchParams[] = []
  const submits: URLSearchParams[] = []
  const versions: { field: string; value: string }[] = []
  let server: Server
  let port = 0

  function answerOf(indicator: string): Answer {
    const known = answers.get(indicator) ?? { revision: 7, history: [{ revision: 1, field: 'evidence', value: 'We check.' }] }
    answers.set(indicator, known)
    return known
  }
  function valuesAt(indicator: string, revision: number): Record<string, string> {
    const known = answerOf(indicator).history.filter((each) => each.revision <= revision)
    return Object.fromEntries(known.map((each) => [each.field, each.value]))
  }
  function write(indicator: string, fields: Record<string, string>): void {
    const answer = answerOf(indicator)
    answer.revision += 1
    for (const [field, value] of Object.entries(fields)) answer.history.push({ revision: answer.revision, field, value })
  }

  function save(indicator: string, body: URLSearchParams, names: readonly string[]): { status: number; body: unknown } {
    const errors: Record<string, string> = {}
    const base = valuesAt(indicator, Number(body.get('basedOn')))
    const stands = valuesAt(indicator, Number.POSITIVE_INFINITY)
    const accepted: Record<string, string> = {}
    const conflicts = []
    for (const field of names) {
      const value = body.getAll(field).join(' ').replaceAll('\r\n', '\n')
      const [before, now] = [base[field] ?? '', stands[field] ?? '']
      if (field === 'evidence' && value.length > switches.bound) errors[field] = 'Your evidence must be shorter'
      else if (value === before || value === now) continue
      else if (now === before) accepted[field] = value
      else {
        versions.push({ field, value })
        const label = field === 'evidence' ? 'Your evidence' : field
        conflicts.push({
          id: `c${versions.length}`,
          field,
          fieldLabel: label,
          by: 'Priya',
          href: `/versions/${field}`,
        })
      }
    }
    const changed = Object.keys(accepted)
    if (changed.length > 0) write(indicator, accepted)
    if (Object.keys(errors).length > 0) return { status: 422, body: { problem: 'invalid', errors } }
    const { revision } = answerOf(indicator)
    const saved = { revision, savedAt: '10:42', changed }
    const reply: SaveReply = conflicts.length > 0 ? { ...saved, state: 'conflict', conflicts } : { ...saved, state: 'saved' }
    return { status: 200, body: reply }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const person = /person=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? null
    const html = (body: string, status = 200) => {
      response.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': CONTENT_SECURITY,
      })
      response.end(body)
    }
    const go = (where: string, cookie?: string) => {
      response.writeHead(303, {
        location: where,
        ...(cookie ? { 'set-cookie': `${cookie}; HttpOnly; SameSite=Lax; Path=/` } : {}),
      })
      response.end()
    }
    const show = (shown: Omit<Shown, 'person' | 'token'>) => html(page({ ...shown, person, token: switches.token }))
    const indicator = /^\/indicator\/(.+)$/.exec(url.pathname)?.[1]

    if (url.pathname === '/app.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' })
      response.end(script)
    } else if (url.pathname === '/sign-in') {
      const who = url.searchParams.get('as')
      if (who) go('/', `person=${who}`)
      else show({ title: 'Sign in' })
    } else if (url.pathname === '/sign-out') {
      const keep = new URLSearchParams(await text(request)).has('keepDrafts')
      response.setHeader('clear-site-data', keep ? '"cache"' : '"cache", "storage"')
      go('/sign-in', 'person=')
    } else if (request.method === 'GET' && indicator) {
      if (!person) go('/sign-in')
      else
        show({
          title: `${indicator} Title`,
          indicator,
          revision: answerOf(indicator).revision,
          values: valuesAt(indicator, Number.POSITIVE_INFINITY),
        })
    } else if (request.method === 'POST' && indicator) {
      const body = new URLSearchParams(await text(request))
      if (request.headers.accept !== 'application/json') {
        submits.push(body)
        save(indicator, body, ['rating', 'evidence', 'examples', 'notes'])
        return go('/done')
      }
      saves.push(body)
      if (switches.delay > 0) await new Promise((resolve) => setTimeout(resolve, switches.delay))
      const { status, body: reply } = reject(body, person) ?? switches.answer ?? save(indicator, body, body.getAll('fields'))
      if (switches.dropReply) return void response.destroy()
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(reply))
    } else show({ title: url.pathname.slice(1) || 'Start' })
  }

  function reject(body: URLSearchParams, person: string | null): { status: number; body: unknown } | null {
    if (!person) return { status: 401, body: { problem: 'signed-out' } }
    if (body.get('token') !== switches.token) return { status: 403, body: { problem: 'forged' } }
    if (body.get('person') !== person) return { status: 403, body: { problem: 'not-allowed' } }
    return null
  }

  async function start(): Promise<void> {
    server = createServer((request, response) => {
      handle(request, response).catch(() => response.destroy())
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  }
  async function stop(): Promise<void> {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  await start()
  return {
    url: `http://127.0.0.1:${port}`,
    saves,
    submits,
    versions,
    switches,
    stored: (indicator) => valuesAt(indicator, Number.POSITIVE_INFINITY),
    revision: (indicator) => answerOf(indicator).revision,
    colleague: write,
    start,
    stop,
  }
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of request) parts.push(part as Uint8Array)
  return Buffer.concat(parts).toString()
}
