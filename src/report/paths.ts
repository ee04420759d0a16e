import { path } from '../platform/index.ts'

const assessment = '/organisations/:organisation/assessments/:assessment' as const

/** Each takes `?revision=` for a sealed revision other than the newest. */
export const paths = {
  results: path(`${assessment}/results`),
  report: path(`${assessment}/report.pdf`),
  plan: path(`${assessment}/plan.pdf`),
  planCsv: path(`${assessment}/plan.csv`),
  /** One page for trustees and funders: to read and copy from, and as a PDF. */
  summaryPage: path(`${assessment}/summary`),
  summary: path(`${assessment}/summary.pdf`),
  /** Asks which: private notes are not for everybody. */
  keep: path(`${assessment}/everything`),
  everything: path(`${assessment}/everything.json`),
  everythingWithNotes: path(`${assessment}/everything-with-notes.json`),
  front: path(`${assessment}/front`),
  setLogo: path(`${assessment}/front/logo`),
  removeLogo: path(`${assessment}/front/logo/removal`),
  writeForeword: path(`${assessment}/front/foreword`),
  logo: path('/organisations/:organisation/report-logo'),
} as const
