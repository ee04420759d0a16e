import type { Page } from '../../platform/index.ts'
import { Button, Form, Input, PageHeading, TwoThirds } from '../../ui/index.ts'
import { FormErrors, hasErrors, PassphraseInput, Username } from '../components.tsx'
import { PASSPHRASE_HINT } from '../content.ts'
import { type Errors, LINK_FIELD } from '../forms.ts'
import { paths } from '../paths.ts'

interface ForgottenModel {
  readonly email: string
  readonly errors: Errors<'email'>
}

export function forgottenPage({ email, errors }: ForgottenModel): Page {
  return {
    title: 'Forgotten your passphrase?',
    error: hasErrors(errors),
    back: { href: paths.signIn.to(), text: 'Back to sign in' },
    body: (
      <TwoThirds>
        <FormErrors errors={errors} />
        <PageHeading lead="It happens. We’ll send you a link to choose a new one.">Forgotten your passphrase?</PageHeading>
        <Form action={paths.forgotten.to()}>
          <Input
            name="email"
            type="email"
            label="E-mail address you sign in with"
            value={email}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            error={errors.email}
          />
          <Button preventDoubleClick>Send me a link</Button>
        </Form>
      </TwoThirds>
    ),
  }
}

interface LinkSentModel {
  readonly email: string
  /** True where real mail is sent. */
  readonly mailed: boolean
  /** True where the visitor may read what would have been sent. */
  readonly outbox: boolean
}

/** The same whether or not the address has an account. */
export function linkSentPage({ email, mailed, outbox }: LinkSentModel): Page {
  return {
    title: mailed ? 'Check your e-mail' : 'Where to find your link',
    body: (
      <TwoThirds>
        <PageHeading>{mailed ? 'Check your e-mail' : 'Where to find your link'}</PageHeading>
        <p class="govuk-body">
          If <strong>{email}</strong> has an account here, a link to choose a new passphrase is {mailed ? 'on its way' : 'ready'}.
          It works once, within the next hour.
        </p>
        {mailed ? (
          <p class="govuk-body">
            Nothing there after a few minutes? Look in your junk mail, and check that this is the address you signed up with. At
            most five links are sent in an hour, and any of them will do.
          </p>
        ) : outbox ? (
          <p class="govuk-body">
            This Mentormark does not send real e-mail yet.{' '}
            <a class="govuk-link" href={paths.outbox.to()}>
              Read what it would have sent
            </a>
            .
          </p>
        ) : (
          <p class="govuk-body">
            This Mentormark does not send e-mail: the message stays on its server. Ask whoever runs it for the link.
          </p>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.forgotten.to()}>
            Use another address
          </a>
        </p>
      </TwoThirds>
    ),
  }
}

interface NewPassphraseModel {
  readonly token: string
  /** Lets password managers file the new passphrase in the right place. */
  readonly email: string
  readonly errors: Errors<'passphrase'>
}

export function newPassphrasePage({ token, email, errors }: NewPassphraseModel): Page {
  return {
    title: 'Choose a new passphrase',
    error: hasErrors(errors),
    body: (
      <TwoThirds>
        <FormErrors errors={errors} />
        <PageHeading lead="Wherever else you are signed in, you will be signed out.">Choose a new passphrase</PageHeading>
        <p class="govuk-body">
          You sign in with <strong>{email}</strong>.
        </p>
        <Form action={paths.reset.to()}>
          <input type="hidden" name={LINK_FIELD} value={token} />
          <Username email={email} />
          <PassphraseInput
            name="passphrase"
            label="New passphrase"
            hint={PASSPHRASE_HINT}
            autocomplete="new-password"
            error={errors.passphrase}
          />
          <Button preventDoubleClick>Use this passphrase</Button>
        </Form>
      </TwoThirds>
    ),
  }
}

export function linkTooOldPage(): Page {
  return {
    title: 'This link no longer works',
    body: (
      <TwoThirds>
        <PageHeading lead="Each link works once, and only for an hour.">This link no longer works</PageHeading>
        <Button href={paths.forgotten.to()}>Send me another</Button>
      </TwoThirds>
    ),
  }
}
