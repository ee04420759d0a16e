import { afterAll, beforeAll, expect, test } from 'vitest'
import { complete, indicatorsOf, rate, startAssessment } from '../../tests/support/assessments.ts'
import { alice } from '../../tests/support/personas.ts'
import { createWorld, type World } from '../../tests/support/world.ts'
import { ownedBy } from '../platform/index.ts'
import { sealedRevision } from './store/sealed.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

test('the sealed record has the days that people’s calendars showed: started half an hour after midnight in summer', async () => {
  // Half past midnight on 2 July in London.
  world.clock.set('2026-07-01T23:30:00.000Z')
  const owner = await alice(world)
  const at = await startAssessment(owner)
  await rate(owner.browser, at, await indicatorsOf(owner.browser, at))
  expect((await complete(owner, at)).status).toBe(303)
  const sealed = await sealedRevision(ownedBy(world.services.db.read, at.organisation), at.assessment, 1)
  expect(JSON.parse(sealed?.content ?? '')).toMatchObject({
    startedOn: '2026-07-02',
    completion: { completedOn: '2026-07-02' },
  })
})
