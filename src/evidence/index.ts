/** A file, link or place about a subject. It never knows what the subject is. */
import './tables.ts'

export {
  addEvidence,
  addEvidenceIn,
  type EvidenceAdded,
  removeEvidence,
  removeEvidenceIn,
  restoreEvidence,
  restoreEvidenceIn,
} from './actions.ts'
export { attachment } from './attachment.ts'
export { FILES_USAGE, filesCommand } from './cli.ts'
export { AddEvidenceFields, EvidenceItems, evidenceSummary, RemovedEvidence } from './components.tsx'
export { WORDS as evidenceWords } from './content.ts'
export {
  EVIDENCE_FIELDS,
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
export { createEvidence } from './routes.tsx'
export { type EvidenceItem, fileSize, MOST_ITEMS, type NewEvidence } from './rules.ts'
export { evidenceAbout, evidenceCounts, evidenceUnder, findEvidence, whoAdded } from './store.ts'
export { sweepFiles } from './sweep.ts'
