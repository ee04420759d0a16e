/** A file, link or place about a subject. It never knows what the subject is. */
import './tables.ts'

export {
  addEvidenceIn,
  copyEvidenceIn,
  type EvidenceAdded,
  removeEvidenceIn,
  restoreEvidenceIn,
  returnEvidenceIn,
} from './actions.ts'
export { attachment } from './attachment.ts'
export { FILES_USAGE, filesCommand } from './cli.ts'
export { AddEvidenceFields, EvidenceItems, evidenceSummary, PictureStrip, RemovedLately } from './components.tsx'
export {
  EVIDENCE_FIELDS,
  EVIDENCE_FORM,
  type EvidenceDeed,
  type EvidenceErrors,
  type EvidenceField,
  type EvidenceRead,
  evidenceValues,
  filesToChooseAgain,
  readEvidenceDeed,
  readNewEvidence,
} from './forms.ts'
export { countEvidence, evidenceBy } from './held.ts'
export { paths as evidencePaths } from './paths.ts'
export { type Previews, startPreviews } from './preview/maker.ts'
export { createEvidence } from './routes.tsx'
export { type EvidenceItem, fileSize, MOST_ITEMS, type NewEvidence, PUT_BACK_DAYS, putBackSince } from './rules.ts'
export { evidenceAbout, evidenceAndRemoved, evidenceUnder, findEvidence, subjectsThatDiffer } from './store.ts'
export { type Kept, sweepFiles } from './sweep.ts'
