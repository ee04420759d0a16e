import { AboutFramework, editionsInUse, frameworksIn, WhoFillsItIn, WhoseFramework } from '../../frameworks/index.ts'
import type { Database } from '../../platform/index.ts'
import { type Child, Details, InsetText } from '../../ui/index.ts'

/** Most frameworks that are described where one is chosen. */
const MOST_DESCRIBED = 5

/** Before somebody starts: whose framework it is and who fills it in; folded, what it is for. */
export function aboutFrameworks(db: Database): Child {
  const frameworks = frameworksIn(editionsInUse(db)).slice(0, MOST_DESCRIBED)
  return frameworks.map((edition) => (
    <>
      <InsetText>
        <WhoseFramework edition={edition} />
        <WhoFillsItIn edition={edition} />
      </InsetText>
      <Details summary={`What the ${edition.title} is for`}>
        <AboutFramework edition={edition} />
      </Details>
    </>
  ))
}
