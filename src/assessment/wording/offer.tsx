import {
  type Correction,
  correctionsSince,
  type Edition,
  editionsInUse,
  meanTheSame,
  textChanges,
} from '../../frameworks/index.ts'
import type { Database } from '../../platform/index.ts'
import { Button, Form, formatDate, plural } from '../../ui/index.ts'
import type { Opened } from '../open.ts'
import { paths } from '../paths.ts'
import { type WordingState, wordingState } from './rules.ts'

/** Newer words of the edition an assessment is pinned to. */
export interface NewerWording {
  readonly state: Exclude<WordingState, 'current'>
  readonly edition: Edition
  readonly corrections: readonly Correction[]
}

/** The newer words that an assessment could take; null for none. Editions are in memory, so this asks no database. */
export function newerWording(db: Database, { assessment, edition }: Pick<Opened, 'assessment' | 'edition'>): NewerWording | null {
  if (assessment.status === 'complete') return null
  const latest = editionsInUse(db).find(({ id, edition: label }) => id === edition.id && label === edition.edition)
  if (!latest || latest.digest === edition.digest) return null
  const corrections = correctionsSince(edition, latest)
  const state = wordingState({
    completed: false,
    newer: corrections.length > 0 || textChanges(edition, latest).length > 0,
    meanTheSame: meanTheSame(edition, latest),
    declined: assessment.declinedDigest === latest.digest,
  })
  return state === 'current' ? null : { state, edition: latest, corrections }
}

export const CORRECTED = 'The wording of this framework has been corrected'
export const TAKE = 'Use the corrected wording'
export const KEEP = 'Keep the wording we have'
/** Where the offer was turned down: a quiet way back to it. */
export const SEE_CORRECTED = 'Corrected wording of the framework'

interface OfferProps {
  readonly opened: Opened
  readonly newer: NewerWording
}

/** On the page of an assessment: what was corrected, and the choice. Said once: keeping the old words takes it away. */
export function WordingOffer({ opened, newer }: OfferProps) {
  const at = { organisation: opened.organisationId, assessment: opened.assessment.id }
  return (
    <section class="app-corrected" aria-labelledby="corrected-heading">
      <h2 class="govuk-heading-m" id="corrected-heading">
        {CORRECTED}
      </h2>
      <p class="govuk-body">
        You can take the new words. Every answer stays as it is, and nothing new is asked.{' '}
        <a class="govuk-link" href={paths.wording.to(at)}>
          See what has changed
        </a>
      </p>
      <Corrections corrections={newer.corrections.slice(0, FEW)} />
      <WordingChoice opened={opened} newer={newer} quiet />
    </section>
  )
}

/** The page behind the link has them all. */
const FEW = 3

export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {corrections.map(({ date, where, change }) => (
        <li>
          <strong>{where}</strong>, {formatDate(date)}. {change}
        </li>
      ))}
    </ul>
  )
}

/** The two buttons, for whoever may press them. @param quiet where the page is for something else */
export function WordingChoice({ opened, newer, quiet = false }: OfferProps & { quiet?: boolean }) {
  const at = { organisation: opened.organisationId, assessment: opened.assessment.id }
  return (
    <Form action={paths.wording.to(at)} class="app-corrected__choice">
      <input type="hidden" name="from" value={opened.edition.digest} />
      <input type="hidden" name="to" value={newer.edition.digest} />
      <div class="govuk-button-group">
        <Button name="do" value="take" kind={quiet ? 'secondary' : 'primary'} preventDoubleClick>
          {TAKE}
        </Button>
        {newer.state === 'offered' && (
          <Button name="do" value="keep" kind="secondary">
            {KEEP}
          </Button>
        )}
      </div>
    </Form>
  )
}

export const textsChanged = (count: number) => plural(count, 'text reads', 'texts read')
