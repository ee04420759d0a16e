import { type EvidenceItem, evidenceUnder } from '../evidence/index.ts'
import { actionsOf } from '../plan/index.ts'
import type { Owned } from '../platform/index.ts'
import { subjectOf, subjectsUnder } from './paths.ts'
import type { Surroundings } from './rules.ts'
import type { Assessment } from './store/assessments.ts'
import { openConflicts } from './store/conflicts.ts'

/**
 * How much evidence, how many actions and how many waiting versions each indicator has.
 * @param items all the assessment's evidence, where the caller has it already
 */
export async function surroundingsOf(
  own: Owned,
  { id: assessmentId, planId }: Pick<Assessment, 'id' | 'planId'>,
  items?: readonly EvidenceItem[],
): Promise<(indicatorId: string) => Surroundings> {
  const evidence = tally((items ?? (await evidenceUnder(own, subjectsUnder(assessmentId)))).map((item) => item.subject))
  const actions = tally((await actionsOf(own, planId)).map((action) => action.indicatorId))
  const unsettled = tally((await openConflicts(own, assessmentId)).map((conflict) => conflict.indicatorId))
  return (indicatorId) => ({
    evidence: evidence.get(subjectOf(assessmentId, indicatorId)) ?? 0,
    actions: actions.get(indicatorId) ?? 0,
    unsettled: unsettled.get(indicatorId) ?? 0,
  })
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
