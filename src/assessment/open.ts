import type { MemberVisit } from '../accounts/index.ts'
import type { Edition, Indicator } from '../frameworks/index.ts'
import { found, isId, today } from '../platform/index.ts'
import { editionOf } from './actions/start.ts'
import { type Exemption, exemptStandards, progress, type StandardProgress, standardsProgress } from './rules.ts'
import { answerStates } from './store/answers.ts'
import { type Assessment, findAssessment } from './store/assessments.ts'
import { exemptionsOf } from './store/exemptions.ts'

/** An assessment opened for a page: where it stands, without the words of its answers. */
export interface Opened {
  readonly organisationId: string
  readonly assessment: Assessment
  readonly edition: Edition
  readonly exemptions: readonly Exemption[]
  readonly exempt: ReadonlySet<number>
  readonly standards: readonly StandardProgress[]
  readonly progress: { readonly done: number; readonly total: number }
}

/** @throws Problem `not-found` for an id that is not this organisation's */
export async function openAssessment(visit: MemberVisit, id: string | undefined): Promise<Opened> {
  const assessment = found(id && isId(id) ? await findAssessment(visit.own, id) : null)
  const edition = await editionOf(visit.db.read, assessment)
  const states = await answerStates(visit.own, assessment.id)
  const exemptions = await exemptionsOf(visit.own, assessment.id)
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

/** An indicator of the assessment's scope. @throws Problem `not-found` */
export function indicatorIn(opened: Opened, id: string | undefined): Indicator {
  return found(inOrder(opened).find((indicator) => indicator.id === id))
}
