import { type TextChange, textChanges } from '../../frameworks/index.ts'
import type { Page } from '../../platform/index.ts'
import { PageHeading, TwoThirds } from '../../ui/index.ts'
import type { Opened } from '../open.ts'
import { paths } from '../paths.ts'
import { CORRECTED, Corrections, type NewerWording, textsChanged, WordingChoice } from './offer.tsx'

export interface WordingModel {
  readonly opened: Opened
  /** Null when the assessment has the words in use, or keeps its own. */
  readonly newer: NewerWording | null
  readonly mayChoose: boolean
}

/** Most texts that are shown beside each other: nobody reads more, and a page must not grow without end. */
const MOST_SHOWN = 300

/** What was corrected in the framework's words, text by text, and the choice to take them. */
export function wordingPage({ opened, newer, mayChoose }: WordingModel): Page {
  const at = { organisation: opened.organisationId, assessment: opened.assessment.id }
  const caption = `${opened.edition.title} ${opened.edition.edition}`
  const back = { href: paths.taskList.to(at), text: 'Your assessment' }
  if (!newer) {
    return {
      title: 'The wording of this framework',
      back,
      body: (
        <PageHeading caption={caption} lead="There is no other wording for this assessment to take. It keeps the words it has.">
          The wording of this framework
        </PageHeading>
      ),
    }
  }
  const changes = textChanges(opened.edition, newer.edition)
  return {
    title: CORRECTED,
    back,
    body: (
      <TwoThirds>
        <PageHeading
          caption={caption}
          lead="You can take the new words. Every answer, tick and action stays as it is, and nothing new is asked. What you have completed before keeps its own words."
        >
          {CORRECTED}
        </PageHeading>
        <Corrections corrections={newer.corrections} />
        {mayChoose ? (
          <WordingChoice opened={opened} newer={newer} />
        ) : (
          <p class="govuk-body">Somebody who may start an assessment decides whether to take them.</p>
        )}
        {changes.length > 0 && (
          <section aria-labelledby="changes-heading">
            <h2 class="govuk-heading-m" id="changes-heading">
              {textsChanged(changes.length)} differently
            </h2>
            <dl class="app-changes">
              {changes.slice(0, MOST_SHOWN).map((change) => (
                <Change {...change} />
              ))}
            </dl>
            {changes.length > MOST_SHOWN && (
              <p class="govuk-body">These are the first {MOST_SHOWN}. Take the new words to read the rest in their places.</p>
            )}
          </section>
        )}
      </TwoThirds>
    ),
  }
}

function Change({ where, before, after }: TextChange) {
  return (
    <div class="app-changes__one">
      <dt>{where}</dt>
      <dd>
        <span class="app-changes__label">Before:</span> {before ?? 'nothing'}
      </dd>
      <dd>
        <span class="app-changes__label">Now:</span> {after ?? 'nothing'}
      </dd>
    </div>
  )
}
