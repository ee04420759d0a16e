import { newId, type Page } from '../../platform/index.ts'
import {
  Button,
  Card,
  type Child,
  Form,
  InsetText,
  PageHeading,
  SummaryList,
  type SummaryRow,
  TwoThirds,
} from '../../ui/index.ts'
import { FormErrors, hasErrors } from '../components.tsx'
import type { ConfirmRequest } from '../confirming/actions.ts'
import { ConfirmNote } from '../confirming/note.tsx'
import { ROLE_WORDS } from '../content.ts'
import { paths } from '../paths.ts'
import { type Role, roleMay } from '../policy.ts'
import type { Membership } from '../store.ts'
import { AREAS, KINDS, labelOf, MENTORS, MODELS, printedRegistration, YOUNG_PEOPLE } from './content.ts'
import { DescriptionFields, type FieldsModel, MoreFields, NameField } from './fields.tsx'
import { type Description, isBare } from './rules.ts'

interface NewOrganisationModel extends FieldsModel {
  readonly id: string
  readonly tooMany: string | null
  /** The visitor's own, which a colleague who adds them has to know. */
  readonly email: string
  readonly confirm: ConfirmRequest | null
}

export function newOrganisationPage({ id, tooMany, email, confirm, input, errors }: NewOrganisationModel): Page {
  const shown = tooMany ? { ...errors, name: tooMany } : errors
  return {
    title: 'Set up your organisation',
    error: hasErrors(shown),
    body: (
      <TwoThirds>
        <FormErrors errors={shown} />
        <PageHeading lead="Its name is enough to begin. Everything else can wait, and you can change all of it later.">
          Set up your organisation
        </PageHeading>
        <InsetText>
          Does your organisation use Mentormark already? Then ask whoever runs Mentormark for you to add you, with the e-mail
          address you signed up with: <strong>{email}</strong>.
        </InsetText>
        <Form action={paths.newOrganisation.to()}>
          <input type="hidden" name="id" value={id} />
          <NameField input={input} errors={shown} />
          <MoreFields input={input} errors={errors} />
          <Button preventDoubleClick>Set up</Button>
        </Form>
        <ConfirmNote request={confirm} next={paths.newOrganisation.to({}, { id })} />
      </TwoThirds>
    ),
  }
}

interface DescribeModel extends FieldsModel {
  readonly organisationId: string
  readonly basedOn: string
  /** What is kept now, when somebody changed it while this form was open. */
  readonly meanwhile: Description | null
}

export function describePage({ organisationId, basedOn, meanwhile, input, errors }: DescribeModel): Page {
  const home = paths.organisation.to({ organisation: organisationId })
  return {
    title: 'Describe your organisation',
    error: hasErrors(errors) || meanwhile !== null,
    back: { href: home, text: 'Back to overview' },
    body: (
      <TwoThirds>
        <FormErrors errors={errors} />
        <PageHeading lead="It goes at the front of your reports, so that readers know who you are. Only the name has to be there.">
          Describe your organisation
        </PageHeading>
        {meanwhile && <Meanwhile now={meanwhile} />}
        <Form action={paths.describe.to({ organisation: organisationId })}>
          <input type="hidden" name="basedOn" value={basedOn} />
          <NameField input={input} errors={errors} />
          <DescriptionFields input={input} errors={errors} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    ),
  }
}

function Meanwhile({ now }: { now: Description }) {
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>Somebody else changed this description while you were writing.</strong> Nothing of yours is lost: it is in the
        form below, not saved yet. This is what they saved. If you save now, yours replaces it.
      </p>
      <SummaryList rows={[{ key: 'Name', value: now.name }, ...descriptionRows(now)]} />
    </InsetText>
  )
}

interface HomeModel {
  readonly organisation: Description & { readonly id: string }
  readonly role: Role
  readonly confirm: ConfirmRequest | null
  /** What other capabilities show here. */
  readonly sections: Child
}

export function organisationHome({ organisation, role, confirm, sections }: HomeModel): Page {
  const describe = paths.describe.to({ organisation: organisation.id })
  const mayDescribe = roleMay(role, 'describe-organisation')
  return {
    title: organisation.name,
    body: (
      <>
        <PageHeading size="xl">{organisation.name}</PageHeading>
        <ConfirmNote request={confirm} next={paths.organisation.to({ organisation: organisation.id })} />
        {sections}
        {isBare(organisation) ? (
          mayDescribe && (
            <Card
              kind="tinted"
              title="Tell readers who you are"
              footer={
                <Button kind="secondary" href={describe}>
                  Describe your organisation
                </Button>
              }
            >
              <p class="govuk-body">
                Where you work, how you mentor and how many young people you reach: it goes at the front of your reports. It takes
                two minutes, and it can wait.
              </p>
            </Card>
          )
        ) : (
          <SummaryList
            rows={descriptionRows(organisation)}
            card={{
              title: 'About your organisation',
              actions: mayDescribe ? [{ text: 'Change', href: describe, hiddenText: 'the description' }] : [],
            }}
          />
        )}
      </>
    ),
  }
}

/** One row for everything that has been said, besides the name. */
function descriptionRows(description: Description): readonly (SummaryRow | false)[] {
  const { kind, registrations, areas, models, mentorsPerYear, youngPeoplePerYear, marks } = description
  return [
    kind !== null && { key: 'Kind', value: labelOf(KINDS, kind) },
    registrations.length > 0 && { key: 'Registered as', value: lines(registrations.map(printedRegistration)) },
    models.length > 0 && { key: 'How you mentor', value: lines(models.map((model) => labelOf(MODELS, model))) },
    areas.length > 0 && { key: 'Where you work', value: areas.map((area) => labelOf(AREAS, area)).join(', ') },
    mentorsPerYear !== null && { key: 'Mentors in a year', value: labelOf(MENTORS, mentorsPerYear) },
    youngPeoplePerYear !== null && { key: 'Young people in a year', value: labelOf(YOUNG_PEOPLE, youngPeoplePerYear) },
    marks.length > 0 && { key: 'Quality marks', value: lines(marks) },
  ]
}

function lines(values: readonly string[]): Child {
  return values.map((value, index) => (
    <>
      {index > 0 && <br />}
      {value}
    </>
  ))
}

/** Where somebody in several organisations chooses one. */
export function chooseOrganisationPage(memberships: readonly Membership[], confirm: ConfirmRequest | null): Page {
  return {
    title: 'Choose an organisation',
    body: (
      <TwoThirds>
        <PageHeading>Choose an organisation</PageHeading>
        <ConfirmNote request={confirm} next={paths.start.to()} />
        <SummaryList
          rows={memberships.map(({ organisation, role }) => ({
            key: (
              <a class="govuk-link" href={paths.organisation.to({ organisation: organisation.id })}>
                {organisation.name}
              </a>
            ),
            value: ROLE_WORDS[role].label,
          }))}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={paths.newOrganisation.to({}, { id: newId() })}>
            Set up another organisation
          </a>
        </p>
      </TwoThirds>
    ),
  }
}
