import { type MemberVisit, marksHeld, may, roleMay } from '../../accounts/index.ts'
import { wordsInUse } from '../../frameworks/index.ts'
import type { Routes } from '../../platform/index.ts'
import { asideIn } from '../aside.ts'
import { findWayOn } from '../go-on/way-on.ts'
import type { AssessmentLinks } from '../links.ts'
import { type Opened, openAssessment } from '../open.ts'
import { type TimeLeft, timeLeft } from '../pace.ts'
import { paths } from '../paths.ts'
import { canBe, isAnswered, stageOf } from '../rules.ts'
import { carriedIn } from '../store/answers.ts'
import { type Assessment, findAssessment } from '../store/assessments.ts'
import { savesOf } from '../store/history.ts'
import { newerWording } from '../wording/offer.tsx'
import { taskListPage } from './page.tsx'

export function taskListRoutes(routes: Routes, links: AssessmentLinks): void {
  routes.get(paths.taskList.pattern, may('see-assessments'), async (visit, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    const { assessment, edition } = opened
    const at = { organisation: visit.organisation.id, assessment: assessment.id }
    const from = await continuedFrom(visit, assessment)
    const mayBeExtended = assessment.scope === 'core' && canBe(stageOf(assessment), 'change-scope')
    return visit.show(
      taskListPage({
        marks: await marksHeld(visit.db.read, visit.organisation.id),
        opened,
        framework: wordsInUse(visit.db, opened.edition),
        newer: newerWording(visit.db, opened),
        timeLeft: await timeLeftIn(visit, opened),
        aside: mayBeExtended ? (await asideIn(visit.own, assessment.id, edition, 'core')).length : 0,
        from,
        wayOn: await findWayOn(visit, assessment, edition),
        mayAnswer: roleMay(visit.role, 'answer-assessment'),
        mayStart: roleMay(visit.role, 'start-assessment'),
        mayComplete: roleMay(visit.role, 'complete-assessment'),
        mayCorrect: roleMay(visit.role, 'correct-assessment'),
        resultsHref: links.results(at),
        planHref: links.plan({ organisation: at.organisation, plan: assessment.planId }, null),
      }),
    )
  })
}

/** The assessment that this one goes on from, and how many of its answers are as they were there; null for one that begins by itself. */
async function continuedFrom(visit: MemberVisit, { id, continues }: Assessment) {
  const assessment = continues && (await findAssessment(visit.own, continues.assessmentId))
  return assessment && { assessment, carried: (await carriedIn(visit.own, id)).size }
}

/** Told from what was saved here: answers that came along from another assessment took nobody any time. */
async function timeLeftIn(visit: MemberVisit, { assessment, standards, progress }: Opened): Promise<TimeLeft> {
  const asked = standards.flatMap((each) => each.indicators).filter(({ state }) => state !== 'exempt')
  const saves = await savesOf(
    visit.own,
    assessment.id,
    new Set(asked.map(({ indicator }) => indicator.id)),
    assessment.continues ? assessment.startedAt : '',
  )
  const saved = new Set(saves.map(({ indicatorId }) => indicatorId))
  const answered = asked.filter(({ indicator, state }) => isAnswered(state) && saved.has(indicator.id)).length
  return timeLeft(
    saves.map(({ at }) => at),
    answered,
    progress.total - progress.done,
  )
}
