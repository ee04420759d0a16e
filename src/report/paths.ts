import { path } from '../platform/index.ts'

const assessment = '/organisations/:organisation/assessments/:assessment' as const

/** Each takes `?revision=` for a sealed revision other than the newest. */
export const paths = {
  results: path(`${assessment}/results`),
  report: path(`${assessment}/report.pdf`),
  plan: path(`${assessment}/plan.pdf`),
  planCsv: path(`${assessment}/plan.csv`),
  everything: path(`${assessment}/everything.json`),
} as const
