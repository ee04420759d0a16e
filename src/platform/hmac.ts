import { createHmac } from 'node:crypto'

/** Texts whose code is kept; all are dropped when there are more, which takes that many different visitors. */
const MOST_KNOWN = 2000

const known = new Map<string, Buffer>()

/**
 * HMAC-SHA256 of a text, for the codes that every request of a visit asks for again: what was made lately is remembered.
 * @returns 32 bytes, not to be changed
 */
export function hmac(secret: string, text: string): Buffer {
  const key = `${secret} ${text}`
  const ready = known.get(key)
  if (ready) return ready
  if (known.size >= MOST_KNOWN) known.clear()
  const made = createHmac('sha256', secret).update(text).digest()
  known.set(key, made)
  return made
}
