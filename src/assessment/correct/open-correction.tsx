import { Button, VisuallyHidden } from '../../ui/index.ts'
import { LOOK_OVER_AND_COMPLETE } from '../content.ts'
import { nameOf } from '../names.ts'
import { paths } from '../paths.ts'
import { stageOf } from '../rules.ts'
import type { Assessment } from '../store/assessments.ts'

interface OpenCorrectionProps {
  readonly organisationId: string
  readonly assessment: Assessment
  readonly mayAnswer: boolean
  readonly mayComplete: boolean
  readonly mayCorrect: boolean
  /** Where the correction can be read as it stands; null on the page where it is corrected. */
  readonly carryOn: 'task-list' | null
  /** Of the results of the correction as it stands. */
  readonly resultsHref?: string | undefined
}

/** So much of a reason stands on a card; the assessment's own page has it whole. */
const SHOWN = 200

/** Beneath what is completed, quietly: that a correction of it is open, why, and what can be done with it. Nothing where none is. */
export function OpenCorrection(props: OpenCorrectionProps) {
  const { organisationId, assessment, mayAnswer, mayComplete, mayCorrect, carryOn, resultsHref } = props
  if (stageOf(assessment) !== 'correcting') return null
  const at = { organisation: organisationId, assessment: assessment.id }
  const reason = assessment.revisionReason ?? ''
  // Links that say the same are told apart by those who hear them in a list.
  const whose = <VisuallyHidden>: {nameOf(assessment)}</VisuallyHidden>
  return (
    <div class="app-correction">
      <p class="govuk-body app-correction__why">
        A correction is open: <span dir="auto">{carryOn ? shortened(reason) : reason}</span>
      </p>
      <div class="app-correction__ways">
        {carryOn && mayAnswer && (
          <Button href={paths.taskList.to(at)} kind="secondary">
            Carry on with the correction{whose}
          </Button>
        )}
        {!carryOn && mayComplete && (
          <Button href={paths.lookOver.to(at)} kind="secondary">
            {LOOK_OVER_AND_COMPLETE}
          </Button>
        )}
        {carryOn && mayComplete && (
          <a class="govuk-link" href={paths.lookOver.to(at)}>
            {LOOK_OVER_AND_COMPLETE}
            {whose}
          </a>
        )}
        {resultsHref && (
          <a class="govuk-link" href={resultsHref}>
            See its results so far
          </a>
        )}
        {mayCorrect && (
          <a class="govuk-link" href={paths.discard.to(at)}>
            Discard it{whose}
          </a>
        )}
      </div>
    </div>
  )
}

/** Cut between words, where it is long. */
function shortened(reason: string): string {
  return reason.length <= SHOWN ? reason : `${reason.slice(0, SHOWN).replace(/\s+\S*$/, '')}…`
}
