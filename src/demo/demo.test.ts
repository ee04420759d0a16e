import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '../../tests/support/personas.ts'
import { createWorld, type World } from '../../tests/support/world.ts'
import { paths } from '../accounts/index.ts'
import { weaknessOf } from '../accounts/passphrase.ts'
import {
  type Assessment,
  type AssessmentRecord,
  answersOf,
  assessmentPaths,
  listAssessments,
  sealedRevision,
  sealsOf,
} from '../assessment/index.ts'
import { evidenceUnder } from '../evidence/index.ts'
import { actionsOf, planCounts, planPaths } from '../plan/index.ts'
import { canonicalJson, type Owned, ownedBy, today } from '../platform/index.ts'
import { reportPaths } from '../report/index.ts'
import { buildDemo, DEMO_PASSPHRASE, DEMO_PEOPLE } from './index.ts'

let world: World
const owned = new Map<string, Owned>()

beforeAll(async () => {
  world = await createWorld()
  await buildDemo(world.services, { secret: 'a-secret-for-tests-that-is-long-enough' })
  const rows = await world.services.db.read.selectFrom('organisation').select(['id', 'name']).execute()
  for (const { id, name } of rows) owned.set(name, ownedBy(world.services.db.read, id))
})
afterAll(() => world.end())

const of = (name: string): Owned => {
  const own = owned.get(name)
  if (!own) throw new Error(`${name} is not in the demo`)
  return own
}
const quaggyBridge = () => of('Quaggy Bridge Mentoring')
/** Oldest first. */
const assessmentsOf = async (own: Owned) => [...(await listAssessments(own))].reverse()

describe('the demo', () => {
  test('has three organisations, each with its people', async () => {
    expect([...owned.keys()].sort()).toEqual(['Compass Row Young London', 'Quaggy Bridge Mentoring', 'Tallow Street Peers'])
    const people = await world.services.db.read.selectFrom('person').select('email').execute()
    expect(people.map(({ email }) => email).sort()).toEqual(
      DEMO_PEOPLE.flatMap((each) => each.people.map(({ email }) => email)).sort(),
    )
    expect(await weaknessOf(DEMO_PASSPHRASE, ['Marcia Holloway', 'marcia@quaggybridge.example'], 'test')).toBeNull()
  })

  test('follows one of them through three years', async () => {
    const [first, second, third] = await assessmentsOf(quaggyBridge())
    expect([first, second, third].map((each) => each?.status)).toEqual(['complete', 'complete', 'in-progress'])
    const day = today(world.clock)
    const age = (each: Assessment | undefined) =>
      Math.round((Date.parse(day) - Date.parse(each?.completion?.completedOn ?? each?.startedAt ?? '')) / 86_400_000)
    expect([age(first), age(second), age(third)]).toEqual([728, 361, 16])
    expect(second?.revision).toBe(2)
    expect(second?.revisionReason).toContain('supervision notes')
  })

  test('shows growth between the years', async () => {
    const [first, second] = await assessmentsOf(quaggyBridge())
    const standing = async (assessment: Assessment | undefined) => {
      const ratings = [...(await answersOf(quaggyBridge(), assessment?.id ?? '')).values()].map(({ values }) => values.rating)
      const count = (rating: string) => ratings.filter((each) => each === rating).length
      return ['undeveloped', 'developing', 'good', 'excellent', 'less-relevant'].map(count)
    }
    const [before, after] = [await standing(first), await standing(second)]
    expect(before.reduce((a, b) => a + b)).toBe(40)
    expect(after.reduce((a, b) => a + b)).toBe(40)
    expect(before[0]).toBeGreaterThan(5)
    expect(after[0]).toBeLessThan(3)
    expect(after[3]).toBeGreaterThan(before[3] ?? 0)
    expect(after[4]).toBe(1)
  })

  test('has sealed each completed revision, and the seals hold', async () => {
    const seals = (
      await Promise.all(
        [...owned.values()].map(async (own) =>
          (
            await Promise.all(
              (
                await listAssessments(own)
              ).map(async ({ id }) =>
                Promise.all((await sealsOf(own, id)).map(({ revision }) => sealedRevision(own, id, revision))),
              ),
            )
          )
            .flat()
            .filter((seal) => seal !== null),
        ),
      )
    ).flat()
    expect(seals).toHaveLength(4)
    for (const { sha256, content, revision } of seals) {
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
      const record = JSON.parse(content) as AssessmentRecord
      expect(canonicalJson(record)).toBe(content)
      expect(record.revision).toBe(revision)
    }
  })

  test('has plans with everything a plan can hold, as at today', async () => {
    const [, second, third] = await assessmentsOf(quaggyBridge())
    const actions = await actionsOf(quaggyBridge(), second?.id ?? '')
    const counts = planCounts(actions, today(world.clock))
    expect(counts).toEqual({ total: 14, completed: 7, overdue: 2, dueSoon: 2, needsOwnerOrDate: 2 })
    expect(actions.filter((each) => each.completedOn).every((each) => each.whatChanged !== '')).toBe(true)
    expect(planCounts(await actionsOf(quaggyBridge(), third?.id ?? ''), today(world.clock)).completed).toBe(1)
  })

  test('has evidence of every kind, and the files open', async () => {
    const items = await evidenceUnder(quaggyBridge(), 'assessment/')
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['link', 'place', 'file']))
    const files = items.flatMap((item) => (item.kind === 'file' ? [item] : []))
    for (const { sha256, bytes } of files) expect((await world.services.files.open(sha256))?.bytes).toBe(bytes)
    expect(items.filter(({ preview }) => preview === 'not-yet').map(({ title }) => title)).toEqual([
      'What new mentors wish they had known',
    ])
  })

  test('has a correction open, with what was sealed in the foreground', async () => {
    const [secondWind] = await assessmentsOf(of('Compass Row Young London'))
    expect(secondWind).toMatchObject({
      status: 'in-progress',
      revision: 2,
      completion: { completedBy: 'Tobias Marchetti-Bello' },
    })
    expect(secondWind?.revisionReason).toContain('training register')
  })

  test('stands one standard on a quality mark, and leaves two versions waiting', async () => {
    const marks = await of('Compass Row Young London').select('exemption').selectAll().execute()
    expect(marks.map(({ mark, level, standard }) => [mark, level, standard])).toContainEqual([
      'London Youth Quality Mark',
      'Gold',
      8,
    ])
    const waiting = await quaggyBridge().select('answer_conflict').selectAll().where('settled_at', 'is', null).execute()
    expect(waiting.map((each) => each.indicator_id)).toEqual(['3.2'])
  })

  test('happened before now, in order', async () => {
    for (const own of owned.values()) {
      const lines = await own.select('activity').select(['at', 'actor']).orderBy('id').execute()
      const times = lines.map(({ at }) => at)
      expect(times).toEqual([...times].sort())
      expect((times.at(-1) ?? '') < world.clock.now().toISOString()).toBe(true)
      expect(lines.some(({ actor }) => actor.startsWith('system:'))).toBe(false)
    }
  })

  test('everybody can sign in and read every page of their organisation', async () => {
    for (const { organisation: name, people } of DEMO_PEOPLE) {
      const organisation = of(name).organisationId
      const assessments = await listAssessments(of(name))
      for (const { email } of people) {
        const browser = world.visitor()
        expect((await signIn(browser, email, DEMO_PASSPHRASE)).status).toBe(303)
        const pages = assessments.flatMap(({ id: assessment }) => [
          assessmentPaths.taskList.to({ organisation, assessment }),
          assessmentPaths.indicator.to({ organisation, assessment, indicator: '3.3' }),
          assessmentPaths.lookOver.to({ organisation, assessment }),
          planPaths.plan.to({ organisation, plan: assessment }),
          reportPaths.results.to({ organisation, assessment }),
        ])
        for (const page of [paths.organisation.to({ organisation }), ...pages]) {
          expect({ page, status: (await browser.get(page)).status }).toEqual({ page, status: 200 })
        }
      }
    }
  })
})
