import { path } from '../platform/index.ts'

const assessment = '/organisations/:organisation/assessments/:assessment' as const

export const paths = {
  list: path('/organisations/:organisation/assessments'),
  start: path('/organisations/:organisation/assessments/new'),
  taskList: path(assessment),
  extend: path(`${assessment}/extend`),
  indicator: path(`${assessment}/indicators/:indicator`),
  versions: path(`${assessment}/indicators/:indicator/versions/:conflict`),
  standard: path(`${assessment}/standards/:standard`),
  exemption: path(`${assessment}/standards/:standard/exemption`),
  withdrawExemption: path(`${assessment}/standards/:standard/exemption/withdraw`),
  lookOver: path(`${assessment}/look-over`),
  complete: path(`${assessment}/complete`),
  correct: path(`${assessment}/correct`),
} as const

/** What evidence about an indicator is about, in the evidence capability's terms. */
export const subjectOf = (assessmentId: string, indicatorId: string) => `assessment/${assessmentId}/indicator/${indicatorId}`
/** What a mark's certificate is about. */
export const certificateSubject = (assessmentId: string, standard: number) =>
  `assessment/${assessmentId}/standard/${standard}/certificate`
export const subjectsUnder = (assessmentId: string) => `assessment/${assessmentId}/indicator/`
