import type { Page } from '../../platform/index.ts'
import {
  Button,
  CharacterCount,
  ErrorSummary,
  FileUpload,
  Form,
  Input,
  InsetText,
  PageHeading,
  TwoThirds,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { WORDS } from './content.ts'
import type { ForewordErrors } from './forms.ts'
import { type Foreword, LONGEST } from './rules.ts'

export interface FrontModel {
  readonly at: { readonly organisation: string; readonly assessment: string }
  readonly hasLogo: boolean
  readonly logoError?: string
  /** As it is kept, or as it was typed. */
  readonly foreword: Foreword
  readonly basedOn: string
  readonly errors: ForewordErrors
  /** What is kept now, when somebody changed it while this form was open. */
  readonly meanwhile: Foreword | null
}

/** Where a logo is chosen, and a foreword written. */
export function frontPage(model: FrontModel): Page {
  const { at, logoError, errors, meanwhile } = model
  const faults = [
    ...(logoError ? [{ text: logoError, href: '#logo' }] : []),
    ...Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` })),
  ]
  return {
    title: WORDS.title,
    error: faults.length > 0 || meanwhile !== null,
    back: { href: paths.results.to(at), text: 'Results' },
    body: (
      <TwoThirds>
        {faults.length > 0 && <ErrorSummary errors={faults} />}
        <PageHeading lead={WORDS.lead}>{WORDS.title}</PageHeading>
        <p class="govuk-body">{WORDS.notSealed}</p>
        <LogoPart {...model} />
        <ForewordPart {...model} />
      </TwoThirds>
    ),
  }
}

function LogoPart({ at, hasLogo, logoError }: FrontModel) {
  return (
    <section aria-labelledby="logo-heading" class="app-front">
      <h2 class="govuk-heading-m" id="logo-heading">
        {WORDS.logo}
      </h2>
      <p class="govuk-body">{WORDS.logoWhere}</p>
      {hasLogo && (
        <>
          <p class="govuk-body">{WORDS.logoNow}</p>
          <p>
            <img class="app-front__logo" src={paths.logo.to({ organisation: at.organisation })} alt={WORDS.logoAlt} />
          </p>
          <Form action={paths.removeLogo.to(at)}>
            <Button kind="secondary">{WORDS.logoRemove}</Button>
          </Form>
        </>
      )}
      <Form action={paths.setLogo.to(at)} files>
        <FileUpload
          name="logo"
          label={WORDS.logoField}
          labelSize="s"
          hint={WORDS.logoHint}
          accept=".png,.jpg,.jpeg"
          error={logoError}
        />
        <Button kind="secondary" preventDoubleClick>
          {hasLogo ? WORDS.logoReplace : WORDS.logoAdd}
        </Button>
      </Form>
    </section>
  )
}

function ForewordPart({ at, foreword, basedOn, errors, meanwhile }: FrontModel) {
  return (
    <section aria-labelledby="foreword-heading" class="app-front">
      <h2 class="govuk-heading-m" id="foreword-heading">
        {WORDS.foreword}
      </h2>
      {meanwhile && <Meanwhile now={meanwhile} />}
      <Form action={paths.writeForeword.to(at)}>
        <input type="hidden" name="basedOn" value={basedOn} />
        <CharacterCount
          name="foreword"
          label={WORDS.foreword}
          labelClass="govuk-visually-hidden"
          hint={WORDS.forewordHint}
          rows={10}
          maxlength={LONGEST.foreword}
          threshold={75}
          value={foreword.foreword}
          error={errors.foreword}
        />
        <Input
          name="signedBy"
          label={WORDS.signedBy}
          labelSize="s"
          hint={WORDS.signedByHint}
          value={foreword.signedBy}
          autocomplete="off"
          error={errors.signedBy}
        />
        <Button preventDoubleClick>{WORDS.save}</Button>
      </Form>
    </section>
  )
}

function Meanwhile({ now: { foreword, signedBy } }: { readonly now: Foreword }) {
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{WORDS.meanwhileFirst}</strong> {WORDS.meanwhile}
      </p>
      <p class="govuk-body app-front__words" dir="auto">
        {foreword || WORDS.emptyNow}
      </p>
      {signedBy && (
        <p class="govuk-body" dir="auto">
          {signedBy}
        </p>
      )}
    </InsetText>
  )
}
