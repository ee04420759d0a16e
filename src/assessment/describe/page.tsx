import type { Page } from '../../platform/index.ts'
import { Button, ErrorSummary, Form, Input, PageHeading, TwoThirds } from '../../ui/index.ts'
import { nameOf } from '../names.ts'
import { paths } from '../paths.ts'
import type { Assessment } from '../store/assessments.ts'
import type { DescriptionErrors, DescriptionValues } from './form.ts'

export interface DescribeModel {
  readonly organisationId: string
  readonly assessment: Assessment
  readonly values: DescriptionValues
  readonly errors: DescriptionErrors
}

/** What the link to the page and its heading say. */
export const DESCRIBE = 'Change the programme or who leads it'

export function describePage({ organisationId, assessment, values, errors }: DescribeModel): Page {
  const at = { organisation: organisationId, assessment: assessment.id }
  const listed = Object.entries(errors)
  return {
    title: DESCRIBE,
    error: listed.length > 0,
    back: { href: paths.taskList.to(at), text: 'All standards' },
    body: (
      <TwoThirds>
        {listed.length > 0 && <ErrorSummary errors={listed.map(([name, text]) => ({ text, href: `#${name}` }))} />}
        <PageHeading caption={nameOf(assessment)} lead="Your answers stay as they are.">
          {DESCRIBE}
        </PageHeading>
        <Form action={paths.describe.to(at)}>
          <DescriptionFields values={values} errors={errors} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    ),
  }
}

export function DescriptionFields({ values, errors }: Pick<DescribeModel, 'values' | 'errors'>) {
  return (
    <>
      <Input
        name="programme"
        label="Is it about one programme?"
        labelSize="s"
        hint="Leave this empty if it is about all the mentoring you do."
        value={values.programme}
        error={errors.programme}
        class="govuk-!-width-two-thirds"
      />
      <Input
        name="lead"
        label="Who is leading it?"
        labelSize="s"
        hint="Usually whoever manages the mentoring, with help from colleagues."
        value={values.lead}
        error={errors.lead}
        autocomplete="name"
        class="govuk-!-width-two-thirds"
      />
    </>
  )
}
