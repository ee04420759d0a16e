import { afterAll, beforeAll, expect, test } from 'vitest'
import * as personas from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
test('alice', async () => {
  const a = await personas.alice(world)
  const r = await a.browser.get('/')
  console.log(r.status, r.location)
  const home = await a.browser.get(r.location!)
  console.log(home.text)
})
