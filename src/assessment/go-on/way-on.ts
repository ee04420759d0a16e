import { type MemberVisit, roleMay } from '../../accounts/index.ts'
import type { Edition } from '../../frameworks/index.ts'
import { nameOf } from '../names.ts'
import { paths } from '../paths.ts'
import { canGoOn } from '../rules.ts'
import { type Assessment, continuationsOf } from '../store/assessments.ts'

/** From the core indicators to the whole framework, once those are completed: how to go on, or where that has led. */
export interface WayOn {
  readonly href: string
  readonly text: string
  /** True where somebody has gone on already. */
  readonly taken: boolean
}

/** What the link to the page and its heading say. */
export const GO_ON = 'Go on to the whole framework'

/**
 * The one way on, wherever it is offered.
 * @param continuation what was started to go on from it, if anything
 */
export function wayOnFrom(
  { organisation, role }: Pick<MemberVisit, 'organisation' | 'role'>,
  assessment: Assessment,
  edition: Edition,
  continuation: Assessment | null,
): WayOn | null {
  const at = (id: string) => ({ organisation: organisation.id, assessment: id })
  if (continuation)
    return { href: paths.taskList.to(at(continuation.id)), text: `Went on to ${nameOf(continuation)}`, taken: true }
  if (!canGoOn(edition, assessment) || !roleMay(role, 'start-assessment')) return null
  return { href: paths.goOn.to(at(assessment.id)), text: GO_ON, taken: false }
}

/** The same, for one assessment. */
export async function findWayOn(visit: MemberVisit, assessment: Assessment, edition: Edition): Promise<WayOn | null> {
  const [continuation = null] = await continuationsOf(visit.own, assessment.id)
  return wayOnFrom(visit, assessment, edition, continuation)
}
