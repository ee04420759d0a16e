import type { ReaderOrTx } from '../../platform/index.ts'
import { type OrganisationRecord, recordOf } from './rules.ts'
import { organisationById } from './store.ts'

/** What an organisation says of itself, in words, for an assessment's record; null when there is no such organisation. */
export async function organisationRecord(db: ReaderOrTx, organisationId: string): Promise<OrganisationRecord | null> {
  const organisation = await organisationById(db, organisationId)
  return organisation && recordOf(organisation)
}
