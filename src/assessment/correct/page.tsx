import { type Edition, indicatorById } from '../../frameworks/index.ts'
import type { Page } from '../../platform/index.ts'
import {
  Button,
  CharacterCount,
  ErrorSummary,
  Form,
  formatDate,
  InsetText,
  PageHeading,
  Radios,
  TwoThirds,
} from '../../ui/index.ts'
import { nameOf } from '../names.ts'
import { paths } from '../paths.ts'
import { type Changes, isNothing } from '../snapshot.ts'
import type { Assessment } from '../store/assessments.ts'
import { changesInWords, WhatChanged } from './changes.tsx'
import { type CorrectValues, REASON_LONGEST } from './form.ts'

interface About {
  readonly organisationId: string
  readonly assessment: Assessment
  readonly edition: Edition
}

const atOf = ({ organisationId, assessment }: About) => ({ organisation: organisationId, assessment: assessment.id })

/** A correction that was discarded and can be picked up. */
export interface ToPickUp {
  readonly opening: number
  readonly reason: string
  /** UTC instant. */
  readonly discardedAt: string
  readonly changed: Changes
}

export interface CorrectModel extends About {
  readonly toPickUp: ToPickUp | null
  readonly values: CorrectValues
  readonly error: string | null
}

/** Asks what needs correcting before a completed assessment is opened again. */
export function correctPage(model: CorrectModel): Page {
  const { assessment, toPickUp, values, error } = model
  const revision = assessment.revision + 1
  return {
    title: 'Correct your assessment',
    error: error !== null,
    back: { href: paths.taskList.to(atOf(model)), text: 'Your assessment' },
    body: (
      <TwoThirds>
        {error && <ErrorSummary errors={[{ text: error, href: '#reason' }]} />}
        <PageHeading
          caption={nameOf(assessment)}
          lead={`This opens revision ${revision}. What you completed stays as it is, with its results and plan, until the correction is completed. You can discard the correction at any time.`}
        >
          Correct your assessment
        </PageHeading>
        <Form action={paths.correct.to(atOf(model))}>
          <Seen assessment={assessment} />
          {toPickUp && <PickUp toPickUp={toPickUp} edition={model.edition} resume={values.resume} />}
          <CharacterCount
            name="reason"
            label="What needs correcting?"
            labelSize="s"
            hint={toPickUp ? 'If you pick up the discarded correction, you can leave this empty: its reason stays.' : undefined}
            rows={3}
            maxlength={REASON_LONGEST}
            threshold={75}
            value={values.reason}
            error={error ?? undefined}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Open revision {revision}</Button>
            <a class="govuk-link" href={paths.taskList.to(atOf(model))}>
              Not now
            </a>
          </div>
        </Form>
      </TwoThirds>
    ),
  }
}

/** What the form is about: it does nothing to another revision or another correction. */
function Seen({ assessment }: { assessment: Assessment }) {
  return (
    <>
      <input type="hidden" name="revision" value={assessment.revision} />
      <input type="hidden" name="opening" value={assessment.opening} />
    </>
  )
}

function PickUp({ toPickUp, edition, resume }: { toPickUp: ToPickUp; edition: Edition; resume: number | null }) {
  const { opening, reason, discardedAt, changed } = toPickUp
  const [only] = changed.indicators
  const indicator = changed.indicators.length === 1 && only !== undefined ? indicatorById(edition, only) : null
  const what = indicator ? `${indicator.id} ${indicator.shortTitle}` : changesInWords(changed)
  return (
    <Radios
      name="from"
      legend="Where would you like to begin?"
      legendSize="s"
      value={resume === null ? '' : String(resume)}
      items={[
        { value: '', text: 'From what was completed' },
        {
          value: String(opening),
          text: `From the correction that was discarded on ${formatDate(discardedAt)}`,
          hint: (
            <>
              “<span dir="auto">{reason}</span>” It had changed {what}. Evidence that was added in it can be brought back for 30
              days.
            </>
          ),
        },
      ]}
    />
  )
}

export interface DiscardModel extends About {
  /** What the correction has changed. */
  readonly changes: Changes
  /** `digestOf` how everything stands. */
  readonly digest: string
  /** ISO day. */
  readonly completedOn: string
  /** More was changed after the page was shown. */
  readonly changedMeanwhile: boolean
}

/** Asks before a correction is discarded, and says what was changed in it. */
export function discardPage(model: DiscardModel): Page {
  const { assessment, edition, changes, digest, completedOn, changedMeanwhile } = model
  const at = atOf(model)
  return {
    title: 'Discard the correction',
    error: changedMeanwhile,
    back: { href: paths.taskList.to(at), text: 'Your assessment' },
    body: (
      <TwoThirds>
        {changedMeanwhile && (
          <ErrorSummary
            errors={[{ text: 'Something was changed since you opened this page. Look at the list again', href: '#changes' }]}
          />
        )}
        <PageHeading
          caption={nameOf(assessment)}
          lead={`Everything will be as it was completed on ${formatDate(completedOn)}. Your development plan stays as it is today.`}
        >
          Discard the correction?
        </PageHeading>
        {assessment.revisionReason && (
          <InsetText>
            <span dir="auto">{assessment.revisionReason}</span>
          </InsetText>
        )}
        <h2 class="govuk-heading-m" id="changes" tabindex={-1}>
          What was changed in it
        </h2>
        {isNothing(changes) ? (
          <p class="govuk-body">Nothing so far.</p>
        ) : (
          <>
            <WhatChanged changes={changes} edition={edition} at={at} />
            <p class="govuk-body">
              Nothing of it is lost: if you correct this assessment again, you can pick it up where it was left. Evidence that was
              added in it can be brought back for 30 days.
            </p>
          </>
        )}
        <Form action={paths.discard.to(at)}>
          <Seen assessment={assessment} />
          <input type="hidden" name="changes" value={digest} />
          <div class="govuk-button-group">
            <Button kind="secondary" preventDoubleClick>
              Discard the correction
            </Button>
            <a class="govuk-link" href={paths.taskList.to(at)}>
              Keep it open
            </a>
          </div>
        </Form>
      </TwoThirds>
    ),
  }
}
