import { may } from '../../accounts/index.ts'
import { editionsBeside, editionsInUse, neighbours } from '../../frameworks/index.ts'
import { found, type Routes } from '../../platform/index.ts'
import { indicatorIn, inOrder, openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { bothWordingsPage } from './page.tsx'

export function bothWordingsRoutes(routes: Routes): void {
  routes.get(paths.bothWordings.pattern, may('see-assessments'), async (visit, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    const indicator = indicatorIn(opened, c.req.param('indicator'))
    const others = editionsBeside(opened.edition, editionsInUse(visit.db))
    // It may have been there when somebody kept the address.
    if (others.length === 0) {
      const at = { organisation: visit.organisation.id, assessment: opened.assessment.id, indicator: indicator.id }
      return visit.go(paths.indicator.to(at), 'There is no other wording of this indicator here.')
    }
    const asked = c.req.query('edition')
    const other = found((asked ? others.find(({ edition }) => edition === asked) : others[0]) ?? null)
    const ids = inOrder(opened).map(({ id }) => id)
    return visit.show(bothWordingsPage({ opened, indicator, other, others, ...neighbours(opened.edition, ids, indicator.id) }))
  })
}
