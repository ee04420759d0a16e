import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

test('the start page greets anyone', async () => {
  const reply = await world.visitor().get('/')
  expect(reply.status).toBe(200)
  expect(reply.text).toContain('Mentormark')
})

test('an unknown address is not found', async () => {
  expect((await world.visitor().get('/nowhere')).status).toBe(404)
})
