import { connect, type Socket } from 'node:net'

export interface Reply {
  readonly status: number
  /** By lower-case name. Cookies are in `cookies`. */
  readonly headers: ReadonlyMap<string, string>
  /** Every `set-cookie` value, as it came. */
  readonly cookies: readonly string[]
  readonly body: Buffer
  /** Bytes of head and body together, as they came over the wire. */
  readonly bytes: number
}

/**
 * One keep-alive connection that sends one request at a time: as little as can be between a measurement and what it measures.
 * Reads replies of a known length and chunked ones.
 */
export class Connection {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null
  #broken: Error | null = null

  constructor(port: number, host = '127.0.0.1') {
    this.#socket = connect({ port, host, noDelay: true })
    this.#socket.on('data', (chunk: Buffer) => {
      this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
      this.#read()
    })
    this.#socket.on('error', (error) => this.#fail(error))
    this.#socket.on('close', () => this.#fail(new Error('the connection was closed')))
  }

  /** True once it can't be used any more. */
  get broken(): boolean {
    return this.#broken !== null
  }

  /** @param request as it goes over the wire, head and body: see `request` */
  send(request: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken)
      if (this.#waiting) return reject(new Error('one request at a time'))
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #fail(error: Error): void {
    this.#broken ??= error
    this.#waiting?.reject(this.#broken)
    this.#waiting = null
  }

  #read(): void {
    const bytes = this.#received
    const end = bytes.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = bytes.toString('latin1', 0, end)
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
    const body =
      length !== undefined
        ? known(bytes, end + 4, Number(length))
        : /\r\ntransfer-encoding: *chunked/i.test(head)
          ? chunked(bytes, end + 4)
          : { content: Buffer.alloc(0), next: end + 4 }
    if (!body) return
    this.#received = bytes.subarray(body.next)
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.resolve(replyOf(head, body.content, body.next))
  }
}

/** A request as text. @param headers besides `host` and the body's length */
export function request(method: 'GET' | 'POST', path: string, headers: Readonly<Record<string, string>>, body = ''): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const length = method === 'POST' ? `content-length: ${Buffer.byteLength(body)}\r\n` : ''
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}${length}\r\n${body}`
}

function replyOf(head: string, body: Buffer, bytes: number): Reply {
  const [first = '', ...lines] = head.split('\r\n')
  const pairs = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return {
    status: Number(first.split(' ')[1]),
    headers: new Map(pairs),
    cookies: pairs.filter(([name]) => name === 'set-cookie').map(([, value]) => value),
    body,
    bytes,
  }
}

/** Null while more is to come. */
function known(bytes: Buffer, from: number, length: number) {
  return bytes.length < from + length ? null : { content: bytes.subarray(from, from + length), next: from + length }
}

function chunked(bytes: Buffer, from: number) {
  const parts: Buffer[] = []
  for (let at = from; ; ) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return null
    const length = Number.parseInt(bytes.toString('latin1', at, line), 16)
    const next = line + 2 + length + 2
    if (bytes.length < next) return null
    if (length === 0) return { content: Buffer.concat(parts), next }
    parts.push(bytes.subarray(line + 2, line + 2 + length))
    at = next
  }
}
