import { mustAllow } from '../../accounts/index.ts'
import { indicatorById } from '../../frameworks/index.ts'
import { audit, type Context, type Instant, instant, newId, type OwnedTx, ownedBy, Problem, today } from '../../platform/index.ts'
import { type Answer, EMPTY, FIELDS, type Field, type FieldValues } from '../answer.ts'
import { type Merge, merge } from '../merge.ts'
import { subjectOf } from '../paths.ts'
import { canBe, exemptStandards, isInScope, stageOf } from '../rules.ts'
import { answerOf, writeAnswer, writeSkipped } from '../store/answers.ts'
import { findAssessment } from '../store/assessments.ts'
import { changeConflict, closeConflict, insertConflict, openConflicts, type StoredConflict } from '../store/conflicts.ts'
import { exemptionsOf } from '../store/exemptions.ts'
import { valuesAt } from '../store/history.ts'
import { editionOf } from './start.ts'

export interface Save {
  readonly organisationId: string
  readonly assessmentId: string
  readonly indicatorId: string
  /** The answer's revision the person was looking at. */
  readonly basedOn: number
  readonly values: Partial<FieldValues>
}

export interface Saved {
  readonly revision: number
  readonly at: Instant
  /** The fields that were changed. Empty when everything sent was so already. */
  readonly changed: readonly Field[]
  /** Fields somebody else had changed: what was sent is kept, and waits for a choice. */
  readonly conflicts: readonly (Merge['conflicts'][number] & { readonly id: string })[]
}

/**
 * What the person was looking at. A revision that has not been yet is one that a restored backup has not got: nothing is known of
 * it, so nothing is taken to be unchanged since.
 */
async function valuesSeen(own: OwnedTx, { assessmentId, indicatorId, basedOn }: Save, before: Answer): Promise<FieldValues> {
  if (basedOn > before.revision) return EMPTY
  return basedOn === before.revision ? before.values : valuesAt(own, assessmentId, indicatorId, basedOn)
}

/**
 * Saves what a person wrote in an answer, and `also` whatever else they did on the same page, in one transaction.
 * Nothing sent is ever dropped: a field that someone else changed meanwhile keeps both texts.
 * @throws Problem `not-found`, `not-allowed`; `stale` when the assessment has been completed, or the indicator is not asked for: a quality
 * mark stands in for it, or it is set aside
 */
export async function saveAnswer(ctx: Context, save: Save, also?: (own: OwnedTx) => Promise<void>): Promise<Saved> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, save.organisationId)
    const before = await openForWriting(ctx, own, save)
    const base = await valuesSeen(own, save, before)
    const { accepted, conflicts } = merge(base, before.values, save.values)
    const by = { personId: ctx.actor.kind === 'person' ? ctx.actor.id : '', at: instant(ctx.clock) }

    const fields = FIELDS.filter((field) => field in accepted)
    const revision = fields.length > 0 ? await writeAnswer(own, save.assessmentId, before, accepted, by) : before.revision
    const kept = await keepConflicts(own, save, conflicts, by)
    if (fields.length > 0 || kept.some((each) => each.isNew)) {
      await audit(tx, ctx, {
        organisationId: save.organisationId,
        action: 'answer.saved',
        subject: subjectOf(save.assessmentId, save.indicatorId),
        detail: { revision, fields, ...(kept.length > 0 ? { conflicts: kept.map((each) => each.field) } : {}) },
      })
    }
    await also?.(own)
    return { revision, at: by.at, changed: fields, conflicts: kept }
  })
}

/**
 * Keeps what could not be merged. A person who goes on typing into the same field, from the same revision, adds to the version
 * that is kept for them instead of leaving one for every pause; anything that would drop a letter of it is kept beside it.
 */
async function keepConflicts(own: OwnedTx, save: Save, conflicts: Merge['conflicts'], by: { personId: string; at: Instant }) {
  if (conflicts.length === 0) return []
  const open = await openConflicts(own, save.assessmentId, save.indicatorId)
  const kept: (Merge['conflicts'][number] & { id: string; isNew: boolean })[] = []
  for (const conflict of conflicts) {
    const theirs = open.filter((each) => each.field === conflict.field && each.personId === by.personId)
    const same = theirs.find((each) => each.value === conflict.sent)
    const known = same ?? theirs.find((each) => each.basedOn === save.basedOn && keepsEveryLetter(conflict.sent, each.value))
    const id = known?.id ?? newId()
    kept.push({ ...conflict, id, isNew: known?.value !== conflict.sent })
    if (same) continue
    if (known) await changeConflict(own, save, id, conflict.sent, by.at)
    else {
      await insertConflict(own, save, {
        id,
        field: conflict.field,
        value: conflict.sent,
        basedOn: save.basedOn,
        personId: by.personId,
        at: by.at,
      })
    }
  }
  return kept
}

/** True when `longer` is `shorter` with something added, anywhere: then putting it in its place loses nothing. */
function keepsEveryLetter(longer: string, shorter: string): boolean {
  let at = 0
  for (let i = 0; i < longer.length && at < shorter.length; i++) if (longer[i] === shorter[at]) at++
  return at === shorter.length
}

/** "Skip for now": puts an indicator off, so that the next step passes it by. */
export async function skipIndicator(ctx: Context, at: Omit<Save, 'basedOn' | 'values'>): Promise<void> {
  await ctx.db.write(async (tx) => {
    const own = ownedBy(tx, at.organisationId)
    const before = await openForWriting(ctx, own, at)
    if (before.skipped) return
    await writeSkipped(own, at.assessmentId, before, {
      personId: ctx.actor.kind === 'person' ? ctx.actor.id : '',
      at: instant(ctx.clock),
    })
    await audit(tx, ctx, {
      organisationId: at.organisationId,
      action: 'answer.put-off',
      subject: subjectOf(at.assessmentId, at.indicatorId),
    })
  })
}

/**
 * Settles two versions of a field with the text the person chose or joined. Whatever was there is in the history.
 * @param stands the saved version as the person saw it: another one is not replaced unseen
 * @throws Problem `not-found` when there is nothing to settle; `not-allowed`; `stale` when the saved version is another by now, the
 * assessment has been completed, or a quality mark stands in for the indicator
 */
export async function settleConflict(
  ctx: Context,
  at: Omit<Save, 'basedOn' | 'values'>,
  conflictId: string,
  stands: string,
  value: string,
): Promise<StoredConflict> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, at.organisationId)
    const before = await openForWriting(ctx, own, at)
    const conflict = (await openConflicts(own, at.assessmentId, at.indicatorId)).find((each) => each.id === conflictId)
    if (!conflict) throw new Problem('not-found')
    if (before.values[conflict.field] !== stands) throw new Problem('stale')
    const now = instant(ctx.clock)
    const accepted: Partial<Record<Field, string>> = before.values[conflict.field] === value ? {} : { [conflict.field]: value }
    if (conflict.field in accepted) {
      await writeAnswer(own, at.assessmentId, before, accepted, {
        personId: ctx.actor.kind === 'person' ? ctx.actor.id : '',
        at: now,
      })
    }
    await closeConflict(own, at, conflictId, now)
    await audit(tx, ctx, {
      organisationId: at.organisationId,
      action: 'answer.versions-settled',
      subject: subjectOf(at.assessmentId, at.indicatorId),
      detail: { field: conflict.field },
    })
    return conflict
  })
}

/** The answer, once it is sure that this person may write it and that it is asked for. @throws Problem `not-found`, `not-allowed`, `stale` */
async function openForWriting(ctx: Context, own: OwnedTx, at: Omit<Save, 'basedOn' | 'values'>): Promise<Answer> {
  await mustAllow(own, ctx, 'answer-assessment')
  const assessment = await findAssessment(own, at.assessmentId)
  if (!assessment) throw new Problem('not-found')
  if (!canBe(stageOf(assessment), 'answer')) throw new Problem('stale')
  const exempt = exemptStandards(await exemptionsOf(own, at.assessmentId), today(ctx.clock))
  if (exempt.size > 0 || assessment.scope === 'core') {
    const indicator = indicatorById(await editionOf(own.tx, assessment), at.indicatorId)
    // The page it was written on was opened before the mark was recorded, or before the indicator was set aside: its words are shown
    // back, and can be saved once the mark is withdrawn or the other indicators are added.
    if (indicator && (exempt.has(indicator.standard) || !isInScope(indicator, assessment.scope))) throw new Problem('stale')
  }
  return answerOf(own, at.assessmentId, at.indicatorId)
}
