import { randomUUID } from 'node:crypto'
import { paths } from '../../src/accounts/paths.ts'
import { paths as assessmentPaths } from '../../src/assessment/paths.ts'
import { newId } from '../../src/platform/ids.ts'
import { Connection, type Reply, request } from './connection.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

export const PASSPHRASE = 'otter bicycle lantern plum'

/** Someone's browser at a running server, over one connection: keeps cookies, sends the token the last page gave it. */
export class RemoteVisitor {
  readonly #port: number
  readonly #origin: string
  readonly #cookies = new Map<string, string>()
  readonly #always: Readonly<Record<string, string>>
  #connection: Connection | null = null
  #usedAt = 0
  token = ''

  /**
   * @param server `url` is its own address, which forms must come from
   * @param always headers sent with everything, such as those of a proxy in front
   */
  constructor(server: { readonly port: number; readonly url: string }, always: Readonly<Record<string, string>> = {}) {
    this.#port = server.port
    this.#origin = server.url
    this.#always = always
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.#send(request('GET', path, { ...this.headers(), ...headers }))
  }

  post(path: string, fields: Fields, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.#send(this.postRequest(path, fields, headers))
  }

  /** A form's request as text, to be sent by someone else in this visitor's name. */
  postRequest(path: string, fields: Fields, headers: Readonly<Record<string, string>> = {}): string {
    const body = encodeForm({ token: this.token, ...fields })
    return request('POST', path, { ...this.headers(), ...FORM, origin: this.#origin, ...headers }, body)
  }

  /** What this browser sends along with everything. */
  headers(): Readonly<Record<string, string>> {
    if (this.#cookies.size === 0) return this.#always
    return { ...this.#always, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }

  close(): void {
    this.#connection?.close()
  }

  async #send(text: string): Promise<Reply> {
    // A server closes a connection that has been quiet for some seconds; one that may be closing is not used again.
    const quiet = performance.now() - this.#usedAt > 1000
    if (!this.#connection || this.#connection.broken || quiet) {
      this.#connection?.close()
      this.#connection = new Connection(this.#port)
    }
    const reply = await this.#connection.send(text)
    this.#usedAt = performance.now()
    for (const cookie of reply.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0/i.test(cookie)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    this.token = tokenIn(reply) ?? this.token
    return reply
  }
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

function encodeForm(fields: Fields): string {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  ).toString()
}

function tokenIn(reply: Reply): string | undefined {
  return /name="token" value="([^"]+)"/.exec(reply.body.toString())?.[1]
}

/** Somebody who has signed up through the pages, at a server that sends no mail. */
export interface RemotePerson {
  readonly browser: RemoteVisitor
  readonly email: string
}

export async function newPerson(
  server: { readonly port: number; readonly url: string },
  name: string,
  headers: Readonly<Record<string, string>> = {},
  email = `${randomUUID()}@riverbank.example`,
): Promise<RemotePerson> {
  const browser = new RemoteVisitor(server, headers)
  await browser.get(paths.signUp.to())
  const reply = await through(browser.post(paths.signUp.to(), { id: newId(), name, email, passphrase: PASSPHRASE }))
  if (String(reply.headers.get('location')).includes('sent='))
    throw new Error('this server sends mail: to sign up there, somebody has to read it')
  return { browser, email }
}

/** Somebody who has signed up, set up an organisation and started an assessment of the whole framework, all through the pages. */
export interface Lead extends RemotePerson {
  readonly organisation: string
  readonly assessment: string
  /** Addresses of the assessment's indicators, in its order. */
  readonly indicators: readonly string[]
}

export async function newLead(
  server: { readonly port: number; readonly url: string },
  name: string,
  headers: Readonly<Record<string, string>> = {},
  address?: string,
): Promise<Lead> {
  const { browser, email } = await newPerson(server, name, headers, address)
  const organisation = newId()
  await browser.get(paths.newOrganisation.to())
  await through(browser.post(paths.newOrganisation.to(), { id: organisation, name: `${name}’s mentoring` }))

  const start = assessmentPaths.start.to({ organisation })
  const page = (await browser.get(start)).body.toString()
  const edition = /name="edition" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const assessment = newId()
  await through(browser.post(start, { id: assessment, edition, scope: 'all', programme: '', lead: name }))

  const overview = (await browser.get(assessmentPaths.lookOver.to({ organisation, assessment }))).body.toString()
  const indicators = [...new Set([...overview.matchAll(/href="([^"?]+\/indicators\/[^"?]+)/g)].map(([, href = '']) => href))]
  return { browser, email, organisation, assessment, indicators }
}

/** A form that was taken sends the browser on to the next page. */
async function through(sending: Promise<Reply>): Promise<Reply> {
  const reply = await sending
  if (reply.status !== 303) throw new Error(`the form was not taken: ${reply.status}\n${reply.body}`)
  return reply
}
