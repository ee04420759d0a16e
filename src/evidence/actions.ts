import { actorId, audit, type Context, instant, newId, type OwnedTx, Problem } from '../platform/index.ts'
import { firstPreview } from './kinds.ts'
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
    const facts = { id: newId(), subject, addedBy: actorId(by.actor), addedAt: instant(by.clock) }
    return { ...item, ...facts, preview: firstPreview(item) }
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

/**
 * Puts removed evidence back. What was added again meanwhile is there already, and nothing happens.
 * @returns as `removeEvidenceIn`
 * @throws Problem `stale` when there would be too many about the subject
 */
export async function restoreEvidenceIn(own: OwnedTx, by: By, subject: string, id: string): Promise<EvidenceItem | null> {
  const item = await findEvidence(own, id)
  if (item?.subject !== subject) return null
  if (!item.removed) return item
  const there = await evidenceAbout(own, subject)
  if (there.some((other) => sameEvidence(item, other))) return item
  if (there.length >= MOST_ITEMS) throw new Problem('stale')
  await setRemoved(own, id, null)
  await auditLine(own, by, 'evidence.restored', item)
  return item
}

function auditLine(own: OwnedTx, by: By, action: string, item: EvidenceItem, detail: Readonly<Record<string, unknown>> = {}) {
  return audit(own.tx, by, {
    organisationId: own.organisationId,
    action,
    subject: `${item.subject}/evidence/${item.id}`,
    detail,
  })
}
