import { BlockList, SocketAddress } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalAddress, isLoopback, networkOf, networksOf } from './network.ts'

describe('the networks of an address are', () => {
  test.each([
    ['203.0.113.7', ['203.0.113.7']],
    ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2::/64', '2001:db8:1::/56', '2001:db8:1::/48']],
    ['2001:0DB8:0001:02FF::6', ['2001:db8:1:2ff::/64', '2001:db8:1:200::/56', '2001:db8:1::/48']],
    ['2001:db8::1', ['2001:db8::/64', '2001:db8::/56', '2001:db8::/48']],
    ['fe80::1%eth0', ['fe80::/64', 'fe80::/56', 'fe80::/48']],
    ['::1', ['::/64', '::/56', '::/48']],
  ])('%s → %j', (address, networks) => expect(networksOf(address)).toEqual(networks))

  test.each([
    '',
    'unknown',
    '203.0.113',
    '203.0.113.07',
    '0x7f.1',
    '2130706433',
    '1::2::3',
    ':::',
    '::1%',
    `${'a:'.repeat(5000)}`,
  ])('one of its own for %.20j, which is no address', (address) => expect(networksOf(address)).toEqual(['unknown']))
})

test.each([
  '::ffff:1.2.3.4',
  '::FFFF:1.2.3.4',
  '::ffff:0102:0304',
  '0:0:0:0:0:ffff:102:304',
  '::1.2.3.4',
  '64:ff9b::1.2.3.4',
  '64:ff9b::102:304',
  '::ffff:0:1.2.3.4',
  '::ffff:1.2.3.4%eth0',
])('%s counts as the IPv4 address in it', (address) => expect(networksOf(address)).toEqual(['1.2.3.4']))

test.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['0:0:0:0:0:0:0:1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:7f00:1', true],
  ['128.0.0.1', false],
  ['::2', false],
  ['localhost', false],
])('%s is this machine: %j', (address, here) => expect(isLoopback(address)).toBe(here))

describe('for any address', () => {
  const ipv4 = fc.ipV4()
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
  /** The same eight groups in full, in upper case, without leading zeros and as Node would write them. */
  const spellings = (eight: readonly number[]): readonly string[] => {
    const full = eight.map((group) => group.toString(16).padStart(4, '0')).join(':')
    return [
      full,
      full.toUpperCase(),
      eight.map((group) => group.toString(16)).join(':'),
      new SocketAddress({ address: full, family: 'ipv6' }).address,
      `${full}%eth0`,
    ]
  }

  test('how it is written makes no difference', () => {
    fc.assert(
      fc.property(groups, (eight) => {
        const [first, ...others] = spellings(eight).map(networksOf)
        for (const other of others) expect(other).toEqual(first)
      }),
    )
  })

  test('each of its networks holds it, and the wider holds the narrower, as Node’s own block list sees them', () => {
    fc.assert(
      fc.property(groups, (eight) => {
        // Those that carry an IPv4 address are counted for it, which is tested above.
        fc.pre((eight[0] ?? 0) > 0x64)
        const [address = ''] = spellings(eight)
        for (const network of networksOf(address)) {
          const [start = '', bits = ''] = network.split('/')
          const list = new BlockList()
          list.addSubnet(start, Number(bits), 'ipv6')
          expect(list.check(address, 'ipv6')).toBe(true)
          expect(list.check(networkOf(address).replace('/64', ''), 'ipv6')).toBe(true)
        }
      }),
    )
  })

  test('two addresses share a network exactly when they begin with the same bits', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 0, max: 127 }), (eight, bit) => {
        fc.pre((eight[0] ?? 0) > 0x1ff)
        const other = eight.map((group, place) => (place === bit >> 4 ? group ^ (1 << (15 - (bit & 15))) : group))
        fc.pre((other[0] ?? 0) > 0x1ff)
        const [one, two] = [spellings(eight)[0] ?? '', spellings(other)[0] ?? '']
        const shared = networksOf(one).filter((network) => networksOf(two).includes(network)).length
        expect(shared).toBe(bit >= 64 ? 3 : bit >= 56 ? 2 : bit >= 48 ? 1 : 0)
      }),
    )
  })

  test('an IPv4 address is the same inside an IPv6 address, dotted or in hexadecimal', () => {
    fc.assert(
      fc.property(ipv4, (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
        const hexadecimal = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
        for (const spelled of [`::ffff:${address}`, `::ffff:${hexadecimal}`, `64:ff9b::${hexadecimal}`]) {
          expect(networksOf(spelled)).toEqual([address])
        }
      }),
    )
  })

  test('no text whatever is more than an unknown network', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: fc.constantFrom(...'0f:.%/[] '), maxLength: 60 })),
        (text) => {
          const networks = networksOf(text)
          if (canonicalAddress(text) === null) expect(networks).toEqual(['unknown'])
          else expect(networks.length).toBeGreaterThanOrEqual(1)
        },
      ),
    )
  })
})
