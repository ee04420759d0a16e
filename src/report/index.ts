export { planCsv } from './csv.ts'
export { type RecordJsonOptions, recordJson } from './json.ts'
export { paths as reportPaths } from './paths.ts'
export type { PdfOptions } from './pdf/document.ts'
export { type PressOptions, type ReportPress, startPress } from './pdf/press.ts'
export { PressProblem } from './pdf/press-problem.ts'
export type { Typeset } from './pdf/typesetter.ts'
export { countForewords, forewordsBy, hasLogo, removeLogo, setLogo, writeForeword } from './presentation/index.ts'
export { createReport, type ReportOptions } from './routes.ts'
export {
  countStates,
  growNext,
  type InBrief,
  type IndicatorPicture,
  inBrief,
  indicatorsPicture,
  type Named,
  type PlannedAction,
  plannedActions,
  type StandardPicture,
  type StateCounts,
  standardsPicture,
  stateOf,
  strengths,
} from './rules.ts'
