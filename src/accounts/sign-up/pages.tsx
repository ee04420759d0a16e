import type { Page } from '../../platform/index.ts'
import { Button, Form, Input, PageHeading, TwoThirds } from '../../ui/index.ts'
import { FormErrors, hasErrors, PassphraseInput } from '../components.tsx'
import { PASSPHRASE_HINT } from '../content.ts'
import type { Errors } from '../forms.ts'
import { paths } from '../paths.ts'
import type { SignUp } from './forms.ts'

interface SignUpModel {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly next: string | null
  readonly errors: Errors<keyof SignUp>
}

export function signUpPage({ id, name, email, next, errors }: SignUpModel): Page {
  return {
    title: 'Sign up',
    error: hasErrors(errors),
    back: { href: paths.start.to(), text: 'Back' },
    body: (
      <TwoThirds>
        <FormErrors errors={errors} />
        <PageHeading lead="It takes a minute. Next you will set up your organisation.">Sign up</PageHeading>
        <Form action={paths.signUp.to()}>
          <input type="hidden" name="id" value={id} />
          {next && <input type="hidden" name="next" value={next} />}
          <Input name="name" label="Your name" value={name} autocomplete="name" spellcheck={false} error={errors.name} />
          <Input
            name="email"
            type="email"
            label="E-mail address"
            hint="You will sign in with it. We write to you only about your account and what you ask for."
            value={email}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            error={errors.email}
          />
          <PassphraseInput
            name="passphrase"
            label="Choose a passphrase"
            hint={PASSPHRASE_HINT}
            autocomplete="new-password"
            error={errors.passphrase}
          />
          <Button preventDoubleClick>Sign up</Button>
        </Form>
        <p class="govuk-body">
          Already signed up?{' '}
          <a class="govuk-link" href={paths.signIn.to({}, { next })}>
            Sign in
          </a>
        </p>
      </TwoThirds>
    ),
  }
}
