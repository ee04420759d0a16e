import type { Edition } from '../frameworks/index.ts'
import { wordingWords } from '../frameworks/index.ts'
import type { Page } from '../platform/index.ts'
import type { Operator } from '../platform/operator.ts'
import { Details } from '../ui/index.ts'
import { TITLES } from './content.ts'
import { informationPage, P } from './information.tsx'

interface LicenceModel {
  readonly editions: readonly Edition[]
  readonly operator: Operator
}

export function licencePage({ editions, operator }: LicenceModel): Page {
  return informationPage({
    title: TITLES.licence,
    lead: 'Mentormark is free software. Anybody may use it, read it, change it and pass it on.',
    sections: [
      {
        id: 'source',
        title: 'Where the source code is',
        body:
          operator.sourceUrl === null ? (
            <P>Whoever runs this Mentormark has the source code of what they run, and can give you a copy.</P>
          ) : (
            <P>
              The source code of what runs here is at{' '}
              <a class="govuk-link app-address" href={operator.sourceUrl} rel="noreferrer">
                {operator.sourceUrl}
              </a>
              .
            </P>
          ),
      },
      {
        id: 'program',
        title: 'The program',
        body: (
          <>
            <P>It is under the MIT licence. In short: do with it what you like, and keep this notice with it.</P>
            <Details summary="The whole licence">
              {MIT.map((paragraph) => (
                <P>{paragraph}</P>
              ))}
            </Details>
          </>
        ),
      },
      {
        id: 'framework',
        title: 'The wording of the framework',
        body: (
          <ul class="govuk-list govuk-list--bullet">
            {editions.slice(0, MOST_EDITIONS).map((edition) => (
              <li>
                {edition.title}, edition {edition.edition}:{' '}
                {edition.licence === null ? 'no licence is named' : `${edition.licence} licence`}. {wordingWords(edition)} The
                framework itself is its publisher’s, {edition.publisher}.
              </li>
            ))}
          </ul>
        ),
      },
      {
        id: 'parts',
        title: 'What it is made with',
        body: (
          <P>
            The letters are Atkinson Hyperlegible Next, by the Braille Institute, under the SIL Open Font License. The forms and
            patterns are those of GOV.UK Frontend, under the MIT licence. Every other part, with its version and licence, is
            listed in the bill of materials that comes with each copy of the program.
          </P>
        ),
      },
    ],
  })
}

const MOST_EDITIONS = 20

/** The words of `LICENSE`; a test compares them. */
export const MIT = [
  'Copyright (c) 2026 The Mentormark contributors',
  'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:',
  'The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.',
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.',
] as const
