import type { World } from '../../tests/support/world.ts'
import { startAssessment } from '../assessment/actions/start.ts'
import { findEdition, listEditions } from '../frameworks/index.ts'
import { asSystem, newId, ownedBy } from '../platform/index.ts'
import type { NewAction } from './forms.ts'

/** A plan of this organisation's, in the edition that comes with the program. Its head is an assessment's. @returns its id */
export async function aPlan(world: World, organisationId: string): Promise<string> {
  const plan = newId()
  const context = asSystem(world.services, 'test')
  const [listed] = await listEditions(context.db.read)
  const edition = listed && (await findEdition(context.db.read, listed.id, listed.edition))
  if (!edition) throw new Error('The program came without a framework.')
  const start = { id: plan, scope: 'all', programme: 'Stepping Stones', lead: 'Alice Okafor' } as const
  await startAssessment(context, organisationId, edition, start)
  await context.db.housekeep((tx) =>
    ownedBy(tx, organisationId)
      .update('assessment')
      .set({
        completed_on: '2026-03-01',
        completed_by: 'Alice Okafor',
        completed_by_role: 'Mentoring manager',
        next_review_on: '2027-03-01',
        reviewed_by: 'The trustees',
      })
      .where('id', '=', plan)
      .execute(),
  )
  return plan
}

/** An action about indicator 6.3, with a person and a date well ahead. */
export function anAction(changes: Partial<NewAction> = {}): NewAction {
  return {
    id: newId(),
    indicatorId: '6.3',
    action: 'Ask mentees for feedback',
    byWhom: 'Sam Obi',
    byWhen: '2026-12-01',
    priority: 'medium',
    ...changes,
  }
}
