import { isIPv4, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

/** No address is longer, with its zone (`%eth0`) and however it is written. */
const LONGEST_ADDRESS = 100

/**
 * How much of an IPv6 address stands for whoever has it: a device or a household gets at least a /64, a household or an office
 * often a /56, and whoever asks a hosting company gets a /48.
 */
const IPV6_PREFIXES = [64, 56, 48] as const

/** Ranges whose addresses carry an IPv4 address in their last 32 bits. */
const CARRYING_IPV4 = ['::ffff:0:0/96', '::ffff:0:0:0/96', '64:ff9b::/96', '::/96'].map((range) => ipaddr.IPv6.parseCIDR(range))

/** `::` and `::1`, which stand in the last of those ranges and carry nothing. */
const NOT_CARRYING = new Set(['::', '::1'])

/**
 * One spelling for each address: IPv6 in lower case, shortened and without its zone; IPv4 also where it came inside an IPv6
 * address. Null for anything that is no address.
 */
export function canonicalAddress(address: string): string | null {
  if (address.length > LONGEST_ADDRESS) return null
  if (isIPv4(address)) return address
  if (!isIPv6(address)) return null
  const parsed = ipaddr.IPv6.parse(address.replace(/%.*$/s, ''))
  const text = parsed.toString()
  if (NOT_CARRYING.has(text) || !CARRYING_IPV4.some((range) => parsed.match(range))) return text
  return new ipaddr.IPv4(parsed.toByteArray().slice(12)).toString()
}

/**
 * The networks an address belongs to, as tries are counted for them: an IPv4 address alone, or the /64, the /56 and the /48 of an
 * IPv6 address, the narrowest first. Whatever is no address belongs to one network of its own, `unknown`.
 */
export function networksOf(address: string): readonly [string, ...string[]] {
  const canonical = canonicalAddress(address)
  if (canonical === null) return ['unknown']
  if (isIPv4(canonical)) return [canonical]
  const bytes = ipaddr.IPv6.parse(canonical).toByteArray()
  const [narrowest, ...wider] = IPV6_PREFIXES.map((bits) => {
    const network = new ipaddr.IPv6(bytes.map((byte, place) => (place < bits / 8 ? byte : 0)))
    return `${network.toString()}/${bits}`
  })
  return [narrowest as string, ...wider]
}

/** The narrowest network an address belongs to: a household or an office. */
export function networkOf(address: string): string {
  return networksOf(address)[0]
}

/** True for an address of this machine itself. */
export function isLoopback(address: string): boolean {
  const canonical = canonicalAddress(address)
  return canonical !== null && (canonical === '::1' || canonical.startsWith('127.'))
}
