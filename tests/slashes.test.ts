import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../src/accounts/index.ts'
import { assessmentPaths } from '../src/assessment/index.ts'
import { newId } from '../src/platform/index.ts'
import { type Riverbank, riverbank } from './support/riverbank.ts'
import { createWorld, type World } from './support/world.ts'

/** An address with a slash at its end, as some programs and people write it, leads to the address without. */

let world: World
let there: Riverbank
beforeAll(async () => {
  world = await createWorld()
  there = await riverbank(world)
})
afterAll(() => world.end())

const ids = () => ({ ...there.open, ...there.ids, plan: there.open.assessment, conflict: newId() })
const addressOf = (pattern: string) =>
  pattern.replace(/:(\w+)/g, (_, name: string) => (ids() as Readonly<Record<string, string>>)[name] ?? '')

test('every page, for everybody, with what was asked for', async () => {
  for (const { method, pattern } of world.app.declared.filter(({ pattern }) => pattern !== '/')) {
    const address = addressOf(pattern)
    for (const visitor of [world.visitor(), there.stranger.browser, there.lead.browser])
      for (const slashes of ['/', '//']) {
        const asked = `${address}${slashes}?a=b%20c&d=%2Fe`
        const reply = method === 'GET' ? await visitor.get(asked) : await visitor.post(asked, { token: '' })
        expect([asked, reply.status, reply.location]).toEqual([asked, 308, `${address}?a=b%20c&d=%2Fe`])
      }
  }
})

test('and then its guard', async () => {
  const { organisation } = there.open
  const address = assessmentPaths.list.to({ organisation })
  const follow = async (visitor: typeof there.lead.browser) => visitor.get((await visitor.get(`${address}/`)).location ?? '')
  expect((await follow(there.lead.browser)).status).toBe(200)
  expect((await follow(there.stranger.browser)).status).toBe(404)
  expect((await follow(world.visitor())).location).toMatch(/^\/sign-in\?next=/)
  expect((await there.lead.browser.head(`${address}/`)).status).toBe(308)
})

test('a form keeps its method, and so its words', async () => {
  const page = await there.lead.browser.get(paths.account.to())
  const name = `${paths.accountName.to()}/`
  const reply = await there.lead.browser.post(name, { name: 'Dev A.' })
  expect([reply.status, reply.location]).toEqual([308, paths.accountName.to()])
  expect(page.status).toBe(200)
})

describe('nothing else', () => {
  test.each([
    '//evil.example/',
    '///evil.example//',
    '/\\evil.example/',
    '/%2F/evil.example/',
    '/%2Fevil.example/',
    '//account/',
    '/nowhere/',
    '/account/nowhere/',
    '/organisations//',
    '/assets/app.css/',
    '/sign-out/',
  ])('%s', async (address) => {
    const reply = await world.app.request(`http://localhost:3000${address}`)
    expect([address, reply.status, reply.headers.get('location')]).toEqual([address, 404, null])
  })

  test('and the first page is itself', async () => {
    expect((await world.visitor().get('/')).status).toBe(200)
  })
})
