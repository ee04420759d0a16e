import { AboutFramework, type Edition, SupportContact, WhoFillsItIn } from '../frameworks/index.ts'
import type { Page } from '../platform/index.ts'
import type { Operator } from '../platform/operator.ts'
import { Details, formatDate } from '../ui/index.ts'
import { TITLES } from './content.ts'
import { Bullets, informationPage, P, WhoRunsIt } from './information.tsx'

interface AboutModel {
  /** One for each framework. */
  readonly frameworks: readonly Edition[]
  readonly operator: Operator
  readonly onlyHere: boolean
}

/** Most frameworks that are described here; a server has one, or a few. */
const MOST_DESCRIBED = 20

export function aboutPage({ frameworks, operator, onlyHere }: AboutModel): Page {
  return informationPage({
    title: TITLES.about,
    lead: 'What Mentormark is, whose framework it uses, and whose words these are.',
    sections: [
      {
        id: 'mentormark',
        title: 'What Mentormark is',
        body: (
          <>
            <P>
              Mentormark helps organisations that mentor young people to look honestly at their practice, show how they know, and
              plan what to do next. You go through a framework one indicator at a time, and come out with a self-assessment, a
              development plan and a report.
            </P>
            <Bullets
              items={[
                'There is no score, no percentage and no ranking. What you say is yours.',
                'It is free software: anybody may use it, read how it works, and change it.',
              ]}
            />
          </>
        ),
      },
      ...frameworks.slice(0, MOST_DESCRIBED).map((edition) => ({
        id: `framework-${edition.id}`,
        title: `The ${edition.title}`,
        body: (
          <>
            <AboutFramework edition={edition} />
            <WhoFillsItIn edition={edition} />
            <SupportContact edition={edition} />
            <WordingNotes edition={edition} />
          </>
        ),
      })),
      { id: 'who', title: 'Who runs this Mentormark', body: <WhoRunsIt operator={operator} onlyHere={onlyHere} /> },
    ],
  })
}

/** Where the text comes from, what was corrected in it, and how the source was read. */
function WordingNotes({ edition }: { edition: Edition }) {
  const { provenance, corrections, errata } = edition
  return (
    <>
      {provenance && <P>{provenance.note}</P>}
      {corrections.length > 0 && (
        <Details summary={`What was corrected in edition ${edition.edition}`}>
          <Bullets items={corrections.map(({ date, where, change }) => `${where} (${formatDate(date)}). ${change}`)} />
        </Details>
      )}
      {errata.length > 0 && (
        <Details summary="Where we read the published document differently">
          <Bullets
            items={errata.map(({ where, source, decision }) => (
              <>
                <strong>{where}.</strong> {source} {decision}
              </>
            ))}
          />
        </Details>
      )}
    </>
  )
}
