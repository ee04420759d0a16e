import type { Answer } from '../answer.ts'
import { carriedWords } from '../content.ts'
import type { Opened } from '../open.ts'

/** Where an answer is from that nobody has changed since; nothing for any other. */
export function CarriedOver({ opened, answer }: { readonly opened: Opened; readonly answer: Answer }) {
  const { continues } = opened.assessment
  if (!continues || !answer.carried) return null
  return <p class="govuk-body-s app-carried-over">{carriedWords(continues)}</p>
}
