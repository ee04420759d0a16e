import { path } from '../platform/index.ts'

const assessment = '/organisations/:organisation/assessments/:assessment' as const

export const paths = {
  list: path('/organisations/:organisation/assessments'),
  start: path('/organisations/:organisation/assessments/new'),
  taskList: path(assessment),
  describe: path(`${assessment}/description`),
  extend: path(`${assessment}/extend`),
  narrow: path(`${assessment}/core`),
  goOn: path(`${assessment}/whole-framework`),
  wording: path(`${assessment}/wording`),
  indicator: path(`${assessment}/indicators/:indicator`),
  bothWordings: path(`${assessment}/indicators/:indicator/wordings`),
  versions: path(`${assessment}/indicators/:indicator/versions/:conflict`),
  standard: path(`${assessment}/standards/:standard`),
  exemption: path(`${assessment}/standards/:standard/exemption`),
  withdrawExemption: path(`${assessment}/standards/:standard/exemption/withdraw`),
  lookOver: path(`${assessment}/look-over`),
  worksheets: path(`${assessment}/worksheets`),
  complete: path(`${assessment}/complete`),
  correct: path(`${assessment}/correct`),
  discard: path(`${assessment}/correct/discard`),
} as const

/**
 * From an indicator's page to the others, and to the standards. Relative, so that what links to all forty says the same in every
 * assessment and is written once.
 */
export const fromIndicator = {
  indicator: (id: string) => `./${encodeURIComponent(id)}`,
  standard: (number: number) => `../standards/${number}`,
} as const

/** What evidence about an indicator is about, in the evidence capability's terms. */
export const subjectOf = (assessmentId: string, indicatorId: string) => `assessment/${assessmentId}/indicator/${indicatorId}`
/** What a mark's certificate is about. */
export const certificateSubject = (assessmentId: string, standard: number) =>
  `assessment/${assessmentId}/standard/${standard}/certificate`
/** Everything of an assessment that evidence can be about. */
export const subjectsOf = (assessmentId: string) => `assessment/${assessmentId}/`
/** What a subject is about: an indicator's id, or the standard of a certificate. */
export function aboutOf(subject: string): { readonly indicator: string } | { readonly standard: number } | null {
  const [, , kind = '', id = ''] = subject.split('/')
  return kind === 'indicator' ? { indicator: id } : kind === 'standard' ? { standard: Number(id) } : null
}
/** The same subject of another assessment. */
export const subjectIn = (assessmentId: string, subject: string) =>
  subject.replace(/^assessment\/[^/]+\//, subjectsOf(assessmentId))
export const subjectsUnder = (assessmentId: string) => `assessment/${assessmentId}/indicator/`
