import {
  completeAssessment,
  correctAssessment,
  findAssessment,
  nextReview,
  recordExemption,
  type Seen,
  saveAnswer,
  skipIndicator,
  startAssessment,
  subjectOf,
} from '../assessment/index.ts'
import { addEvidenceIn } from '../evidence/index.ts'
import { addActionsIn, completeAction } from '../plan/index.ts'
import { type Context, newId, ownedBy } from '../platform/index.ts'
import { writeForeword } from '../report/index.ts'
import { asWritten, standingAt } from './calendar.ts'
import { type Cast, memberOf, type Telling } from './cast.ts'
import { actionOf, evidenceOf, valuesOf } from './content.ts'
import type { AnswerStory, Answers, AssessmentStory, CompletionStory, DaysFromToday, Planned } from './story.ts'

/** Something that happened, when it did. */
export interface Happening {
  readonly at: Date
  readonly does: () => Promise<unknown>
}

interface Scene extends Telling {
  readonly organisationId: string
  readonly cast: Cast
}

/** One assessment as it goes on. */
interface Assessing extends Scene {
  readonly story: AssessmentStory
  readonly id: string
  /** The revision that each answer is at. */
  readonly revisions: Map<string, number>
}

interface When {
  readonly day: DaysFromToday
  /** After ten in the morning. */
  readonly minutes: number
}

/** Everything that happens in one assessment and its plan, not yet in the order of time. */
export function assess(scene: Scene, story: AssessmentStory): readonly Happening[] {
  const all: Assessing = { ...scene, story, id: newId(), revisions: new Map() }
  const { answers, sittings, completed, correction } = story
  return [
    starting(all),
    ...answering(all, answers, sittings),
    ...puttingOff(all),
    ...(completed ? [completing(all, completed), ...writingForeword(all, completed)] : []),
    ...(correction ? [reopening(all, correction.on, correction.reason)] : []),
    ...(correction ? answering(all, correction.answers, [correction.on]) : []),
    ...(correction?.completed ? [completing(all, correction.completed)] : []),
  ]
}

function starting(all: Assessing): Happening {
  const { story, organisationId, id, calendar } = all
  return happening(all, { day: story.sittings[0], minutes: 0 }, story.lead, async (ctx) => {
    const start = { id, scope: story.scope, programme: story.programme, lead: memberOf(all.cast, story.lead).name }
    await startAssessment(ctx, organisationId, all.edition, start)
    if (!story.exemption) return
    const { awarded, expires, ...mark } = story.exemption
    const days = { awardedOn: calendar.day(awarded), expiresOn: calendar.day(expires) }
    await recordExemption(ctx, organisationId, id, { ...mark, ...days })
  })
}

/** Answers in the order given, shared out over the sittings, at the pace at which people read, think and write. */
function answering(all: Assessing, answers: Answers, sittings: AssessmentStory['sittings']): readonly Happening[] {
  const entries = Object.entries(answers)
  const each = Math.ceil(entries.length / sittings.length)
  let minutes = 0
  return entries.flatMap(([indicatorId, answer], place) => {
    minutes = (place % each === 0 ? 5 : minutes) + Math.min(3 + answer.says.length / 45, 14)
    const when = { day: sittings[Math.floor(place / each)] ?? sittings[0], minutes }
    const planned = (answer.will ?? []).map((plan) => ({ ...plan, id: newId() }))
    return [
      saving(all, indicatorId, answer, planned, when),
      ...meanwhile(all, indicatorId, answer, when),
      ...planned.flatMap((plan) => finishing(all, plan)),
    ]
  })
}

/** What one press of "Save and continue" does: the answer, its evidence and its actions, in one transaction. */
function saving(
  all: Assessing,
  indicatorId: string,
  answer: AnswerStory,
  planned: readonly (Planned & { readonly id: string })[],
  when: When,
): Happening {
  const { organisationId, id: assessmentId, revisions, edition, calendar } = all
  return happening(all, when, answer.by ?? all.story.lead, async (ctx) => {
    const moment = ctx.clock.now()
    const values = valuesOf(edition, indicatorId, answer, moment)
    const evidence = await evidenceOf(answer.shows ?? [], ctx.files)
    const actions = planned.map((plan) => actionOf(edition, calendar, indicatorId, plan))
    const basedOn = revisions.get(indicatorId) ?? 0
    const saved = await saveAnswer(ctx, { organisationId, assessmentId, indicatorId, basedOn, values }, async (own) => {
      await addEvidenceIn(own, ctx, subjectOf(assessmentId, indicatorId), evidence)
      await addActionsIn(own, ctx, assessmentId, actions)
    })
    revisions.set(indicatorId, saved.revision)
  })
}

/** Somebody who had the page open before that save, and saves words of their own after it. */
function meanwhile(all: Assessing, indicatorId: string, answer: AnswerStory, { day, minutes }: When): readonly Happening[] {
  const { organisationId, id: assessmentId } = all
  const { meanwhile: theirs } = answer
  if (!theirs) return []
  return [
    happening(all, { day, minutes: minutes + 1 }, theirs.by, (ctx) => {
      const values = { evidence: asWritten(theirs.says, ctx.clock.now()) }
      return saveAnswer(ctx, { organisationId, assessmentId, indicatorId, basedOn: 0, values })
    }),
  ]
}

function finishing(all: Assessing, { id: actionId, done }: Planned & { readonly id: string }): readonly Happening[] {
  if (!done) return []
  const at = { organisationId: all.organisationId, planId: all.id, actionId }
  return [
    happening(all, { day: done.on, minutes: 300 }, all.story.lead, (ctx) =>
      completeAction(ctx, at, 1, { completedOn: all.calendar.day(done.on), whatChanged: done.changed }),
    ),
  ]
}

function writingForeword(all: Assessing, { on, foreword }: CompletionStory): readonly Happening[] {
  if (!foreword) return []
  return [
    happening(all, { day: on, minutes: 330 }, all.story.lead, (ctx) =>
      writeForeword(ctx, all.organisationId, all.id, 0, { foreword: foreword.says, signedBy: foreword.by }),
    ),
  ]
}

function puttingOff(all: Assessing): readonly Happening[] {
  const { story, organisationId, id: assessmentId } = all
  const day = story.sittings.at(-1) ?? story.sittings[0]
  return (story.putOff ?? []).map((indicatorId) =>
    happening(all, { day, minutes: 290 }, story.lead, (ctx) => skipIndicator(ctx, { organisationId, assessmentId, indicatorId })),
  )
}

function completing(all: Assessing, { on, dated, role, reviewedBy }: CompletionStory): Happening {
  const completedOn = all.calendar.day(dated ?? on)
  return happening(all, { day: on, minutes: 240 }, all.story.lead, async (ctx) => {
    const seal = await completeAssessment(ctx, all.organisationId, all.id, await seenIn(ctx, all), {
      completedOn,
      completedBy: memberOf(all.cast, all.story.lead).name,
      completedByRole: role,
      nextReviewOn: nextReview(completedOn, all.edition.reviewEveryMonths),
      reviewedBy,
    })
    if (seal === null) throw new Error(`The demo’s content leaves something out that must be answered by ${completedOn}.`)
  })
}

function reopening(all: Assessing, day: DaysFromToday, reason: string): Happening {
  return happening(all, { day, minutes: 0 }, all.story.lead, async (ctx) =>
    correctAssessment(ctx, all.organisationId, all.id, await seenIn(ctx, all), reason),
  )
}

/** The one on the page that a person would be looking at. */
async function seenIn(ctx: Context, { organisationId, id }: Assessing): Promise<Seen> {
  const assessment = await findAssessment(ownedBy(ctx.db.read, organisationId), id)
  return { revision: assessment?.revision ?? 0, opening: assessment?.opening ?? 0 }
}

/** Done by this member, with the clock standing at that moment. */
function happening(all: Assessing, when: When, email: string, does: (ctx: Context) => Promise<unknown>): Happening {
  const at = all.calendar.at(when.day, when.minutes)
  const ctx: Context = { ...all, clock: standingAt(at), actor: memberOf(all.cast, email) }
  return { at, does: () => does(ctx) }
}
