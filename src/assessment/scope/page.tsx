import type { Indicator } from '../../frameworks/index.ts'
import type { Page } from '../../platform/index.ts'
import { Button, Form, PageHeading, plural, TwoThirds } from '../../ui/index.ts'
import { nameOf } from '../names.ts'
import { advisedInWords } from '../pace.ts'
import { paths } from '../paths.ts'
import type { Assessment } from '../store/assessments.ts'

interface ScopeModel {
  readonly organisationId: string
  readonly assessment: Assessment
  /** How many indicators there are besides the core ones. */
  readonly rest: number
  /** Those of them that have been begun, in the edition's order. */
  readonly begun: readonly Indicator[]
}

export const addTheOther = (rest: number) => `Add the other ${rest}`
export const CORE_ALONE = 'Go through the core indicators alone'

const atOf = ({ organisationId, assessment }: ScopeModel) => ({ organisation: organisationId, assessment: assessment.id })

/** Asks before the other indicators are added. */
export function extendPage(model: ScopeModel): Page {
  const { assessment, rest, begun } = model
  const at = atOf(model)
  return {
    title: addTheOther(rest),
    back: { href: paths.taskList.to(at), text: 'All standards' },
    body: (
      <TwoThirds>
        <PageHeading
          caption={nameOf(assessment)}
          lead={`You will go through the whole framework: the core indicators and the other ${rest}. Those take ${advisedInWords(rest)}, in as many sittings as you like.`}
        >
          {addTheOther(rest)}?
        </PageHeading>
        <ul class="govuk-list govuk-list--bullet">
          <li>Nothing you have done is lost or changed.</li>
          {begun.length > 0 && <li>{plural(begun.length, 'answer', 'answers')} you had set aside will be back.</li>}
          <li>You can go back to the core indicators alone until you complete it.</li>
        </ul>
        <Form action={paths.extend.to(at)}>
          <div class="govuk-button-group">
            <Button preventDoubleClick>{addTheOther(rest)}</Button>
            <a class="govuk-link" href={paths.taskList.to(at)}>
              Not now
            </a>
          </div>
        </Form>
      </TwoThirds>
    ),
  }
}

/** Asks before the others are set aside, and says which of them have been begun. */
export function narrowPage(model: ScopeModel): Page {
  const { assessment, rest, begun } = model
  const at = atOf(model)
  return {
    title: CORE_ALONE,
    back: { href: paths.taskList.to(at), text: 'All standards' },
    body: (
      <TwoThirds>
        <PageHeading
          caption={nameOf(assessment)}
          lead={`The other ${rest} are not asked any more, and this assessment can be completed without them.`}
        >
          {CORE_ALONE}?
        </PageHeading>
        {begun.length > 0 ? (
          <>
            <h2 class="govuk-heading-m">What will be set aside</h2>
            <p class="govuk-body">
              {begun.length === 1 ? 'This indicator has been begun.' : `These ${begun.length} indicators have been begun.`} Your
              words and evidence are kept, and come back when you add the others again. Until then they count nowhere, and are in
              no report.
            </p>
            <ul class="govuk-list govuk-list--bullet">
              {begun.map((indicator) => (
                <li>
                  <a class="govuk-link" href={paths.indicator.to({ ...at, indicator: indicator.id })}>
                    {indicator.id} {indicator.shortTitle}
                  </a>
                </li>
              ))}
            </ul>
            <p class="govuk-body">Actions about them stay in your development plan.</p>
          </>
        ) : (
          <p class="govuk-body">None of them has been begun, so nothing is set aside. You can add them again at any time.</p>
        )}
        <Form action={paths.narrow.to(at)}>
          <input type="hidden" name="sure" value="yes" />
          <div class="govuk-button-group">
            <Button preventDoubleClick>{CORE_ALONE}</Button>
            <a class="govuk-link" href={paths.taskList.to(at)}>
              Not now
            </a>
          </div>
        </Form>
      </TwoThirds>
    ),
  }
}
