import { evidenceUnder } from '../evidence/index.ts'
import { type Edition, type Indicator, indicatorById } from '../frameworks/index.ts'
import type { Owned } from '../platform/index.ts'
import { unanswered } from './answer.ts'
import { aboutOf, subjectsUnder } from './paths.ts'
import { isInScope, type Scope, setAside } from './rules.ts'
import { answersOf } from './store/answers.ts'

/** The indicators that a scope leaves out and about which something was written, ticked, rated or shown, in the edition's order. */
export async function asideIn(own: Owned, assessmentId: string, edition: Edition, scope: Scope): Promise<readonly Indicator[]> {
  const answers = await answersOf(own, assessmentId)
  const begun = new Set(setAside(edition, scope, (id) => answers.get(id) ?? unanswered(id)))
  for (const { subject } of await evidenceUnder(own, subjectsUnder(assessmentId))) {
    const about = aboutOf(subject)
    const indicator = about && 'indicator' in about ? indicatorById(edition, about.indicator) : null
    if (indicator && !isInScope(indicator, scope)) begun.add(indicator)
  }
  return edition.indicators.filter((indicator) => begun.has(indicator))
}
