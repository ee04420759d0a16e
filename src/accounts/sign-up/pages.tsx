import type { Page } from '../../platform/index.ts'
import { Button, Form, Input, InsetText, PageHeading, TwoThirds } from '../../ui/index.ts'
import { FormErrors, hasErrors, PassphraseInput, Username } from '../components.tsx'
import { PASSPHRASE_HINT } from '../content.ts'
import { type Errors, LINK_FIELD } from '../forms.ts'
import { paths } from '../paths.ts'
import type { SignUp } from './forms.ts'
import type { SignUpLink } from './links.ts'

const ADDRESS_HINT = 'You will sign in with it. We write to you only about your account and what you ask for.'

interface AskAddressModel {
  readonly email: string
  /** Where to go when they are in. */
  readonly next: string | null
  readonly errors: Errors<'email'>
}

/** Where a link can be mailed: the address is all that is asked for. */
export function askAddressPage({ email, next, errors }: AskAddressModel): Page {
  return {
    title: 'Sign up',
    error: hasErrors(errors),
    back: { href: paths.start.to(), text: 'Back' },
    body: (
      <TwoThirds>
        <FormErrors errors={errors} />
        <PageHeading lead="We send a link to your e-mail address. It leads to the rest, which takes a minute.">
          Sign up
        </PageHeading>
        <Form action={paths.signUp.to()}>
          <Next next={next} />
          <Input
            name="email"
            type="email"
            label="E-mail address"
            hint={ADDRESS_HINT}
            value={email}
            autocomplete="email"
            autocapitalize="none"
            spellcheck={false}
            error={errors.email}
          />
          <Button preventDoubleClick>Send me a link</Button>
        </Form>
        <SignInInstead next={next} />
      </TwoThirds>
    ),
  }
}

/** The same whether or not the address has an account. */
export function linkSentPage({ email, next }: Pick<AskAddressModel, 'email' | 'next'>): Page {
  return {
    title: 'Check your e-mail',
    body: (
      <TwoThirds>
        <PageHeading>Check your e-mail</PageHeading>
        <p class="govuk-body">
          We have sent a message to <strong>{email}</strong>. Open the link in it, on this device or another, to choose your name
          and a passphrase. It works once, within the next 24 hours.
        </p>
        <p class="govuk-body">If you have signed up with this address before, the message says how to get in.</p>
        <p class="govuk-body">
          Nothing there after a few minutes? Look in your junk mail, and check that the address is right. At most five messages
          are sent in an hour, and the link in any of them will do.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.signUp.to({}, { next })}>
            Use another address, or send it again
          </a>
        </p>
      </TwoThirds>
    ),
  }
}

interface FinishModel {
  readonly token: string
  readonly email: string
  readonly name: string
  /** The name of whoever is signed in here already. */
  readonly signedInAs: string | null
  readonly errors: Errors<'name' | 'passphrase'>
}

/** Behind a mailed link. */
export function finishPage({ token, email, name, signedInAs, errors }: FinishModel): Page {
  return {
    title: 'Finish signing up',
    error: hasErrors(errors),
    body: (
      <TwoThirds>
        <FormErrors errors={errors} />
        <PageHeading lead="One step, and you are in. Next you will set up your organisation.">Finish signing up</PageHeading>
        <p class="govuk-body">
          You are signing up as <strong>{email}</strong>. If it was not you who asked for this, close the page: nothing has
          happened.
        </p>
        {signedInAs !== null && (
          <InsetText>
            <strong>{signedInAs}</strong> is signed in here, and will be signed out when you sign up.
          </InsetText>
        )}
        <Form action={paths.finishSignUp.to()}>
          <input type="hidden" name={LINK_FIELD} value={token} />
          <NameInput value={name} error={errors.name} />
          <Username email={email} />
          <NewPassphraseInput error={errors.passphrase} />
          <Button preventDoubleClick>Sign up</Button>
        </Form>
      </TwoThirds>
    ),
  }
}

/** To whoever comes back to a link, or has another for the same address. */
export function linkUsedPage({ email }: Pick<SignUpLink, 'email'>): Page {
  return {
    title: 'You have signed up already',
    body: (
      <TwoThirds>
        <PageHeading>You have signed up already</PageHeading>
        <p class="govuk-body">
          <strong>{email}</strong> has an account, so this link has done its work. Sign in with the passphrase you chose.
        </p>
        <Button href={paths.signIn.to()}>Sign in</Button>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.forgotten.to()}>
            Forgotten your passphrase?
          </a>
        </p>
      </TwoThirds>
    ),
  }
}

export function linkTooOldPage({ email, next }: Pick<SignUpLink, 'email' | 'next'>): Page {
  return {
    title: 'This link is too old',
    body: (
      <TwoThirds>
        <PageHeading lead="A link to sign up works for 24 hours.">This link is too old</PageHeading>
        <Form action={paths.signUp.to()}>
          <Next next={next} />
          <input type="hidden" name="email" value={email} />
          <p class="govuk-body">
            We can send another to <strong>{email}</strong>.
          </p>
          <Button preventDoubleClick>Send me another link</Button>
        </Form>
      </TwoThirds>
    ),
  }
}

export function noSuchLinkPage(): Page {
  return {
    title: 'This link does not work',
    body: (
      <TwoThirds>
        <PageHeading lead="It may be old, or a part of it was lost on the way.">This link does not work</PageHeading>
        <p class="govuk-body">Open it from the message itself, all of it. Or ask for another:</p>
        <Button href={paths.signUp.to()}>Sign up</Button>
        <SignInInstead next={null} />
      </TwoThirds>
    ),
  }
}

interface SignUpModel {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly next: string | null
  /** True when the address has an account. */
  readonly known: boolean
  readonly errors: Errors<keyof SignUp>
}

/** Where no link can be mailed: everything at once. */
export function signUpPage({ id, name, email, next, known, errors }: SignUpModel): Page {
  return {
    title: 'Sign up',
    error: hasErrors(errors),
    back: { href: paths.start.to(), text: 'Back' },
    body: (
      <TwoThirds>
        <FormErrors errors={errors} />
        <PageHeading lead="It takes a minute. Next you will set up your organisation.">Sign up</PageHeading>
        {known && (
          <InsetText>
            Is it yours?{' '}
            <a class="govuk-link" href={paths.signIn.to({}, { next })}>
              Sign in with the passphrase you chose
            </a>
            , or{' '}
            <a class="govuk-link" href={paths.forgotten.to()}>
              choose a new one
            </a>
            .
          </InsetText>
        )}
        <Form action={paths.signUp.to()}>
          <input type="hidden" name="id" value={id} />
          <Next next={next} />
          <NameInput value={name} error={errors.name} />
          <Input
            name="email"
            type="email"
            label="E-mail address"
            hint={ADDRESS_HINT}
            value={email}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            error={errors.email}
          />
          <NewPassphraseInput error={errors.passphrase} />
          <Button preventDoubleClick>Sign up</Button>
        </Form>
        <SignInInstead next={next} />
      </TwoThirds>
    ),
  }
}

function Next({ next }: { readonly next: string | null }) {
  return next ? <input type="hidden" name="next" value={next} /> : null
}

function NameInput({ value, error }: { readonly value: string; readonly error: string | undefined }) {
  return <Input name="name" label="Your name" value={value} autocomplete="name" spellcheck={false} error={error} />
}

function NewPassphraseInput({ error }: { readonly error: string | undefined }) {
  return (
    <PassphraseInput
      name="passphrase"
      label="Choose a passphrase"
      hint={PASSPHRASE_HINT}
      autocomplete="new-password"
      error={error}
    />
  )
}

function SignInInstead({ next }: { readonly next: string | null }) {
  return (
    <p class="govuk-body">
      Already signed up?{' '}
      <a class="govuk-link" href={paths.signIn.to({}, { next })}>
        Sign in
      </a>
    </p>
  )
}
