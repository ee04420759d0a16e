import { findEdition } from '../frameworks/index.ts'
import type { World } from '../../tests/support/world.ts'
import { asSystem, audit, newId, ownedBy } from '../platform/index.ts'
import type { NewAction } from './forms.ts'

/** A plan of this organisation's: its head is an assessment, in the edition that comes with the program. @returns its id */
export async function aPlan(world: World, organisationId: string): Promise<string> {
  const id = newId()
  const context = asSystem(world.services, 'test')
  const edition = await findEdition(context.db.read, 'mentoring-quality-framework', '2022')
  await context.db.write(async (tx) => {
    await ownedBy(tx, organisationId)
      .insert('assessment', {
        id,
        framework_id: 'mentoring-quality-framework',
        edition: '2022',
        digest: edition?.digest ?? '',
        programme: 'Stepping Stones',
        scope: 'all',
        lead: 'Alice Okafor',
        status: 'complete',
        revision: 1,
        revision_reason: null,
        started_at: '2026-02-02T10:00:00.000Z',
        completed_on: '2026-03-01',
        completed_by: 'Alice Okafor',
        completed_by_role: 'Mentoring manager',
        next_review_on: '2027-03-01',
        reviewed_by: 'The trustees',
      })
      .execute()
    await audit(tx, context, { organisationId, action: 'assessment.started', subject: `assessment/${id}` })
  })
  return id
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
