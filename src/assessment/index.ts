/** Ask, answer, rate, look over, complete. */
import './tables.ts'

export { editionOf } from './actions/start.ts'
export { buildRecord } from './build-record.ts'
export type { AssessmentLinks } from './links.ts'
export { type Opened, openAssessment } from './open.ts'
export { paths as assessmentPaths } from './paths.ts'
export type {
  ActionRecord,
  AnswerRecord,
  AssessmentRecord,
  CompletionRecord,
  EvidenceRecord,
  ExemptionRecord,
  FrameworkRecord,
  OrganisationRecord,
} from './record.ts'
export { createAssessment } from './routes.ts'
export { AssessmentCards } from './start/list-page.tsx'
export { listModel } from './start/routes.ts'
export { type Assessment, answersOf, findAssessment, listAssessments, type Sealed, sealedRevisions } from './store.ts'
