import type { MemberVisit } from '../accounts/index.ts'
import { type Edition, type Indicator, indicatorById } from '../frameworks/index.ts'
import { overdueIn } from '../plan/index.ts'
import { found, isId, today } from '../platform/index.ts'
import { editionOf } from './actions/start.ts'
import { type Answer, unanswered } from './answer.ts'
import { type WayOn, wayOnFrom } from './go-on/way-on.ts'
import { nameOf } from './names.ts'
import {
  type AnswerState,
  answerState,
  type Exemption,
  exemptStandards,
  isInScope,
  nextIndicator,
  type Progress,
  progress,
  type StandardProgress,
  standardsProgress,
} from './rules.ts'
import { answerStates, answerStatesOfEach, answersOf } from './store/answers.ts'
import { type Assessment, findAssessment } from './store/assessments.ts'
import { exemptionsOf, exemptionsOfEach } from './store/exemptions.ts'

/** An assessment opened for a page: where it stands, without the words of its answers. */
export interface Opened {
  readonly organisationId: string
  readonly assessment: Assessment
  readonly edition: Edition
  readonly exemptions: readonly Exemption[]
  readonly exempt: ReadonlySet<number>
  readonly standards: readonly StandardProgress[]
  readonly progress: Progress
}

export interface OpenedWithAnswers extends Opened {
  /** Also of an indicator that nobody has answered. */
  answerOf(indicatorId: string): Answer
}

/** An assessment as lists show it. */
export interface Listed extends Pick<Opened, 'assessment' | 'progress'> {
  /** Actions of its plan that are overdue. */
  readonly overdue: number
  /** Where to go on; null when every indicator has its answer. */
  readonly next: Indicator | null
  /** How it goes on to the whole framework, or has; null where it does not. */
  readonly wayOn: WayOn | null
}

/** @throws Problem `not-found` for an id that is not this organisation's */
export async function openAssessment(visit: MemberVisit, id: string | undefined): Promise<Opened> {
  const assessment = await findOpen(visit, id)
  const edition = await editionOf(visit.db.read, assessment)
  const states = await answerStates(visit.own, assessment.id)
  return opened(visit, assessment, edition, states, await exemptionsOf(visit.own, assessment.id))
}

/**
 * The same with every answer, for pages that go through their words: what an answer comes to is told from those, since they are
 * read anyway.
 * @throws Problem `not-found` for an id that is not this organisation's
 */
export async function openWithAnswers(visit: MemberVisit, id: string | undefined): Promise<OpenedWithAnswers> {
  const assessment = await findOpen(visit, id)
  const edition = await editionOf(visit.db.read, assessment)
  const answers = await answersOf(visit.own, assessment.id)
  const states = new Map([...answers].map(([indicatorId, answer]) => [indicatorId, answerState(answer)]))
  const exemptions = await exemptionsOf(visit.own, assessment.id)
  return {
    ...opened(visit, assessment, edition, states, exemptions),
    answerOf: (indicatorId) => answers.get(indicatorId) ?? unanswered(indicatorId),
  }
}

/** The assessment that an address names. What is shown from here on is about it, and says so in its title. @throws Problem `not-found` */
export async function findOpen(visit: MemberVisit, id: string | undefined): Promise<Assessment> {
  const assessment = found(id && isId(id) ? await findAssessment(visit.own, id) : null)
  visit.about(nameOf(assessment))
  return assessment
}

/** Each with how far it has come, in their order: for a list, in as many queries for a hundred of them as for one. */
export async function withProgress(visit: MemberVisit, assessments: readonly Assessment[]): Promise<readonly Listed[]> {
  const ids = assessments.map(({ id }) => id)
  const states = await answerStatesOfEach(visit.own, ids)
  const exemptions = await exemptionsOfEach(visit.own, ids)
  const plans = [...new Set(assessments.map(({ planId }) => planId))]
  const overdue = await overdueIn(visit.own, plans, today(visit.clock))
  // What goes on from one was started after it, so it is among those that are listed; of several, the newest comes first.
  const continuations = new Map(
    assessments.toReversed().flatMap((each) => (each.continues ? [[each.continues.assessmentId, each]] : [])),
  )
  const editions = new Map<string, Edition>()
  const listed: Listed[] = []
  for (const assessment of assessments) {
    const { id, digest } = assessment
    const edition = editions.get(digest) ?? (await editionOf(visit.db.read, assessment))
    editions.set(digest, edition)
    const { progress, standards } = opened(visit, assessment, edition, states.get(id) ?? new Map(), exemptions.get(id) ?? [])
    listed.push({
      assessment,
      progress,
      next: nextIndicator(standards),
      overdue: overdue.get(assessment.planId) ?? 0,
      wayOn: wayOnFrom(visit, assessment, edition, continuations.get(id) ?? null),
    })
  }
  return listed
}

function opened(
  visit: MemberVisit,
  assessment: Assessment,
  edition: Edition,
  states: ReadonlyMap<string, AnswerState>,
  exemptions: readonly Exemption[],
): Opened {
  const exempt = exemptStandards(exemptions, today(visit.clock))
  const standards = standardsProgress({ edition, scope: assessment.scope, states, exempt })
  return {
    organisationId: visit.organisation.id,
    assessment,
    edition,
    exemptions,
    exempt,
    standards,
    progress: progress(standards),
  }
}

/** The indicators in the order a person goes through them. */
export function inOrder(opened: Opened): readonly Indicator[] {
  return opened.standards.flatMap((standard) => standard.indicators.map((each) => each.indicator))
}

/** An indicator of the assessment's edition, which may be set aside. @throws Problem `not-found` */
export function indicatorIn(opened: Opened, id: string | undefined): Indicator {
  return found(indicatorById(opened.edition, id ?? ''))
}

/** True when an indicator is gone through; false when it is set aside. */
export function isGoneThrough(opened: Opened, indicator: Indicator): boolean {
  return isInScope(indicator, opened.assessment.scope)
}
