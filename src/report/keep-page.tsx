import type { Page } from '../platform/index.ts'
import { Card, PageHeading, TwoThirds } from '../ui/index.ts'
import { KEEP } from './content.ts'
import { paths } from './paths.ts'

/** Asks which copy of everything somebody wants: private notes are not for everybody, and easily sent along. */
export function keepPage(at: { readonly organisation: string; readonly assessment: string }): Page {
  return {
    title: KEEP.title,
    back: { href: paths.results.to(at), text: 'Results' },
    body: (
      <TwoThirds>
        <PageHeading lead={KEEP.lead}>{KEEP.title}</PageHeading>
        <div class="app-keep">
          <Card
            title={KEEP.without}
            footer={
              <a class="govuk-link" href={paths.everything.to(at)}>
                {KEEP.download(KEEP.without)}
              </a>
            }
          >
            <p class="govuk-body">{KEEP.withoutText}</p>
          </Card>
          <Card
            title={KEEP.with}
            footer={
              <a class="govuk-link" href={paths.everythingWithNotes.to(at)}>
                {KEEP.download(KEEP.with)}
              </a>
            }
          >
            <p class="govuk-body">{KEEP.withText}</p>
          </Card>
        </div>
      </TwoThirds>
    ),
  }
}
