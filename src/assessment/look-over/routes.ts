import { type MemberVisit, may, namesOf, roleMay } from '../../accounts/index.ts'
import { evidenceAbout, evidenceUnder } from '../../evidence/index.ts'
import { found, type Routes } from '../../platform/index.ts'
import { markToAskAbout } from '../mark-question.ts'
import { type OpenedWithAnswers, openWithAnswers } from '../open.ts'
import { certificateSubject, paths, subjectOf, subjectsUnder } from '../paths.ts'
import type { StandardProgress } from '../rules.ts'
import { surroundingsOf } from '../surroundings.ts'
import { type LookOverModel, standardPage, wholePage } from './page.tsx'

export function lookOverRoutes(routes: Routes): void {
  routes.get(paths.lookOver.pattern, may('see-assessments'), async (visit, c) => {
    const opened = await openWithAnswers(visit, c.req.param('assessment'))
    return visit.show(wholePage(await model(visit, opened, opened.standards)))
  })

  routes.get(paths.standard.pattern, may('see-assessments'), async (visit, c) => {
    const opened = await openWithAnswers(visit, c.req.param('assessment'))
    const standard = found(opened.standards.find((each) => String(each.standard.number) === c.req.param('standard')))
    const { number } = standard.standard
    const marked = opened.exemptions.some((exemption) => exemption.standard === number)
    const certificate = marked ? await evidenceAbout(visit.own, certificateSubject(opened.assessment.id, number)) : []
    const people = await namesOf(
      visit.db.read,
      certificate.map(({ addedBy }) => addedBy),
    )
    const askAbout = await markToAskAbout(visit, opened, number)
    return visit.show(standardPage({ ...(await model(visit, opened, [standard])), standard, askAbout, certificate, people }))
  })
}

async function model(
  visit: MemberVisit,
  opened: OpenedWithAnswers,
  standards: readonly StandardProgress[],
): Promise<LookOverModel> {
  const { id } = opened.assessment
  const evidence = await evidenceUnder(visit.own, subjectsUnder(id))
  const around = await surroundingsOf(visit.own, opened.assessment, evidence)
  const about = Map.groupBy(evidence, ({ subject }) => subject)
  const open = opened.assessment.status === 'in-progress'
  return {
    opened,
    standards,
    around,
    evidenceOf: (indicator) => about.get(subjectOf(id, indicator)) ?? [],
    mayAnswer: open && roleMay(visit.role, 'answer-assessment'),
    mayComplete: roleMay(visit.role, 'complete-assessment'),
    mayClaimExemption: roleMay(visit.role, 'claim-exemption'),
  }
}
