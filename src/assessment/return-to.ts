import { evidenceUnder, returnEvidenceIn, subjectsThatDiffer } from '../evidence/index.ts'
import { type Context, instant, type Owned, type OwnedTx } from '../platform/index.ts'
import { type Answer, EMPTY, FIELDS, type Field } from './answer.ts'
import { ordinalFor, yearOf } from './names.ts'
import { aboutOf, subjectsOf } from './paths.ts'
import type { Changes, Snapshot } from './snapshot.ts'
import { answersOf, markCarried, writeAnswer, writeSkipped } from './store/answers.ts'
import { type Assessment, namesInYear, updateAssessment } from './store/assessments.ts'
import { closeConflict, openConflicts, reopenConflict } from './store/conflicts.ts'
import { deleteExemption, insertExemption, type RecordedExemption, recordedExemptions } from './store/exemptions.ts'
import { writtenAt } from './store/history.ts'

/** Takes down how everything stands, so that it can be brought back. */
export async function snapshotOf(own: Owned, assessment: Assessment): Promise<Snapshot> {
  const answers = await answersOf(own, assessment.id)
  return {
    answers: Object.fromEntries(
      [...answers].map(([id, { revision, skipped, carried }]) => [
        id,
        { revision, ...(skipped && { skipped }), ...(carried && { carried }) },
      ]),
    ),
    unsettled: (await openConflicts(own, assessment.id)).map(({ id }) => id),
    evidence: (await evidenceUnder(own, subjectsOf(assessment.id))).map(({ id }) => id),
    exemptions: await recordedExemptions(own, assessment.id),
    programme: assessment.programme,
    lead: assessment.lead,
    scope: assessment.scope,
    revisionReason: assessment.revisionReason,
    wording: assessment.digest,
  }
}

/** What has been changed since, told from the words themselves: a word that was changed and changed back is none. */
export async function changesSince(own: Owned, assessment: Assessment, then: Snapshot): Promise<Changes> {
  const indicators = new Set<string>()
  const standards = new Set<number>()
  for (const [id, answer] of await answersOf(own, assessment.id)) {
    const { accepted } = await backTo(own, assessment.id, answer, then)
    if (Object.keys(accepted).length > 0) indicators.add(id)
  }
  for (const subject of await subjectsThatDiffer(own, subjectsOf(assessment.id), new Set(then.evidence))) {
    const about = aboutOf(subject)
    if (about && 'indicator' in about) indicators.add(about.indicator)
    else if (about) standards.add(about.standard)
  }
  const now = await recordedExemptions(own, assessment.id)
  for (const one of [...now, ...then.exemptions])
    if (!sameMark(markOf(now, one.standard), markOf(then.exemptions, one.standard))) standards.add(one.standard)
  return {
    indicators: [...indicators],
    standards: [...standards],
    description: assessment.programme !== then.programme || assessment.lead !== then.lead,
  }
}

/**
 * Makes everything be as it was at a moment before. Nothing is deleted: an answer's earlier words are added to its history once
 * more, under the name of whoever wrote them; what was added since is taken away as evidence always is.
 * @param then of this very assessment
 */
export async function returnTo(own: OwnedTx, ctx: Context, assessment: Assessment, then: Snapshot): Promise<void> {
  const by = { personId: ctx.actor.kind === 'person' ? ctx.actor.id : '', at: instant(ctx.clock) }
  for (const [id, answer] of await answersOf(own, assessment.id)) {
    const { accepted, writers } = await backTo(own, assessment.id, answer, then)
    const { skipped = false, carried = false } = then.answers[id] ?? {}
    const written = Object.keys(accepted).length > 0
    if (!written && answer.skipped === skipped && answer.carried === carried) continue
    await writeAnswer(own, assessment.id, answer, accepted, { ...by, writers })
    const restored: Answer = { ...answer, values: { ...answer.values, ...accepted } }
    if (skipped) await writeSkipped(own, assessment.id, restored, by)
    if (carried) await markCarried(own, assessment.id, id)
  }

  const waited = new Set(then.unsettled)
  const waiting = await openConflicts(own, assessment.id)
  for (const { id, indicatorId } of waiting)
    if (!waited.has(id)) await closeConflict(own, { assessmentId: assessment.id, indicatorId }, id, by.at)
  for (const id of waited) if (!waiting.some((each) => each.id === id)) await reopenConflict(own, assessment.id, id)

  await returnEvidenceIn(own, ctx, subjectsOf(assessment.id), new Set(then.evidence))

  for (const { standard } of await recordedExemptions(own, assessment.id)) await deleteExemption(own, assessment.id, standard)
  for (const { recordedAt, ...exemption } of then.exemptions) await insertExemption(own, assessment.id, exemption, recordedAt)

  const { programme, lead, scope } = then
  await updateAssessment(own, assessment.id, {
    programme,
    lead,
    scope,
    ...(then.wording === undefined ? {} : { digest: then.wording }),
    ordinal: await ordinalOf(own, { ...assessment, programme }),
  })
}

/** The number that an assessment's name has, now that it is about this programme. */
export async function ordinalOf(own: Owned, assessment: Assessment): Promise<number> {
  const { id, programme, startedAt, ordinal, continues } = assessment
  const others = await namesInYear(own, yearOf(startedAt))
  const before = others.find((each) => each.id === id)
  const renamed = before !== undefined && before.programme !== programme
  return ordinalFor({ id, programme, startedAt, ordinal: renamed ? 1 : ordinal, goesOn: continues !== null }, others)
}

/** The fields that are to be written so that an answer reads as it did then, and who had written them. */
async function backTo(own: Owned, assessmentId: string, answer: Answer, then: Snapshot) {
  const revision = then.answers[answer.indicatorId]?.revision ?? 0
  if (revision === answer.revision) return { accepted: {}, writers: {} }
  const { values, writers } =
    revision === 0 ? { values: EMPTY, writers: {} } : await writtenAt(own, assessmentId, answer.indicatorId, revision)
  const accepted: Partial<Record<Field, string>> = {}
  for (const field of FIELDS) if (values[field] !== answer.values[field]) accepted[field] = values[field]
  return { accepted, writers }
}

function markOf(exemptions: readonly RecordedExemption[], standard: number): RecordedExemption | undefined {
  return exemptions.find((each) => each.standard === standard)
}

function sameMark(one: RecordedExemption | undefined, other: RecordedExemption | undefined): boolean {
  return one?.level === other?.level && one?.awardedOn === other?.awardedOn && one?.expiresOn === other?.expiresOn
}
