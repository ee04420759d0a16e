import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { encodingFor, packed } from './compress.ts'

describe('what a browser takes', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP;q=0.5, BR;q=0.1', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['br;q=0.0, gzip; q=0.000', null],
    ['abr, gzipped', null],
    ['identity', null],
    ['', null],
    [undefined, null],
  ] as const)('%s: %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding)
  })
})

describe('a page', () => {
  const PAGE = '<p>We talk about it at induction.</p>'.repeat(100)
  const app = new Hono().get('/:length', (c) => c.body(packed(c, PAGE.slice(0, Number(c.req.param('length'))))))
  const get = (length: number, encoding: string) => app.request(`/${length}`, { headers: { 'accept-encoding': encoding } })

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is sent as %s and reads the same', async (encoding, unpack) => {
    const reply = await get(PAGE.length, encoding)
    const body = Buffer.from(await reply.arrayBuffer())
    expect([reply.headers.get('content-encoding'), reply.headers.get('vary')]).toEqual([encoding, 'accept-encoding'])
    expect(unpack(body).toString()).toBe(PAGE)
    expect(body.length).toBeLessThan(PAGE.length / 10)
  })

  test('is sent as it is to whoever takes nothing, and when it is short', async () => {
    for (const reply of [await get(PAGE.length, 'identity'), await get(300, 'br')])
      expect([reply.headers.get('content-encoding'), PAGE.startsWith(await reply.text())]).toEqual([null, true])
  })
})
