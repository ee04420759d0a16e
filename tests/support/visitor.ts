import type { App } from '../../src/app.tsx'
import { ShownPage } from './page.ts'

type Value = string | File
/** Null takes a field away that the page would have sent. */
export type Fields = Readonly<Record<string, Value | readonly Value[] | null>>

/** A reply, with its page read. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  /** The body as text. */
  readonly text: string
  /** The body as it came. */
  readonly bytes: Uint8Array
  /** Where a redirect goes; null when it is none. */
  readonly location: string | null
  readonly page: ShownPage
  /** @throws when the body is no JSON */
  json<T>(): T
}

const ORIGIN = 'http://localhost:3000'

/** Someone's browser, as far as the program can tell: keeps cookies, follows forms, sends the token the last page gave it. */
export class Visitor {
  readonly #app: App
  readonly #cookies = new Map<string, string>()
  #token = ''

  constructor(app: App) {
    this.#app = app
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.#send(path, { headers })
  }

  head(path: string): Promise<Reply> {
    return this.#send(path, { method: 'HEAD' })
  }

  /** Sends a form. The token of the last page comes along unless `fields.token` says otherwise. Redirects are not followed. */
  async post(path: string, fields: Fields = {}, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    // A page must have been seen for there to be a token, as in a browser.
    if (!this.#token && !('token' in fields)) await this.get('/sign-in')
    return this.#sendForm(path, Object.entries({ token: this.#token, ...fields }).flatMap(pairs), headers)
  }

  /** Sends a form and looks at the page it leads to. */
  async submit(path: string, fields: Fields = {}): Promise<Reply> {
    const reply = await this.post(path, fields)
    return reply.location ? this.get(reply.location) : reply
  }

  /**
   * Fills in a form of a page and sends it as a browser without scripts would: everything the page holds, but for what
   * `fields` changes. The button pressed is one of the fields.
   * @param page a reply that showed it, or its address
   */
  async fillIn(page: Reply | string, action: string, fields: Fields = {}): Promise<Reply> {
    const shown = typeof page === 'string' ? await this.get(page) : page
    const form = shown.page.form(action)
    const kept = form.fields.filter(([name]) => !(name in fields))
    return this.#sendForm(action, [...kept, ...Object.entries(fields).flatMap(pairs)], {}, form.files)
  }

  #sendForm(
    path: string,
    entries: readonly (readonly [string, Value])[],
    headers: Readonly<Record<string, string>>,
    multipart = false,
  ): Promise<Reply> {
    const body = multipart || entries.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams()
    for (const [name, value] of entries) body.append(name, value as string)
    return this.#send(path, { method: 'POST', body, headers: { origin: ORIGIN, ...headers } })
  }

  async #send(path: string, init: RequestInit): Promise<Reply> {
    const headers = new Headers(init.headers)
    if (this.#cookies.size > 0) headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await this.#app.request(new URL(path, ORIGIN).href, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(pair.indexOf('=') + 1)
      if (/max-age=0/i.test(cookie) || value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    this.#token = /name="token" value="([\w-]{86})"/.exec(text)?.[1] ?? this.#token
    const location = response.headers.get('location')?.replace(ORIGIN, '') ?? null
    let page: ShownPage | null = null
    return {
      status: response.status,
      headers: response.headers,
      text,
      bytes,
      location,
      get page() {
        page ??= new ShownPage(text)
        return page
      },
      json: () => JSON.parse(text),
    }
  }
}

function pairs([name, value]: [string, Fields[string]]): readonly (readonly [string, Value])[] {
  if (value === null) return []
  return [value].flat().map((each) => [name, each as Value] as const)
}
