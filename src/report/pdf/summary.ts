import type { AssessmentRecord } from '../../assessment/index.ts'
import type { Edition } from '../../frameworks/index.ts'
import { planCounts } from '../../plan/index.ts'
import {
  allOurMentoring,
  bidParagraph,
  notCompleted,
  pdfWords,
  planSentence,
  resultsSentence,
  scopeWords,
  standingWords,
} from '../content.ts'
import { nextSteps, standardsPicture, standing, strengths } from '../rules.ts'
import { chartModel } from './chart.tsx'
import type { PdfModel, PdfOptions, StepModel } from './document.ts'
import { documentModel, growingList, longDate, strengthsList } from './model.ts'
import { inline, shortened } from './text.ts'

/** Few enough to be remembered. */
const NAMED = 3
/** What of a long action is told here; the plan has it whole. */
const LONGEST_STEP = 110

/** One page for trustees: what was assessed, what came of it, and what comes next. @param record with the plan as it is today */
export function summaryModel(edition: Edition, record: AssessmentRecord, options: PdfOptions): PdfModel {
  const counted = standing(edition, record)
  const doneWell = strengths(edition, record).named.slice(0, NAMED)
  const bid = bidParagraph(
    edition,
    record,
    counted,
    doneWell.map(({ indicator }) => indicator.shortTitle),
  )
  return {
    words: pdfWords,
    document: documentModel(edition, record, options, pdfWords.summary),
    plan: { asCompleted: false, columns: [], facts: [], actions: [] },
    report: null,
    summary: {
      facts: inline(factsOf(edition, record)),
      results: resultsSentence(edition, counted),
      ...chartModel(edition, standardsPicture(edition, record)),
      strengths: strengthsList(edition, record).entries.slice(0, NAMED),
      growing: growingList(edition, record).entries.slice(0, NAMED),
      steps: nextSteps(edition, record, NAMED).map(
        ({ action, indicator }): StepModel => ({
          what: inline(shortened(action.action, LONGEST_STEP)),
          about: `${indicator.id} ${indicator.shortTitle}`,
          who: inline(action.byWhom),
          when: action.byWhen ? longDate(action.byWhen) : '',
        }),
      ),
      plan: planSentence(
        planCounts(
          record.actions.map((action, position) => ({ ...action, position })),
          options.generatedOn.slice(0, 10),
        ),
      ),
      bid: bid === null ? null : inline(bid),
    },
  }
}

/** "Stepping Stones. The whole framework: 40 indicators in 8 standards. Completed on 13 March 2026 by Amara Reid. …" */
function factsOf(edition: Edition, record: AssessmentRecord): string {
  const { total, standards } = standing(edition, record)
  const when = record.completion ? standingWords(record.completion, null) : `${notCompleted}.`
  return `${record.programme ?? allOurMentoring}. ${scopeWords(record.scope, total, standards)}. ${when}`
}
