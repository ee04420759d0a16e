import type { ExemptionRule, Standard } from '../../frameworks/index.ts'
import { type Day, dateExample, type Page } from '../../platform/index.ts'
import {
  Button,
  type Child,
  DateInput,
  ErrorSummary,
  Form,
  PageHeading,
  Radios,
  type SummaryError,
  TwoThirds,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import type { ExemptionErrors, ExemptionValues } from './form.ts'

export interface ExemptionModel {
  readonly organisationId: string
  readonly assessmentId: string
  readonly standard: Standard
  /** How many of the standard's are in the assessment. */
  readonly indicators: number
  readonly rule: ExemptionRule
  readonly today: Day
  readonly values: ExemptionValues
  readonly errors: ExemptionErrors
  /** True when one is recorded already. */
  readonly recorded: boolean
  /** What shows it: fields to add evidence, and what is there. */
  readonly certificate: Child
  readonly certificateErrors: readonly SummaryError[]
}

export function exemptionPage({
  organisationId,
  assessmentId,
  standard,
  indicators,
  rule,
  today,
  values,
  errors,
  recorded,
  certificate,
  certificateErrors,
}: ExemptionModel): Page {
  const at = { organisation: organisationId, assessment: assessmentId, standard: String(standard.number) }
  const listed = [
    ...(errors.level ? [{ text: errors.level, href: '#level' }] : []),
    ...(errors.awardedOn ? [{ text: errors.awardedOn.message, href: `#awardedOn-${errors.awardedOn.parts[0] ?? 'day'}` }] : []),
    ...(errors.expiresOn ? [{ text: errors.expiresOn.message, href: `#expiresOn-${errors.expiresOn.parts[0] ?? 'day'}` }] : []),
    ...certificateErrors,
  ]
  return {
    title: `Your ${rule.heldMark}`,
    error: listed.length > 0,
    back: { href: paths.standard.to(at), text: `Standard ${standard.number}` },
    body: (
      <TwoThirds>
        {listed.length > 0 && <ErrorSummary errors={listed} />}
        <PageHeading
          caption={`Standard ${standard.number}: ${standard.title}`}
          lead={`If you hold a ${rule.heldMark}, this standard is already covered. ${closeAndOpen(indicators)} if the mark ends. Anything you have answered stays.`}
        >
          Your {rule.heldMark}
        </PageHeading>
        <Form action={paths.exemption.to(at)} files>
          <Radios
            name="level"
            legend="Which level do you hold?"
            legendSize="s"
            items={rule.levels.map((level) => ({ value: level, text: level }))}
            value={values.level}
            error={errors.level}
          />
          <DateInput
            name="awardedOn"
            legend="When was it awarded?"
            legendSize="s"
            hint={`The date on your certificate, for example ${dateExample({ today, lies: 'past', notAfter: today })}.`}
            value={values.awardedOn}
            error={errors.awardedOn?.message}
            errorIn={errors.awardedOn?.parts}
          />
          <DateInput
            name="expiresOn"
            legend="When does it end? (if it does)"
            legendSize="s"
            hint="The last day on which you hold it. Leave it empty if it does not end."
            value={values.expiresOn}
            error={errors.expiresOn?.message}
            errorIn={errors.expiresOn?.parts}
          />
          <Button preventDoubleClick>{recorded ? 'Save changes' : 'Record it'}</Button>
          <section class="app-question" aria-labelledby="certificate-heading">
            <h2 class="govuk-heading-m" id="certificate-heading">
              Your certificate (optional)
            </h2>
            <p class="govuk-body">Add it now, with what you have written above, or come back to it later.</p>
            {certificate}
          </section>
        </Form>
        {recorded && (
          <Form action={paths.withdrawExemption.to(at)}>
            <section class="app-question" aria-labelledby="withdraw-heading">
              <h2 class="govuk-heading-m" id="withdraw-heading">
                No longer hold it?
              </h2>
              <p class="govuk-body">The standard’s indicators open again, with the answers they had.</p>
              <Button kind="secondary">Withdraw it</Button>
            </section>
          </Form>
        )}
      </TwoThirds>
    ),
  }
}

function closeAndOpen(indicators: number): string {
  return indicators === 1 ? 'Its indicator closes, and opens again' : `Its ${indicators} indicators close, and open again`
}
