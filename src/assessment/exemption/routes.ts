import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may } from '../../accounts/index.ts'
import { found, type Routes, today } from '../../platform/index.ts'
import { recordExemption, withdrawExemption } from '../actions/exemption.ts'
import { openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { exemptionValues, readExemption } from './form.ts'
import { exemptionPage } from './page.tsx'

export function exemptionRoutes(routes: Routes): void {
  routes.get(paths.exemption.pattern, may('claim-exemption'), async (visit, c) => {
    const { model } = await open(visit, c)
    return visit.show(exemptionPage({ ...model, values: exemptionValues(model.exemption), errors: {} }))
  })

  routes.post(paths.exemption.pattern, may('claim-exemption'), async (visit, form, c) => {
    const { model, at } = await open(visit, c)
    const read = readExemption(form, model.rule, today(visit.clock))
    if (!read.ok) return visit.show(exemptionPage({ ...model, ...read }), 422)
    await recordExemption(visit, visit.organisation.id, model.assessmentId, read.value)
    return visit.go(
      paths.standard.to(at),
      `Recorded. Standard ${model.standard.number} is covered by your ${model.rule.heldMark}.`,
    )
  })

  routes.post(paths.withdrawExemption.pattern, may('claim-exemption'), async (visit, _form, c) => {
    const { model, at } = await open(visit, c)
    await withdrawExemption(visit, visit.organisation.id, model.assessmentId, model.standard.number)
    return visit.go(paths.standard.to(at), 'Withdrawn. The indicators are open again, with the answers they had.')
  })
}

async function open(visit: MemberVisit, c: HonoContext) {
  const opened = await openAssessment(visit, c.req.param('assessment'))
  const { standard } = found(opened.standards.find((each) => String(each.standard.number) === c.req.param('standard')))
  const rule = found(opened.edition.exemptions.find((each) => each.standard === standard.number))
  const exemption = opened.exemptions.find((each) => each.standard === standard.number)
  const at = { organisation: visit.organisation.id, assessment: opened.assessment.id, standard: String(standard.number) }
  return {
    at,
    model: {
      organisationId: at.organisation,
      assessmentId: at.assessment,
      standard,
      rule,
      exemption,
      recorded: exemption !== undefined,
    },
  }
}
