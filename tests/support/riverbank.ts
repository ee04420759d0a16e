import { assessmentPaths } from '../../src/assessment/index.ts'
import { planPaths } from '../../src/plan/index.ts'
import { newId } from '../../src/platform/index.ts'
import { reportPaths } from '../../src/report/index.ts'
import { aPng } from '../../src/report/presentation/testing.ts'
import { type At, autosave, complete, indicatorAddress, indicatorsOf, rate, startAssessment } from './assessments.ts'
import { alice, bob, chelsea, dev, esi, type MemberPersona } from './personas.ts'
import type { World } from './world.ts'

/** Riverbank Mentoring with everything in it that an address can name, and everyone who could ask for it. */
export interface Riverbank {
  readonly owner: MemberPersona
  readonly lead: MemberPersona
  readonly contributor: MemberPersona
  readonly viewer: MemberPersona
  /** Owns another organisation. */
  readonly stranger: MemberPersona
  /** Open, of the whole framework; standard 8 is covered by a mark. */
  readonly open: At
  /** Of the core indicators, completed and sealed. */
  readonly completed: At
  /** Ids of things in the open assessment, as routes name them. */
  readonly ids: Readonly<Record<'indicator' | 'standard' | 'conflict' | 'evidence' | 'action', string>>
}

export async function riverbank(world: World): Promise<Riverbank> {
  const owner = await alice(world)
  const lead = await dev(world, owner.organisation)
  const contributor = await esi(world, owner.organisation)
  const viewer = await chelsea(world, owner.organisation)
  const stranger = await bob(world)

  const open = await startAssessment(lead, { scope: 'all' })
  const completed = await startAssessment(lead, { scope: 'core', programme: 'Wednesday club' })
  await rate(lead.browser, completed, await indicatorsOf(lead.browser, completed))
  if ((await complete(lead, completed)).status !== 303) throw new Error('the assessment was not completed')

  await autosave(contributor.browser, open, '1.1', 0, { evidence: 'Our theory of change, agreed with mentors in May.' })
  const { said } = await autosave(lead.browser, open, '1.1', 0, { evidence: 'The theory of change in our prospectus.' })
  const exemption = assessmentPaths.exemption.to({ ...open, standard: '8' })
  const mark = { level: 'Gold', 'awardedOn-day': '2', 'awardedOn-month': '6', 'awardedOn-year': '2025' }
  await lead.browser.fillIn(exemption, exemption, mark)

  const action = newId()
  const newAction = planPaths.newAction.to({ organisation: open.organisation, plan: open.assessment })
  await lead.browser.fillIn(newAction, newAction, { id: action, indicator: '1.2', action: 'Ask mentors what they need' })

  const page = indicatorAddress(open, '1.1')
  const file = new File(['What we want to change, and how.'], 'theory of change.txt')
  await lead.browser.fillIn(page, page, { evidenceFile: file, do: 'add-evidence:file' })
  const evidence = /\/evidence\/([0-9a-f-]{36})"/.exec((await lead.browser.get(page)).text)?.[1]

  const front = reportPaths.front.to(open)
  await lead.browser.fillIn(front, reportPaths.setLogo.to(open), { logo: new File([new Uint8Array(aPng())], 'logo.png') })
  await lead.browser.fillIn(front, reportPaths.writeForeword.to(open), { foreword: 'Why we did this.' })

  const conflict = said.conflicts?.[0]?.id
  if (!conflict || !evidence) throw new Error('Riverbank is not complete')
  const ids = { indicator: '1.1', standard: '8', conflict, evidence, action }
  return { owner, lead, contributor, viewer, stranger, open, completed, ids }
}
