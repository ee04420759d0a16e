import { found, type ReaderOrTx } from '../../platform/index.ts'
import { type OrganisationRecord, recordOf } from './rules.ts'
import { organisationById } from './store.ts'

/** What an organisation says of itself, in words, for an assessment's record. @throws Problem `not-found` */
export async function organisationRecord(db: ReaderOrTx, organisationId: string): Promise<OrganisationRecord> {
  return recordOf(found(await organisationById(db, organisationId)))
}

/** The quality marks an organisation has said it holds, by name. @throws Problem `not-found` */
export async function marksHeld(db: ReaderOrTx, organisationId: string): Promise<readonly string[]> {
  return found(await organisationById(db, organisationId)).marks
}
