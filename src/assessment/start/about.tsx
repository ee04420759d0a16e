import { AboutFramework, editionsInUse, frameworksIn, WhoFillsItIn } from '../../frameworks/index.ts'
import type { Database } from '../../platform/index.ts'
import { type Child, InsetText } from '../../ui/index.ts'

/** Most frameworks that are described where one is chosen. */
const MOST_DESCRIBED = 5

/** Before somebody starts: who fills it in, and whose framework it is. */
export function aboutFrameworks(db: Database): Child {
  return frameworksIn(editionsInUse(db))
    .slice(0, MOST_DESCRIBED)
    .map((edition) => (
      <>
        {edition.about.filledInBy !== null && (
          <InsetText>
            <WhoFillsItIn edition={edition} />
          </InsetText>
        )}
        <AboutFramework edition={edition} />
      </>
    ))
}
