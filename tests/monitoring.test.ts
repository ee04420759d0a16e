import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { metrics } from '../src/platform/metrics.ts'
import { createWorld, type World } from './support/world.ts'

/** What whoever runs the program asks it: is it alive, can it serve people, how is it doing. */

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const TOKEN = 'a-token-for-tests-that-is-long-enough'
const at = (path: string) => `http://10.1.2.3:3000${path}`
const get = (app: World['app'], path: string, headers: Record<string, string> = {}) => app.request(at(path), { headers })

describe('/healthz and /readyz', () => {
  test('answer everybody, under any name, and leave nothing in their browser', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const reply = await get(world.app, path)
      expect([reply.status, await reply.text()]).toEqual([200, 'ok\n'])
      expect(reply.headers.getSetCookie()).toEqual([])
      expect(reply.headers.get('cache-control')).toBe('no-store')
    }
  })

  test('a server that is stopping is alive, and not ready', async () => {
    const app = world.appWith({ isStopping: () => true })
    expect((await get(app, '/readyz')).status).toBe(503)
    expect((await get(app, '/healthz')).status).toBe(200)
  })

  test.each([
    ['says no', async () => false],
    ['fails', () => Promise.reject(new Error('gone'))],
    ['says nothing', () => new Promise<boolean>(() => {})],
  ])('a server whose database %s is alive, and not ready', async (_, healthy) => {
    const app = world.appWith({ db: { ...world.services.db, healthy } })
    expect((await get(app, '/readyz')).status).toBe(503)
    expect((await get(app, '/healthz')).status).toBe(200)
  })

  test('many who ask at once cost the database one question', async () => {
    let asked = 0
    const healthy = async () => {
      asked += 1
      await new Promise(setImmediate)
      return true
    }
    const app = world.appWith({ db: { ...world.services.db, healthy } })
    await Promise.all(Array.from({ length: 50 }, () => get(app, '/readyz')))
    expect(asked).toBe(1)
  })
})

describe('/metrics', () => {
  test('is not there for whoever has no token', async () => {
    const nothing = await world.visitor().get('/no-such-page')
    const others = ['', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN, `Bearer ${TOKEN.slice(0, -1)}`, 'Bearer ']
    const withToken = world.appWith({ metricsToken: TOKEN })
    for (const authorization of others) {
      const reply = await withToken.request('http://localhost:3000/metrics', { headers: { authorization } })
      expect([authorization, reply.status]).toEqual([authorization, 404])
      expect(await reply.text()).toContain(nothing.page.heading)
    }
    // Where no token is set, none is right.
    const none = await world.app.request('http://localhost:3000/metrics', { headers: { authorization: 'Bearer null' } })
    expect(none.status).toBe(404)
  })

  test('counts requests by pattern, never by id, and reads what others have put there', async () => {
    await metrics.begin()
    metrics.gauge('test_waiting', 'How many wait in this test.', () => 3)
    metrics.gauge('test_broken', 'Can’t be read.', () => Promise.reject(new Error('gone')))
    const app = world.appWith({ metricsToken: TOKEN })
    await app.request('http://localhost:3000/organisations/some-id-of-somebody/assessments')
    await app.request('http://localhost:3000/sign-in')
    await app.request('http://localhost:3000/words-of-somebody')
    await app.request('http://localhost:3000/sign-in', { method: 'BREW' })
    const reply = await get(app, '/metrics', { authorization: `Bearer ${TOKEN}` })
    const text = await reply.text()
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(reply.headers.getSetCookie()).toEqual([])
    const counted = (method: string, route: string, status: string) =>
      text.includes(`mentormark_http_requests_total{method="${method}",route="${route}",status="${status}"} 1\n`)
    expect(counted('GET', '/organisations/:organisation/assessments', '3xx')).toBe(true)
    expect(counted('GET', '/sign-in', '2xx')).toBe(true)
    expect(counted('GET', 'no route', '4xx')).toBe(true)
    expect(counted('OTHER', 'no route', '4xx')).toBe(true)
    expect(text).toContain('mentormark_http_request_duration_seconds_bucket{le="0.25",method="GET",route="/sign-in"} 1')
    expect(text).toContain('mentormark_test_waiting 3')
    expect(text).not.toContain('test_broken')
    expect(text).toContain('process_resident_memory_bytes')
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
    expect(text).not.toMatch(/somebody|BREW/)
    // Each line is a comment or a figure, as the format has it.
    for (const line of text.split('\n').filter(Boolean))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? [-+\dNaInf.e]+)$/)
  })
})
