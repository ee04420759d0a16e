import { Routes } from '../platform/index.ts'
import { bothWordingsRoutes } from './both-wordings/routes.ts'
import { completeRoutes } from './complete/routes.ts'
import { correctRoutes } from './correct/routes.ts'
import { describeRoutes } from './describe/routes.ts'
import { exemptionRoutes } from './exemption/routes.tsx'
import { goOnRoutes } from './go-on/routes.ts'
import { indicatorRoutes } from './indicator/routes.tsx'
import type { AssessmentLinks } from './links.ts'
import { lookOverRoutes } from './look-over/routes.ts'
import { scopeRoutes } from './scope/routes.ts'
import { startRoutes } from './start/routes.ts'
import { taskListRoutes } from './task-list/routes.ts'
import { versionsRoutes } from './versions/routes.ts'
import { wordingRoutes } from './wording/routes.ts'
import { worksheetRoutes } from './worksheets/routes.ts'

/** One line per page. */
export function createAssessment(links: AssessmentLinks): Routes {
  const routes = new Routes()
  startRoutes(routes, links)
  taskListRoutes(routes, links)
  describeRoutes(routes)
  scopeRoutes(routes)
  indicatorRoutes(routes)
  versionsRoutes(routes)
  bothWordingsRoutes(routes)
  wordingRoutes(routes)
  lookOverRoutes(routes)
  exemptionRoutes(routes)
  worksheetRoutes(routes)
  completeRoutes(routes, links)
  correctRoutes(routes)
  goOnRoutes(routes)
  return routes
}
