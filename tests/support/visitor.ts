import type { App } from '../../src/app.tsx'

export type Fields = Readonly<Record<string, string | readonly string[] | File>>

/** A reply, with its page read. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  /** The body as text. */
  readonly text: string
  /** Where a redirect goes; null when it is none. */
  readonly location: string | null
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

  /** Sends a form. The token of the last page comes along unless `fields.token` says otherwise. Redirects are not followed. */
  async post(path: string, fields: Fields = {}, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    // A page must have been seen for there to be a token, as in a browser.
    if (!this.#token && !('token' in fields)) await this.get('/sign-in')
    const entries = Object.entries({ token: this.#token, ...fields })
    const hasFile = entries.some(([, value]) => (value as unknown) instanceof File)
    const body = hasFile ? new FormData() : new URLSearchParams()
    for (const [name, value] of entries)
      for (const each of Array.isArray(value) ? value : [value]) body.append(name, each as string)
    return this.#send(path, { method: 'POST', body, headers: { origin: ORIGIN, ...headers } })
  }

  /** Sends a form and looks at the page it leads to. */
  async submit(path: string, fields: Fields = {}): Promise<Reply> {
    const reply = await this.post(path, fields)
    return reply.location ? this.get(reply.location) : reply
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
    const text = await response.text()
    this.#token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? this.#token
    const location = response.headers.get('location')
    return { status: response.status, headers: response.headers, text, location: location?.replace(ORIGIN, '') ?? null }
  }
}
