import { mustAllow } from '../../accounts/index.ts'
import { copyEvidenceIn } from '../../evidence/index.ts'
import { audit, type Context, instant, newId, type OwnedTx, ownedBy, Problem, today } from '../../platform/index.ts'
import { EMPTY, FIELDS, type FieldValues, unanswered } from '../answer.ts'
import { ordinalFor, yearOf } from '../names.ts'
import { aboutOf, subjectIn, subjectsOf } from '../paths.ts'
import { answerState, canGoOn, exemptionHolds, isAnswered, isInScope } from '../rules.ts'
import { answersOf, markCarried, writeAnswer } from '../store/answers.ts'
import { type Assessment, continuationsOf, findAssessment, insertAssessment, namesInYear } from '../store/assessments.ts'
import { insertConflict, openConflicts } from '../store/conflicts.ts'
import { insertExemption, recordedExemptions } from '../store/exemptions.ts'
import { writtenAt } from '../store/history.ts'
import type { AssessmentDescription } from './describe.ts'
import { editionOf } from './start.ts'

/**
 * Starts an assessment of the whole framework that goes on from a completed one of the core indicators: against the same words,
 * with its answers, their evidence and what quality marks still cover, and with the same development plan. What was completed stays
 * as it is.
 * @param id of the new one, made when the form was shown
 * @param revision of the completed one, as the form was shown for it
 * @returns the id of the one that goes on from it: where one is open already, that
 * @throws Problem `not-found`, `not-allowed`; `stale` when it is not completed, or not of the core indicators alone
 */
export async function goOnToAll(
  ctx: Context,
  organisationId: string,
  coreId: string,
  start: AssessmentDescription & { readonly id: string; readonly revision: number },
): Promise<string> {
  return ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'start-assessment')
    const core = await findAssessment(own, coreId)
    if (!core) throw new Problem('not-found')
    // Asked again, or by a form that was sent twice.
    const already = (await continuationsOf(own, coreId)).find((each) => each.status === 'in-progress' || each.id === start.id)
    if (already) return already.id
    const edition = await editionOf(tx, core)
    const { completion } = core
    if (!canGoOn(edition, core) || !completion || core.revision !== start.revision) throw new Problem('stale')

    const id = (await findAssessment(own, start.id)) ? newId() : start.id
    const startedAt = instant(ctx.clock)
    const { programme, lead } = start
    const ordinal = ordinalFor({ id, programme, startedAt, ordinal: 1, goesOn: true }, await namesInYear(own, yearOf(startedAt)))
    await insertAssessment(
      own,
      {
        id,
        framework_id: core.frameworkId,
        edition: core.edition,
        digest: core.digest,
        programme,
        scope: 'all',
        lead,
        started_at: startedAt,
        ordinal,
        plan_id: core.planId,
      },
      { assessmentId: core.id, revision: core.revision, completedOn: completion.completedOn },
    )
    const inScope = new Set(edition.indicators.filter((each) => isInScope(each, core.scope)).map((each) => each.id))
    const answers = await copyAnswers(own, core, id, inScope, startedAt)
    const marks = await copyMarks(own, core, id, today(ctx.clock))
    const evidence = await copyEvidenceIn(own, subjectsOf(core.id), (subject) => {
      const about = aboutOf(subject)
      return about && ('indicator' in about || marks.has(about.standard)) ? subjectIn(id, subject) : null
    })
    await audit(tx, ctx, {
      organisationId,
      action: 'assessment.went-on',
      subject: `assessment/${id}`,
      detail: { from: core.id, revision: core.revision, answers, evidence, marks: marks.size },
    })
    return id
  })
}

/**
 * Copies every answer that says anything, private notes with it, under the names of whoever wrote it. What was set aside comes along
 * as it is; an answer that was sealed says where it is from until it is changed.
 */
async function copyAnswers(own: OwnedTx, core: Assessment, id: string, sealed: ReadonlySet<string>, at: string): Promise<number> {
  let copied = 0
  for (const [indicatorId, answer] of await answersOf(own, core.id)) {
    const words = saidIn(answer.values)
    if (Object.keys(words).length === 0) continue
    const { writers } = await writtenAt(own, core.id, indicatorId, answer.revision)
    await writeAnswer(own, id, unanswered(indicatorId), words, { personId: '', at, writers })
    if (sealed.has(indicatorId) && isAnswered(answerState(answer))) await markCarried(own, id, indicatorId)
    copied++
  }
  for (const version of await openConflicts(own, core.id)) {
    const { indicatorId, ...conflict } = version
    await insertConflict(own, { assessmentId: id, indicatorId }, { ...conflict, id: newId(), basedOn: 0 })
  }
  return copied
}

/** The fields that say something. */
function saidIn(values: FieldValues): Partial<FieldValues> {
  return Object.fromEntries(FIELDS.filter((field) => values[field] !== EMPTY[field]).map((field) => [field, values[field]]))
}

/** Copies the quality marks that hold today. @returns the standards they cover */
async function copyMarks(own: OwnedTx, core: Assessment, id: string, day: string): Promise<ReadonlySet<number>> {
  const held = (await recordedExemptions(own, core.id)).filter((exemption) => exemptionHolds(exemption, day))
  for (const { recordedAt, ...exemption } of held) await insertExemption(own, id, exemption, recordedAt)
  return new Set(held.map(({ standard }) => standard))
}
