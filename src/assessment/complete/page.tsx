import type { Edition } from '../../frameworks/index.ts'
import type { Page } from '../../platform/index.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  Input,
  InsetText,
  PageHeading,
  type SummaryError,
  TwoThirds,
} from '../../ui/index.ts'
import { LOOK_OVER } from '../content.ts'
import { type GapRow, openRows, ToDoList, WorthALook, worthRows } from '../gap-list.tsx'
import { paths } from '../paths.ts'
import type { CompleteErrors, CompleteValues } from './form.ts'

interface At {
  readonly organisationId: string
  readonly assessmentId: string
}

export interface CompleteModel extends At {
  /** The one that is open. */
  readonly revision: number
  /** How many corrections have been opened. */
  readonly opening: number
  readonly edition: Edition
  readonly gaps: readonly GapRow[]
  readonly values: CompleteValues
  readonly errors: CompleteErrors
}

/** What must be answered first, while there is such; then the form to complete it. What is only worth a look never stands in the way. */
export function completePage(model: CompleteModel): Page {
  const open = openRows(model.gaps)
  return {
    title: 'Complete your assessment',
    error: open.length === 0 && summary(model.errors).length > 0,
    back: { href: paths.lookOver.to(atOf(model)), text: LOOK_OVER },
    body: open.length > 0 ? <BeforeCompleting {...model} /> : <Completing {...model} />,
  }
}

const atOf = ({ organisationId, assessmentId }: At) => ({ organisation: organisationId, assessment: assessmentId })

function BeforeCompleting(model: CompleteModel) {
  return (
    <>
      <PageHeading lead="Open one, answer it, and come back here to the next.">Before you complete it</PageHeading>
      <ToDoList {...model} list="complete" rows={openRows(model.gaps)} />
      <WorthALook {...model} list="complete-also" rows={worthRows(model.gaps)} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.taskList.to(atOf(model))}>
          Back to the standards
        </a>
      </p>
    </>
  )
}

function Completing(model: CompleteModel) {
  const { values, errors } = model
  const listed = summary(errors)
  return (
    <TwoThirds>
      {listed.length > 0 && <ErrorSummary errors={listed} />}
      <PageHeading>{completing(model.revision)}</PageHeading>
      <WorthALook {...model} list="complete-also" rows={worthRows(model.gaps)} fold />
      <Form action={paths.complete.to(atOf(model))}>
        <input type="hidden" name="revision" value={model.revision} />
        <input type="hidden" name="opening" value={model.opening} />
        <Input
          name="completedBy"
          label="Who is completing it?"
          labelSize="s"
          value={values.completedBy}
          error={errors.completedBy}
          autocomplete="name"
          class="govuk-!-width-two-thirds"
        />
        <Input
          name="completedByRole"
          label="What is their role?"
          labelSize="s"
          hint="For example, programme manager."
          value={values.completedByRole}
          error={errors.completedByRole}
          autocomplete="organization-title"
          class="govuk-!-width-two-thirds"
        />
        <DateInput
          name="completedOn"
          legend="Completed on"
          legendSize="s"
          value={values.completedOn}
          error={errors.completedOn?.message}
          errorIn={errors.completedOn?.parts}
        />
        <DateInput
          name="nextReviewOn"
          legend="When will you review it next?"
          legendSize="s"
          hint="The framework suggests every year."
          value={values.nextReviewOn}
          error={errors.nextReviewOn?.message}
          errorIn={errors.nextReviewOn?.parts}
        />
        <Input
          name="reviewedBy"
          label="Who will lead the review? (if you know)"
          labelSize="s"
          value={values.reviewedBy}
          error={errors.reviewedBy}
          class="govuk-!-width-two-thirds"
        />
        <InsetText>
          Completing it seals your answers: they can be read but not changed. If something needs correcting, you can open a new
          revision and say why. Your development plan stays open all year.
        </InsetText>
        <Checkboxes
          name="honest"
          items={[{ value: 'yes', text: 'This is an honest account of our mentoring today, as far as we know' }]}
          values={values.honest ? ['yes'] : []}
          error={errors.honest}
        />
        <Button preventDoubleClick>Complete the assessment</Button>
      </Form>
    </TwoThirds>
  )
}

function summary(errors: CompleteErrors): readonly SummaryError[] {
  const order = ['completedBy', 'completedByRole', 'completedOn', 'nextReviewOn', 'reviewedBy', 'honest'] as const
  return order.flatMap((field) => {
    const error = errors[field]
    if (!error) return []
    return typeof error === 'string'
      ? [{ text: error, href: `#${field}` }]
      : [{ text: error.message, href: `#${field}-${error.parts[0] ?? 'day'}` }]
  })
}

const completing = (revision: number) => (revision > 1 ? `Complete revision ${revision}` : 'Complete your assessment')
