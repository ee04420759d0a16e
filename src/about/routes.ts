import { anyone, type OpenVisit } from '../accounts/index.ts'
import { editionsInUse, frameworksIn } from '../frameworks/index.ts'
import { Routes } from '../platform/index.ts'
import type { Operator } from '../platform/operator.ts'
import { aboutPage } from './about.tsx'
import { accessibilityPage } from './accessibility.tsx'
import { type HelpModel, helpPage } from './help.tsx'
import { licencePage } from './licence.tsx'
import { paths } from './paths.ts'
import { privacyPage } from './privacy.tsx'

export interface AboutOptions {
  readonly operator: Operator
  /** True where only people on this machine can reach it. */
  readonly loopback: boolean
  /** Worksheets of what a visitor is working on. */
  worksheets(visit: OpenVisit): Promise<HelpModel['worksheets']>
}

/** The pages that the footer leads to: for anyone, signed in or not. */
export function createAbout({ operator, loopback: onlyHere, worksheets }: AboutOptions): Routes {
  const frameworks = (visit: OpenVisit) => frameworksIn(editionsInUse(visit.db))
  return new Routes()
    .get(paths.about.pattern, anyone, (visit) => visit.show(aboutPage({ frameworks: frameworks(visit), operator, onlyHere })))
    .get(paths.help.pattern, anyone, async (visit) =>
      visit.show(helpPage({ frameworks: frameworks(visit), operator, onlyHere, worksheets: await worksheets(visit) })),
    )
    .get(paths.privacy.pattern, anyone, (visit) =>
      visit.show(privacyPage({ operator, mailIsSent: visit.mail.isSetUp, onlyHere })),
    )
    .get(paths.accessibility.pattern, anyone, (visit) => visit.show(accessibilityPage({ operator, onlyHere })))
    .get(paths.licence.pattern, anyone, (visit) => visit.show(licencePage({ editions: editionsInUse(visit.db), operator })))
}
