import type { Page } from '../../platform/index.ts'
import { Button, type Child, ErrorSummary, Form, PageHeading, Radios, Select, TwoThirds } from '../../ui/index.ts'
import { DescriptionFields } from '../describe/page.tsx'
import { advisedInWords } from '../pace.ts'
import { paths } from '../paths.ts'
import type { StartErrors, StartValues } from './form.ts'

export interface StartModel {
  readonly organisationId: string
  /** Every edition that can be assessed against. */
  readonly editions: readonly {
    readonly key: string
    readonly label: string
    readonly indicators: number
    readonly core: number
  }[]
  /** What each framework is, and who fills it in. */
  readonly about: Child
  readonly values: StartValues
  readonly errors: StartErrors
}

export function startPage({ organisationId, editions, about, values, errors }: StartModel): Page {
  const listed = Object.entries(errors)
  const first = editions.find((edition) => edition.key === values.edition) ?? editions[0]
  return {
    title: 'Start an assessment',
    error: listed.length > 0,
    back: { href: paths.list.to({ organisation: organisationId }), text: 'Assessments' },
    body: (
      <TwoThirds>
        {listed.length > 0 && (
          <ErrorSummary
            errors={listed.map(([name, text]) => ({
              text,
              href: name === 'edition' && editions.length <= 1 ? undefined : `#${name}`,
            }))}
          />
        )}
        <PageHeading lead="You can stop at any point and come back. Everything is saved as you go.">
          Start an assessment
        </PageHeading>
        {about}
        <Form action={paths.start.to({ organisation: organisationId })}>
          <input type="hidden" name="id" value={values.id} />
          {editions.length > 1 ? (
            <Select
              name="edition"
              label="Which framework?"
              items={editions.map((edition) => ({ value: edition.key, text: edition.label }))}
              value={values.edition}
              error={errors.edition}
            />
          ) : (
            <input type="hidden" name="edition" value={first?.key ?? ''} />
          )}
          <Radios
            name="scope"
            class="app-choices"
            legend="How much would you like to take on?"
            legendSize="m"
            error={errors.scope}
            value={values.scope}
            items={[
              {
                value: 'core',
                text: `Core indicators first (${first?.core ?? 0})`,
                hint: `Good for smaller organisations: ${advisedInWords(first?.core ?? 0)}. You can add the rest whenever you like, and nothing is lost.`,
              },
              {
                value: 'all',
                text: `The whole framework (${first?.indicators ?? 0})`,
                hint: `It takes ${advisedInWords(first?.indicators ?? 0)}, in as many sittings as you need.`,
              },
            ]}
          />
          <DescriptionFields values={values} errors={errors} />
          <Button preventDoubleClick>Start</Button>
        </Form>
      </TwoThirds>
    ),
  }
}
