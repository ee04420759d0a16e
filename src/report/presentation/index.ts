import type { Owned } from '../../platform/index.ts'
import type { Front } from '../pdf/document.ts'
import { findLogo, forewordOf } from './store.ts'

export { removeLogo, setLogo, writeForeword } from './actions.ts'
export { addPresentation } from './routes.ts'
export { countForewords, forewordsBy, hasLogo } from './store.ts'

/** What an organisation puts before an assessment's report. */
export async function frontOf(own: Owned, assessmentId: string): Promise<Front> {
  const logo = await findLogo(own)
  const { foreword, signedBy } = await forewordOf(own, assessmentId)
  return {
    logo: logo && { type: logo.type, base64: logo.content.toString('base64'), width: logo.width, height: logo.height },
    foreword,
    signedBy,
  }
}
