import type { Page } from '../platform/index.ts'
import type { Operator } from '../platform/operator.ts'
import { formatDate } from '../ui/index.ts'
import { TITLES } from './content.ts'
import { Bullets, informationPage, P, WhoRunsIt } from './information.tsx'

/** When somebody last went through what is said here, and found it so. */
const PREPARED_ON = '2026-11-28'

/** After the model that public bodies in the United Kingdom use. It says only what was really tested. */
export function accessibilityPage({ operator, onlyHere }: { operator: Operator; onlyHere: boolean }): Page {
  return informationPage({
    title: TITLES.accessibility,
    lead: 'How accessible this site is, what is not accessible yet, and how to tell us.',
    sections: [
      {
        id: 'you-can',
        title: 'How accessible it is',
        body: (
          <>
            <P>We want as many people as possible to be able to use it. You should be able to:</P>
            <Bullets
              items={[
                'zoom in up to 400% without the text spilling off the screen',
                'use it on a phone that is 320 pixels wide',
                'do everything with a keyboard alone',
                'do everything with scripts turned off in your browser',
                'hear it with a screen reader, charts and forms included: every chart has a table that says the same',
                'tell ratings apart without colour: each has its own shape and word',
                'print a page and read it',
              ]}
            />
            <P>We also try to keep the words short and plain.</P>
          </>
        ),
      },
      {
        id: 'not-yet',
        title: 'What is not accessible yet',
        body: (
          <Bullets
            items={[
              'Files that people attach as evidence are as accessible as their authors made them. We can’t change them.',
              'In PDF reports, characters that their fonts do not have (some emoji and some writing systems) are shown as numbers.',
              'The pages are in English only.',
              'Keyboard shortcuts on the page of an indicator are off until you turn them on, because they can get in the way of speech control.',
            ]}
          />
        ),
      },
      {
        id: 'compliance',
        title: 'How far it meets the guidelines',
        body: (
          <P>
            It partly meets the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, because of the files and characters
            above. PDF reports are made to be tagged and readable by screen readers (PDF/UA-1).
          </P>
        ),
      },
      {
        id: 'tested',
        title: 'How it was tested',
        body: (
          <>
            <P>This statement was prepared on {formatDate(PREPARED_ON)}, by the people who make Mentormark. They tested:</P>
            <Bullets
              items={[
                'every page and its states with axe, an automatic checker, in Chromium',
                'the journeys by keyboard, without scripts, at 320 pixels, and printed',
                'the HTML of pages, and the tags of PDF reports, with checkers made by others',
              ]}
            />
            <P>
              It has not been tested yet by disabled people, nor with the screen readers that people use every day. If you use
              one, what you tell us is worth a great deal.
            </P>
          </>
        ),
      },
      {
        id: 'tell-us',
        title: 'Tell us what does not work',
        body: (
          <>
            <P>
              If you can’t use something, or need it in another form, tell whoever runs this site: which page it was, what you
              wanted to do, and what you use. They can pass faults in the program on to its makers.
            </P>
            <WhoRunsIt operator={operator} onlyHere={onlyHere} />
            <P>
              If you are not happy with the answer, the Equality Advisory and Support Service can advise you in England, Scotland
              and Wales.
            </P>
          </>
        ),
      },
    ],
  })
}
