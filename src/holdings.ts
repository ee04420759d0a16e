import type { Holdings } from './accounts/index.ts'
import { assessmentsNaming, correctionsBy, countAssessments, writtenBy } from './assessment/index.ts'
import { countEvidence, evidenceBy } from './evidence/index.ts'
import { actionsNaming, countActions } from './plan/index.ts'
import { countForewords, forewordsBy, hasLogo } from './report/index.ts'
import { plural } from './ui/index.ts'

/** What the capabilities keep between them. A new one that keeps people's words adds a line to each. */
export const holdings: Holdings = {
  async of(own) {
    const { all, completed } = await countAssessments(own)
    const [evidence, actions] = [await countEvidence(own), await countActions(own)]
    const forewords = await countForewords(own)
    const lines = [
      all > 0 && `${plural(all, 'assessment', 'assessments')}${completedOf(all, completed)}`,
      evidence > 0 && `${plural(evidence, 'piece of evidence', 'pieces of evidence')}, with any files`,
      actions > 0 && plural(actions, 'development action', 'development actions'),
      forewords > 0 && plural(forewords, 'foreword of a report', 'forewords of reports'),
      (await hasLogo(own)) && 'your logo',
    ]
    return lines.filter((line) => line !== false)
  },
  async by(own, person) {
    return {
      assessmentsThatNameYou: await assessmentsNaming(own, person.name),
      correctionsYouOpened: await correctionsBy(own, person.id),
      actionsThatNameYou: actionsNaming(own, person.name),
      evidenceYouAdded: evidenceBy(own, person.id),
      answersYouWrote: writtenBy(own, person.id),
      forewordsYouWrote: await forewordsBy(own, person.id),
    }
  },
}

/** "1 assessment, completed", "3 assessments, 2 of them completed". */
function completedOf(all: number, completed: number): string {
  if (completed === 0) return ''
  return completed === all ? ', completed' : `, ${completed} of them completed`
}
