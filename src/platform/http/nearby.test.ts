import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addressIn, visitorAddress } from './nearby.ts'

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['203.0.113.9:51234', '203.0.113.9'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
  ['unknown', null],
  ['_hidden', null],
  ['203.0.113.9.evil', null],
  ['999.0.113.9:80', null],
  ['[[::1]]', null],
  ['', null],
])('what a proxy wrote: %s', (written, address) => {
  expect(addressIn(written)).toBe(address)
})

const seen = async (forwarded: string | null, trusted: number) => {
  const app = new Hono().get('/', (c) => c.text(visitorAddress(c, trusted)))
  return (await app.request('/', forwarded === null ? {} : { headers: { 'x-forwarded-for': forwarded } })).text()
}

test('only what the trusted proxies wrote is believed, however much a visitor makes up', async () => {
  expect(await seen('198.51.100.1, 198.51.100.2, 203.0.113.9:4711', 1)).toBe('203.0.113.9')
  expect(await seen('198.51.100.1, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9')
  expect(await seen('203.0.113.9', 0)).toBe('unknown')
  expect(await seen('203.0.113.9, unknown', 1)).toBe('unknown')
  expect(await seen(', ,', 1)).toBe('unknown')
  expect(await seen(null, 1)).toBe('unknown')
})
