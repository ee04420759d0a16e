import { AboutFramework, editionsInUse, frameworksIn, WhoFillsItIn } from '../../frameworks/index.ts'
import type { Database } from '../../platform/index.ts'
import { type Child, InsetText } from '../../ui/index.ts'

/** Most frameworks that are described where one is chosen. */
const MOST_DESCRIBED = 5

/** Before somebody starts: who fills it in, whose framework it is, and what it is for. */
export function aboutFrameworks(db: Database): Child {
  const frameworks = frameworksIn(editionsInUse(db)).slice(0, MOST_DESCRIBED)
  return frameworks.map((edition) => (
    <InsetText>
      <WhoFillsItIn edition={edition} />
      <AboutFramework edition={edition} small />
    </InsetText>
  ))
}
