import { may } from '../../accounts/index.ts'
import { found, type Routes } from '../../platform/index.ts'
import { openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { worksheetsPage } from './page.tsx'

export function worksheetRoutes(routes: Routes): void {
  routes.get(paths.worksheets.pattern, may('see-assessments'), async (visit, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    const asked = c.req.query('standard') ?? ''
    const chosen = asked === '' ? null : found(opened.standards.find(({ standard }) => String(standard.number) === asked))
    return visit.show(worksheetsPage({ organisation: visit.organisation.name, opened, chosen }))
  })
}
