/** What an organisation puts before a report in its own words. It is presentation: no part of the record, and of no seal. */
export interface Foreword {
  /** Empty when there is none. */
  readonly foreword: string
  readonly signedBy: string
}

/** Longest texts, in UTF-16 units. A foreword fits on one page. */
export const LONGEST = { foreword: 2000, signedBy: 150 } as const

export function isSameForeword(a: Foreword, b: Foreword): boolean {
  return a.foreword === b.foreword && a.signedBy === b.signedBy
}
