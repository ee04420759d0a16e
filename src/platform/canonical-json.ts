/**
 * JSON with one spelling for each value (RFC 8785), so that equal values have equal digests whoever writes them:
 * no white space, members sorted by UTF-16 code units, numbers and strings as ECMAScript writes them.
 *
 * Anything JSON cannot hold throws instead of being quietly dropped, because a digest must cover all that was given.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join()}]`
  if (isPlainObject(value)) return canonicalObject(value)
  throw new TypeError(`Canonical JSON cannot hold ${describe(value)}`)
}

function canonicalObject(value: Record<string, unknown>): string {
  // The default sort compares UTF-16 code units, which is what RFC 8785 asks for.
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${canonicalString(name)}:${canonicalJson(value[name])}`).join()}}`
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Canonical JSON cannot hold the number ${value}`)
  return JSON.stringify(value)
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('Canonical JSON cannot hold text with half a surrogate pair')
  return JSON.stringify(value)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? `a ${value.constructor?.name ?? 'strange object'}`
    : `a value of type ${typeof value}`
}
