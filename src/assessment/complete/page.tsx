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
  plural,
  type SummaryError,
  TwoThirds,
} from '../../ui/index.ts'
import { LOOK_OVER } from '../content.ts'
import { GapList, type GapRow } from '../gap-list.tsx'
import { paths } from '../paths.ts'
import { MUST_CLOSE } from '../rules.ts'
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
  readonly gaps: readonly GapRow[]
  readonly values: CompleteValues
  readonly errors: CompleteErrors
}

export function completePage(model: CompleteModel): Page {
  const { organisationId, assessmentId, gaps, values, errors } = model
  const at = { organisation: organisationId, assessment: assessmentId }
  const open = gaps.filter((each) => MUST_CLOSE.has(each.gap))
  const questions = gaps.filter((each) => !MUST_CLOSE.has(each.gap))
  const listed = summary(errors)
  return {
    title: 'Complete your assessment',
    error: listed.length > 0,
    back: { href: paths.lookOver.to(at), text: LOOK_OVER },
    body: (
      <TwoThirds>
        {listed.length > 0 && <ErrorSummary errors={listed} />}
        <PageHeading>{open.length > 0 ? 'Before you complete it' : completing(model.revision)}</PageHeading>
        {open.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{plural(open.length, 'thing needs', 'things need')} an answer</h2>
            <GapList {...model} rows={open} fold={false} />
          </>
        )}
        {questions.length > 0 && (
          <section class="app-worth-a-look" aria-labelledby="questions-heading">
            <h2 class="govuk-heading-m" id="questions-heading">
              {plural(new Set(questions.map(({ indicator }) => indicator.id)).size, 'indicator is', 'indicators are')} worth
              another look
            </h2>
            <p class="govuk-body">You can leave them.</p>
            <GapList {...model} rows={questions} />
          </section>
        )}
        {open.length > 0 && (
          <Button href={paths.taskList.to(at)} kind="secondary">
            Back to the standards
          </Button>
        )}
        {open.length === 0 && (
          <Form action={paths.complete.to(at)}>
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
              Completing it seals your answers: they can be read but not changed. If something needs correcting, you can open a
              new revision and say why. Your development plan stays open all year.
            </InsetText>
            <Checkboxes
              name="honest"
              items={[{ value: 'yes', text: 'This is an honest account of our mentoring today, as far as we know' }]}
              values={values.honest ? ['yes'] : []}
              error={errors.honest}
            />
            <Button preventDoubleClick>Complete the assessment</Button>
          </Form>
        )}
      </TwoThirds>
    ),
  }
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
