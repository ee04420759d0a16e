import { newId, type Page } from '../../platform/index.ts'
import { Button, Checkboxes, Form, formatDate, formatTime, Input, PageHeading, SummaryList, TwoThirds } from '../../ui/index.ts'
import { FormErrors, hasErrors, PassphraseInput, Username } from '../components.tsx'
import type { ConfirmRequest } from '../confirming/actions.ts'
import { ConfirmNote } from '../confirming/note.tsx'
import { PASSPHRASE_HINT, ROLE_WORDS } from '../content.ts'
import type { Errors } from '../forms.ts'
import { paths } from '../paths.ts'
import { browserName } from '../rules.ts'
import type { Membership, SessionRow } from '../store.ts'
import type { AccountField } from './forms.ts'

/** Where a password manager leads to somebody who wants another passphrase. */
export const CHANGE_PASSPHRASE = 'change-passphrase'

export interface AccountModel {
  readonly name: string
  readonly email: string
  readonly confirmed: boolean
  readonly confirm: ConfirmRequest | null
  readonly memberships: readonly Membership[]
  /** The one that asks first, then the newest. */
  readonly sessions: readonly SessionRow[]
  readonly thisSession: string
  readonly tickedSessions: readonly string[]
  readonly errors: Errors<AccountField>
}

export function accountPage(model: AccountModel): Page {
  return {
    title: 'Your account',
    error: hasErrors(model.errors),
    body: (
      <TwoThirds>
        <FormErrors errors={model.errors} />
        <PageHeading>Your account</PageHeading>
        <ConfirmNote request={model.confirm} error={model.errors.confirmAgain} />
        <Organisations memberships={model.memberships} />
        <h2 class="govuk-heading-m">Your name</h2>
        <Form action={paths.accountName.to()}>
          <Input
            name="name"
            label="As colleagues see it"
            value={model.name}
            autocomplete="name"
            spellcheck={false}
            error={model.errors.name}
          />
          <Button kind="secondary">Save name</Button>
        </Form>
        <h2 class="govuk-heading-m" id={CHANGE_PASSPHRASE}>
          Passphrase
        </h2>
        <p class="govuk-body">
          You sign in with <strong>{model.email}</strong>
          {model.confirmed && ', which you have confirmed'}. When you change your passphrase, you are signed out everywhere else.
        </p>
        <Form action={paths.accountPassphrase.to()}>
          <Username email={model.email} />
          <PassphraseInput name="passphraseNow" label="Passphrase you use now" error={model.errors.passphraseNow} />
          <PassphraseInput
            name="passphrase"
            label="New passphrase"
            hint={PASSPHRASE_HINT}
            autocomplete="new-password"
            error={model.errors.passphrase}
          />
          <Button kind="secondary" preventDoubleClick>
            Change passphrase
          </Button>
        </Form>
        <Sessions model={model} />
        <YourData />
      </TwoThirds>
    ),
  }
}

function Organisations({ memberships }: { memberships: readonly Membership[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Your organisations</h2>
      {memberships.length > 0 && (
        <SummaryList
          rows={memberships.map(({ organisation, role }) => ({
            key: (
              <a class="govuk-link" href={paths.organisation.to({ organisation: organisation.id })}>
                {organisation.name}
              </a>
            ),
            value: `${ROLE_WORDS[role].label}: ${ROLE_WORDS[role].may.toLowerCase()}`,
          }))}
        />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.newOrganisation.to({}, { id: newId() })}>
          Set up {memberships.length > 0 ? 'another' : 'an'} organisation
        </a>
      </p>
    </>
  )
}

function Sessions({ model }: { model: AccountModel }) {
  return (
    <>
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      <Form action={paths.accountSessions.to()}>
        <Checkboxes
          name="sessions"
          legend="Sign out of these places"
          hint="If there is one you don’t know, sign out of it and change your passphrase."
          values={model.tickedSessions}
          error={model.errors.sessions}
          items={model.sessions.map((session) => ({
            value: session.id,
            text: browserName(session.userAgent),
            hint: `Signed in on ${dayAndTime(session.signedInAt)}.${session.id === model.thisSession ? ' This is where you are now.' : ''}`,
          }))}
        />
        <Username email={model.email} />
        <PassphraseInput name="passphraseCheck" label="Your passphrase, to show it is you" error={model.errors.passphraseCheck} />
        <Button kind="secondary">Sign out of the ticked places</Button>
      </Form>
    </>
  )
}

/** Several sign-ins of one day look the same but for their time. */
function dayAndTime(moment: Date): string {
  const iso = moment.toISOString()
  return `${formatDate(iso)} at ${formatTime(iso)}`
}

function YourData() {
  return (
    <>
      <h2 class="govuk-heading-m">What we hold about you</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.accountData.to()} download>
          Download what we hold about you
        </a>
        : who you are here, where you are signed in, and what you led, wrote and did. It is one file, in a form that other
        programs can read (JSON).
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.closeAccount.to()}>
          Close your account
        </a>{' '}
        when you no longer need it. You see what goes and what stays before anything happens.
      </p>
    </>
  )
}
