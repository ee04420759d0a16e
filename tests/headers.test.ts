import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assetsFrom } from '../src/platform/http/assets.ts'
import { createHttpServer } from '../src/platform/http/server.ts'
import { createLog } from '../src/platform/log.ts'
import { Connection } from './support/connection.ts'
import { createWorld, type World } from './support/world.ts'

/** What every answer says about itself, and to whom the program answers at all. */

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

describe('headers', () => {
  test('an asset has the same as a page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mentormark-assets-'))
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ 'app.css': 'app-1a2b3c.css' }))
    writeFileSync(join(folder, 'app-1a2b3c.css'), 'body { color: black }')
    const assets = assetsFrom(folder)
    rmSync(folder, { recursive: true })
    const app = world.appWith({ assets, secure: true, baseUrl: 'https://mentormark.example' })
    const page = await app.request('https://mentormark.example/')
    const asset = await app.request(`https://mentormark.example${assets.address('app.css')}`)
    expect([page.status, asset.status]).toEqual([200, 200])
    const same = [
      'content-security-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'permissions-policy',
      'referrer-policy',
      'strict-transport-security',
      'x-content-type-options',
      'x-frame-options',
    ]
    for (const name of same) {
      expect([name, page.headers.get(name)]).not.toEqual([name, null])
      expect([name, asset.headers.get(name)]).toEqual([name, page.headers.get(name)])
    }
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  test('HTTPS is for a year and for names below, where people use it, and not said elsewhere', async () => {
    const secure = world.appWith({ secure: true, baseUrl: 'https://mentormark.example' })
    const reply = await secure.request('https://mentormark.example/sign-in')
    expect(reply.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    expect((await world.app.request('http://localhost:3000/sign-in')).headers.get('strict-transport-security')).toBeNull()
  })
})

describe('methods', () => {
  test.each(['TRACE', 'TRACK', 'CONNECT', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])(
    '%s does nothing, and says nothing back',
    async (method) => {
      // Not every one of these can be sent with fetch.
      const app = createHttpServer({ fetch: world.app.fetch, log: createLog('silent'), trustedProxies: 0 })
      await app.listen(0, '127.0.0.1')
      const socket = connect(app.port, '127.0.0.1')
      const chunks: Buffer[] = []
      socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => {})
      socket.write(`${method} /sign-in HTTP/1.1\r\nhost: localhost\r\nx-secret: told-to-nobody\r\nconnection: close\r\n\r\n`)
      await once(socket, 'close')
      await app.stop(0)
      const answer = Buffer.concat(chunks).toString()
      // A method that Node does not know, or that asks for a tunnel, ends the connection.
      expect(answer === '' || /^HTTP\/1\.1 4/.test(answer), answer.slice(0, 100)).toBe(true)
      expect(answer).not.toContain('told-to-nobody')
    },
  )
})

describe('the name that is asked for', () => {
  let port: number
  let stop: () => Promise<unknown>
  beforeAll(async () => {
    const app = world.appWith({ baseUrl: 'https://mentormark.example', secure: true })
    const server = createHttpServer({ fetch: app.fetch, log: createLog('silent'), trustedProxies: 0 })
    await server.listen(0, '127.0.0.1')
    port = server.port
    stop = () => server.stop(1000)
  })
  afterAll(() => stop())

  async function status(head: string): Promise<number> {
    const connection = new Connection(port)
    const reply = await connection.send(`${head}\r\n\r\n`)
    connection.close()
    return reply.status
  }

  test.each([
    'mentormark.example',
    'MENTORMARK.example',
    'mentormark.example:443',
    // From this machine, or from a proxy that does not pass on what was asked for.
    'localhost',
    'localhost:3000',
    '127.0.0.1:8080',
    '[::1]:3000',
  ])('%s is ours', async (host) => {
    expect(await status(`GET /sign-in HTTP/1.1\r\nHost: ${host}`)).toBe(200)
  })

  test.each([
    'evil.example',
    'mentormark.example.evil.example',
    'evil.example:443',
    'mentormark.example@evil.example',
    'mentormark.example, evil.example',
    'mentormark.example evil.example',
    'mentormark.example/evil',
    'mentormark.example\\evil',
    'mentormark.example:99999999',
    'mentormark.example.',
    '10.0.0.1',
    '[::2]',
    '[',
    '',
    'a'.repeat(5000),
    '[::1',
    '%6cocalhost',
  ])('“%.40s” is not', async (host) => {
    expect(await status(`GET /sign-in HTTP/1.1\r\nHost: ${host}`)).toBe(400)
  })

  test('two are refused, also when both are ours, and so is none', async () => {
    expect(await status('GET /sign-in HTTP/1.1\r\nHost: mentormark.example\r\nHost: mentormark.example')).toBe(400)
    expect(await status('GET /sign-in HTTP/1.1\r\nHost: mentormark.example\r\nHost: evil.example')).toBe(400)
    expect(await status('GET /sign-in HTTP/1.1\r\nhost: mentormark.example\r\nHOST: localhost')).toBe(400)
    expect(await status('GET /sign-in HTTP/1.1\r\nAccept: text/html')).toBe(400)
    // Also where any one name would do.
    expect(await status('GET /healthz HTTP/1.1\r\nHost: 10.0.0.1\r\nHost: evil.example')).toBe(400)
  })

  test('a name in the address counts as well', async () => {
    expect(await status('GET http://mentormark.example/sign-in HTTP/1.1\r\nHost: mentormark.example')).toBe(200)
    expect(await status('GET http://evil.example/sign-in HTTP/1.1\r\nHost: mentormark.example')).toBe(400)
  })

  test('a load balancer that asks by number is told how the server is, and nothing else', async () => {
    expect(await status('GET /healthz HTTP/1.1\r\nHost: 10.0.0.1:3000')).toBe(200)
    expect(await status('GET /readyz HTTP/1.1\r\nHost: 10.0.0.1:3000')).toBe(200)
    expect(await status('GET /sign-up HTTP/1.1\r\nHost: 10.0.0.1:3000')).toBe(400)
  })
})
