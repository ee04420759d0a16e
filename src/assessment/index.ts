/** Ask, answer, rate, look over, complete. */
import './tables.ts'

export { type Save, type Saved, saveAnswer, skipIndicator } from './actions/answer.ts'
export { completeAssessment, type Seen } from './actions/complete.ts'
export { correctAssessment, discardCorrection } from './actions/correct.ts'
export { recordExemption } from './actions/exemption.ts'
export { goOnToAll } from './actions/go-on.ts'
export { editionOf, startAssessment } from './actions/start.ts'
export { examplesValue, type FieldValues, LESS_RELEVANT } from './answer.ts'
export { buildRecord } from './build-record.ts'
export { LOOK_OVER, WORKSHEETS } from './content.ts'
export { OpenCorrection } from './correct/open-correction.tsx'
export { findWayOn, type WayOn } from './go-on/way-on.ts'
export { assessmentsNaming, correctionsBy, countAssessments, evidenceKept, writtenBy } from './held.ts'
export type { AssessmentLinks } from './links.ts'
export { fileNameOf, nameOf } from './names.ts'
export { findOpen, type Opened, openAssessment } from './open.ts'
export { advisedInWords } from './pace.ts'
export { paths as assessmentPaths, subjectOf } from './paths.ts'
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
export { nextReview, stageOf } from './rules.ts'
export { AssessmentCards } from './start/list-page.tsx'
export { listModel } from './start/routes.ts'
export { answersOf } from './store/answers.ts'
export { type Assessment, assessmentsOfPlan, findAssessment, listAssessments } from './store/assessments.ts'
export { eachSealed, type Seal, type Sealed, sealedRevision, sealsOf } from './store/sealed.ts'
