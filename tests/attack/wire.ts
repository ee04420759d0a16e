import { connect } from 'node:net'
import type { Journal } from './journal.ts'

export interface Answer {
  /** Null when the connection ended without one. */
  readonly status: number | null
  readonly head: string
  /** As it came over the wire, at most the first `KEPT` bytes. */
  readonly body: Buffer
  /** Bytes of head and body. */
  readonly bytes: number
  readonly ms: number
}

export interface Sending {
  readonly port: number
  /** What is sent, for whoever reads the findings. */
  readonly label: string
  readonly timeoutMs?: number
  /** Bytes after which the sender is gone, without a word. */
  readonly cutAfter?: number
  /** Bytes of the answer after which the sender is gone. */
  readonly cutAnswerAfter?: number
  /** Sent in pieces of so many bytes. */
  readonly pieces?: number
}

const KEPT = 300_000

/** Sends bytes on a connection of their own, whatever they are, and waits for what comes back. Never rejects. */
export function send(journal: Journal, bytes: Buffer, sending: Sending): Promise<Answer> {
  const { port, label, timeoutMs = 30_000, cutAfter, cutAnswerAfter, pieces } = sending
  const entry = journal.begin(label, bytes)
  const began = performance.now()
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const chunks: Buffer[] = []
    let received = 0
    let kept = 0
    let head = ''
    let bodyLength: number | null = null
    let tail = ''
    const timer = setTimeout(() => socket.destroy(), timeoutMs)
    socket.on('error', () => {})
    socket.on('connect', () => {
      if (cutAfter !== undefined) {
        socket.write(bytes.subarray(0, cutAfter), () => socket.resetAndDestroy())
      } else if (pieces === undefined) socket.write(bytes)
      else {
        for (let at = 0; at < bytes.length; at += pieces) socket.write(bytes.subarray(at, at + pieces))
      }
    })
    socket.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (kept < KEPT) {
        chunks.push(chunk)
        kept += chunk.length
      }
      tail = (tail + chunk.toString('latin1')).slice(-7)
      if (cutAnswerAfter !== undefined && received >= cutAnswerAfter) socket.resetAndDestroy()
      if (head === '' && kept < KEPT * 2) {
        const so = Buffer.concat(chunks)
        const end = so.indexOf('\r\n\r\n')
        if (end >= 0) {
          head = so.toString('latin1', 0, end + 4)
          const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
          const bodiless = bytes.subarray(0, 5).toString('latin1') === 'HEAD ' || /^HTTP\/1\.[01] (1|204|304)/.test(head)
          bodyLength = bodiless ? 0 : length === undefined ? null : Number(length)
        }
      }
      const whole = head !== '' && (bodyLength === null ? tail.endsWith('\r\n0\r\n\r\n') : received >= head.length + bodyLength)
      if (whole) socket.destroy()
    })
    socket.on('close', () => {
      clearTimeout(timer)
      const ms = performance.now() - began
      const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? Number.NaN)
      const found = Number.isNaN(status) ? null : status
      journal.end(entry, found, ms)
      resolve({ status: found, head, body: Buffer.concat(chunks).subarray(head.length), bytes: received, ms })
    })
  })
}

type Headers = readonly (readonly [name: string, value: string])[]

/** A request, with the length of its body unless told otherwise. */
export function requestBytes(
  method: string,
  target: string,
  headers: Headers,
  body: Buffer | null = null,
  { version = '1.1', chunked = false }: { readonly version?: string; readonly chunked?: boolean } = {},
): Buffer {
  const all = [['host', '127.0.0.1'], ['connection', 'close'], ...headers] as Headers
  const length: Headers =
    body === null ? [] : chunked ? [['transfer-encoding', 'chunked']] : [['content-length', String(body.length)]]
  const lines = [...all, ...(headers.some(([name]) => name === 'content-length') ? [] : length)].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  // Headers are bytes: a character of a test beyond latin1 goes as its UTF-8.
  const head = Buffer.from(`${method} ${target} HTTP/${version}\r\n${lines.join('')}\r\n`, 'utf8')
  return Buffer.concat([head, body === null ? Buffer.alloc(0) : chunked ? inChunks(body) : body])
}

function inChunks(body: Buffer): Buffer {
  const parts: Buffer[] = []
  const size = Math.max(1, Math.ceil(body.length / 3))
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size)
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'))
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
}

export type Part = { readonly name: string; readonly value: string | Buffer; readonly file?: string; readonly type?: string }

export const BOUNDARY = 'mentormarkattack'
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`
export const URLENCODED = 'application/x-www-form-urlencoded'

export function multipart(parts: readonly Part[], boundary = BOUNDARY): Buffer {
  const pieces = parts.flatMap(({ name, value, file, type }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', '%22')}"${file === undefined ? '' : `; filename="${file}"`}\r\n${
        file === undefined ? '' : `Content-Type: ${type ?? 'application/octet-stream'}\r\n`
      }\r\n`,
    ),
    typeof value === 'string' ? Buffer.from(value) : value,
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)])
}
