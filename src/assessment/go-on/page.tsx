import type { Page } from '../../platform/index.ts'
import { Button, ErrorSummary, Form, formatDate, PageHeading, TwoThirds } from '../../ui/index.ts'
import type { DescriptionErrors, DescriptionValues } from '../describe/form.ts'
import { DescriptionFields } from '../describe/page.tsx'
import { nameOf } from '../names.ts'
import { advisedInWords } from '../pace.ts'
import { paths } from '../paths.ts'
import type { Exemption } from '../rules.ts'
import type { Assessment, Completion } from '../store/assessments.ts'
import { GO_ON } from './way-on.ts'

export interface GoOnModel {
  readonly organisationId: string
  readonly core: Assessment
  readonly completion: Completion
  /** Of what will be started. */
  readonly id: string
  /** How many indicators the core assessment has, and how many the framework has besides. */
  readonly done: number
  readonly rest: number
  /** Quality marks that cover a standard today. */
  readonly marks: readonly Exemption[]
  readonly values: DescriptionValues
  readonly errors: DescriptionErrors
}

/** Asks before the whole framework is begun: what comes along, how long the rest takes, and that nothing completed changes. */
export function goOnPage(model: GoOnModel): Page {
  const { organisationId, core, completion, id, done, rest, marks, values, errors } = model
  const at = { organisation: organisationId, assessment: core.id }
  const listed = Object.entries(errors)
  return {
    title: GO_ON,
    error: listed.length > 0,
    back: { href: paths.taskList.to(at), text: 'Your assessment' },
    body: (
      <TwoThirds>
        {listed.length > 0 && <ErrorSummary errors={listed.map(([name, text]) => ({ text, href: `#${name}` }))} />}
        <PageHeading
          caption={nameOf(core)}
          lead={`This starts a new assessment of all ${done + rest} indicators. The other ${rest} take ${advisedInWords(rest)}, in as many sittings as you like.`}
        >
          {GO_ON}
        </PageHeading>
        <h2 class="govuk-heading-m">What comes along</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            Your answers to the {done} core indicators, with their evidence and private notes. They count as answered, and say
            that they are from the core assessment until you change them.
          </li>
          <li>Your development plan, which goes on: both assessments have the same one.</li>
          {marks.map(({ mark, standard }) => (
            <li>
              Your {mark}, which covers standard {standard}.
            </li>
          ))}
        </ul>
        <p class="govuk-body">
          What you completed on {formatDate(completion.completedOn)} stays as it is, with its results and report. The new
          assessment uses the same wording of the framework.
        </p>
        <Form action={paths.goOn.to(at)}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="revision" value={core.revision} />
          <DescriptionFields values={values} errors={errors} />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Start the whole framework</Button>
            <a class="govuk-link" href={paths.taskList.to(at)}>
              Not now
            </a>
          </div>
        </Form>
      </TwoThirds>
    ),
  }
}
