import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { completedCore } from '../../tests/support/assessments.ts'
import { alice, type MemberPersona } from '../../tests/support/personas.ts'
import { createWorld, type World } from '../../tests/support/world.ts'
import { evidenceUnder } from '../evidence/index.ts'
import { type Context, ownedBy } from '../platform/index.ts'
import { saveAnswer, skipIndicator } from './actions/answer.ts'
import { correctAssessment, discardCorrection } from './actions/correct.ts'
import { describeAssessment } from './actions/describe.ts'
import { recordExemption, withdrawExemption } from './actions/exemption.ts'
import { type FieldValues, LESS_RELEVANT } from './answer.ts'
import { subjectsOf } from './paths.ts'
import { snapshotOf } from './return-to.ts'
import { digestOf } from './snapshot.ts'
import { answersOf } from './store/answers.ts'
import { findAssessment } from './store/assessments.ts'
import { exemptionsOf } from './store/exemptions.ts'

/** Whatever was saved in a correction, discarding it brings back what was sealed, and picking it up again what was discarded. */

let world: World
let owner: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
})
afterAll(() => world.end())

const INDICATORS = ['1.1', '1.2', '8.1', '8.2'] as const
const text = fc.constantFrom('', 'a', 'b', 'Naïve “café” 👩‍🏫', ' \n')
const rating = fc.constantFrom('', 'undeveloped', 'good', LESS_RELEVANT)

type Deed =
  | { readonly do: 'save'; readonly indicator: string; readonly values: Partial<FieldValues>; readonly late: boolean }
  | { readonly do: 'skip'; readonly indicator: string }
  | { readonly do: 'cover' | 'uncover' }
  | { readonly do: 'describe'; readonly programme: string }

const indicator = fc.constantFrom(...INDICATORS)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      indicator,
      values: fc.record({ evidence: text, rating, notes: text, lessRelevantReason: text }, { requiredKeys: [] }),
      late: fc.boolean(),
    }),
  },
  fc.record({ do: fc.constant('skip' as const), indicator }),
  fc.record({ do: fc.constantFrom('cover' as const, 'uncover' as const) }),
  fc.record({ do: fc.constant('describe' as const), programme: fc.constantFrom('Club', 'Group') }),
)

test('discarding and picking up, for any saves', async () => {
  const at = await completedCore(owner)
  const ctx: Context = { ...world.services, actor: { kind: 'person', id: owner.id, name: owner.name, email: owner.email } }
  const ids = { organisationId: at.organisation, assessmentId: at.assessment }
  const own = () => ownedBy(world.services.db.read, at.organisation)
  const assessment = async () => {
    const found = await findAssessment(own(), at.assessment)
    if (!found) throw new Error('the assessment is gone')
    return found
  }
  /** Everything that people can read, and what the rules make of it. */
  const standing = async () => {
    const { programme, lead, scope } = await assessment()
    const states = await own()
      .select('answer')
      .select(['indicator_id', 'state'])
      .where('assessment_id', '=', at.assessment)
      .execute()
    return {
      answers: Object.fromEntries(
        [...(await answersOf(own(), at.assessment))].map(([id, { values, skipped, carried }]) => [
          id,
          { values, skipped, carried },
        ]),
      ),
      states: Object.fromEntries(states.map((row) => [row.indicator_id, row.state])),
      evidence: (await evidenceUnder(own(), subjectsOf(at.assessment))).map(({ id }) => id),
      exemptions: await exemptionsOf(own(), at.assessment),
      about: { programme, lead, scope },
    }
  }
  const perform = async (each: Deed) => {
    if (each.do === 'save') {
      const answer = (await answersOf(own(), at.assessment)).get(each.indicator)
      const basedOn = Math.max(0, (answer?.revision ?? 0) - (each.late ? 1 : 0))
      // Covered by a mark, say.
      await saveAnswer(ctx, { ...ids, indicatorId: each.indicator, basedOn, values: each.values }).catch(() => {})
    } else if (each.do === 'skip') await skipIndicator(ctx, { ...ids, indicatorId: each.indicator }).catch(() => {})
    else if (each.do === 'describe')
      await describeAssessment(ctx, at.organisation, at.assessment, { programme: each.programme, lead: 'Sam' })
    else if (each.do === 'uncover') await withdrawExemption(ctx, at.organisation, at.assessment, 8)
    else {
      const mark = { standard: 8, mark: 'A mark', level: 'Gold', awardedOn: '2025-06-02', expiresOn: null }
      await recordExemption(ctx, at.organisation, at.assessment, mark)
    }
  }
  const openOne = async (resume: number | null) => {
    const { revision, opening } = await assessment()
    await correctAssessment(ctx, at.organisation, at.assessment, { revision, opening }, 'Again', resume)
  }
  const discardIt = async () => {
    const now = await assessment()
    const changes = digestOf(await snapshotOf(own(), now))
    const seen = { revision: now.revision, opening: now.opening, changes }
    expect(await discardCorrection(ctx, at.organisation, at.assessment, seen)).toBe(true)
    return now.opening
  }

  const wordsIn = ({ answers, exemptions, about }: Awaited<ReturnType<typeof standing>>) => [
    Object.values(answers).map(({ values }) => values),
    exemptions,
    about,
  ]
  const sealed = await standing()
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 8 }), async (deeds) => {
      await openOne(null)
      for (const each of deeds) await perform(each)
      const left = await standing()
      const discarded = await discardIt()
      expect(await standing()).toEqual(sealed)
      // Putting off what is rated changes no word, and there is nothing to pick up.
      if (JSON.stringify(wordsIn(left)) === JSON.stringify(wordsIn(sealed))) return
      await openOne(discarded)
      expect(await standing()).toEqual(left)
      await discardIt()
      expect(await standing()).toEqual(sealed)
    }),
    { numRuns: 25 },
  )
})
