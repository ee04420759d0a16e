import type { Page } from '../platform/index.ts'
import type { Operator } from '../platform/operator.ts'
import { type Child, PageHeading, TwoThirds } from '../ui/index.ts'
import { whoRunsIt } from './content.ts'

export interface Section {
  /** Part of the page's address. */
  readonly id: string
  readonly title: string
  readonly body: Child
}

interface InformationProps {
  readonly title: string
  readonly lead: Child
  readonly sections: readonly Section[]
}

/** A page to read: what is on it, then each part under its heading. */
export function informationPage({ title, lead, sections }: InformationProps): Page {
  return {
    title,
    body: (
      <TwoThirds class="app-information">
        <PageHeading lead={lead}>{title}</PageHeading>
        <nav class="app-contents" aria-label="On this page">
          <h2 class="govuk-heading-s">On this page</h2>
          <ul class="govuk-list">
            {sections.map(({ id, title }) => (
              <li>
                <a class="govuk-link" href={`#${id}`}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {sections.map(({ id, title, body }) => (
          <section aria-labelledby={id}>
            <h2 class="govuk-heading-m" id={id}>
              {title}
            </h2>
            {body}
          </section>
        ))}
      </TwoThirds>
    ),
  }
}

export function P({ children }: { children: Child }) {
  return <p class="govuk-body">{children}</p>
}

export function Bullets({ items }: { items: readonly Child[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}

export function Link({ href, children }: { href: string; children: Child }) {
  return (
    <a class="govuk-link" href={href}>
      {children}
    </a>
  )
}

/** Who runs it and how to reach them; what they have not said is said not to be. */
export function WhoRunsIt({ operator, onlyHere }: { operator: Operator; onlyHere: boolean }) {
  return (
    <>
      <P>
        {whoRunsIt(operator)} {operator.name === null && onlyHere && 'It is served to this machine only, so it may be you.'}
      </P>
      {operator.email === null ? (
        <P>There is no address yet to write to. Ask whoever told you about this site.</P>
      ) : (
        <P>
          You can write to them at{' '}
          <a class="govuk-link app-address" href={`mailto:${operator.email}`}>
            {operator.email}
          </a>
          .
        </P>
      )}
    </>
  )
}
