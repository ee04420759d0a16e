import type { Page } from '../../platform/index.ts'
import { Button, Form, PageHeading, TwoThirds } from '../../ui/index.ts'
import { FormErrors, hasErrors, PassphraseInput, Username } from '../components.tsx'
import { type Errors, LINK_FIELD } from '../forms.ts'
import { paths } from '../paths.ts'

interface ConfirmModel {
  readonly token: string
  readonly email: string
  /** True when the visitor is signed in to the account: then one press is enough. */
  readonly signedIn: boolean
  readonly errors: Errors<'passphrase'>
}

export function confirmPage({ token, email, signedIn, errors }: ConfirmModel): Page {
  return {
    title: 'Confirm your e-mail address',
    error: hasErrors(errors),
    body: (
      <TwoThirds>
        <FormErrors errors={errors} />
        <PageHeading>Confirm your e-mail address</PageHeading>
        <p class="govuk-body">
          {signedIn ? 'Your account uses' : 'Someone has signed up with'} <strong>{email}</strong>.{' '}
          {signedIn ? 'Confirm it if this address is yours.' : 'If it was you, enter the passphrase you chose.'}
        </p>
        <Form action={paths.confirmAddress.to()}>
          <input type="hidden" name={LINK_FIELD} value={token} />
          {!signedIn && (
            <>
              <Username email={email} />
              <PassphraseInput
                name="passphrase"
                label="Your passphrase"
                autocomplete="current-password"
                error={errors.passphrase}
              />
            </>
          )}
          <Button preventDoubleClick>Confirm this address</Button>
        </Form>
        {signedIn && (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.start.to()}>
              Not now
            </a>
          </p>
        )}
        {!signedIn && (
          <p class="govuk-body">
            Forgotten your passphrase, or was it not you who signed up?{' '}
            <a class="govuk-link" href={paths.forgotten.to()}>
              Choose a new passphrase
            </a>
            : that confirms the address too, and the account is yours alone.
          </p>
        )}
      </TwoThirds>
    ),
  }
}

export function confirmedPage(email: string): Page {
  return {
    title: 'Your e-mail address is confirmed',
    body: (
      <TwoThirds>
        <PageHeading>Your e-mail address is confirmed</PageHeading>
        <p class="govuk-body">
          There is nothing more to do for <strong>{email}</strong>.
        </p>
        <Button href={paths.start.to()}>Carry on</Button>
      </TwoThirds>
    ),
  }
}

export function confirmLinkTooOldPage({ signedIn }: { readonly signedIn: boolean }): Page {
  return {
    title: 'This link no longer works',
    body: (
      <TwoThirds>
        <PageHeading lead="Each link works once, and for seven days. Perhaps you have confirmed your address already.">
          This link no longer works
        </PageHeading>
        <p class="govuk-body">Your account says whether your address is confirmed, and can send you another link.</p>
        <Button href={signedIn ? paths.account.to() : paths.signIn.to({}, { next: paths.account.to() })}>
          {signedIn ? 'Go to your account' : 'Sign in'}
        </Button>
      </TwoThirds>
    ),
  }
}
