import { marksHeld, may, roleMay } from '../../accounts/index.ts'
import { wordsInUse } from '../../frameworks/index.ts'
import type { Routes } from '../../platform/index.ts'
import type { AssessmentLinks } from '../links.ts'
import { openAssessment } from '../open.ts'
import { timeLeft } from '../pace.ts'
import { paths } from '../paths.ts'
import { savesOf } from '../store/history.ts'
import { newerWording } from '../wording/offer.tsx'
import { taskListPage } from './page.tsx'

export function taskListRoutes(routes: Routes, links: AssessmentLinks): void {
  routes.get(paths.taskList.pattern, may('see-assessments'), async (visit, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    const { done, total } = opened.progress
    const at = { organisation: visit.organisation.id, assessment: opened.assessment.id }
    return visit.show(
      taskListPage({
        marks: await marksHeld(visit.db.read, visit.organisation.id),
        opened,
        framework: wordsInUse(visit.db, opened.edition),
        newer: newerWording(visit.db, opened),
        timeLeft: timeLeft(await savesOf(visit.own, opened.assessment.id), done, total - done),
        mayAnswer: roleMay(visit.role, 'answer-assessment'),
        mayStart: roleMay(visit.role, 'start-assessment'),
        mayComplete: roleMay(visit.role, 'complete-assessment'),
        mayCorrect: roleMay(visit.role, 'correct-assessment'),
        resultsHref: links.results(at),
        planHref: links.plan(at),
      }),
    )
  })
}
