import type { Page } from '../../platform/index.ts'
import { Button, Details, Form, FormattedText, Input, InsetText, PageHeading, Stack, TwoThirds } from '../../ui/index.ts'
import { FormErrors, hasErrors, PassphraseInput } from '../components.tsx'
import type { Errors } from '../forms.ts'
import { paths } from '../paths.ts'
import type { SignIn } from './forms.ts'
import { KEPT_FIELD, type Kept } from './kept.ts'

interface SignInModel {
  readonly email: string
  /** Where to go afterwards. */
  readonly next: string | null
  /** What the person had written when their session ended, as the form carries it. */
  readonly kept: string | null
  /** True when the person was signed in here and no longer is. */
  readonly signedOut?: boolean
  /** True when what was written belongs to somebody who was signed in here before whoever is, or has just signed in. */
  readonly ofSomebodyElse?: boolean
  /** True when they have to wait: a mailed link always works in the browser it is opened in, however often others have tried. */
  readonly mayUseLink?: boolean
  readonly errors: Errors<keyof SignIn>
}

export function signInPage({
  email,
  next,
  kept,
  signedOut = false,
  ofSomebodyElse = false,
  mayUseLink = false,
  errors,
}: SignInModel): Page {
  return {
    title: ofSomebodyElse ? 'This page belongs to somebody else' : kept ? 'Sign in to carry on' : 'Sign in',
    error: hasErrors(errors),
    body: (
      <TwoThirds>
        <FormErrors errors={errors} />
        {ofSomebodyElse ? (
          <PageHeading lead="Somebody else was signed in here when it was opened, so what is on it was not saved.">
            This page belongs to somebody else
          </PageHeading>
        ) : kept ? (
          <PageHeading lead="You were signed out in the meantime. Nothing you wrote is lost: it waits on this page until you have signed in.">
            Sign in to carry on
          </PageHeading>
        ) : (
          <PageHeading>Sign in</PageHeading>
        )}
        {ofSomebodyElse && (
          <p class="govuk-body">
            Was it you? Sign in, and you can save it: it waits on this page until then. If it was not, you can{' '}
            <a class="govuk-link" href={paths.start.to()}>
              go to the start page
            </a>
            .
          </p>
        )}
        {mayUseLink && (
          <InsetText>
            Can’t wait? <ForgottenLink kept={kept !== null}>We’ll send you a link</ForgottenLink> to choose a new passphrase. Open
            it in this browser, and you can sign in here straight away.
          </InsetText>
        )}
        {signedOut && <InsetText>You have been signed out. Sign in again to go on.</InsetText>}
        <Form action={paths.signIn.to()} files={kept !== null}>
          {next && <input type="hidden" name="next" value={next} />}
          {kept && <input type="hidden" name={KEPT_FIELD} value={kept} />}
          <Input
            name="email"
            type="email"
            label="E-mail address"
            value={email}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            error={errors.email}
          />
          <PassphraseInput name="passphrase" label="Passphrase" autocomplete="current-password" error={errors.passphrase} />
          <Button preventDoubleClick>Sign in</Button>
        </Form>
        <p class="govuk-body">
          <ForgottenLink kept={kept !== null}>Forgotten your passphrase?</ForgottenLink>
        </p>
        {!kept && (
          <p class="govuk-body">
            New here?{' '}
            <a class="govuk-link" href={paths.signUp.to({}, { next })}>
              Sign up
            </a>
          </p>
        )}
      </TwoThirds>
    ),
  }
}

/** In a new tab where this page holds words that are nowhere else. */
function ForgottenLink({ kept, children }: { readonly kept: boolean; readonly children: string }) {
  if (!kept)
    return (
      <a class="govuk-link" href={paths.forgotten.to()}>
        {children}
      </a>
    )
  return (
    <a class="govuk-link" href={paths.forgotten.to()} target="_blank" rel="noopener">
      {children} (opens in a new tab, so that your words stay in this one)
    </a>
  )
}

/** After signing in again: everything that had been written, on its way to where it was going. */
export function wordsStillHerePage(kept: Kept): Page {
  // Ids and ticks travel as well, but are not words.
  const written = kept.fields.map(([, value]) => value.trim()).filter((value) => /\S\s+\S/.test(value))
  const words = written.length > 0
  const shown = beginningsOf(written)
  return {
    title: 'Welcome back',
    body: (
      <TwoThirds>
        <PageHeading
          lead={words ? 'Your words are still here. They are not saved yet.' : 'What you were doing is not saved yet.'}
        >
          Welcome back
        </PageHeading>
        <Form action={kept.address} files>
          {kept.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button preventDoubleClick>{words ? 'Save what I wrote' : 'Carry on'}</Button>
        </Form>
        {kept.files.length > 0 && (
          <InsetText>
            <p class="govuk-body">Files can’t be kept this way. Please choose them again afterwards:</p>
            <ul class="govuk-list govuk-list--bullet">
              {kept.files.map((name) => (
                <li>{name}</li>
              ))}
            </ul>
          </InsetText>
        )}
        {words && (
          <Details summary="See what you wrote">
            <Stack>
              {shown.texts.map((text) => (
                <FormattedText text={text} />
              ))}
              {shown.cut && <p class="govuk-body">This is the beginning. All of it comes along when you save.</p>}
            </Stack>
          </Details>
        )}
      </TwoThirds>
    ),
  }
}

/** In UTF-16 units: more than an indicator's page holds when every field is at its bound. */
const MOST_SHOWN = 60_000

/** The texts as far as a page can show them: a paragraph takes many times the bytes that its words take. */
function beginningsOf(texts: readonly string[]): { readonly texts: readonly string[]; readonly cut: boolean } {
  let left = MOST_SHOWN
  const shown = texts.map((text) => {
    const beginning = text.slice(0, left)
    left -= beginning.length
    return beginning
  })
  return { texts: shown.filter((text) => text !== ''), cut: shown.some((text, place) => text !== texts[place]) }
}
