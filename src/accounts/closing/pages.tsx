import type { Page } from '../../platform/index.ts'
import { Button, Form, Input, InsetText, PageHeading, plural, Stack, TwoThirds, WarningText } from '../../ui/index.ts'
import { FormErrors, hasErrors, PassphraseInput, Username } from '../components.tsx'
import type { Errors } from '../forms.ts'
import { paths } from '../paths.ts'
import { SOMEONE_WHO_LEFT } from '../store.ts'
import { type ClosingField, nameField } from './forms.ts'
import type { Affected } from './store.ts'

interface AffectedShown extends Affected {
  /** What it holds, a line for each kind of thing; of those that would be erased. */
  readonly holds: readonly string[]
  /** What was typed where its name is asked for. */
  readonly typed: string
}

export interface CloseModel {
  readonly email: string
  readonly organisations: readonly AffectedShown[]
  readonly errors: Errors<ClosingField>
  /** True when something moved on while the page was open. */
  readonly changed: boolean
}

export function closePage({ email, organisations, errors, changed }: CloseModel): Page {
  const of = (fate: Affected['fate']) => organisations.filter((each) => each.fate === fate)
  const stuck = of('needs-an-owner')
  return {
    title: 'Close your account',
    error: hasErrors(errors) || changed,
    back: { href: paths.account.to(), text: 'Back to your account' },
    body: (
      <TwoThirds>
        <FormErrors errors={errors} />
        <PageHeading
          lead={stuck.length > 0 ? 'There is one thing to do first.' : 'Here is what goes and what stays. Take your time.'}
        >
          Close your account
        </PageHeading>
        {changed && (
          <InsetText>
            <p class="govuk-body">
              <strong>Something changed since you opened this page, so nothing was done.</strong> This is how it stands now.
            </p>
          </InsetText>
        )}
        {stuck.length > 0 ? (
          <FirstAnOwner organisations={stuck} />
        ) : (
          <Agree email={email} erased={of('erased')} goesOn={of('goes-on')} errors={errors} />
        )}
      </TwoThirds>
    ),
  }
}

/** An organisation that people are in is never left without an owner. */
function FirstAnOwner({ organisations }: { organisations: readonly AffectedShown[] }) {
  return (
    <>
      {organisations.map(({ organisation, others }) => (
        <p class="govuk-body">
          You are the only owner of <strong>{organisation.name}</strong>, and{' '}
          {plural(others, 'other person is', 'other people are')} in it. Without an owner, nobody could decide who else is.
        </p>
      ))}
      <p class="govuk-body">
        Agree with a colleague who takes over, and ask whoever runs this installation to make them an owner. Then come back here.
      </p>
      <Button kind="secondary" href={paths.account.to()}>
        Back to your account
      </Button>
    </>
  )
}

interface AgreeProps {
  readonly email: string
  readonly erased: readonly AffectedShown[]
  readonly goesOn: readonly AffectedShown[]
  readonly errors: Errors<ClosingField>
}

function Agree({ email, erased, goesOn, errors }: AgreeProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What goes</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Your name, your e-mail address and your passphrase.</li>
        <li>Where you are signed in, and the messages we sent you.</li>
        {goesOn.map(({ organisation }) => (
          <li>Your place in {organisation.name}.</li>
        ))}
        {erased.map(({ organisation }) => (
          <li>
            <strong>{organisation.name} and everything in it</strong>, because nobody else is in it.
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">What stays</h2>
      <ul class="govuk-list govuk-list--bullet">
        {goesOn.length > 0 && (
          <>
            <li>
              What you wrote in {inWords(goesOn)}: it is the organisation’s record. It will say “{SOMEONE_WHO_LEFT}” where it says
              your name now.
            </li>
            <li>
              Your name where somebody typed it into an assessment or a plan, such as who leads it or who declared it complete. A
              completed assessment is the organisation’s signed record. Only they can say if anything else should be changed.
            </li>
          </>
        )}
        <li>A list of what was done when, under a number that no longer leads to you.</li>
        <li>Backups, for as long as whoever runs this installation keeps them.</li>
      </ul>
      <p class="govuk-body">
        You may want to keep a copy:{' '}
        <a class="govuk-link" href={paths.accountData.to()} download>
          download what we hold about you
        </a>
        .
      </p>
      <Form action={paths.closeAccount.to()} data={{ 'data-closes-account': true }}>
        <Username email={email} />
        <Stack>
          {erased.map((each) => (
            <Erased each={each} error={errors[nameField(each.organisation.id)]} />
          ))}
          <WarningText>Closing your account can’t be undone, by you or by us.</WarningText>
        </Stack>
        <PassphraseInput name="passphraseCheck" label="Your passphrase, to show it is you" error={errors.passphraseCheck} />
        <div class="govuk-button-group">
          <Button kind="warning" preventDoubleClick>
            {erased.length > 0 ? `Close my account and erase ${inWords(erased)}` : 'Close my account'}
          </Button>
          <a class="govuk-link" href={paths.account.to()}>
            Keep my account
          </a>
        </div>
      </Form>
    </>
  )
}

function Erased({ each: { organisation, holds, typed }, error }: { each: AffectedShown; error: string | undefined }) {
  return (
    <section class="app-card app-card--tinted" aria-labelledby={`erase-${organisation.id}`}>
      <h2 class="app-card__title" id={`erase-${organisation.id}`}>
        {organisation.name} will be erased
      </h2>
      <div class="app-card__body">
        {holds.length > 0 ? (
          <>
            <p class="govuk-body">You are the only person in it. With it go:</p>
            <ul class="govuk-list govuk-list--bullet">
              {holds.map((line) => (
                <li>{line}</li>
              ))}
              <li>its description, and the history of everything in it</li>
            </ul>
            <p class="govuk-body">
              Its files are off this installation within two weeks. To keep its reports,{' '}
              <a class="govuk-link" href={paths.organisation.to({ organisation: organisation.id })}>
                download them first
              </a>
              .
            </p>
          </>
        ) : (
          <p class="govuk-body">You are the only person in it. It holds its description, and nothing else yet.</p>
        )}
        <input type="hidden" name="erase" value={organisation.id} />
        <Input
          name={nameField(organisation.id)}
          label={`Type “${organisation.name}” to confirm`}
          value={typed}
          autocomplete="off"
          spellcheck={false}
          error={error}
        />
      </div>
    </section>
  )
}

/** "Riverbank, Harbour Street and 3 others". */
function inWords(organisations: readonly AffectedShown[]): string {
  const names = organisations.map(({ organisation }) => organisation.name)
  const shown = names.length > 3 ? [...names.slice(0, 2), plural(names.length - 2, 'other', 'others')] : names
  return new Intl.ListFormat('en-GB').format(shown)
}

export function goodbyePage(): Page {
  return {
    title: 'Your account is closed',
    body: (
      <TwoThirds>
        <PageHeading lead="You are signed out everywhere, and your name, your e-mail address and your passphrase are erased.">
          Your account is closed
        </PageHeading>
        <p class="govuk-body">Thank you for the thought you put into young people’s mentoring.</p>
        <p class="govuk-body">
          If you ever want to come back, you can{' '}
          <a class="govuk-link" href={paths.signUp.to()}>
            sign up
          </a>{' '}
          again, with the same address or another.
        </p>
      </TwoThirds>
    ),
  }
}
