import { mustAllow, type Permission } from '../accounts/index.ts'
import { actorId, audit, type Context, instant, newId, type OwnedTx, ownedBy } from '../platform/index.ts'
import { type EvidenceItem, LONGEST, MOST_ITEMS, type NewEvidence, sameEvidence } from './rules.ts'
import { evidenceAbout, findEvidence, insertEvidence, setRemoved } from './store.ts'

/** Who does it, and when: all that an action inside someone else's transaction needs. */
type By = Pick<Context, 'actor' | 'clock'>

export type EvidenceAdded =
  /** Items that were there already are not added again, so a form sent twice adds once. */
  | { readonly ok: true; readonly added: readonly EvidenceItem[] }
  /** There would be too many about one subject; none was added. */
  | { readonly ok: false; readonly because: 'full' }

/**
 * Adds evidence about a subject, inside the transaction of another verb, which has asked whether this person may.
 * @param subject a path of ids, at most 200 characters: `assessment/0193…/indicator/2.3`
 */
export async function addEvidenceIn(
  own: OwnedTx,
  by: By,
  subject: string,
  items: readonly NewEvidence[],
): Promise<EvidenceAdded> {
  if (subject === '' || subject.length > LONGEST.subject) throw new Error(`Not a subject: ${subject.slice(0, 300)}`)
  const there = await evidenceAbout(own, subject)
  const fresh = items.filter((item, place) => ![...there, ...items.slice(0, place)].some((other) => sameEvidence(item, other)))
  if (fresh.length === 0) return { ok: true, added: [] }
  if (there.length + fresh.length > MOST_ITEMS) return { ok: false, because: 'full' }

  const added = fresh.map((item): EvidenceItem => {
    return { ...item, id: newId(), subject, addedBy: actorId(by.actor), addedAt: instant(by.clock) }
  })
  await insertEvidence(own, added)
  for (const item of added) {
    const file = item.kind === 'file' ? { type: item.fileType, bytes: item.bytes, sha256: item.sha256 } : {}
    await auditLine(own, by, 'evidence.added', item, { kind: item.kind, ...file })
  }
  return { ok: true, added }
}

/**
 * Takes evidence away, so that it can be put back. Removing it twice is removing it once. As above, the verb whose transaction it
 * is has asked.
 * @returns the item; null when nothing of that id is about this subject
 */
export async function removeEvidenceIn(own: OwnedTx, by: By, subject: string, id: string): Promise<EvidenceItem | null> {
  const item = await findEvidence(own, id)
  if (item?.subject !== subject) return null
  if (item.removed) return item
  await setRemoved(own, id, instant(by.clock))
  await auditLine(own, by, 'evidence.removed', item)
  return item
}

/** Puts removed evidence back. @returns as `removeEvidenceIn` */
export async function restoreEvidenceIn(own: OwnedTx, by: By, subject: string, id: string): Promise<EvidenceItem | null> {
  const item = await findEvidence(own, id)
  if (item?.subject !== subject) return null
  if (!item.removed) return item
  await setRemoved(own, id, null)
  await auditLine(own, by, 'evidence.restored', item)
  return item
}

/**
 * `addEvidenceIn` in a transaction of its own.
 * @param permission what it takes to write about this subject, which only the caller knows
 * @throws Problem `not-found`, `not-allowed`
 */
export function addEvidence(
  context: Context,
  organisationId: string,
  subject: string,
  items: readonly NewEvidence[],
  permission: Permission,
): Promise<EvidenceAdded> {
  return alone(context, organisationId, permission, (own) => addEvidenceIn(own, context, subject, items))
}

/** `removeEvidenceIn` in a transaction of its own. Otherwise as `addEvidence`. */
export function removeEvidence(
  context: Context,
  organisationId: string,
  subject: string,
  id: string,
  permission: Permission,
): Promise<EvidenceItem | null> {
  return alone(context, organisationId, permission, (own) => removeEvidenceIn(own, context, subject, id))
}

/** `restoreEvidenceIn` in a transaction of its own. Otherwise as `addEvidence`. */
export function restoreEvidence(
  context: Context,
  organisationId: string,
  subject: string,
  id: string,
  permission: Permission,
): Promise<EvidenceItem | null> {
  return alone(context, organisationId, permission, (own) => restoreEvidenceIn(own, context, subject, id))
}

function alone<T>(
  context: Context,
  organisationId: string,
  permission: Permission,
  work: (own: OwnedTx) => Promise<T>,
): Promise<T> {
  return context.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, context, permission)
    return work(own)
  })
}

function auditLine(own: OwnedTx, by: By, action: string, item: EvidenceItem, detail: Readonly<Record<string, unknown>> = {}) {
  return audit(own.tx, by, {
    organisationId: own.organisationId,
    action,
    subject: `${item.subject}/evidence/${item.id}`,
    detail,
  })
}
