import { actorId, audit, type Context, instant, newId, type OwnedTx, Problem } from '../platform/index.ts'
import { firstPreview } from './kinds.ts'
import { type EvidenceItem, LONGEST, MOST_ITEMS, type NewEvidence, sameEvidence } from './rules.ts'
import { evidenceAbout, evidenceUnder, findEvidence, insertEvidence, setRemoved } from './store.ts'

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

/**
 * Makes the evidence under a path be just these items: what was added besides is taken away, what was taken away is put back. An
 * item that has been forgotten stays forgotten. As above, the verb whose transaction it is has asked.
 * @param prefix as for `evidenceUnder`
 * @param ids of what was there at one moment, so that there is room for them
 */
export async function returnEvidenceIn(own: OwnedTx, by: By, prefix: string, ids: ReadonlySet<string>): Promise<void> {
  const there = await evidenceUnder(own, prefix)
  for (const item of there) {
    if (ids.has(item.id)) continue
    await setRemoved(own, item.id, instant(by.clock))
    await auditLine(own, by, 'evidence.removed', item)
  }
  const present = new Set(there.map(({ id }) => id))
  for (const id of ids) {
    if (present.has(id)) continue
    const item = await findEvidence(own, id)
    if (!item?.subject.startsWith(prefix)) continue
    await setRemoved(own, id, null)
    await auditLine(own, by, 'evidence.restored', item)
  }
}

/**
 * Copies evidence to other subjects, with who added it and when. A file is kept once, whatever refers to it. The verb whose
 * transaction it is has asked, and says on the trail how many there were.
 * @param prefix as for `evidenceUnder`
 * @param to the subject that an item about this one is copied to; null for one that is left out
 */
export async function copyEvidenceIn(own: OwnedTx, prefix: string, to: (subject: string) => string | null): Promise<number> {
  const copies = (await evidenceUnder(own, prefix)).flatMap((item): readonly EvidenceItem[] => {
    const subject = to(item.subject)
    return subject === null ? [] : [{ ...item, id: newId(), subject }]
  })
  await insertEvidence(own, copies)
  return copies.length
}

function auditLine(own: OwnedTx, by: By, action: string, item: EvidenceItem, detail: Readonly<Record<string, unknown>> = {}) {
  return audit(own.tx, by, {
    organisationId: own.organisationId,
    action,
    subject: `${item.subject}/evidence/${item.id}`,
    detail,
  })
}
