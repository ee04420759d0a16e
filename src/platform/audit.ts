import { type Actor, actorId } from './actor.ts'
import { type Clock, instant } from './clock.ts'
import { type OwnedTx, ownedBy } from './database/owned.ts'
import { prepared } from './database/prepared.ts'
import type { Tx } from './database/tables.ts'
import { newId } from './ids.ts'

export interface ActivityTable {
  organisation_id: string
  id: string
  /** UTC instant. */
  at: string
  /** Person's id, or `system:` and a name. */
  actor: string
  /** What was done, noun and past participle: `answer.saved`. */
  action: string
  /** What it was done to, as a path of ids: `assessment/0193…/indicator/2.3`. */
  subject: string
  /** JSON: what changed, in facts that do not repeat people's words. */
  detail: string
}

/** Stands where an organisation's id would, for what belongs to none: signing up, signing in. */
export const NO_ORGANISATION = '00000000-0000-0000-0000-000000000000'

export interface AuditLine {
  readonly organisationId: string
  readonly action: string
  readonly subject: string
  readonly detail?: Readonly<Record<string, unknown>>
}

const addLine = prepared((own: OwnedTx, row: Omit<ActivityTable, 'organisation_id'>) => own.insert('activity', row))

/** Writes the audit line of a change, in the change's own transaction. */
export async function audit(tx: Tx, by: { readonly actor: Actor; readonly clock: Clock }, line: AuditLine): Promise<void> {
  await addLine(ownedBy(tx, line.organisationId), {
    id: newId(),
    at: instant(by.clock),
    actor: actorId(by.actor),
    action: line.action,
    subject: line.subject,
    detail: JSON.stringify(line.detail ?? {}),
  })
}
